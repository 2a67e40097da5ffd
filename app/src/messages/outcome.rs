//! Texts for outcomes that no field rule names.

use accounts::outcome::Outcome;

use crate::browser::moment::in_words;

/// What the page says; `wait_s`: seconds until the next try is worth while.
pub fn outcome(outcome: Outcome, wait_s: Option<i64>) -> String {
    let wait = wait_s
        .and_then(|wait| u32::try_from(wait).ok())
        .filter(|wait| *wait > 0)
        .map(in_words);
    match (wait, timed(outcome)) {
        (Some(wait), Some((begin, end))) => [begin, " через ", &wait, end].concat(),
        _ => untimed(outcome).to_owned(),
    }
}

/// What stands before and after the time until the next try.
fn timed(outcome: Outcome) -> Option<(&'static str, &'static str)> {
    Some(match outcome {
        Outcome::ExpiredCodeWait => ("Срок действия кода истёк. Новый код можно запросить", ""),
        Outcome::TooManyCodes => ("Слишком много попыток. Новый код можно запросить", ""),
        Outcome::ResendTooEarly => ("Код можно отправить снова", ""),
        Outcome::TooManySends => (
            "Мы отправили уже много кодов. Следующий можно запросить",
            "",
        ),
        Outcome::SignInFailed => (
            "Логин или пароль не подошли. Попробуйте ещё раз",
            " или восстановите пароль",
        ),
        Outcome::WrongPassword => ("Пароль не подошёл. Попробуйте ещё раз", ""),
        Outcome::TooManyChecks => (
            "Сегодня вы уже много раз отправляли данные на проверку. Это можно сделать снова",
            "",
        ),
        Outcome::DeskSignInFailed => (
            "Логин, пароль или код не подошли. Проверьте их и попробуйте ещё раз",
            "",
        ),
        Outcome::ReviewHeld => ("С делом работает другой специалист. Оно освободится", ""),
        Outcome::TooManyHolds => (
            "Сегодня вы уже много раз выбирали время. Это можно сделать снова",
            "",
        ),
        Outcome::TooManyIdentityCodes => (
            "Сегодня вы уже много раз вводили код. Это можно сделать снова",
            "",
        ),
        Outcome::TooManyLookUps => (
            "Поисков слишком много, о них сообщено. Продолжить можно",
            "",
        ),
        Outcome::TemporaryCodeEarly => ("Код верный, но начнёт действовать", ""),
        _ => return None,
    })
}

/// The whole sentence, where no time is known.
fn untimed(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::WrongCode => "Код не подошёл, проверьте цифры",
        Outcome::ExpiredCode => "Срок действия кода истёк, мы отправили новый",
        Outcome::ExpiredCodeWait => "Срок действия кода истёк. Новый код можно запросить сейчас",
        Outcome::TooManyCodes => "Слишком много попыток. Новый код можно запросить сейчас",
        Outcome::ResendTooEarly => "Код можно отправить снова сейчас",
        Outcome::Resent => "Мы отправили код ещё раз",
        Outcome::Called => "Мы звоним вам, чтобы назвать код",
        Outcome::TooManySends => "Мы отправили уже много кодов. Следующий можно запросить позже",
        Outcome::SignInFailed => {
            "Логин или пароль не подошли. Попробуйте ещё раз или восстановите пароль"
        }
        Outcome::WrongPassword => "Пароль не подошёл. Попробуйте ещё раз",
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
        Outcome::NothingChanged => {
            "Эти данные уже подтверждены, и в них ничего не изменилось: отправлять их снова не нужно"
        }
        Outcome::SnilsElsewhere => {
            "Этот СНИЛС уже привязан к другой учётной записи, и новая проверка этого не изменит. Что делать, написано на странице «Проверка данных»"
        }
        Outcome::PapersAsked => "Документ запрошен, дело ждёт его",
        Outcome::PapersHandedIn => "Мы передали документы специалисту",
        Outcome::DraftDropped => "Черновик удалён",
        Outcome::DocumentSaved => "Документ сохранён",
        Outcome::DocumentRemoved => "Документ удалён",
        Outcome::LevelTaken => "Новый уровень действует и в этом сеансе",
        Outcome::TooManyChecks => {
            "Сегодня вы уже много раз отправляли данные на проверку. Это можно сделать снова завтра"
        }
        Outcome::DeskSignInFailed => {
            "Логин, пароль или код не подошли. Проверьте их и попробуйте ещё раз"
        }
        Outcome::PasswordSame => "Новый пароль должен отличаться от одноразового",
        Outcome::ReviewHeld => "С делом работает другой специалист",
        Outcome::ReviewNotHeld => "Дело не у вас: возьмите его в работу",
        Outcome::ReviewClosed => "Дело закрыто, решать больше нечего",
        Outcome::ReviewProposed => "Решение уже предложено: согласитесь с ним или отклоните его",
        Outcome::ReviewOwnProposal => "С вашим предложением должен согласиться другой специалист",
        Outcome::ReasonTooShort => "Причина должна быть не короче 10 символов",
        Outcome::ReasonTooLong => "Причина должна быть не длиннее 500 символов",
        Outcome::ChoiceMissing => "Выберите один из вариантов",
        Outcome::FieldsMissing => "Отметьте поля, в которых есть расхождение",
        Outcome::Decided => "Решение принято, дело закрыто",
        Outcome::Proposed => "Решение предложено и ждёт второго специалиста",
        Outcome::ProposalRejected => "Предложение отклонено, дело снова открыто",
        Outcome::SlotTaken => "Это время уже занято. Выберите другое",
        Outcome::HoldExpired => "Время больше не отложено. Выберите его ещё раз",
        Outcome::CentreUnknown => "Такого центра больше нет. Выберите другой",
        Outcome::TooManyHolds => {
            "Сегодня вы уже много раз выбирали время. Это можно сделать снова завтра"
        }
        Outcome::AppointmentBooked => "Вы записаны",
        Outcome::AppointmentCancelled => "Запись отменена",
        outcome => identity(outcome),
    }
}

