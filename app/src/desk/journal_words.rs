//! The journal in words, as an auditor reads it.

use accounts::desk::{Cause, FilterFault, JournalLine, RevealReason};
use accounts::journal::Event;
use accounts::operator::Role;
use accounts::reception::RefusalReason;
use domain::further_document::FurtherDocument;
use domain::level::AssuranceLevel;
use domain::proofing::Method;
use domain::registry::{Outcome, Registry};

use super::control::Group;
use super::reception::words as reception;
use super::{queue, words};
use crate::components::plain::level_word;
use crate::messages::further_document;
use crate::pages::security;

/// What is wrong with a field of the filter.
pub(super) fn fault(fault: FilterFault) -> &'static str {
    match fault {
        FilterFault::NoSuchOperator => "Такого сотрудника нет",
        FilterFault::NoSuchEvent => "Такого события нет",
        FilterFault::NoSuchAccount => "Учётной записи с таким номером нет",
        FilterFault::NoDay => "Укажите день, например 17.03.2026",
        FilterFault::Backwards => "Последний день раньше первого",
    }
}

/// What happened.
pub(super) fn what(line: &JournalLine) -> String {
    match line.event() {
        Some(event) => event_words(event).to_owned(),
        None => format!("Событие новой версии: {}", line.code),
    }
}

/// Every event, by whose it is.
pub(super) fn groups() -> Vec<Group> {
    let group = |heading: &str, own: fn(Event) -> bool| Group {
        heading: heading.to_owned(),
        options: Event::ALL
            .iter()
            .filter(|event| own(**event))
            .map(|event| (event.code().to_owned(), event_words(*event).to_owned()))
            .collect(),
    };
    vec![
        group("Сотрудники", is_operator_s),
        group("Граждане и проверки", |event| {
            !is_operator_s(event)
        }),
    ]
}

/// Whether an operator brings it about.
fn is_operator_s(event: Event) -> bool {
    matches!(
        event,
        Event::PapersOpened
            | Event::OperatorAdded
            | Event::OperatorDisabled
            | Event::OperatorReset
            | Event::OperatorSignedIn
            | Event::OperatorSignInRefused
            | Event::OperatorSignedOut
            | Event::OperatorPasswordChanged
            | Event::ReviewTaken
            | Event::ValueRevealed
            | Event::DecisionProposed
            | Event::ReviewDecided
            | Event::ProposalAgreed
            | Event::ProposalRejected
            | Event::JournalRead
            | Event::JournalVerified
            | Event::OperatorPlaced
            | Event::CentreChanged
            | Event::ReceptionOpened
            | Event::LookUpMissed
            | Event::OperatorAlarm
            | Event::ComparisonDone
            | Event::IdentityCodeGiven
            | Event::IdentityRefused
            | Event::AccessRestored
            | Event::RestorationAgreed
            | Event::RestorationRefused
            | Event::ReceptionRefused
            | Event::WorkplaceChosen
            | Event::PaperPrinted
    )
}

fn event_words(event: Event) -> &'static str {
    match event {
        Event::ConsentGiven => "Дано согласие на обработку данных",
        Event::SignedIn => "Вход в личный кабинет",
        Event::SignInRefused => "Неудачная попытка входа в кабинет",
        Event::SignedOut => "Выход из личного кабинета",
        Event::PasswordRecovered => "Доступ восстановлен",
        Event::PasswordChanged => "Пароль гражданина изменён",
        Event::ReviewOpened => "Открыто дело",
        Event::AppealMade => "Гражданин не согласен с ответом реестра",
        Event::SnilsClaimed => "СНИЛС принадлежит другой учётной записи",
        Event::PapersAsked => "Запрошен документ",
        Event::PapersHandedIn => "Документы переданы",
        Event::PapersOpened => "Открыт документ гражданина",
        Event::AppointmentBooked => "Запись в центр обслуживания",
        Event::AppointmentCancelled => "Запись в центр отменена",
        Event::AppointmentCalledOff => "Запись отменена: центр не принимает в это время",
        Event::OperatorAdded => "Добавлен сотрудник",
        Event::OperatorDisabled => "Отключён сотрудник",
        Event::OperatorReset => "Выдан новый одноразовый пароль",
        Event::ReviewTaken => "Дело взято в работу",
        Event::ValueRevealed => "Показано значение",
        Event::DecisionProposed => "Предложено решение",
        Event::ReviewDecided => "Принято решение",
        Event::ProposalAgreed => "Второй специалист согласился",
        Event::ProposalRejected => "Второй специалист отклонил",
        Event::JournalRead => "Прочитан журнал",
        Event::OperatorPlaced => "Изменено место работы сотрудника",
        event => identity_words(event),
    }
}

