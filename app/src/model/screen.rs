//! A page as data.

use serde::{Deserialize, Serialize};

use super::Form;

/// The answer to «what is at this path for this visitor».
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Screen {
    /// A page.
    Page(Page),
    /// Another path is right now: a step too far, a cabinet without a session.
    Redirect(String),
}

/// The answer to a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// The path to go on to; the form's own when something is to be corrected.
    pub path: String,
}

/// A page of the portal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Page {
    /// Title without the prefix of a failure: «Шаг 2 из 4. Код — Ступени».
    pub title: String,
    /// The last submission was refused: the title says so and the summary takes focus.
    pub failed: bool,
    /// Whether somebody is signed in.
    pub signed_in: bool,
    /// A number that differs where the header does: when it changes, the page is loaded as a whole.
    pub header: u32,
    /// When the session ends.
    pub session: Option<SessionEnd>,
    /// What stands in `main`, in order.
    pub parts: Vec<Part>,
}

/// The end of a session that draws near (W9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionEnd {
    /// Seconds left.
    pub in_s: u32,
    /// Being active puts it off.
    pub extendable: bool,
}

/// One part of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Part {
    /// Made on the server, never changed in the browser. Empty in the copy that comes with a page
    /// that was rendered by the server: the HTML is there already.
    Static(String),
    /// The error summary of the page's form (V3).
    Summary,
    /// A form whose fields are judged while it is filled in.
    Form(Form),
    /// When a code can be sent again.
    Clock(Clock),
    /// Fetches the page again when the server says that something is new.
    Watch(Watch),
}

/// Where the server says that something is new on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Watch {
    /// Address of the stream of events.
    pub events: String,
}

/// The clock of a code page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Clock {
    /// Seconds until «Отправить снова» has effect; 0: now.
    pub resend_in_s: u32,
    /// Endpoint that tells the time left; empty: none does.
    pub status: String,
}

/// The answer to a form that was kept on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Saved {
    /// «Черновик сохранён до …»; empty: nothing was kept, for want of a draft and a consent.
    pub text: String,
}

/// The answer to a new password while it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Advice {
    /// Why it is weak; empty: it is not.
    pub text: String,
}
