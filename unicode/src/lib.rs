//! Unicode tables: crates on the server, the browser's own in wasm.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(any(target_arch = "wasm32", test))]
mod punycode;

/// The tables of this build.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tables;
