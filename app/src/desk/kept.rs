//! Forms whose entries a dropped line must not cost: a script sends them without leaving the page. Without scripts they
//! are sent as ever.

use leptos::prelude::*;

use crate::messages::form::{BROKEN, OFFLINE, SENDING};

/// What marks a form that is kept.
const MARK: &str = "data-offline";
/// The script of a page with such a form.
const SCRIPT: &str = include_str!("kept.js");

const SIGNED_OUT: &str = "Вы вышли или сеанс закончился. Войдите в другой вкладке и отправьте ещё раз: ответы на этой странице не потеряются";
const OVERLOADED: &str =
    "Сейчас слишком много запросов. Ответы на этой странице не потеряются, повторите через минуту";

/// The line of a form that says how it goes; the form around it is kept.
#[component]
pub(super) fn KeptStatus() -> impl IntoView {
    view! {
        <p
            class="form__status"
            role="status"
            data-offline=OFFLINE
            data-sending=SENDING
            data-broken=BROKEN
            data-overloaded=OVERLOADED
            data-signed-out=SIGNED_OUT
        ></p>
    }
}

/// The script that a page needs.
pub(crate) fn script(html: &str) -> Option<&'static str> {
    html.contains(MARK).then_some(SCRIPT)
}
