//! Texts for [`ConfirmationCodeError`].

use domain::field::confirmation_code::ConfirmationCodeError;

use super::Detail;

/// The text of a refusal; `letter`: the code came in a letter.
pub fn code(error: ConfirmationCodeError, letter: bool, detail: Detail) -> String {
    match error {
        ConfirmationCodeError::Empty if letter => "Введите код из письма".to_owned(),
        ConfirmationCodeError::Empty => "Введите код из СМС".to_owned(),
        ConfirmationCodeError::TooLong => {
            "Здесь слишком много символов. Проверьте, что вставили только код".to_owned()
        }
        ConfirmationCodeError::InvalidCharacters => "В коде только цифры".to_owned(),
        ConfirmationCodeError::WrongLength(_) => {
            ["В коде 6 цифр, вы ввели ", &detail.number.to_string()].concat()
        }
    }
}
