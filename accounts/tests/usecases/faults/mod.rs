//! The database fails in the middle of a use case: nothing of it is left, and the same again succeeds.

mod broken;
mod closed;
mod database;
mod full;
mod locked;
