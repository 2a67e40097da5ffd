//! `/desk/operators/{login}`: one operator, and what an administrator can do about them.

use accounts::PortalError;
use accounts::desk::{self, OperatorView};
use leptos::prelude::*;

use super::{Request, Shown, flashed, operators, shown, summary, words};
use crate::components::plain::{Row, SummaryList, part};
use crate::date;
use crate::pages::flash;

/// The page; `None`: there is no such operator.
pub(super) async fn page(request: &Request<'_>, login: &str) -> Result<Option<Shown>, PortalError> {
    let portal = &request.context.site.portal;
    let Some(view) = desk::operator(portal, request.visit, login).await? else {
        return Ok(None);
    };
    let directory = portal.centres();
    let failures = flashed::all(view.flash.as_ref());
    let failed = !failures.is_empty();
    let line = &view.line;
    let last = line
        .acted_at
        .map_or_else(|| "Ещё не было".to_owned(), date::day_and_time);
    let rows = vec![
        Row::text("Роль", words::role(line.role)),
        Row::text("Центр", operators::place(line, &directory)),
        Row::text("Состояние", operators::state(line)),
        Row::text("Добавлен", date::day_and_time(line.created_at)),
        Row::text("Последнее действие", last),
    ];
    let heading = format!("Сотрудник {}", line.login);
    let mut parts = vec![part(
        view! { <p><a class="back-link" href="/desk/operators">"Назад"</a></p> },
    )];
    parts.extend(flash::notices(view.flash.as_ref()));
    parts.push(summary(failures));
    let title = heading.clone();
    let acts = match view.own {
        true => {
            view! { <p>"Это вы. Изменить ваши данные может другой администратор."</p> }.into_any()
        }
        false => {
            let error = flashed::beside(view.flash.as_ref(), "centre");
            let chosen = line.centre.clone().unwrap_or_default();
            let centre = operators::centres(&directory, chosen, error).view();
            acts(&view, centre).into_any()
        }
    };
    parts.push(part(view! {
        <h1 tabindex="-1">{heading}</h1>
        <SummaryList rows/>
        {acts}
    }));
    Ok(Some(Shown {
        failed,
        ..shown(&title, parts)
    }))
}

fn acts(view: &OperatorView, centre: AnyView) -> impl IntoView + use<> {
    let line = &view.line;
    let (login, disabled) = (line.login.clone(), line.disabled_at.is_some());
    let (about, button) = match disabled {
        true => (
            "Сотрудник снова сможет войти: с новым паролем и новым ключом приложения.",
            "Включить с новым паролем",
        ),
        false => (
            "Прежний пароль и ключ приложения перестанут действовать, сеансы завершатся.",
            "Новый одноразовый пароль",
        ),
    };
    let end = (!disabled).then(|| {
        view! {
            <h2>"Отключение"</h2>
            <p>"Сеансы завершатся сразу, войти больше не получится. Что сотрудник сделал, остаётся в журнале."</p>
            <form class="inline-form" method="post" action="/api/desk/operators/disable">
                <input type="hidden" name="login" value=login.clone()/>
                <button type="submit" class="button button--secondary">"Отключить"</button>
            </form>
        }
    });
    view! {
        <h2>"Место работы"</h2>
        <form class="form" method="post" action="/api/desk/operators/place" novalidate>
            <input type="hidden" name="login" value=login.clone()/>
            {centre}
            <div class="form__actions">
                <button type="submit" class="button button--secondary">"Сохранить центр"</button>
            </div>
        </form>
        <h2>"Пароль"</h2>
        <p>{about}</p>
        <form class="inline-form" method="post" action="/api/desk/operators/reset">
            <input type="hidden" name="login" value=login.clone()/>
            <button type="submit" class="button button--secondary">{button}</button>
        </form>
        {end}
    }
}
