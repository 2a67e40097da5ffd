//! Radios or checkboxes under one question.

use leptos::prelude::*;

use super::field_error;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: &'static str,
    /// What is read.
    pub label: &'static str,
    /// It is chosen already.
    pub chosen: bool,
}

/// The question with its answers. Ids come from `id` and the values; the first answer has `id` itself, so
/// that the summary leads there.
#[component]
pub fn Choices(
    /// Id of the question.
    id: &'static str,
    /// Name in the form.
    name: &'static str,
    /// The question.
    legend: &'static str,
    /// What to know about it; empty: nothing.
    #[prop(default = "")]
    hint: &'static str,
    /// Several answers may be chosen.
    #[prop(default = false)]
    several: bool,
    /// The answers.
    choices: Vec<Choice>,
    /// What is wrong; empty: nothing.
    error: String,
) -> impl IntoView {
    let kind = if several { "checkbox" } else { "radio" };
    let class = format!("check__input check__input--{kind}");
    let wrong = (!error.is_empty()).then_some("true");
    let answers = choices.into_iter().enumerate().map(|(place, choice)| {
        let own = match place {
            0 => id.to_owned(),
            _ => format!("{id}-{}", choice.value),
        };
        view! {
            <div class="check">
                <input
                    id=own.clone()
                    class=class.clone()
                    type=kind
                    name=name
                    value=choice.value
                    checked=choice.chosen
                    aria-invalid=wrong.filter(|_| several)
                />
                <label class="check__label" for=own>{choice.label}</label>
            </div>
        }
    });
    let answers = answers.collect_view();
    let mut described = format!("{id}-error");
    let hint = (!hint.is_empty()).then(|| {
        described = format!("{id}-hint {described}");
        view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> }
    });
    view! {
        <fieldset class="choices" aria-describedby=described>
            <legend class="field__label">{legend}</legend>
            {hint}
            {field_error(id, error)}
            {answers}
        </fieldset>
    }
}
