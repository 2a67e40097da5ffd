//! Components the server alone renders: plain HTML for the browser.

mod badge;
mod banner;
mod choices;
mod desk_header;
mod field_error;
mod footer;
mod header;
mod illustration;
mod inline_form;
mod mark;
mod notice;
mod select;
mod step_head;
mod summary_list;
mod tabs;
mod text_area;
mod text_input;
mod tick;

pub use badge::{Badge, Tone};
pub use banner::{LevelBanner, level_title, level_word};
pub use choices::{Choice, Choices};
pub use desk_header::{DeskHeader, DeskSection, Employee};
pub(crate) use field_error::field_error;
pub use footer::Footer;
pub use header::{Header, User, UserCard};
pub use illustration::{Climb, Gap};
pub use inline_form::InlineForm;
pub use mark::Mark;
pub use notice::Notice;
pub use select::Select;
pub use step_head::{BackLink, ProofStage, StageOf, StepHead};
pub use summary_list::{Row, SummaryList};
pub use tabs::{Tab, Tabs};
pub use text_area::TextArea;
pub use text_input::TextInput;
pub use tick::Tick;

use leptos::prelude::*;

use crate::model::Part;

/// HTML of a view, as a part of a page.
pub fn part(view: impl IntoView + 'static) -> Part {
    Part::Static(html(view))
}

/// HTML of a view.
pub fn html(view: impl IntoView + 'static) -> String {
    view.into_view().to_html()
}
