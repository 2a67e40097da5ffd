//! What happens in the browser alone: requests, navigation, focus. It compiles for the server,
//! too, where nothing of it is ever called.

pub mod advice;
pub mod autosave;
#[cfg(feature = "cabinet")]
pub mod events;
pub mod focus;
pub mod input;
pub mod layout;
pub mod moment;
pub mod navigation;
pub mod pointer;
pub mod request;
pub mod submit;
#[cfg(feature = "cabinet")]
pub mod upload;
