//! Pages that say why there is nothing to see.

use accounts::operator::Role;
use http::StatusCode;
use leptos::prelude::*;

use super::{Shown, shown, words};
use crate::components::plain::part;

/// The desk has nothing for this role here.
pub(super) fn forbidden(role: Role) -> Shown {
    let text = format!(
        "Ваша роль — {}. Открытые ей разделы перечислены вверху страницы. Если роль указана неверно, обратитесь к администратору.",
        words::role(role)
    );
    let parts = vec![part(view! {
        <h1 tabindex="-1">"Раздел закрыт для вашей роли"</h1>
        <p class="lead">{text}</p>
    })];
    Shown {
        status: StatusCode::FORBIDDEN,
        ..shown("Раздел закрыт для вашей роли", parts)
    }
}

/// No reception of this operator has this number, or no longer.
pub(super) fn unknown_reception() -> Shown {
    let parts = vec![part(view! {
        <h1 tabindex="-1">"Приём недоступен"</h1>
        <p class="lead">"Его ведёт другой сотрудник, или он закончен так давно, что данные закрыты. Найдите гражданина по коду визита или документам."</p>
        <p><a class="button button--primary" href="/desk/visits">"К приёму граждан"</a></p>
    })];
    Shown {
        status: StatusCode::NOT_FOUND,
        ..shown("Приём недоступен", parts)
    }
}

/// No case has this number.
pub(super) fn unknown_case() -> Shown {
    let parts = vec![part(view! {
        <h1 tabindex="-1">"Такого дела нет"</h1>
        <p class="lead">"Проверьте адрес или откройте дело из очереди."</p>
        <p><a class="button button--primary" href="/desk">"К очереди"</a></p>
    })];
    Shown {
        status: StatusCode::NOT_FOUND,
        ..shown("Такого дела нет", parts)
    }
}

/// Nobody has this login.
pub(super) fn unknown_operator() -> Shown {
    let parts = vec![part(view! {
        <h1 tabindex="-1">"Такого сотрудника нет"</h1>
        <p class="lead">"Проверьте адрес или откройте сотрудника из списка."</p>
        <p><a class="button button--primary" href="/desk/operators">"К сотрудникам"</a></p>
    })];
    Shown {
        status: StatusCode::NOT_FOUND,
        ..shown("Такого сотрудника нет", parts)
    }
}

/// No centre has this id.
pub(super) fn unknown_centre() -> Shown {
    let parts = vec![part(view! {
        <h1 tabindex="-1">"Такого центра нет"</h1>
        <p class="lead">"Проверьте адрес или откройте центр из списка."</p>
        <p><a class="button button--primary" href="/desk/centres">"К центрам"</a></p>
    })];
    Shown {
        status: StatusCode::NOT_FOUND,
        ..shown("Такого центра нет", parts)
    }
}
