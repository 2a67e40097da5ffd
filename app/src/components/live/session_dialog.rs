//! Two minutes before a session ends (W9).

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::input;
use crate::browser::navigation::Navigation;

/// How long before the end the dialog opens.
const NOTICE_S: u32 = 120;
const ID: &str = "session-end";

/// Announces the end of the session; offers to go on where that is possible.
#[component]
pub fn SessionDialog(
    /// Knows when the session ends.
    navigation: Navigation,
) -> AnyView {
    let pages = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let end = navigation.session.get();
        pages.update_value(|pages| *pages += 1);
        let now = pages.get_value();
        if let Some(end) = end {
            let wait = Duration::from_secs(u64::from(end.in_s.saturating_sub(NOTICE_S)));
            // Timers of browsers hold 24 days; a session one.
            set_timeout(
                move || {
                    if pages.try_get_value() == Some(now) {
                        input::open_dialog(ID);
                    }
                },
                wait,
            );
        }
    });
    let extendable = move || navigation.session.get().is_some_and(|end| end.extendable);
    let go_on = move |_| {
        input::close_dialog(ID);
        if extendable() {
            spawn_local(navigation.keep_session());
        }
    };
    view! {
        <dialog id=ID class="dialog" aria-labelledby="session-end-title">
            <h2 id="session-end-title" class="dialog__title">"Сеанс скоро закончится"</h2>
            <p>
                {move || if extendable() {
                    "Через 2 минуты вы выйдете из учётной записи. Нажмите кнопку, чтобы остаться."
                } else {
                    "Через 2 минуты вы выйдете из учётной записи. Войдите снова, чтобы продолжить."
                }}
            </p>
            <button type="button" class="button button--primary" on:click=go_on>"Продолжить работу"</button>
        </dialog>
    }
    .into_any()
}
