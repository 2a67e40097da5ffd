//! The portal behind the pages: enrolment, sessions, store, vault, outbox, journal.

pub mod clock;
pub mod config;
pub mod hashing;
pub mod id;
pub mod journal;
pub mod outbox;
pub mod portal;
pub mod rng;
pub mod store;
pub mod throttle;
pub mod token;
pub mod vault;
pub mod worker;
pub mod world;

pub use id::new_id;
pub use outbox::Wording;
pub use portal::Portal;
pub use token::Token;
