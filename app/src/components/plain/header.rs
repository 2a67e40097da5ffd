//! The head of every page.

use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::prelude::*;

use super::{InlineForm, Mark};

/// The citizen who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct User {
    /// «Фамилия»
    pub surname: String,
    /// «Упрощённая учётная запись»
    pub level: &'static str,
    /// Phone and e-mail, as they are shown.
    pub contacts: Vec<String>,
}

impl User {
    /// A number that differs where the card does.
    pub(crate) fn stamp(&self) -> u32 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        u32::try_from(hasher.finish() >> 32).unwrap_or(u32::MAX)
    }
}

/// Mark, and registration and sign-in or the user's card (R-ENT-01, R-CAB-01).
#[component]
pub fn Header(
    /// Who is signed in.
    user: Option<User>,
    /// Messages go to the sandbox.
    sandbox: bool,
) -> impl IntoView {
    view! {
        <header class="header">
            <div class="header__inner">
                <a class="mark" href="/" aria-label="Ступени, на главную"><Mark/></a>
                {sandbox.then(|| view! { <span class="sandbox-mark">"Песочница"</span> })}
                <nav class="header__nav" aria-label="Учётная запись">
                    {match user {
                        None => view! {
                            <a class="header__link" href="/register">"Регистрация"</a>
                            <a class="header__link" href="/login">"Вход"</a>
                        }.into_any(),
                        Some(user) => view! { <UserCard user/> }.into_any(),
                    }}
                </nav>
            </div>
        </header>
    }
}

/// The card opens without scripts; «Выйти» is there without opening it.
#[component]
pub fn UserCard(
    /// Who is signed in.
    user: User,
) -> impl IntoView {
    view! {
        <details class="user-card">
            <summary class="user-card__summary">
                <span class="user-card__name">{user.surname}</span>
                <span class="user-card__level">{user.level}</span>
            </summary>
            <div class="user-card__body">
                {user.contacts.into_iter().map(|contact| view! { <p class="user-card__contact">{contact}</p> }).collect_view()}
                <ul class="user-card__links">
                    <li><a href="/cabinet">"Личный кабинет"</a></li>
                    <li><a href="/cabinet/data">"Личные данные"</a></li>
                    <li><a href="/cabinet/documents">"Мои документы"</a></li>
                    <li><a href="/cabinet/security">"Настройки безопасности"</a></li>
                </ul>
            </div>
        </details>
        <InlineForm action="/api/logout" text="Выйти" look="quiet"/>
    }
}
