//! `/desk/centres`: the directory, looked through by town, name or address.

use accounts::PortalError;
use accounts::centre::{Centre, Directory};
use accounts::desk;
use leptos::prelude::*;

use super::control::Line;
use super::{Request, Shown, shown};
use crate::centres::words;
use crate::components::plain::part;
use crate::query::push;

const PATH: &str = "/desk/centres";
/// Centres on one page.
const PAGE: usize = 50;
/// Longest text that is looked for, in characters.
const LONGEST: usize = 100;

/// The page.
pub(super) async fn page(request: &Request<'_>) -> Result<Shown, PortalError> {
    let portal = &request.context.site.portal;
    let view = desk::centres(portal, request.visit).await?;
    let typed: String = request.query.get("find").chars().take(LONGEST).collect();
    let number: usize = request.query.get("page").parse().unwrap_or(1).max(1);
    let directory = &view.directory;
    let found = find(directory, &typed);
    let total = found.len();
    let here = found
        .into_iter()
        .skip(PAGE.saturating_mul(number - 1))
        .take(PAGE);
    let rows: Vec<_> = here.map(|centre| row(directory, centre)).collect();
    let content = match rows.is_empty() {
        true => view! { <p class="lead">"Таких центров нет."</p> }.into_any(),
        false => table(rows).into_any(),
    };
    let field = Line {
        name: "find".into(),
        label: "Город, название или адрес".into(),
        value: typed.clone(),
        longest: LONGEST,
        ..Line::default()
    };
    let parts = vec![part(view! {
        <h1 tabindex="-1" id="centres">"Центры обслуживания"</h1>
        <p><a class="button button--secondary" href="/desk/centres/_new">"Добавить центр"</a></p>
        <form class="desk-filter" method="get" action=PATH role="search" aria-label="Поиск центра">
            {field.view()}
            <div class="desk-filter__actions">
                <button type="submit" class="button button--primary">"Найти"</button>
            </div>
        </form>
        {content}
        {pages(&typed, number, total)}
    })];
    Ok(Shown {
        wide: true,
        ..shown("Центры обслуживания", parts)
    })
}

/// The centres whose town, name, address or id have every word, by town and name.
fn find<'a>(directory: &'a Directory, typed: &str) -> Vec<&'a Centre> {
    let plain = |text: &str| text.to_lowercase().replace('ё', "е");
    let typed = plain(typed);
    let words: Vec<_> = typed.split_whitespace().collect();
    let fits = |centre: &&Centre| {
        let town = &directory.town_of(centre).name;
        let all = [town, &centre.name, &centre.address, &centre.id];
        let all = all.map(|text| plain(text)).join(" ");
        words.iter().all(|word| all.contains(word))
    };
    let mut found: Vec<_> = directory.centres().iter().filter(fits).collect();
    found.sort_by_key(|centre| (plain(&directory.town_of(centre).name), plain(&centre.name)));
    found
}

fn table(rows: Vec<AnyView>) -> impl IntoView {
    view! {
        <div class="table" role="region" aria-labelledby="centres" tabindex="0">
            <table class="table__body">
                <thead>
                    <tr>
                        <th scope="col">"Центр"</th>
                        <th scope="col">"Город"</th>
                        <th scope="col">"Адрес"</th>
                        <th scope="col">"Кто обслуживает"</th>
                        <th scope="col">"Окна"</th>
                        <th scope="col">"Виден"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(directory: &Directory, centre: &Centre) -> AnyView {
    view! {
        <tr>
            <th scope="row"><a href=format!("{PATH}/{}", centre.id)>{centre.name.clone()}</a></th>
            <td>{directory.town_of(centre).name.clone()}</td>
            <td>{centre.address.clone()}</td>
            <td>{words::kind(centre.kind)}</td>
            <td>{centre.windows}</td>
            <td>{if centre.hidden { "Нет" } else { "Да" }}</td>
        </tr>
    }
    .into_any()
}

fn pages(typed: &str, number: usize, total: usize) -> impl IntoView + use<> {
    let last = total.div_ceil(PAGE);
    let at = |page: usize| {
        let mut address = PATH.to_owned();
        if !typed.is_empty() {
            push(&mut address, "find", typed);
        }
        push(&mut address, "page", &page.to_string());
        address
    };
    let before = (number > 1).then(|| {
        view! { <a class="button button--secondary" href=at(number - 1)>"Предыдущая страница"</a> }
    });
    let after = (number < last).then(|| {
        view! { <a class="button button--secondary" href=at(number + 1)>"Следующая страница"</a> }
    });
    (last > 1).then(|| {
        view! {
            <nav class="pages" aria-label="Страницы списка">
                {before}
                <span>{format!("Страница {number} из {last}")}</span>
                {after}
            </nav>
        }
    })
}
