//! Texts about fields together, and about sending a form.

/// Neither phone nor e-mail is given.
pub const CONTACT_MISSING: &str = "Укажите мобильный телефон или электронную почту";
/// A login that is neither.
pub const LOGIN_UNREADABLE: &str = "Напишите номер телефона с +7 или адрес почты со знаком @";
/// An empty SNILS.
pub const SNILS_EMPTY: &str = "Укажите СНИЛС";
/// An empty login.
pub const LOGIN_EMPTY: &str = "Укажите телефон или электронную почту";
/// An empty current password.
pub const PASSWORD_EMPTY: &str = "Укажите пароль";
/// The repeat is empty.
pub const REPEAT_EMPTY: &str = "Повторите пароль";
/// The repeat differs.
pub const PASSWORD_MISMATCH: &str = "Пароли не совпадают";
/// The consent is not ticked.
pub const CONSENT_MISSING: &str =
    "Отметьте согласие на обработку персональных данных, чтобы продолжить";
/// The network is gone.
pub const OFFLINE: &str = "Нет связи. Ответы на этой странице не потеряются";
/// The server could not answer.
pub const BROKEN: &str =
    "Что-то сломалось у нас. Ответы на этой странице не потеряются, попробуйте ещё раз";
/// The server is busy.
pub const OVERLOADED: &str = "Сейчас регистрируется очень много людей. Ответы на этой странице не потеряются, повторите через минуту";
/// The form is on its way.
pub const SENDING: &str = "Отправляем…";
/// A file is on its way.
#[cfg(feature = "cabinet")]
pub const UPLOADING: &str = "Загружаем файл…";
/// It was stopped.
#[cfg(feature = "cabinet")]
pub const UPLOAD_CANCELLED: &str = "Загрузка отменена";
/// The network has gone on its way.
#[cfg(feature = "cabinet")]
pub const UPLOAD_BROKEN: &str = "Файл не загрузился, проверьте связь и попробуйте ещё раз";
