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
    /// The sections that are open.
    pub sections: Vec<DeskSection>,
}

/// A section of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskSection {
    /// Where it begins.
    pub path: &'static str,
    /// «Дела»
    pub name: &'static str,
    /// The page belongs to it.
    pub current: bool,
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
        let links = employee.sections.into_iter().map(|section| {
            let here = section.current.then_some("page");
            view! { <a class="header__link" href=section.path aria-current=here>{section.name}</a> }
        });
        view! {
            <nav class="desk-sections" aria-label="Разделы рабочего места">{links.collect_view()}</nav>
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
