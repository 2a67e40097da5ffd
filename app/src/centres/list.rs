//! The list: what the map shows, in words.

use accounts::centre::{Directory, Found, Listed, Place};
use accounts::clock::Instant;
use domain::centre::LocalTime;
use leptos::prelude::*;

use super::criteria::{Asked, RADII_KM};
use super::words;

/// Centres of one page.
const PAGE: usize = 25;
/// Days ahead for which the list names what is shut.
const AHEAD_DAYS: u32 = 30;

/// The part of what was found that is shown.
pub(super) struct Shown<'a> {
    pub(super) centres: &'a [Listed<'a>],
    /// Number of the first one.
    pub(super) first: usize,
    /// How many there are on all pages.
    pub(super) total: usize,
    pages: usize,
    page: usize,
    /// How far from the town they lie at most.
    radius_km: u32,
    /// The next radius, where it brings more, and how many there are within it.
    wider: Option<(u32, usize)>,
}

impl<'a> Shown<'a> {
    pub(super) fn of(found: &'a Found<'a>, asked: &Asked) -> Self {
        let all = found.centres.as_slice();
        let within = |radius_km: u32| {
            let far = |listed: &Listed<'_>| listed.distance_km.unwrap_or_default();
            all.partition_point(|listed| far(listed) <= f64::from(radius_km))
        };
        let near_town = matches!(found.place, Place::Town(_));
        let enough = |radius_km: &u32| match asked.radius_km {
            0 => within(*radius_km) > 0,
            asked => *radius_km >= asked,
        };
        let widest = RADII_KM[RADII_KM.len() - 1];
        let radius_km = match near_town {
            true => RADII_KM.into_iter().find(enough).unwrap_or(widest),
            false => widest,
        };
        let total = within(radius_km);
        let wider = RADII_KM.into_iter().find(|wider| within(*wider) > total);
        let pages = total.div_ceil(PAGE).max(1);
        let page = asked.page.min(pages);
        let first = (page - 1) * PAGE;
        Self {
            centres: &all[first..total.min(first + PAGE)],
            first: first + 1,
            total,
            pages,
            page,
            radius_km: if asked.radius_km > 0 { radius_km } else { 0 },
            wider: wider.map(|wider| (wider, within(wider) - total)),
        }
    }
}

/// The list with the way to its other pages.
pub(super) fn list(
    directory: &Directory,
    shown: &Shown<'_>,
    asked: &Asked,
    now: Instant,
) -> impl IntoView + use<> {
    let numbers = shown.first..;
    let items = numbers
        .zip(shown.centres)
        .map(|(number, listed)| item(directory, number, listed, now));
    let wider = shown.wider.map(|(radius_km, more)| {
        let to = asked.part(1, radius_km);
        view! { <p><a href=to>{words::wider(radius_km, more)}</a></p> }
    });
    let empty = (shown.total == 0).then(|| {
        view! { <p>"Уберите одно из условий или выберите другой город."</p> }
    });
    view! {
        <section class="centres__list" id="list" aria-labelledby="found" tabindex="-1">
            {empty}
            <p class="centres__note">"Часы — по местному времени."</p>
            <ol class="centres__items" start=shown.first>{items.collect_view()}</ol>
            {wider}
            {pages(shown, asked)}
        </section>
    }
}

fn item(
    directory: &Directory,
    number: usize,
    listed: &Listed<'_>,
    now: Instant,
) -> impl IntoView + use<> {
    let centre = listed.centre;
    let here = directory.local_time(centre, now);
    let distance = listed
        .distance_km
        .map(|km| format!(" · {}", words::distance(km)));
    let class = match listed.opening {
        domain::centre::Opening::Open { .. } => "centre__door centre__door--open",
        domain::centre::Opening::Closed { .. } => "centre__door",
    };
    let id = format!("centre-{}", centre.id);
    let services = words::services(&centre.services);
    let book = (!centre.services.is_empty()).then(|| {
        let to = format!("{}?centre={}", accounts::appointment::PATH, centre.id);
        let name = centre.name.clone();
        view! { <p><a href=to>"Записаться"<span class="visually-hidden">{format!(": {name}")}</span></a></p> }
    });
    let steps = centre.step_free.then_some("Вход без ступеней");
    view! {
        <li class="centre" id=id tabindex="-1">
            <h3 class="centre__name"><span class="centre__number">{number}</span>{centre.name.clone()}</h3>
            <p>{format!("{}, {}", listed.town.name, centre.address)}{distance}</p>
            <p class=class>{words::opening(listed.opening, here)}</p>
            <p>{words::week(&centre.week)}{shut(&centre.closed_on, here)}</p>
            <p class="centre__services">{services}</p>
            {steps.map(|steps| view! { <p class="centre__services">{steps}</p> })}
            {book}
        </li>
    }
}

/// «Дополнительно закрыт 31 декабря»
fn shut(days: &[domain::date::Date], here: LocalTime) -> Option<String> {
    let soon = here.date..=here.date.plus_days(AHEAD_DAYS);
    let days: Vec<_> = days
        .iter()
        .filter(|day| soon.contains(day))
        .map(|day| words::day(*day))
        .collect();
    (!days.is_empty()).then(|| format!(". Дополнительно закрыт {}", days.join(", ")))
}

fn pages(shown: &Shown<'_>, asked: &Asked) -> impl IntoView + use<> {
    let (page, pages) = (shown.page, shown.pages);
    let to = |page| asked.part(page, shown.radius_km);
    let before = (page > 1).then(|| {
        view! { <a class="button button--secondary" href=to(page - 1)>"Предыдущие"</a> }
    });
    let after = (page < pages).then(|| {
        view! { <a class="button button--secondary" href=to(page + 1)>"Следующие"</a> }
    });
    (pages > 1).then(|| {
        view! {
            <nav class="pages" aria-label="Страницы списка">
                {before}
                <span>{format!("Страница {page} из {pages}")}</span>
                {after}
            </nav>
        }
    })
}
