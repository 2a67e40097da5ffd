//! Codes and links that prove a contact: sending, counting, checking.

mod view;

pub use view::CodeView;
