//! What the server hands to a page: static HTML, and models of the parts that live in the browser.

mod field;
mod form;
mod screen;

pub use field::{Field, Kind, Limits, Rule};
pub use form::{Button, Form};
pub use screen::{Advice, Clock, Next, Page, Part, Saved, Screen, SessionEnd, Watch};
