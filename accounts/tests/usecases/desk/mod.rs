//! The desk: operators, their sessions, and the cases they decide.

mod case;
mod cases;
pub(crate) mod employee;
mod queue;
mod races;
mod reveals;
mod roles;
mod rows;
mod seats;
mod sign_in;
mod two;

mod centres;
mod journal;
mod operators;
