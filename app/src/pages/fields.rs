//! The fields of the portal's forms: labels, hints and tokens in one place.

use domain::countries;
use domain::date::Date;
use domain::field::contact::ContactKind;
use domain::field::password::PasswordRules;
use domain::profile::{AddressPart, Context, DocumentKind, ProfileField, Sex, is_optional};

use leptos::prelude::*;

use crate::components::plain::html;
use crate::judge;
use crate::messages::profile as words;
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

/// «СНИЛС» of the sign-in: nothing but empty is wrong with it.
pub(crate) fn snils_login() -> Field {
    field("snils", "СНИЛС", Kind::Number, Rule::SnilsLogin, "off")
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

/// The consent of the check page (R-PRS-22).
pub(crate) fn check_consent() -> Field {
    let label = "Данные верны. Я согласен на их проверку в государственных реестрах на условиях \
         <a href=\"/privacy\" target=\"_blank\" rel=\"external noopener\">Политики конфиденциальности (в новой вкладке)</a>";
    field("consent", label, Kind::Check, Rule::Consent, "")
}

/// A field of the personal-data stage, with all its words.
pub(crate) fn profile(name: ProfileField, context: &Context) -> Field {
    let (kind, autocomplete) = traits(name, context.is_russian);
    let mut field = field(
        name.code(),
        words::label(name),
        kind,
        Rule::Profile(judge::profile::written(name, context)),
        autocomplete,
    );
    field.optional = is_optional(name);
    let texts = words::texts(name, context.is_russian).into_iter();
    let lines: Vec<String> = texts
        .map(|(code, text)| format!("{code}\t{text}"))
        .collect();
    field.texts = lines.join("\n");
    hinted(field, words::hint(name, context.is_russian))
}

fn traits(name: ProfileField, is_russian: bool) -> (Kind, &'static str) {
    use ProfileField as F;
    match name {
        F::Citizenship | F::DocumentKind => (Kind::Select, "off"),
        F::Sex => (Kind::Select, "sex"),
        F::Surname => (Kind::Text, "family-name"),
        F::FirstName => (Kind::Text, "given-name"),
        F::Patronymic => (Kind::Text, "additional-name"),
        F::BirthDate => (Kind::Date, "bday"),
        F::IssueDate => (Kind::Date, "off"),
        F::BirthPlace | F::IssuedBy => (Kind::Text, "off"),
        // Documents of other states have letters in their numbers.
        F::DocumentNumber if !is_russian => (Kind::Text, "off"),
        F::DocumentNumber | F::DivisionCode | F::Snils | F::Inn => (Kind::Number, "off"),
        F::SameResidence => (Kind::Check, ""),
        F::Registration(part) | F::Residence(part) => match part {
            AddressPart::Region => (Kind::Text, "address-level1"),
            AddressPart::City => (Kind::Text, "address-level2"),
            AddressPart::Street => (Kind::Text, "street-address"),
            AddressPart::PostalIndex => (Kind::Number, "postal-code"),
            AddressPart::District | AddressPart::House | AddressPart::Flat => (Kind::Text, "off"),
        },
    }
}

/// The list of a field that has one, with what is chosen and what is wrong.
pub(crate) fn listed(mut field: Field, name: ProfileField) -> Field {
    let options = choices(name);
    if options.is_empty() {
        return field;
    }
    let chosen = field.value.clone();
    let options = options.into_iter().map(|(value, text)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    });
    let id = field.name.clone();
    field.control = html(view! {
        <select
            id=id.clone()
            name=id.clone()
            class="input input--select"
            autocomplete=field.autocomplete.clone()
            aria-describedby=format!("{id}-error")
            aria-invalid=(!field.error.is_empty()).then_some("true")
        >
            {options.collect_view()}
        </select>
    });
    field
}

/// How wide a field is and which keyboard serves it, for controls that the server alone makes.
pub(crate) fn look(name: ProfileField) -> &'static str {
    match traits(name, true).0 {
        Kind::Date => "date",
        Kind::Number => "number",
        _ => "",
    }
}

/// What can be chosen; empty: the field is typed.
pub(crate) fn choices(name: ProfileField) -> Vec<(String, String)> {
    let pair = |(value, text): (&str, &str)| (value.to_owned(), text.to_owned());
    match name {
        ProfileField::Citizenship => countries::all().map(pair).collect(),
        ProfileField::DocumentKind => DocumentKind::ALL
            .map(|kind| pair((kind.code(), document(kind))))
            .into(),
        ProfileField::Sex => {
            let mut options = vec![pair(("", "Выберите"))];
            options.extend(Sex::ALL.map(|one| pair((one.code(), sex(one)))));
            options
        }
        _ => Vec::new(),
    }
}

/// «Паспорт гражданина Российской Федерации»
pub(crate) fn document(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::RussianPassport => "Паспорт гражданина Российской Федерации",
        DocumentKind::ForeignDocument => "Документ иностранного государства",
        DocumentKind::ResidencePermit => "Вид на жительство или документ лица без гражданства",
    }
}

/// «Женский», «Мужской»
pub(crate) fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "Женский",
        Sex::Male => "Мужской",
    }
}

/// What stands in the input: a date that was kept, or filled in by the browser, in its ISO form is shown as it is typed.
pub(crate) fn shown(name: ProfileField, typed: &str) -> String {
    let is_date = matches!(name, ProfileField::BirthDate | ProfileField::IssueDate);
    match Date::parse(typed) {
        Ok(date) if is_date => date.display(),
        _ => typed.to_owned(),
    }
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
