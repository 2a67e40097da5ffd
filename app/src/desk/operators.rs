//! `/desk/operators`: everybody at the desk, and the form for a new one.

use accounts::centre::Directory;
use accounts::desk::{self, OperatorsView};
use accounts::operator::{OperatorLine, Role};
use accounts::{Flash, PortalError};
use leptos::prelude::*;

use super::control::{Group, Line, List};
use super::{Request, Shown, flashed, shown, summary, words};
use crate::components::plain::part;
use crate::date;
use crate::pages::flash;
use crate::query::push;

const PATH: &str = "/desk/operators";

/// The page.
pub(super) async fn page(request: &Request<'_>) -> Result<Shown, PortalError> {
    let portal = &request.context.site.portal;
    let after = request.query.get("after").to_owned();
    let view = desk::operators(portal, request.visit, after).await?;
    let directory = portal.centres();
    let failures = flashed::all(view.flash.as_ref());
    let failed = !failures.is_empty();
    let mut parts = flash::notices(view.flash.as_ref());
    parts.push(summary(failures));
    parts.push(part(view! {
        <h1 tabindex="-1" id="operators">"Сотрудники"</h1>
        {table(&view, &directory)}
        {pages(&view)}
        {form(view.flash.as_ref(), &directory)}
    }));
    Ok(Shown {
        wide: true,
        failed,
        ..shown("Сотрудники", parts)
    })
}

fn table(view: &OperatorsView, directory: &Directory) -> impl IntoView + use<> {
    let rows = view.lines.iter().map(|line| row(line, directory));
    view! {
        <div class="table" role="region" aria-labelledby="operators" tabindex="0">
            <table class="table__body">
                <thead>
                    <tr>
                        <th scope="col">"Логин"</th>
                        <th scope="col">"Роль"</th>
                        <th scope="col">"Центр"</th>
                        <th scope="col">"Состояние"</th>
                        <th scope="col">"Последнее действие"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row(line: &OperatorLine, directory: &Directory) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row"><a href=format!("{PATH}/{}", line.login)>{line.login.clone()}</a></th>
            <td>{words::role(line.role)}</td>
            <td>{place(line, directory)}</td>
            <td>{state(line)}</td>
            <td>{line.acted_at.map(date::day_and_time)}</td>
        </tr>
    }
}

/// Where an operator works.
pub(super) fn place(line: &OperatorLine, directory: &Directory) -> String {
    let Some(id) = &line.centre else {
        return "Не указан".to_owned();
    };
    let found = directory.find(id);
    found.map_or_else(
        || id.clone(),
        |centre| format!("{}, {}", directory.town_of(centre).name, centre.name),
    )
}

/// Whether somebody can sign in as this operator.
pub(super) fn state(line: &OperatorLine) -> String {
    match (line.disabled_at, line.must_change) {
        (Some(at), _) => format!("Отключён {}", date::day(at)),
        (None, true) => "Ещё не задал свой пароль".to_owned(),
        (None, false) => "Действует".to_owned(),
    }
}

fn pages(view: &OperatorsView) -> impl IntoView + use<> {
    view.next.as_ref().map(|login| {
        let mut address = PATH.to_owned();
        push(&mut address, "after", login);
        view! {
            <nav class="pages" aria-label="Страницы списка">
                <a class="button button--secondary" href=address>"Следующая страница"</a>
            </nav>
        }
    })
}

fn form(flash: Option<&Flash>, directory: &Directory) -> impl IntoView + use<> {
    let kept = |name: &str| {
        flash
            .and_then(|flash| flash.kept(name))
            .unwrap_or_default()
            .to_owned()
    };
    let login = Line {
        name: "login".into(),
        label: "Логин".into(),
        hint: "От 3 до 64 знаков: строчные латинские буквы, цифры, точка, дефис, подчёркивание"
            .into(),
        value: flash
            .and_then(|flash| flash.login.clone())
            .unwrap_or_default(),
        error: flashed::beside(flash, "login"),
        longest: 64,
        ..Line::default()
    };
    let roles = Role::ALL.map(|role| (role.code().to_owned(), words::role(role).to_owned()));
    let role = List {
        name: "role".into(),
        label: "Роль".into(),
        empty: "Выберите роль".into(),
        groups: vec![Group {
            heading: String::new(),
            options: roles.into(),
        }],
        chosen: kept("role"),
        error: flashed::beside(flash, "role"),
        ..List::default()
    };
    let centre = centres(directory, kept("centre"), flashed::beside(flash, "centre"));
    view! {
        <h2>"Новый сотрудник"</h2>
        <form class="form" method="post" action="/api/desk/operators/add" novalidate>
            {login.view()}
            {role.view()}
            {centre.view()}
            <div class="form__actions">
                <button type="submit" class="button button--primary">"Добавить сотрудника"</button>
            </div>
        </form>
    }
}

/// The centres of the directory, town by town.
pub(super) fn centres(directory: &Directory, chosen: String, error: String) -> List {
    let groups = directory.towns().iter().filter_map(|town| {
        let here = directory
            .centres()
            .iter()
            .filter(|centre| directory.town_of(centre).id == town.id);
        let options: Vec<_> = here
            .map(|centre| {
                let text = format!("{}, {}", centre.name, centre.address);
                (centre.id.clone(), text)
            })
            .collect();
        (!options.is_empty()).then(|| Group {
            heading: town.name.clone(),
            options,
        })
    });
    let mut groups: Vec<_> = groups.collect();
    groups.sort_by(|one, other| one.heading.cmp(&other.heading));
    List {
        name: "centre".into(),
        label: "Центр (необязательно)".into(),
        empty: "Не указан".into(),
        groups,
        chosen,
        error,
        ..List::default()
    }
}
