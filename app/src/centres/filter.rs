//! The form above list and map.

use accounts::centre::{Directory, Place, Town};
use domain::centre::{Kind, Service};
use leptos::prelude::*;

use super::criteria::Asked;
use super::words;

/// A form that works by its address alone: it can be sent again, kept and handed on.
pub(super) fn form(
    directory: &Directory,
    asked: &Asked,
    place: &Place<'_>,
) -> impl IntoView + use<> {
    let criteria = &asked.criteria;
    let services = Service::ALL.map(|service| (service.code(), words::service(service)));
    let kinds = Kind::ALL.map(|kind| (kind.code(), words::kind(kind)));
    view! {
        <form class="centres__filter" method="get" action="/centres" role="search" aria-label="Поиск центра">
            {town_field(directory, asked, place)}
            {list("service", "Услуга", "Любая", &services, criteria.service.map_or("", Service::code))}
            {list("kind", "Кто обслуживает", "Все", &kinds, criteria.kind.map_or("", Kind::code))}
            <div class="centres__checks">
                {check("open", "Открыто сейчас", criteria.open)}
                {check("step_free", "Вход без ступеней", criteria.step_free)}
            </div>
            <div class="centres__actions">
                <button type="submit" class="button button--primary">"Показать"</button>
                <button type="button" class="button button--secondary" id="nearest" hidden>"Ближайшие ко мне"</button>
                <p id="nearest-status" role="status"></p>
            </div>
        </form>
    }
}

fn town_field(directory: &Directory, asked: &Asked, place: &Place<'_>) -> impl IntoView + use<> {
    let error = match place {
        Place::Unknown(towns) => Some(unknown(asked, towns)),
        Place::Everywhere | Place::Town(_) => None,
    };
    let options = directory.towns().iter().map(|town| {
        let at = format!("{} {}", town.position.latitude, town.position.longitude);
        view! { <option value=words::town(town) data-at=at></option> }
    });
    view! {
        <div class="field">
            <label class="field__label" for="town">"Город"</label>
            <p class="field__hint" id="town-hint">"Например, Тверь"</p>
            <div id="town-error">{error.clone().map(|error| error())}</div>
            <div class="field__control">
                <input
                    id="town"
                    class="input"
                    name="town"
                    value=asked.criteria.town.clone()
                    list="towns"
                    autocomplete="address-level2"
                    maxlength="100"
                    aria-describedby="town-hint town-error"
                    aria-invalid=error.is_some().then_some("true")
                />
            </div>
            <datalist id="towns">{options.collect_view()}</datalist>
        </div>
    }
}

/// What is said about a town that is not there, and which ones may be meant.
fn unknown(asked: &Asked, towns: &[&Town]) -> impl Fn() -> AnyView + Clone + use<> {
    let links: Vec<_> = towns
        .iter()
        .map(|town| (asked.at(&words::town(town)), words::town(town)))
        .collect();
    move || {
        let text = match links.is_empty() {
            true => "Такого города в списке нет. Проверьте название или выберите город рядом",
            false => "Уточните город",
        };
        let links = links.iter().cloned();
        let links = links.map(|(to, name)| view! { <li><a href=to>{name}</a></li> });
        view! {
            <p class="field__error">
                <span class="visually-hidden">"Ошибка: "</span>
                {text}
            </p>
            <ul class="centres__meant">{links.collect_view()}</ul>
        }
        .into_any()
    }
}

fn list(
    name: &'static str,
    label: &'static str,
    any: &'static str,
    options: &[(&'static str, &'static str)],
    chosen: &str,
) -> impl IntoView + use<> {
    let options = options.iter().map(|(value, text)| {
        view! { <option value=*value selected=*value == chosen>{*text}</option> }
    });
    view! {
        <div class="field">
            <label class="field__label" for=name>{label}</label>
            <div class="field__control">
                <select id=name class="input" name=name>
                    <option value="">{any}</option>
                    {options.collect_view()}
                </select>
            </div>
        </div>
    }
}

fn check(name: &'static str, label: &'static str, chosen: bool) -> impl IntoView {
    view! {
        <div class="check">
            <input id=name class="check__input check__input--checkbox" type="checkbox" name=name value="1" checked=chosen/>
            <label class="check__label" for=name>{label}</label>
        </div>
    }
}
