//! Proof of identity (R-IDC): one record for a person, with a route for every way that is tried.
//!
//! Routes run side by side. The first that succeeds closes the others. Nothing but the events of [`RouteEvent`] ends a
//! route: neither a new password nor corrected data is among them, so neither cancels one.

mod diagram;
mod method;
mod record;
mod route;

pub use diagram::document;
pub use method::{Group, Method};
pub use record::{Begun, Proofing, Refused, Route};
pub use route::{RouteEvent, RouteState};
