//! The HTTP side: router and layers.

mod access_log;
mod address_limit;
mod callback;
mod centre_form;
mod client_address;
mod compression;
mod cut_body;
mod display;
mod error_answer;
mod events;
mod form_answer;
mod health;
mod issue;
mod papers;
mod request_id;
mod router;
mod same_origin;
mod security_headers;
mod site_assets;
mod static_files;
mod upload_answer;
mod upload_form;
mod uploads;

pub(crate) use client_address::TrustedProxies;
pub(crate) use router::router;
