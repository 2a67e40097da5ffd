//! Texts for [`PhoneError`].

use domain::field::phone::PhoneError;

/// The text of a refusal.
pub fn phone(error: PhoneError) -> &'static str {
    match error {
        PhoneError::Empty => "Укажите номер мобильного телефона",
        PhoneError::TooLong => {
            "Здесь слишком много символов. Проверьте, что вставили только номер телефона"
        }
        PhoneError::InvalidCharacters => {
            "Номер телефона состоит только из цифр. Уберите буквы и лишние знаки"
        }
        PhoneError::PlusEight => "Номер начинается с +8. Напишите +7 или 8 без плюса",
        PhoneError::BadCountryCode => "Код страны не начинается с нуля. Для России это +7",
        PhoneError::WrongLength { missing: false } => {
            "В номере лишние цифры: после +7 их должно быть 10"
        }
        PhoneError::WrongLength { missing: true } => {
            "В номере не хватает цифр: после +7 их должно быть 10"
        }
        PhoneError::MissingPlus => "Добавьте код страны, для России это +7",
        PhoneError::NotMobile => "Нужен мобильный номер: на него придёт код",
        PhoneError::UnknownCode => "Такого кода оператора нет: мобильный номер начинается с +7 9",
    }
}
