//! A field: label, hint, error, input, how it was understood.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

#[cfg(feature = "cabinet")]
use super::CalendarView;
use super::{LiveField, LiveForm, PasswordRulesView};
use crate::browser::{focus, input, layout};
#[cfg(feature = "cabinet")]
use crate::judge;
use crate::model::{Field, Kind, Rule};

/// A field with all its wiring; ids come from its name.
#[component]
pub fn FieldView(
    /// The field.
    field: LiveField,
    /// Its form.
    form: LiveForm,
) -> AnyView {
    let model = field.field.get_value();
    match model.kind {
        Kind::Check => return checkbox(field, form, model),
        #[cfg(feature = "cabinet")]
        Kind::Select => return super::list::view(field, form, model),
        _ => {}
    }
    let Field {
        name,
        label,
        hint,
        kind,
        rule,
        autocomplete,
        value,
        ..
    } = model;
    let id = |part: &str| [&name, "-", part].concat();
    let shown = RwSignal::new(false);
    #[cfg(feature = "cabinet")]
    let calendar = judge::profile::calendar(&rule).map(|(today, start)| {
        view! { <CalendarView field form today start/> }
    });
    #[cfg(not(feature = "cabinet"))]
    let calendar = ();
    let rules = match rule {
        Rule::NewPassword(limits) => Some(view! { <PasswordRulesView limits form/> }),
        _ => None,
    };
    let mut described = vec![id("error"), id("note")];
    if !hint.is_empty() {
        described.insert(0, id("hint"));
    }
    if rules.is_some() {
        described.insert(0, id("rules"));
    }
    let traits = Traits::of(kind);
    view! {
        <div class="field">
            <label class="field__label" for=name.clone()>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=id("hint")>{hint}</p> }.into_any())}
            {rules.map(IntoAny::into_any)}
            {error(field, id("error"))}
            <div class="field__control">
                <input
                    id=name.clone()
                    class=traits.class
                    name=name.clone()
                    type=move || if shown.get() { "text" } else { traits.kind }
                    inputmode=traits.keyboard
                    pattern=traits.pattern
                    autocomplete=autocomplete
                    autocapitalize=traits.autocapitalize
                    spellcheck="false"
                    value=value
                    aria-describedby=described.join(" ")
                    aria-invalid=move || (!field.error.with(String::is_empty)).then_some("true")
                    on:input=move |_| form.typed(field)
                    on:blur=move |_| form.left(field)
                    on:keyup=move |event| note_keyboard(&event, kind, field)
                />
                {(kind == Kind::Password).then(|| reveal(&name, shown))}
                {calendar}
            </div>
            <p class="field__understood" id=id("note")>{move || field.note.get()}</p>
            {(kind == Kind::Email).then(|| suggestion(field, form, &name))}
        </div>
    }
    .into_any()
}

/// What the kinds of inputs differ in (F2–F4).
#[derive(Clone, Copy)]
struct Traits {
    class: &'static str,
    kind: &'static str,
    keyboard: Option<&'static str>,
    pattern: Option<&'static str>,
    autocapitalize: Option<&'static str>,
}

impl Traits {
    fn of(kind: Kind) -> Self {
        let text = Self {
            class: "input",
            kind: "text",
            keyboard: None,
            pattern: None,
            autocapitalize: None,
        };
        let off = Some("off");
        match kind {
            Kind::Text | Kind::Check | Kind::Select => text,
            Kind::Date => Self {
                class: "input input--date",
                keyboard: Some("numeric"),
                ..text
            },
            Kind::Number => Self {
                class: "input input--number",
                keyboard: Some("numeric"),
                ..text
            },
            Kind::Tel => Self {
                class: "input input--phone",
                kind: "tel",
                ..text
            },
            Kind::Email => Self {
                class: "input input--email",
                kind: "email",
                autocapitalize: off,
                ..text
            },
            Kind::Login => Self {
                class: "input input--email",
                autocapitalize: off,
                ..text
            },
            Kind::Code => Self {
                class: "input input--code",
                keyboard: Some("numeric"),
                pattern: Some("[0-9]*"),
                ..text
            },
            Kind::Password => Self {
                class: "input",
                kind: "password",
                autocapitalize: off,
                ..text
            },
        }
    }
}

/// What is wrong with a field (V4).
pub(super) fn error(field: LiveField, id: String) -> AnyView {
    view! {
        <p class="field__error" id=id hidden=move || field.error.with(String::is_empty)>
            <span class="visually-hidden">"Ошибка: "</span>
            <span>{move || field.error.get()}</span>
        </p>
    }
    .into_any()
}

/// «Показать пароль»: appears once scripts run, in space kept for it (S3).
fn reveal(name: &str, shown: RwSignal<bool>) -> AnyView {
    let ready = RwSignal::new(false);
    Effect::new(move |_| ready.set(true));
    let (show, hide) = match name {
        "password_repeat" => ("Показать повтор пароля", "Скрыть повтор пароля"),
        "current" => ("Показать текущий пароль", "Скрыть текущий пароль"),
        _ => ("Показать пароль", "Скрыть пароль"),
    };
    input::hide_on_submit(shown);
    view! {
        <span class="field__reveal">
            <button
                type="button"
                class="button button--quiet"
                aria-controls=name.to_owned()
                hidden=move || !ready.get()
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                {move || if shown.get() { hide } else { show }}
            </button>
        </span>
    }
    .into_any()
}

/// «Возможно, вы имели в виду …» (F10).
fn suggestion(field: LiveField, form: LiveForm, name: &str) -> AnyView {
    let id = StoredValue::new(name.to_owned());
    let take = move |_| {
        id.with_value(|id| {
            input::set_value(id, &field.suggestion.get_untracked());
            focus::on(&["#", id].concat());
        });
        form.typed(field);
    };
    view! {
        <p class="field__suggestion" hidden=move || field.suggestion.with(String::is_empty)>
            <span>{move || ["Возможно, вы имели в виду ", &field.suggestion.get(), "? "].concat()}</span>
            <button type="button" class="button button--link" on:click=take>
                {move || ["Исправить на ", &field.suggestion.get()].concat()}
            </button>
        </p>
    }
    .into_any()
}

/// Neutral notes beside a password (S3).
fn note_keyboard(event: &KeyboardEvent, kind: Kind, field: LiveField) {
    if kind == Kind::Password {
        field.note.set(layout::note(event).to_owned());
    }
}

fn checkbox(field: LiveField, form: LiveForm, model: Field) -> AnyView {
    let Field {
        name, label, value, ..
    } = model;
    let error_id = [&name, "-error"].concat();
    view! {
        <div class="field field--check">
            {error(field, error_id.clone())}
            <div class="check">
                <input
                    id=name.clone()
                    class="check__input"
                    name=name.clone()
                    type="checkbox"
                    value="true"
                    checked=!value.is_empty()
                    aria-describedby=error_id
                    aria-invalid=move || (!field.error.with(String::is_empty)).then_some("true")
                    on:change=move |_| form.typed(field)
                />
                <label class="check__label" for=name inner_html=label></label>
            </div>
        </div>
    }
    .into_any()
}
