//! Registries over real sockets: what they are asked, what they answer, whom they call.
#![allow(clippy::unwrap_used, reason = "a test ends where it fails")]

mod asker;
mod bus;
mod calls;
mod faults;
mod page;
mod protocol;
mod rules;
#[path = "../started/mod.rs"]
mod started;
