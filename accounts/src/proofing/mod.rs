//! Proof of identity (R-IDC): one record for a person, one route for every way that is tried (`domain::proofing`).

mod certificate;
mod code;
mod hub;
mod prove;
mod route;
mod row;

pub use certificate::{Certificate, certificate};
pub use code::submit_code;
pub use hub::{
    ApplicationView, IdentityView, MethodView, ProofView, RouteView, application, begin, view,
    withdraw,
};

pub(crate) use certificate::of as certificate_of;
pub(crate) use prove::prove;
pub(crate) use route::{apply, begin as begin_route, explain, give_code, new_code};

/// Where ways are chosen.
pub const PATH: &str = "/cabinet/identity";
