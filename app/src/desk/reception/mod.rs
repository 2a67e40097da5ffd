//! Pages on which citizens are looked up, compared and registered.

mod field;
mod page;
mod registration;
mod sheet;
mod visits;
pub(crate) mod words;
mod workplace;

pub(super) use page::page;
pub(super) use registration::page as registration;
pub(super) use visits::page as visits;
pub(super) use workplace::page as workplace;
