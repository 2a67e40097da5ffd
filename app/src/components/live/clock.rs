//! When a code can be sent again (S6).

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{moment, request};
use crate::model::Clock;

/// «Код можно отправить снова через 45 с». It counts down once scripts run, and asks the server
/// when the person comes back from another window, where timers sleep.
#[component]
pub fn ClockView(
    /// What the server said.
    clock: Clock,
) -> AnyView {
    let left = RwSignal::new(clock.resend_in_s);
    let status = StoredValue::new(clock.status);
    let until = StoredValue::new(0.0);
    Effect::new(move |_| {
        until.set_value(moment::now_s() + f64::from(clock.resend_in_s));
        tick(left, until);
        let back = window_event_listener(leptos::ev::focus, move |_| ask(left, until, status));
        on_cleanup(move || back.remove());
    });
    view! { <p class="resend__time" id="resend-time">{move || text(left.get())}</p> }.into_any()
}

fn tick(left: RwSignal<u32>, until: StoredValue<f64>) {
    let Some(until_s) = until.try_get_value() else {
        return;
    };
    let now_left = (until_s - moment::now_s()).ceil().max(0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "seconds, never negative"
    )]
    left.set(now_left as u32);
    if now_left > 0.0 {
        set_timeout(move || tick(left, until), Duration::from_secs(1));
    }
}

fn ask(left: RwSignal<u32>, until: StoredValue<f64>, status: StoredValue<String>) {
    let Some(url) = status.try_get_value().filter(|url| !url.is_empty()) else {
        return;
    };
    if left.get_untracked() == 0 {
        return;
    }
    spawn_local(async move {
        if let Ok(clock) = request::json::<Clock>(&url).await {
            until.try_update_value(|until| *until = moment::now_s() + f64::from(clock.resend_in_s));
        }
    });
}

/// What the line says with so many seconds left.
pub(crate) fn text(left: u32) -> String {
    if left == 0 {
        return "Если код не пришёл, отправьте его снова".to_owned();
    }
    ["Код можно отправить снова через ", &moment::in_words(left)].concat()
}