/// Proof of identity, and what is done at the desk for it.
fn identity(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::WrongIdentityCode => "Код не подошёл. Сверьте его с листом: в нём 8 букв и цифр",
        Outcome::IdentityCodeEnded => {
            "Код не подошёл слишком много раз и больше не действует. Новый выдадут в центре обслуживания"
        }
        Outcome::CodeUnreadable => "В коде 8 знаков: буквы и цифры, как на листе",
        Outcome::TooManyIdentityCodes => {
            "Сегодня вы уже много раз вводили код. Это можно сделать снова завтра"
        }
        Outcome::IdentityProven => "Личность подтверждена",
        Outcome::IdentityCodeHanded => {
            "Сверка закончена. Распечатайте код: гражданин введёт его в личном кабинете"
        }
        Outcome::IdentityProvenAlready => "Личность уже подтверждена",
        Outcome::IdentityChanged => {
            "Личные данные после сверки стали другими. Придите в центр обслуживания ещё раз: сотрудник сверит новые"
        }
        Outcome::RouteBegun => {
            "Способ выбран. Остальные тоже продолжаются: сработает тот, что закончится первым"
        }
        Outcome::RouteWithdrawn => "Способ отменён",
        Outcome::MethodClosed => "Этот способ сейчас недоступен. Выберите другой",
        Outcome::IdentityCodeEarly => {
            "Код верный, но реестры ещё проверяют личные данные. Введите его, когда они ответят"
        }
        Outcome::TemporaryCodeEarly => "Код верный, но ещё не действует",
        Outcome::TemporaryCodeLate => {
            "Срок действия кода истёк. Новый выдадут в центре обслуживания"
        }
        Outcome::IdentityFixed => {
            "СНИЛС, дата рождения и пол подтверждённой учётной записи не меняются. Если в них ошибка, придите с документами в центр обслуживания"
        }
        Outcome::RestorationStopped => {
            "Восстановление доступа отменено, код центра больше не действует"
        }
        outcome => desk(outcome),
    }
}

/// What operators read.
fn desk(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::VisitCodeUnknown => {
            "Действующего визита с таким кодом нет. Сверьте код с листом или телефоном гражданина"
        }
        Outcome::CitizenUnknown => {
            "Учётной записи с такими документами нет. Сверьте номера или зарегистрируйте гражданина"
        }
        Outcome::TooManyLookUps => "Поисков слишком много, о них сообщено. Попробуйте позже",
        Outcome::WorkplaceMissing => "Сначала укажите, где вы принимаете граждан",
        Outcome::WorkplaceChosen => "Рабочее место сохранено",
        Outcome::ReceptionClosed => "Приём закончен, или его нет. Данные гражданина закрыты",
        Outcome::SheetSaved => "Сохранено",
        Outcome::ComparisonWaits => {
            "Сверка закончена, данные проверяют реестры. Личность подтвердится сама, когда они ответят"
        }
        Outcome::RegistryDisagrees => {
            "Реестр не подтвердил эти данные. Сверьте их с документом ещё раз и исправьте"
        }
        Outcome::SnilsTaken => {
            "Этот СНИЛС уже принадлежит другой учётной записи. Найдите её по документам: доступ можно восстановить"
        }
        Outcome::RestorationDiffers => {
            "СНИЛС, дата рождения или пол расходятся с данными учётной записи: сверьте их. Если в документах так и есть, откажите и направьте гражданина в поддержку"
        }
        Outcome::RestorationWaits => {
            "Код выдан. Он начнёт действовать через сутки или сразу, если согласится второй сотрудник"
        }
        Outcome::RestorationNeedsSecond => {
            "Код выдан. Документы новее данных учётной записи, поэтому он начнёт действовать, только если в течение суток согласится второй сотрудник"
        }
        Outcome::RestorationRejected => "Восстановление отклонено, код больше не действует",
        Outcome::RestorationAgreed => "Второй сотрудник согласился, код действует",
        Outcome::RestorationOwn => "С вашим восстановлением должен согласиться другой сотрудник",
        Outcome::ReceptionRefused => "Отказ записан",
        Outcome::ContactUnproven => {
            "Контакт не подтверждён: отправьте код и спросите его у гражданина"
        }
        Outcome::DeskCodeSent => "Код отправлен",
        Outcome::ConsentUnsigned => "Без подписанного согласия данные нельзя отправить в реестры",
        Outcome::EvidenceMissing => "Отметьте, что документ предъявлен",
        Outcome::OperatorLoginBad => {
            "Укажите логин: от 3 до 64 строчных латинских букв, цифр, точек, дефисов, подчёркиваний"
        }
        Outcome::OperatorLoginTaken => "Этот логин занят. Выберите другой",
        Outcome::OperatorUnknown => "Такого сотрудника нет",
        Outcome::OperatorOwn => "Это вы: попросите другого администратора",
        Outcome::OperatorDisabled => "Сотрудник отключён",
        Outcome::OperatorPlaced => "Место работы сохранено",
        Outcome::CentreSaved => "Центр сохранён",
        // Everything else has its text above.
        _ => "",
    }
}
