//! «Заявление на подтверждение личности»: what a citizen signs in a centre.

use crate::error::PaperError;
use crate::look::Look;
use crate::panel::Panel;
use crate::sheet::Sheet;

/// What a citizen told the portal. Not shown by `Debug`: these are personal data.
#[derive(Clone)]
pub struct Application {
    /// Labels and values, in the order in which they are printed.
    pub rows: Vec<(String, String)>,
    /// The code of the visit, as text and as QR code; empty on a blank form.
    pub code: String,
}

/// Where a value is written by hand.
const BLANK: &str = "________________________________";

impl Application {
    /// A form to fill in by hand (R-CTR-07, R-PST-04).
    #[must_use]
    pub fn blank(labels: impl IntoIterator<Item = String>) -> Self {
        let labels = labels.into_iter();
        Self {
            rows: labels.map(|label| (label, BLANK.to_owned())).collect(),
            code: String::new(),
        }
    }

    /// The application as PDF, on as many pages as its rows need.
    ///
    /// # Errors
    /// The library or its fonts fail; no value does that.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let mut sheet = Sheet::new("Заявление на подтверждение личности")?;
        sheet.paragraph(
            "Прошу подтвердить мою личность на портале «Ступени». Сообщаю о себе следующие сведения.",
            Look::BODY,
        );
        let rows = self.rows.iter();
        sheet.facts(rows.map(|(label, value)| (label.as_str(), value.as_str())));
        if !self.code.is_empty() {
            sheet.scanned(
                &Panel {
                    label: "Код визита",
                    value: &self.code,
                    note: "По коду сотрудник центра находит это заявление.",
                },
                &format!("QR-код с кодом визита {}", self.code),
            );
        }
        sheet.room(160.0);
        sheet.paragraph(
            "Сведения верны. Документы, по которым их можно проверить, предъявляю. Даю согласие на обработку моих \
             персональных данных и на их проверку в государственных реестрах.",
            Look::BODY,
        );
        sheet.blanks(&[
            ("дата", 0.22),
            ("подпись", 0.30),
            ("фамилия и инициалы", 0.48),
        ]);
        sheet.print()
    }
}
