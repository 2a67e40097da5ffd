//! «Свидетельство о регистрации»: says on paper what account a person has.

use crate::error::PaperError;
use crate::look::Look;
use crate::sheet::Sheet;

/// An account and its holder; an empty value leaves its row out. Not shown by `Debug`: these are personal data.
#[derive(Clone)]
pub struct Certificate {
    /// The number of the account.
    pub number: String,
    /// Surname, first name and patronymic of the holder.
    pub full_name: String,
    /// The level of the account.
    pub level: String,
    /// How the identity was confirmed.
    pub method: String,
    /// Where it was confirmed.
    pub place: String,
    /// When the account was registered.
    pub registered_at: String,
    /// When the identity was confirmed.
    pub confirmed_at: String,
    /// When this paper was made.
    pub issued_at: String,
}

impl Certificate {
    /// The certificate as PDF.
    ///
    /// # Errors
    /// The library or its fonts fail; no value does that.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let mut sheet = Sheet::new("Свидетельство о регистрации")?;
        sheet.paragraph(
            "Настоящее свидетельство подтверждает, что на портале «Ступени» зарегистрирована учётная запись на имя",
            Look::BODY,
        );
        sheet.gap(6.0);
        sheet.paragraph(&self.full_name, Look::NAME);
        sheet.gap(4.0);
        sheet.facts(self.facts());
        sheet.section("Как проверить");
        sheet.paragraph(
            "Имя, уровень и даты владелец видит в личном кабинете на портале и может показать их с экрана.",
            Look::BODY,
        );
        sheet.paragraph(
            "Свидетельство не заменяет документ, удостоверяющий личность.",
            Look::BODY,
        );
        signature(&mut sheet);
        sheet.framed();
        sheet.print()
    }

    fn facts(&self) -> impl Iterator<Item = (&str, &str)> {
        let rows = [
            ("Номер учётной записи", &self.number),
            ("Уровень учётной записи", &self.level),
            ("Личность подтверждена", &self.method),
            ("Место подтверждения", &self.place),
            ("Дата регистрации", &self.registered_at),
            ("Дата подтверждения", &self.confirmed_at),
            ("Дата выдачи свидетельства", &self.issued_at),
        ];
        rows.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(label, value)| (label, value.as_str()))
    }
}

/// Where the operator signs, and the place of the stamp: they stay together.
fn signature(sheet: &mut Sheet) {
    sheet.gap(24.0);
    sheet.room(150.0);
    sheet.paragraph("Сотрудник центра обслуживания", Look::STRONG);
    sheet.blanks(&[
        ("должность", 0.36),
        ("подпись", 0.26),
        ("фамилия и инициалы", 0.38),
    ]);
    sheet.gap(24.0);
    sheet.paragraph("М.\u{A0}П.", Look::LABEL);
}
