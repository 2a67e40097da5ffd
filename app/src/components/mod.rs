//! Components. Those of `live` are taken over by the browser; the others are rendered by the
//! server alone and are plain HTML for the browser.

pub mod live;
#[cfg(feature = "ssr")]
pub mod plain;
