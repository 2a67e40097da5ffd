//! `/cabinet/documents`: «Мои документы» (R-CAB-04, R-PRS-18), and the page of each further one.

use accounts::further_document::{self, DocumentsView};
use accounts::{PortalError, check};
use domain::flow::Step;
use domain::further_document::FurtherDocument;
use domain::profile::{ProfileField, value};
use leptos::prelude::*;

use super::{Request, flash, titled};
use crate::components::plain::{BackLink, Badge, InlineForm, Row, SummaryList, Tone, html, part};
use crate::messages::further_document as words;
use crate::model::{Button, Field, Form, Part, Screen};

/// What the registries check is told on the pages of personal data.
const CHECKED: [(ProfileField, &str); 3] = [
    (
        ProfileField::DocumentNumber,
        "Паспорт или документ иностранного гражданина",
    ),
    (ProfileField::Snils, "СНИЛС"),
    (ProfileField::Inn, "ИНН"),
];

/// The list.
pub(crate) async fn page(request: &Request<'_>) -> Result<Screen, PortalError> {
    let view = further_document::view(&request.context.site.portal, request.visit).await?;
    let mut parts = vec![part(view! { <BackLink to="/cabinet"/> })];
    parts.extend(flash::notices(view.flash.as_ref()));
    let checked = CHECKED.map(|(field, title)| {
        let is_there = !value(&view.confirmed, field).is_empty();
        let (path, verb) = match is_there {
            true => (check::PATH, "Посмотреть"),
            false => (Step::PersonalCitizenship.path(), "Указать"),
        };
        row(title, is_there, String::new(), path.to_owned(), verb)
    });
    let further = FurtherDocument::ALL.map(|kind| {
        let number = number(&view, kind);
        let verb = if number.is_empty() {
            "Указать"
        } else {
            "Изменить"
        };
        let path = further_document::path(kind);
        row(words::title(kind), !number.is_empty(), number, path, verb)
    });
    parts.push(part(view! {
        <h1 tabindex="-1">"Мои документы"</h1>
        <p class="lead">"Номера подставятся в заявления. Паспорт, СНИЛС и ИНН сверяют реестры, остальное хранится так, как вы указали."</p>
        <h2>"Проверяют реестры"</h2>
        <SummaryList rows=checked.into()/>
        <h2>"Другие документы"</h2>
        <SummaryList rows=further.into()/>
    }));
    Ok(titled(None, "Мои документы", parts))
}

/// The number of a document as people read it; empty: it is not told.
fn number(view: &DocumentsView, kind: FurtherDocument) -> String {
    let canonical = view.further.get(kind.code());
    canonical.map_or_else(String::new, |canonical| kind.display(canonical))
}

fn row(title: &str, is_there: bool, number: String, path: String, verb: &'static str) -> Row {
    let (tone, word) = match is_there {
        true => (Tone::Success, "Заполнено"),
        false => (Tone::Neutral, "Нет данных"),
    };
    let about = format!(": {title}");
    Row {
        term: title.to_owned(),
        value: html(view! { <span>{number}</span>" "<Badge tone text=word/> }),
        actions: html(view! {
            <a href=path>{verb}<span class="visually-hidden">{about}</span></a>
        }),
    }
}

/// The page of one; where there is no such document, the list.
pub(crate) async fn one(request: &Request<'_>, code: &str) -> Result<Screen, PortalError> {
    let Some(kind) = FurtherDocument::from_code(code) else {
        return Ok(Screen::Redirect(further_document::PATH.to_owned()));
    };
    let view = further_document::view(&request.context.site.portal, request.visit).await?;
    let own = number(&view, kind);
    let flash = view.flash.as_ref();
    let refused = flash.and_then(|flash| flash.codes.iter().find(|own| own.field == "number"));
    let typed = flash.and_then(|flash| flash.kept("number"));
    let form = Form {
        action: "/api/documents/save".into(),
        hidden: vec![("kind".into(), kind.code().into())],
        fields: vec![Field {
            name: "number".into(),
            label: words::label(kind).into(),
            hint: words::hint(kind).into(),
            autocomplete: "off".into(),
            value: typed.unwrap_or(&own).to_owned(),
            error: refused.map_or_else(String::new, |own| words::refusal(kind, own)),
            ..Field::default()
        }],
        buttons: vec![Button {
            text: "Сохранить".into(),
            action: String::new(),
        }],
        ..Form::default()
    };
    let mut parts = vec![
        part(view! { <BackLink to=further_document::PATH/> }),
        Part::Summary,
        part(view! {
            <h1 tabindex="-1">{words::title(kind)}</h1>
            <p class="lead">"Реестры этот номер не проверяют. " {words::purpose(kind)}</p>
        }),
        Part::Form(form),
    ];
    if !own.is_empty() {
        let hidden = vec![("kind", kind.code().to_owned())];
        parts.push(part(view! {
            <details class="sheet__more">
                <summary>"Удалить документ"</summary>
                <p>"Номер будет удалён из профиля, вернуть его нельзя."</p>
                <InlineForm action="/api/documents/remove" text=format!("Удалить: {}", words::title(kind)) hidden/>
            </details>
        }));
    }
    Ok(titled(None, words::title(kind), parts))
}
