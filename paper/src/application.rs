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
    /// The code of the visit, as text and as QR code.
    pub code: String,
}

impl Application {
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
        sheet.scanned(
            &Panel {
                label: "Код визита",
                value: &self.code,
                note: "По коду сотрудник центра находит это заявление.",
            },
            &format!("QR-код с кодом визита {}", self.code),
        );
        sheet.room(120.0);
        sheet.paragraph(
            "Сведения верны. Документы, по которым их можно проверить, предъявляю.",
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