/// What has to do with the proof of an identity, and the rest.
fn identity_words(event: Event) -> &'static str {
    match event {
        Event::IdentityCodeGiven => "Выдан код подтверждения личности",
        Event::IdentityRefused => "Отказано в подтверждении личности",
        Event::ReceptionOpened => "Открыты данные гражданина на приёме",
        Event::LookUpMissed => "Поиск гражданина никого не нашёл",
        Event::OperatorAlarm => "Тревога: слишком много поисков",
        Event::ComparisonDone => "Данные сверены с документами",
        Event::AccessRestored => "Выдан код для восстановления доступа",
        Event::RestorationStopped => "Гражданин отменил восстановление доступа",
        Event::RestorationRefused => "Отказано в восстановлении доступа",
        Event::TemporaryCodeUsed => "Вход по временному коду",
        Event::ReceptionRefused => "Регистрация прервана",
        Event::PaperPrinted => "Напечатан документ",
        // What a citizen reads says the same to an auditor.
        other => security::words(other),
    }
}

/// The particulars of an entry, one after the other.
pub(super) fn particulars(line: &JournalLine) -> String {
    let told = line.detail.iter().map(|(name, value)| told(name, value));
    told.collect::<Vec<_>>().join("; ")
}

/// One of them. What has no words here is shown as it is.
fn told(name: &str, value: &str) -> String {
    match name {
        "registry" => format!(
            "реестр: {}",
            of(Registry::from_code(value).map(words::registry), value)
        ),
        "outcome" => {
            let outcome = Outcome::from_code(value).map(|outcome| words::outcome(Some(outcome)));
            format!("ответ: {}", of(outcome, value))
        }
        "field" => format!("поле: {}", words::field(value)),
        "reason" => format!(
            "зачем: {}",
            of(
                RevealReason::from_code(value).map(words::reveal_reason),
                value
            )
        ),
        "decision" => format!("решение: {}", decision(value)),
        "cause" => format!("причина: {}", of(cause(value), value)),
        "method" => format!(
            "способ: {}",
            of(Method::from_code(value).map(reception::method), value)
        ),
        "way" => format!("как: {}", way(value)),
        "document" => {
            let kind = FurtherDocument::from_code(value).map(further_document::title);
            format!("документ: {}", of(kind, value))
        }
        "paper" => format!("документ: {}", paper(value)),
        "reception" => format!("приём {}", queue::short(value)),
        "level" => format!(
            "уровень: {}",
            of(AssuranceLevel::from_code(value).map(level_word), value)
        ),
        "role" => format!(
            "роль: {}",
            of(Role::from_code(value).map(words::role), value)
        ),
        "kind" => format!("вид: {}", kind(value)),
        "flow" => format!("где: {}", flow(value)),
        "computer" => format!(
            "компьютер: {}",
            if value == "foreign" {
                "чужой"
            } else {
                "свой"
            }
        ),
        "device" => format!(
            "устройство: {}",
            if value == "known" {
                "знакомое"
            } else {
                "новое"
            }
        ),
        "version" => format!("редакция: {value}"),
        "review" => format!("дело {}", queue::short(value)),
        "operator" => format!("сотрудник: {value}"),
        "centre" => format!("центр: {value}"),
        "event" => {
            let event = Event::from_code(value).map(event_words);
            format!("событие: {}", of(event, value))
        }
        "from" => format!("с {}", day(value)),
        "until" => format!("по {}", day(value)),
        "chain" if value == "whole" => "цепочка цела".to_owned(),
        "chain" => "цепочка нарушена".to_owned(),
        "entries" => format!("записей: {value}"),
        "entry" => format!("запись {value}"),
        name => format!("{name}: {value}"),
    }
}

