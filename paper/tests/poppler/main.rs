//! Papers as programs of others read and draw them: `pdftotext`, `pdfinfo` and `pdftoppm` of poppler-utils.
#![allow(clippy::unwrap_used, reason = "a test")]

mod papers;
mod read;
mod values;
