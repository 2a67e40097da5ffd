//! The fields of the portal's forms: labels, hints and tokens in one place.

use domain::field::contact::ContactKind;
use domain::field::password::PasswordRules;

use crate::judge;
use crate::model::{Field, Kind, Rule};

fn field(name: &str, label: &str, kind: Kind, rule: Rule, autocomplete: &str) -> Field {
    Field {
        name: name.to_owned(),
        label: label.to_owned(),
        kind,
        rule,
        autocomplete: autocomplete.to_owned(),
        ..Field::default()
    }
}

fn hinted(mut field: Field, hint: &str) -> Field {
    hint.clone_into(&mut field.hint);
    field
}

pub(crate) fn surname() -> Field {
    field(
        "surname",
        "Фамилия",
        Kind::Text,
        Rule::Surname,
        "family-name",
    )
}

pub(crate) fn first_name() -> Field {
    field(
        "first_name",
        "Имя",
        Kind::Text,
        Rule::FirstName,
        "given-name",
    )
}

pub(crate) fn patronymic() -> Field {
    let mut field = field(
        "patronymic",
        "Отчество (необязательно)",
        Kind::Text,
        Rule::Patronymic,
        "additional-name",
    );
    field.optional = true;
    field
}

pub(crate) fn phone() -> Field {
    hinted(
        field("phone", "Мобильный телефон", Kind::Tel, Rule::Phone, "tel"),
        "Отправим код в СМС. С +7 или 8, пробелы не важны",
    )
}

pub(crate) fn email() -> Field {
    hinted(
        field(
            "email",
            "Электронная почта",
            Kind::Email,
            Rule::Email,
            "email",
        ),
        "Отправим письмо с кодом и ссылкой",
    )
}

pub(crate) fn contact(kind: ContactKind) -> Field {
    match kind {
        ContactKind::Phone => phone(),
        ContactKind::Email => email(),
    }
}

pub(crate) fn login(name: &str, label: &str, rule: Rule) -> Field {
    hinted(
        field(name, label, Kind::Login, rule, "username"),
        "Мобильный телефон или электронная почта",
    )
}

pub(crate) fn code(kind: ContactKind) -> Field {
    let rule = match kind {
        ContactKind::Phone => Rule::Code,
        ContactKind::Email => Rule::LetterCode,
    };
    hinted(
        field("code", "Код", Kind::Code, rule, "one-time-code"),
        "6 цифр",
    )
}

pub(crate) fn password(name: &str, label: &str) -> Field {
    field(
        name,
        label,
        Kind::Password,
        Rule::Password,
        "current-password",
    )
}

/// A new password and its repeat.
pub(crate) fn new_password(label: &str, repeat: &str, rules: PasswordRules) -> [Field; 2] {
    [
        field(
            "password",
            label,
            Kind::Password,
            Rule::NewPassword(rules.into()),
            "new-password",
        ),
        field(
            "password_repeat",
            repeat,
            Kind::Password,
            Rule::Repeat,
            "new-password",
        ),
    ]
}

pub(crate) fn consent() -> Field {
    let label = "Я согласен на обработку персональных данных, моих и моих детей, на условиях \
         <a href=\"/terms\" target=\"_blank\" rel=\"external noopener\">Условий использования (в новой вкладке)</a> и \
         <a href=\"/privacy\" target=\"_blank\" rel=\"external noopener\">Политики конфиденциальности (в новой вкладке)</a>";
    field("consent", label, Kind::Check, Rule::Consent, "")
}

pub(crate) fn foreign_computer() -> Field {
    field(
        "foreign_computer",
        "Чужой компьютер",
        Kind::Check,
        Rule::Any,
        "",
    )
}

/// Puts what was typed into the field and judges it, as a refused form does.
pub(crate) fn filled(mut field: Field, value: &str, refused: bool) -> Field {
    value.clone_into(&mut field.value);
    let verdict = judge::judge(&field, value, "");
    if refused {
        field.error = verdict.error;
    }
    if !value.is_empty() {
        field.understood = verdict.understood;
        field.suggestion = verdict.suggestion;
    }
    field
}
