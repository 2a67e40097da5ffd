//! The field rules as a wasm module for Node: one corpus through both builds.
