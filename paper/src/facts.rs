//! A table of facts: what a value means beside the value.

use krilla::tagging::{TableHeaderScope, Tag};

use crate::area::{BOTTOM, MARGIN, MM, Spot, WIDTH, rectangle};
use crate::ink::Ink;
use crate::line::Line;
use crate::look::Look;
use crate::sheet::Sheet;
use crate::wrap::wrap;

/// The column of the labels.
const LABELS: f32 = 56.0 * MM;
/// Between the columns.
const BETWEEN: f32 = 5.0 * MM;
/// Over and under the lines of a row.
const PADDING: f32 = 4.5;
/// Stands where there is no value: a row has two cells.
const NOTHING: &str = "—";

impl Sheet {
    /// Rows from one side to the other, a thin line under each.
    pub(crate) fn facts<'a>(&mut self, rows: impl IntoIterator<Item = (&'a str, &'a str)>) {
        self.gap(4.0);
        self.group(Tag::Table, |sheet| {
            sheet.group(Tag::TBody, |sheet| {
                for (label, value) in rows {
                    sheet.fact(label, value);
                }
            });
        });
        self.gap(6.0);
    }

    fn fact(&mut self, label: &str, value: &str) {
        let look = Look::BODY;
        let lines_of = |text: &str, look, width| match wrap(&self.fonts, text, look, width) {
            lines if lines.is_empty() => vec![Line::new(&self.fonts, NOTHING.to_owned(), look)],
            lines => lines,
        };
        let labels = lines_of(label, Look::LABEL, LABELS);
        let values = lines_of(value, look, WIDTH - LABELS - BETWEEN);
        let count = labels.len().max(values.len());
        let height = count as f32 * look.leading + 2.0 * PADDING;
        // Only a row that no page could hold goes on over the end of one.
        self.room(height.min(BOTTOM - MARGIN));
        self.gap(PADDING);
        let spots = self.spots(count, look.leading);
        self.group(Tag::TR, |sheet| {
            sheet.group(Tag::TH(TableHeaderScope::Row), |sheet| {
                sheet.column(labels, &spots, 0.0);
            });
            sheet.group(Tag::TD, |sheet| {
                sheet.column(values, &spots, LABELS + BETWEEN);
            });
        });
        self.gap(PADDING);
        let rule = rectangle(MARGIN, self.y, WIDTH, 0.5);
        let page = self.here(MARGIN).page;
        self.decorate(page, rule, Ink::Hairline);
    }

    /// The places of the next lines.
    fn spots(&mut self, count: usize, leading: f32) -> Vec<Spot> {
        let mut spots = Vec::with_capacity(count);
        for _ in 0..count {
            self.room(leading);
            spots.push(self.here(MARGIN));
            self.y += leading;
        }
        spots
    }

    fn column(&mut self, lines: Vec<Line>, spots: &[Spot], indent: f32) {
        for (line, spot) in lines.into_iter().zip(spots) {
            let x = spot.x + indent;
            self.write(Spot { x, ..*spot }, line);
        }
    }
}
