//! The HTTP side: router and layers.

mod access_log;
mod address_limit;
mod callback;
mod client_address;
mod compression;
mod error_answer;
mod events;
mod form_answer;
mod health;
mod request_id;
mod router;
mod same_origin;
mod security_headers;
mod site_assets;
mod static_files;

pub(crate) use client_address::TrustedProxies;
pub(crate) use router::router;
