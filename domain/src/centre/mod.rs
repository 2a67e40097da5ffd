//! Service centres (R-CTR-01, R-CTR-16): what kinds there are, what they do, and when they are open.

mod hours;
mod kind;
mod local_time;
mod opening;
mod service;
mod slots;

pub use hours::{Span, Week};
pub use kind::Kind;
pub use local_time::LocalTime;
pub use opening::{Opening, opening};
pub use service::Service;
pub use slots::slots;

/// Minutes of a day.
pub const DAY_MINUTES: u16 = 24 * 60;
