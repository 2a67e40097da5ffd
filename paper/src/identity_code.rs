//! «Код подтверждения личности»: what a citizen types at home after an operator saw the document.

use crate::error::PaperError;
use crate::panel::Panel;
use crate::sheet::Sheet;

/// A code that confirms an identity. Not shown by `Debug`: it is a secret.
#[derive(Clone)]
pub struct IdentityCode {
    /// The code.
    pub code: String,
    /// Until when it works.
    pub valid_until: String,
    /// How often it may be typed wrong before it ends.
    pub tries: u32,
    /// The address of the portal.
    pub site: String,
}

impl IdentityCode {
    /// The paper as PDF.
    ///
    /// # Errors
    /// The library or its fonts fail; no value does that.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let mut sheet = Sheet::new("Код подтверждения личности")?;
        let tries = format!("{}, потом код перестаёт действовать", self.tries);
        sheet.code(&Panel {
            label: "Код",
            value: &self.code,
            note: "Никому не показывайте код: введите его сами.",
        });
        sheet.facts([
            ("Сайт", self.site.as_str()),
            (
                "Где ввести",
                "Личный кабинет → Подтверждение личности, поле «Код подтверждения личности»",
            ),
            ("Действует до", &self.valid_until),
            ("Попыток ввода", &tries),
        ]);
        sheet.print()
    }
}
