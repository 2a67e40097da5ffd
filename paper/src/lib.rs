//! Papers that people take home or sign: A4, Russian, tagged for screen readers (PDF/UA-1).
//!
//! Values come from the caller as they are to be read; labels stand here. Equal values give equal bytes: there is no
//! clock and no chance.

mod access_sheet;
mod application;
mod area;
mod blanks;
mod brand;
mod certificate;
mod clean;
mod error;
mod facts;
mod font;
mod identity_code;
mod ink;
mod line;
mod list;
mod look;
mod notice;
mod panel;
mod print;
mod qr;
mod shape;
mod sheet;
mod tree;
mod visit_sheet;
mod wrap;

pub use access_sheet::AccessSheet;
pub use application::Application;
pub use certificate::Certificate;
pub use error::PaperError;
pub use identity_code::IdentityCode;
pub use visit_sheet::VisitSheet;
