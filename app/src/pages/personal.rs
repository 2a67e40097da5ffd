//! The personal-data stage: one step a page, then everything once more.

use std::collections::BTreeSet;

use accounts::flash::Form as FlashForm;
use accounts::profile::{self, ProfileView};
use accounts::{PortalError, check};
use domain::check::Stage;
use domain::countries;
use domain::date::Date;
use domain::field::contact::ContactKind;
use domain::flow::{Flow, Step, allowed, furthest};
use domain::profile::{
    Context, DocumentKind, ProfileField, Sex, is_asked, is_field_asked, is_own_document,
    is_under_age, subject, value,
};
use domain::registry::Outcome;
use leptos::prelude::*;

use super::{Request, fields, flash, titled};
use crate::components::plain::{
    BackLink, Notice, ProofStage, Row, StageOf, StepHead, SummaryList, html, part,
};
use crate::messages::profile::label;
use crate::model::{Button, Field, Form, Part, Screen};
use crate::{date, judge};

/// The page of a step, or where to go instead.
pub(crate) async fn page(request: &Request<'_>, step: Step) -> Result<Screen, PortalError> {
    let portal = &request.context.site.portal;
    let view = profile::view(portal, request.visit).await?;
    if view.is_checking {
        return Ok(Screen::Redirect(check::PATH.to_owned()));
    }
    if !allowed(step, &view.facts) {
        let open = furthest(Flow::PersonalData, &view.facts);
        return Ok(Screen::Redirect(open.path().to_owned()));
    }
    let today = Date::in_moscow(portal.clock.now().millis());
    let unknown = unknown(request, &view).await?;
    Ok(match step {
        Step::PersonalCheck => check_page(&view, &unknown, today),
        _ => step_page(step, &view, &unknown, today),
    })
}

/// The numbers that a registry does not know at all, as against those that differ in it.
async fn unknown(
    request: &Request<'_>,
    view: &ProfileView,
) -> Result<BTreeSet<ProfileField>, PortalError> {
    if view.marked.is_empty() {
        return Ok(BTreeSet::new());
    }
    let checks = check::view(&request.context.site.portal, request.visit).await?;
    let rows = checks.profile.map_or_else(Vec::new, |profile| profile.rows);
    Ok(rows
        .into_iter()
        .filter(|row| row.stage == Stage::Answered(Outcome::NotFound))
        .map(|row| subject(row.registry)[0])
        .collect())
}

fn heading(step: Step) -> &'static str {
    match step {
        Step::PersonalCitizenship => "Гражданство и документ",
        Step::PersonalPerson => "Кто вы",
        Step::PersonalDocument => "Документ",
        Step::PersonalAddress => "Адрес регистрации",
        Step::PersonalResidence => "Адрес проживания",
        Step::PersonalNumbers => "СНИЛС и ИНН",
        _ => "Проверьте данные",
    }
}

/// What the page says before its form.
fn lead(step: Step) -> &'static str {
    match step {
        Step::PersonalCitizenship => {
            "Это первый шаг к стандартной учётной записи. Понадобятся паспорт или другой документ и СНИЛС. Заполнить можно за 5–10 минут, прерваться — на любом шаге."
        }
        Step::PersonalPerson => "Пишите без отклонений от документа: реестры сверят каждую букву.",
        Step::PersonalDocument => {
            "Пишите без отклонений от документа: реестры сверят каждую цифру."
        }
        Step::PersonalAddress => "Как в штампе о регистрации.",
        Step::PersonalResidence => "Где вы живёте на самом деле.",
        Step::PersonalNumbers => {
            "Без СНИЛС стандартную учётную запись получить нельзя. Если его сейчас нет под рукой, сохраните остальное и вернитесь позже."
        }
        _ => "Сверьте всё с документами: исправить можно и потом, но проверка начнётся заново.",
    }
}

