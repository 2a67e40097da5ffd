//! Words of the desk for the portal's codes.

use accounts::desk::{Cause, RevealReason};
use accounts::operator::Role;
use domain::registry::{Outcome, Registry};

use crate::browser::moment::in_words;

const DAY_S: i64 = 86_400;

/// «Специалист»
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Specialist => "специалист",
        Role::Operator => "оператор",
        Role::Senior => "старший специалист",
        Role::Auditor => "аудитор",
        Role::Administrator => "администратор",
    }
}

/// Why a case is here.
pub(super) fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Unclear => "Реестр не дал точного ответа",
        Cause::Failing => "Реестр не отвечает из-за ошибок",
        Cause::Late => "Ответа ждут слишком долго",
        Cause::Appeal => "Гражданин не согласен с ответом",
    }
}

/// The registry by what it keeps.
pub(super) fn registry(registry: Registry) -> &'static str {
    match registry {
        Registry::Snils => "СНИЛС",
        Registry::Passport => "Паспорт",
        Registry::Inn => "ИНН",
    }
}

/// What a registry has answered.
pub(super) fn outcome(outcome: Option<Outcome>) -> &'static str {
    match outcome {
        Some(Outcome::Match) => "Данные совпадают",
        Some(Outcome::Mismatch) => "Есть расхождение",
        Some(Outcome::NotFound) => "Такого номера нет",
        Some(Outcome::Unclear) => "Точного ответа нет",
        Some(Outcome::Error) => "Ошибка реестра",
        None => "Ответа нет",
    }
}

/// A field as its form calls it.
pub(super) fn field(code: &str) -> &str {
    match code {
        "surname" => "Фамилия",
        "first_name" => "Имя",
        "patronymic" => "Отчество",
        "birth_date" => "Дата рождения",
        "sex" => "Пол",
        "citizenship" => "Гражданство",
        "document_kind" => "Тип документа",
        "birth_place" => "Место рождения",
        "document_number" => "Серия и номер документа",
        "issue_date" => "Дата выдачи",
        "issued_by" => "Кем выдан",
        "division_code" => "Код подразделения",
        "snils" => "СНИЛС",
        "inn" => "ИНН",
        code => code,
    }
}

/// Why a value is looked at.
pub(super) fn reveal_reason(reason: RevealReason) -> &'static str {
    match reason {
        RevealReason::Comparison => "Сверить с ответом реестра",
        RevealReason::Document => "Сверить с документом",
        RevealReason::Appeal => "Ответить на обращение",
        RevealReason::Misprint => "Найти опечатку",
    }
}

/// «12 мин», «3 ч 5 мин», «10 дн.»
pub(super) fn waiting(seconds: i64) -> String {
    if seconds >= DAY_S {
        return format!("{}\u{A0}дн.", seconds / DAY_S);
    }
    match u32::try_from(seconds / 60) {
        Ok(minutes) if minutes > 0 => in_words(minutes * 60),
        _ => "меньше минуты".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_registry_has_its_word() {
        for registry in Registry::ALL {
            for code in accounts::desk::fields_of(registry) {
                assert_ne!(field(code), code);
            }
        }
    }

    #[test]
    fn waiting_is_told_in_the_largest_units() {
        assert_eq!(waiting(59), "меньше минуты");
        assert_eq!(waiting(125), "2\u{A0}мин");
        assert_eq!(waiting(3_725), "1\u{A0}ч 2\u{A0}мин");
        assert_eq!(waiting(10 * DAY_S + 5), "10\u{A0}дн.");
    }
}
