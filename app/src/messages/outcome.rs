//! Texts for outcomes that no field rule names.

use accounts::outcome::Outcome;

use crate::browser::moment::in_words;

/// What the page says; `wait_s`: seconds until the next try is worth while.
pub fn outcome(outcome: Outcome, wait_s: Option<i64>) -> String {
    let wait = wait_s
        .and_then(|wait| u32::try_from(wait).ok())
        .filter(|wait| *wait > 0)
        .map(in_words);
    let later = |begin: &str, end: &str| match &wait {
        Some(wait) => [begin, " через ", wait].concat(),
        None => [begin, end].concat(),
    };
    let text = match outcome {
        Outcome::WrongCode => "Код не подошёл, проверьте цифры",
        Outcome::ExpiredCode => "Срок действия кода истёк, мы отправили новый",
        Outcome::ExpiredCodeWait => {
            return later(
                "Срок действия кода истёк. Новый код можно запросить",
                " сейчас",
            );
        }
        Outcome::TooManyCodes => {
            return later(
                "Слишком много попыток. Новый код можно запросить",
                " сейчас",
            );
        }
        Outcome::ResendTooEarly => return later("Код можно отправить снова", " сейчас"),
        Outcome::Resent => "Мы отправили код ещё раз",
        Outcome::Called => "Мы звоним вам, чтобы назвать код",
        Outcome::TooManySends => {
            return later(
                "Мы отправили уже много кодов. Следующий можно запросить",
                " позже",
            );
        }
        Outcome::SignInFailed => match &wait {
            Some(wait) => {
                return [
                    "Логин или пароль не подошли. Попробуйте ещё раз через ",
                    wait,
                    " или восстановите пароль",
                ]
                .concat();
            }
            None => "Логин или пароль не подошли. Попробуйте ещё раз или восстановите пароль",
        },
        Outcome::WrongPassword => return later("Пароль не подошёл. Попробуйте ещё раз", ""),
        Outcome::PasswordMismatch => "Пароли не совпадают",
        Outcome::PasswordCommon => "Такой пароль легко подобрать",
        Outcome::PasswordOwn => "В пароле не должно быть вашего имени, телефона или почты",
        Outcome::ConsentMissing => super::form::CONSENT_MISSING,
        Outcome::ContactMissing => super::form::CONTACT_MISSING,
        Outcome::LoginUnreadable => super::form::LOGIN_UNREADABLE,
        Outcome::Empty => "Заполните это поле",
        Outcome::ContactSame => "Этот контакт уже указан в вашей учётной записи",
        Outcome::ContactTaken => {
            "Этот контакт подтверждён в другой учётной записи. Войдите в неё или укажите другой"
        }
        Outcome::ContactConfirmed => "Контакт подтверждён",
        Outcome::PasswordChanged => "Пароль изменён, остальные сеансы завершены",
        Outcome::SessionEnded => "Сеанс завершён",
        Outcome::SessionsEnded => "Остальные сеансы завершены",
        Outcome::Saved => "Черновик сохранён. Вернитесь к нему, когда вам удобно",
        Outcome::LinkUsed => "Ссылка из письма уже использована",
        Outcome::LinkExpired => "Ссылка из письма больше не действует",
        Outcome::AppealMade => "Мы передали проверку специалисту",
        Outcome::StillChecking => "Данные на проверке. Изменить их можно, когда реестры ответят",
        Outcome::NothingCorrected => {
            "Эти данные реестры уже проверили. Исправьте отмеченное или, если всё верно, передайте проверку специалисту на странице «Проверка данных»"
        }
        Outcome::DraftDropped => "Черновик удалён",
        Outcome::LevelTaken => "Новый уровень действует и в этом сеансе",
        Outcome::TooManyChecks => {
            return later(
                "Сегодня вы уже много раз отправляли данные на проверку. Это можно сделать снова",
                " завтра",
            );
        }
    };
    text.to_owned()
}
