//! Components the browser takes over.

#[cfg(feature = "cabinet")]
mod calendar;
mod clock;
mod field;
mod form;
#[cfg(feature = "cabinet")]
mod list;
mod page_view;
mod password_rules;
#[cfg(feature = "cabinet")]
mod session_dialog;
mod state;
mod summary;

#[cfg(feature = "cabinet")]
pub use calendar::CalendarView;
pub use clock::ClockView;
pub use field::FieldView;
pub use form::FormView;
pub use page_view::PageView;
pub use password_rules::{PasswordRulesView, rule};
#[cfg(feature = "cabinet")]
pub use session_dialog::SessionDialog;
pub use state::{LiveField, LiveForm};
pub use summary::{Failure, Failures, SummaryView};
