//! The pages: components, messages, server functions.
