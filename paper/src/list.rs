//! Lists: with dots, and step by step.

use krilla::tagging::{ListNumbering, Tag};

use crate::area::{MARGIN, WIDTH};
use crate::line::Line;
use crate::look::Look;
use crate::sheet::Sheet;

/// How far the text stands from the margin.
const INDENT: f32 = 18.0;
/// Between two items.
const GAP: f32 = 3.0;

impl Sheet {
    /// Items in any order.
    pub(crate) fn list(&mut self, items: &[&str]) {
        self.group(Tag::L(ListNumbering::Disc), |sheet| {
            for item in items {
                sheet.item("•", item);
            }
        });
    }

    /// Items in their order.
    pub(crate) fn steps(&mut self, items: &[&str]) {
        self.group(Tag::L(ListNumbering::Decimal), |sheet| {
            for (place, item) in items.iter().enumerate() {
                sheet.item(&format!("{}.", place + 1), item);
            }
        });
    }

    fn item(&mut self, label: &str, text: &str) {
        let look = Look::BODY;
        self.room(look.leading);
        self.group(Tag::LI, |sheet| {
            sheet.group(Tag::Lbl, |sheet| {
                let line = Line::new(&sheet.fonts, format!("{label} "), look);
                sheet.write(sheet.here(MARGIN), line);
            });
            sheet.group(Tag::LBody, |sheet| {
                sheet.text(text, look, MARGIN + INDENT, WIDTH - INDENT);
            });
        });
        self.gap(GAP);
    }
}
