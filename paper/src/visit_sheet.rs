//! «Лист визита»: what a citizen takes along to a centre.

use crate::error::PaperError;
use crate::panel::Panel;
use crate::sheet::Sheet;

/// A visit to a centre. Not shown by `Debug`: the code opens the case at the desk.
#[derive(Clone)]
pub struct VisitSheet {
    /// The name of the centre; empty where any of them will do.
    pub centre: String,
    /// Its address; empty where it has none.
    pub address: String,
    /// Day and time as they are to be read; empty without booking.
    pub when: String,
    /// The code of the visit, as text and as QR code.
    pub code: String,
}

impl VisitSheet {
    /// The sheet as PDF.
    ///
    /// # Errors
    /// The library or its fonts fail; no value does that.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let mut sheet = Sheet::new("Лист визита")?;
        sheet.facts(self.facts());
        sheet.scanned(
            &Panel {
                label: "Код визита",
                value: &self.code,
                note: "Назовите код сотруднику центра или покажите ему этот лист.",
            },
            &format!("QR-код с кодом визита {}", self.code),
        );
        sheet.section("Что взять с собой");
        sheet.list(&[
            "паспорт или другой документ, который указали в личных данных, — обязательно",
            "СНИЛС, если он есть",
            "телефон, на который придёт сообщение",
            "по желанию — ИНН и документ о регистрации по месту жительства",
        ]);
        sheet.print()
    }

    fn facts(&self) -> Vec<(&str, &str)> {
        let or = |value, other| if str::is_empty(value) { other } else { value };
        let mut rows = vec![(
            "Где",
            or(self.centre.as_str(), "В любом центре обслуживания"),
        )];
        if !self.address.is_empty() {
            rows.push(("Адрес", &self.address));
        }
        rows.push(("Когда", or(&self.when, "Без записи, в часы работы")));
        rows
    }
}
