//! What the desk's forms send.

/// `/desk/login`.
#[derive(Clone, Default)]
pub struct DeskSignInInput {
    /// «Логин»
    pub login: String,
    /// «Пароль»
    pub password: String,
    /// «Код из приложения»
    pub code: String,
    /// Where the operator was going; only a path of the desk is followed.
    pub return_to: String,
}

/// `/desk/password`.
#[derive(Clone, Default)]
pub struct DeskPasswordInput {
    /// The new one.
    pub password: String,
    /// The new one again.
    pub password_repeat: String,
}

/// «Показать».
#[derive(Clone, Debug, Default)]
pub struct RevealInput {
    /// Id of the review.
    pub review: String,
    /// Code of the field.
    pub field: String,
    /// Code of a [`super::RevealReason`].
    pub reason: String,
}

/// «Согласиться», «Отклонить».
#[derive(Clone, Default)]
pub struct AnswerInput {
    /// Id of the review.
    pub review: String,
    /// Why.
    pub reason: String,
}
