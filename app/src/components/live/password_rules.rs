//! The rules of a new password, answered at each key (S1, V8).

use std::time::Duration;

use domain::field::password::PasswordRules;
use leptos::prelude::*;

use super::LiveForm;
use crate::browser::input;
use crate::messages;
use crate::model::Limits;

/// How long nothing is typed before the status line speaks.
const QUIET: Duration = Duration::from_millis(1_000);

/// What is needed and what is there, in words.
#[component]
pub fn PasswordRulesView(
    /// The rules.
    limits: Limits,
    /// The form of the password.
    form: LiveForm,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    let keys = StoredValue::new(0_u32);
    input::on_input("password", move |value| {
        typed.set(value);
        keys.update_value(|keys| *keys += 1);
        let now = keys.get_value();
        set_timeout(
            move || {
                if keys.try_get_value() == Some(now) {
                    form.status
                        .set(typed.with_untracked(|typed| left(limits, typed)));
                }
            },
            QUIET,
        );
    });
    let items = move || {
        let rules = PasswordRules::from(limits);
        let list = typed.with(|typed| messages::password_rules(&rules, typed));
        list.into_iter()
            .map(|(text, _, met)| rule(text, met))
            .collect::<Vec<_>>()
    };
    view! { <ul class="rules" id="password-rules">{items}</ul> }.into_any()
}

/// A rule, and in words whether it is met.
pub fn rule(text: String, met: bool) -> AnyView {
    let (class, state) = if met {
        ("rules__item rules__item--met", "✓ есть")
    } else {
        ("rules__item", "— нужно")
    };
    view! { <li class=class>{text} " " <span class="rules__state">{state}</span></li> }.into_any()
}

/// «Осталось: цифра и символ»; nothing before the first key and when all is there.
fn left(limits: Limits, typed: &str) -> String {
    if typed.is_empty() {
        return String::new();
    }
    let unmet: Vec<&str> = messages::password_rules(&limits.into(), typed)
        .into_iter()
        .filter_map(|(_, short, met)| (!met).then_some(short))
        .collect();
    match unmet.split_last() {
        None => "Пароль подходит".to_owned(),
        Some((last, [])) => ["Осталось: ", last].concat(),
        Some((last, rest)) => ["Осталось: ", &rest.join(", "), " и ", last].concat(),
    }
}
