//! What the registration's forms send: raw strings, judged by `domain`.

use serde::{Deserialize, Serialize};

/// `/register`: name, contacts and consent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RegistrationInput {
    /// Random hidden id of the form: a repeated first submission finds the same draft by it.
    pub form_id: String,
    /// «Фамилия»
    pub surname: String,
    /// «Имя»
    pub first_name: String,
    /// «Отчество (необязательно)»
    pub patronymic: String,
    /// «Мобильный телефон»
    pub phone: String,
    /// «Электронная почта»
    pub email: String,
    /// The checkbox of the consent.
    pub consent: bool,
}

/// A typed code.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CodeInput {
    /// «Код»
    pub code: String,
}

/// «Отправить снова».
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResendInput {
    /// Empty: the way the first one went. `voice`: a call.
    pub channel: String,
}

/// A new password, typed twice.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PasswordInput {
    /// «Пароль»
    pub password: String,
    /// «Повторите пароль»
    pub password_repeat: String,
}