fn step_page(
    step: Step,
    view: &ProfileView,
    unknown: &BTreeSet<ProfileField>,
    today: Date,
) -> Screen {
    let refused = view.refused == Some(step);
    let context = Context::of(&view.values, today);
    let list = ProfileField::of_step(step)
        .filter(|&name| is_field_asked(name, &context))
        .map(|name| {
            let is_unknown = unknown.contains(&name);
            field(name, view, &context, refused, is_unknown)
        })
        .collect();
    let form = Form {
        action: "/api/profile".into(),
        hidden: vec![("step".into(), step.path().into())],
        fields: list,
        autosave: "/api/profile/autosave".into(),
        saved: saved(view),
        buttons: vec![
            Button {
                text: "Продолжить".into(),
                action: String::new(),
            },
            Button {
                text: "Сохранить".into(),
                action: "/api/profile/save".into(),
            },
        ],
        beneath: beneath(step),
        ..Form::default()
    };
    let progress = step.spec().progress;
    let (heading, lead) = (heading(step), lead(step));
    let mut parts = vec![part(view! { <BackLink to=step.back()/> })];
    if step == Step::PersonalPerson && is_under_age(&view.values, today) {
        parts.push(part(view! {
            <Notice
                tone="warning"
                text="Документ с 14 лет: до этого возраста за ребёнка действуют родители. Если дата рождения указана верно, вернитесь, когда вам исполнится 14, — всё введённое сохранится."
            />
        }));
    }
    parts.push(Part::Summary);
    parts.push(part(view! {
        <StepHead progress heading=heading/>
        <StageOf stage=ProofStage::Entering/>
        <p class="lead">{lead}</p>
    }));
    parts.push(Part::Form(form));
    titled(progress, heading, parts)
}

/// A field with what was typed, what is wrong with it, and what a registry has said of it.
fn field(
    name: ProfileField,
    view: &ProfileView,
    context: &Context,
    refused: bool,
    is_unknown: bool,
) -> Field {
    let typed = value(&view.values, name);
    let typed = match (name, typed) {
        (ProfileField::Citizenship, "") => countries::RUSSIA,
        (ProfileField::DocumentKind, "") => DocumentKind::RussianPassport.code(),
        _ => typed,
    };
    let shown = fields::shown(name, typed);
    let mut field = fields::filled(fields::profile(name, context), &shown, refused);
    if view.marked.contains(&name) && field.error.is_empty() {
        let said = match is_unknown {
            true => "В реестре не нашлось:",
            false => "Реестр ответил, что не совпадает:",
        };
        field.error = format!("{said} {}. Сверьте с документом", within_sentence(name));
    }
    if refused && name == ProfileField::DocumentKind && !is_own_document(&view.values) {
        field.error = "Гражданам России нужен паспорт России, остальным — их документ. Проверьте гражданство и тип документа".into();
    }
    fields::listed(field, name)
}

/// A label in a sentence: «дата рождения», «СНИЛС». What stands in brackets is for whoever fills the form in.
fn within_sentence(field: ProfileField) -> String {
    let label = label(field);
    let name = label.split_once(" (").map_or(label, |(name, _)| name);
    match field {
        ProfileField::Snils | ProfileField::Inn => name.to_owned(),
        _ => name.to_lowercase(),
    }
}

fn saved(view: &ProfileView) -> String {
    view.expires_at
        .map(date::draft_until_day)
        .unwrap_or_default()
}

/// Help under the buttons (R-PRS-08, R-PRS-16).
fn beneath(step: Step) -> String {
    match step {
        Step::PersonalNumbers => html(view! {
            <p class="form__aside">
                "СНИЛС — номер вашего лицевого счёта в Пенсионном фонде. Он напечатан на зелёной карточке, её выдаёт Пенсионный фонд или работодатель. Если СНИЛС нет, обратитесь к ним."
            </p>
            <p class="form__aside">
                "ИНН указывать не обязательно: он открывает налоговые услуги. "
                <a href="/help/inn" rel="external">"Узнай свой ИНН"</a>
            </p>
        }),
        _ => String::new(),
    }
}

