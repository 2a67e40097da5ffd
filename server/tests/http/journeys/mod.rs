//! The ways citizens take, from page to page.

mod cabinet;
mod codes;
mod contacts;
mod desk;
mod desk_sections;
mod letters;
mod receptions;
mod recovery;
mod registration;
mod restart;
mod resume;
mod sign_in;