fn of<'a>(word: Option<&'a str>, code: &'a str) -> &'a str {
    word.unwrap_or(code)
}

fn day(iso: &str) -> String {
    domain::date::Date::parse(iso).map_or_else(|_| iso.to_owned(), domain::date::Date::display)
}

fn decision(code: &str) -> &str {
    match code {
        "match" => "данные верны",
        "mismatch" => "есть расхождение",
        "ask_again" => "вернуть в реестр",
        "ask_papers" => "попросить документ",
        code => code,
    }
}

fn kind(code: &str) -> &str {
    match code {
        "phone" => "телефон",
        "email" => "электронная почта",
        "pdf" => "PDF",
        "jpeg" => "JPEG",
        "png" => "PNG",
        "confirmation" => "подтверждение личности",
        "registration" => "регистрация",
        "restoration" => "восстановление доступа",
        code => code,
    }
}

/// Why a case is open, or why an operator refused.
fn cause(code: &str) -> Option<&'static str> {
    if code == "second" {
        return Some("второй сотрудник не согласился");
    }
    let refused = RefusalReason::from_code(code).map(reception::cause);
    Cause::from_code(code).map(words::cause).or(refused)
}

fn way(code: &str) -> &str {
    match code {
        "code" => "по коду визита",
        "documents" => "по документам",
        "other_document" => "по СНИЛС и новому документу",
        "form" => "по заявлению",
        "desk" => "в центре обслуживания",
        code => code,
    }
}

fn paper(code: &str) -> &str {
    match code {
        "certificate" => "свидетельство",
        "access" => "лист с кодом",
        code => code,
    }
}

fn flow(code: &str) -> &str {
    match code {
        "registration" => "регистрация",
        "resume" => "продолжение регистрации",
        "recovery" => "восстановление доступа",
        "contact" => "смена контакта",
        code => code,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_event_has_words_of_its_own() {
        let words: HashSet<_> = Event::ALL.iter().map(|event| event_words(*event)).collect();
        assert_eq!(words.len(), Event::ALL.len());
        let offered: usize = groups().iter().map(|group| group.options.len()).sum();
        assert_eq!(offered, Event::ALL.len());
    }

    #[test]
    fn what_a_specialist_looked_at_is_said_in_words() {
        for (name, value, expected) in [
            ("field", "surname", "поле: Фамилия"),
            ("reason", "appeal", "зачем: Ответить на обращение"),
            ("decision", "ask_papers", "решение: попросить документ"),
            ("registry", "snils", "реестр: СНИЛС"),
            ("outcome", "not_found", "ответ: Такого номера нет"),
            (
                "cause",
                "unfit",
                "причина: Документ недействителен, повреждён или не подходит",
            ),
            ("method", "centre", "способ: Лично в центре обслуживания"),
            ("way", "documents", "как: по документам"),
            ("kind", "restoration", "вид: восстановление доступа"),
            ("level", "standard", "уровень: Стандартный"),
            ("role", "senior", "роль: старший специалист"),
            ("event", "value_revealed", "событие: Показано значение"),
            ("from", "2026-03-17", "с 17.03.2026"),
            ("colour", "blue", "colour: blue"),
        ] {
            assert_eq!(told(name, value), expected);
        }
    }
}
