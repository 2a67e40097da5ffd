//! Texts for [`EmailError`].

use domain::field::email::EmailError;

/// The text of a refusal.
pub fn email(error: EmailError) -> &'static str {
    match error {
        EmailError::Empty => "Укажите адрес электронной почты",
        EmailError::NoAt => "В адресе почты не хватает знака @",
        EmailError::MultipleAt => "В адресе почты должен быть один знак @",
        EmailError::EmptyLocal => "Допишите адрес почты перед знаком @",
        EmailError::DomainNoDot => "Допишите адрес почты после знака @, например mail.ru",
        EmailError::InvalidDomain => "Проверьте часть адреса после знака @",
        EmailError::MixedScript => {
            "После знака @ смешаны русские и латинские буквы. Наберите эту часть заново в одной раскладке"
        }
        EmailError::NonAsciiLocal => "До знака @ пишите только латинские буквы и цифры",
        EmailError::InvalidCharacters => "Уберите из адреса почты пробелы и лишние знаки",
        EmailError::DotPosition => {
            "Точка не может стоять в начале, в конце или рядом с другой точкой"
        }
        EmailError::LocalTooLong => "Часть адреса до знака @ должна быть не длиннее 64 символов",
        EmailError::TooLong => "Адрес почты должен быть не длиннее 254 символов",
    }
}