/// Everything once more, in sections, with «Изменить» for each row (W7).
fn check_page(view: &ProfileView, unknown: &BTreeSet<ProfileField>, today: Date) -> Screen {
    let context = Context::of(&view.values, today);
    let found = flash::of(view.flash.as_ref(), FlashForm::PersonalCheck);
    let mut list = [fields::check_consent()];
    flash::refuse(&mut list, found);
    let form = Form {
        action: "/api/profile/submit".into(),
        fields: list.into(),
        saved: saved(view),
        buttons: vec![Button {
            text: "Продолжить".into(),
            action: String::new(),
        }],
        beneath: html(view! {
            <p class="form__aside">
                "После этого данные уйдут в Пенсионный фонд, МВД и, если указан ИНН, в налоговую службу. Обычно ответ приходит за 15 минут."
            </p>
        }),
        ..Form::default()
    };
    let progress = Step::PersonalCheck.spec().progress;
    let mut parts = vec![part(view! { <BackLink to=Step::PersonalCheck.back()/> })];
    parts.extend(flash::notices(found));
    parts.push(Part::Summary);
    parts.push(part(view! {
        <StepHead progress heading=heading(Step::PersonalCheck)/>
        <StageOf stage=ProofStage::Entering/>
        <p class="lead">{lead(Step::PersonalCheck)}</p>
        {sections(view, unknown, &context)}
        {phone(view)}
    }));
    parts.push(Part::Form(form));
    titled(progress, heading(Step::PersonalCheck), parts)
}

fn sections(
    view: &ProfileView,
    unknown: &BTreeSet<ProfileField>,
    context: &Context,
) -> Vec<AnyView> {
    let steps = Flow::PersonalData.steps().map(|spec| spec.step);
    steps
        .filter(|&step| step != Step::PersonalCheck && is_asked(step, &view.values))
        .map(|step| {
            let rows: Vec<Row> = ProfileField::of_step(step)
                .filter(|&field| is_field_asked(field, context))
                .map(|field| row(field, view, context, unknown))
                .collect();
            view! {
                <h2>{heading(step)}</h2>
                <SummaryList rows/>
            }
            .into_any()
        })
        .collect()
}

fn row(
    field: ProfileField,
    view: &ProfileView,
    context: &Context,
    unknown: &BTreeSet<ProfileField>,
) -> Row {
    let shown = readable(field, value(&view.values, field), context);
    let said = match unknown.contains(&field) {
        true => "Не нашлось в реестре",
        false => "Не совпало с реестром",
    };
    let mark = view.marked.contains(&field).then(|| {
        view! { <span class="summary-list__mark">{said}</span> }
    });
    let text = if shown.is_empty() {
        "Не указано".to_owned()
    } else {
        shown
    };
    let name = label(field);
    let href = format!("{}#{}", field.step().path(), field.code());
    Row {
        term: name.to_owned(),
        value: html(view! { <span>{text}</span>{mark} }),
        actions: html(view! {
            <a href=href>"Изменить"<span class="visually-hidden">{format!(": {name}")}</span></a>
        }),
    }
}

/// A value as people read it.
pub(crate) fn readable(field: ProfileField, value: &str, context: &Context) -> String {
    let known = match field {
        ProfileField::Citizenship => countries::name(value).map(str::to_owned),
        ProfileField::DocumentKind => {
            DocumentKind::from_code(value).map(|kind| fields::document(kind).to_owned())
        }
        ProfileField::Sex => Sex::from_code(value).map(|sex| fields::sex(sex).to_owned()),
        ProfileField::SameResidence => Some(if value.is_empty() { "Нет" } else { "Да" }.into()),
        ProfileField::BirthDate | ProfileField::IssueDate => Some(fields::shown(field, value)),
        _ => {
            let canonical = domain::profile::judge(field, value, context, &unicode::Tables);
            canonical
                .ok()
                .map(|canonical| judge::profile::readable(field, &canonical, context))
        }
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// Whoever has no phone yet is offered to give one here (R-CNT-12).
fn phone(view: &ProfileView) -> Option<AnyView> {
    let row = view
        .contacts
        .iter()
        .find(|row| row.kind == ContactKind::Phone)?;
    (!row.confirmed).then(|| {
        view! {
            <h2>"Телефон"</h2>
            <p>
                "Телефон не подтверждён. По нему проще узнать о результате и восстановить доступ. "
                <a href="/cabinet/contacts/phone">"Указать телефон"</a>
            </p>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_sentences_keep_abbreviations_and_drop_hints() {
        assert_eq!(within_sentence(ProfileField::Snils), "СНИЛС");
        assert_eq!(within_sentence(ProfileField::Inn), "ИНН");
        assert_eq!(within_sentence(ProfileField::Patronymic), "отчество");
        assert_eq!(within_sentence(ProfileField::BirthDate), "дата рождения");
    }
}
