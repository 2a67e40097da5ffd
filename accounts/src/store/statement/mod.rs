//! Every statement of the portal, one file for a table. A test prepares each on both databases and
//! reads SQLite's plan for it.

pub(crate) mod account;
pub(crate) mod appointment;
pub(crate) mod attribute;
pub(crate) mod challenge;
pub(crate) mod code;
pub(crate) mod consent;
pub(crate) mod contact;
pub(crate) mod credential;
pub(crate) mod desk_review;
pub(crate) mod device;
pub(crate) mod draft;
pub(crate) mod draft_token;
pub(crate) mod feed;
pub(crate) mod identifier;
pub(crate) mod journal;
pub(crate) mod operator;
pub(crate) mod operator_session;
pub(crate) mod outbox;
pub(crate) mod profile;
pub(crate) mod proofing_route;
pub(crate) mod reception;
pub(crate) mod registry_check;
pub(crate) mod review;
pub(crate) mod review_reveal;
pub(crate) mod session;
pub(crate) mod sweep;
pub(crate) mod temporary_code;
pub(crate) mod throttle;
pub(crate) mod upload;

pub(crate) mod centre_change;
pub(crate) mod journal_page;
pub(crate) mod operator_act;

/// All of them.
#[cfg(test)]
pub(crate) const ALL: &[&[&str]] = &[
    account::ALL,
    appointment::ALL,
    attribute::ALL,
    challenge::ALL,
    code::ALL,
    consent::ALL,
    contact::ALL,
    credential::ALL,
    desk_review::ALL,
    device::ALL,
    draft::ALL,
    draft_token::ALL,
    feed::ALL,
    identifier::ALL,
    journal::ALL,
    operator::ALL,
    operator_session::ALL,
    outbox::ALL,
    profile::ALL,
    proofing_route::ALL,
    reception::ALL,
    registry_check::ALL,
    review::ALL,
    review_reveal::ALL,
    session::ALL,
    sweep::ALL,
    temporary_code::ALL,
    throttle::ALL,
    upload::ALL,
    centre_change::ALL,
    journal_page::ALL,
    operator_act::ALL,
];
