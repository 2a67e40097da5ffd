//! The head of the desk's pages.

use leptos::prelude::*;

use super::{InlineForm, Mark};

/// The operator who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employee {
    /// The login.
    pub login: String,
    /// «Специалист»
    pub role: &'static str,
}

/// Mark, place, and who is signed in with the way out.
#[component]
pub fn DeskHeader(
    /// Who is signed in.
    employee: Option<Employee>,
    /// Messages go to the sandbox.
    sandbox: bool,
) -> impl IntoView {
    let who = employee.map(|employee| {
        view! {
            <div class="header__nav">
                <span>{employee.login}", "{employee.role}</span>
                <InlineForm action="/api/desk/logout" text="Выйти" look="quiet"/>
            </div>
        }
    });
    view! {
        <header class="header">
            <div class="header__inner">
                <a class="mark" href="/desk" aria-label="Ступени, рабочее место"><Mark/></a>
                <span>"Рабочее место"</span>
                {sandbox.then(|| view! { <span class="sandbox-mark">"Песочница"</span> })}
                {who}
            </div>
        </header>
    }
}
