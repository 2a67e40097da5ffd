//! The portal from outside: its own process, real sockets, visitors without scripts.
//!
//! The tests of `server`, the chaos run and the bench stand on this. Nothing here knows the inside of
//! the portal but the names of its settings, of its forms' labels and of its tables.
#![expect(
    clippy::disallowed_methods,
    reason = "test tools take time and the environment where they find them"
)]

mod answer;
mod chance;
mod database;
pub mod file;
mod html;
mod jar;
pub mod journey;
mod log;
mod operator;
mod outbox;
mod person;
mod population;
mod port;
mod process;
mod sandbox;
mod server;
mod setup;
mod trouble;
mod visitor;

pub use answer::Answer;
pub use chance::Chance;
pub use database::{Database, Snapshot};
pub use html::{Button, Field, Form, Page, Submission};
pub use jar::{Cookie, Jar};
pub use log::Log;
pub use operator::Operator;
pub use outbox::{Mailbox, Message, Outbox};
pub use person::Person;
pub use sandbox::Sandbox;
pub use server::Server;
pub use setup::Setup;
pub use trouble::{Trouble, must};
pub use visitor::Visitor;
