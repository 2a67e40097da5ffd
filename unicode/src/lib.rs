//! Unicode tables: crates on the server, the browser's own in wasm.
