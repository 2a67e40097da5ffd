//! The portal over real sockets, for visitors without scripts.
//!
//! Each case starts a portal of its own; what must hold on both databases runs on both.
#![expect(
    clippy::disallowed_methods,
    reason = "what happens in real time is measured in it"
)]

#[macro_use]
mod both;

mod bytes;
mod cases;
mod centres;
mod checks;
mod display;
mod gets;
mod headers;
mod journeys;
mod messages;
mod needles;
mod overload;
mod posts;
mod refusals;
mod registries;
mod repeats;
mod secrecy;
mod states;
mod strangers;
mod uploads;
