//! `/centres`: the directory of service centres as a list and on a map (R-CTR-02, R-CTR-03). Only the server renders it;
//! a script adds nothing but the nearest town.

mod criteria;
mod filter;
mod list;
mod map;
mod mark;
pub(crate) mod words;

use accounts::centre::{self, Place};
use http::Uri;
use leptos::prelude::*;

use crate::components::plain::html;
use crate::context::SiteContext;
use crate::query::Query;
use criteria::Asked;

/// Finds the town that is nearest to the browser's place.
pub(crate) const SCRIPT: &str = include_str!("nearest.js");

/// HTML of the page at this address.
pub(crate) fn page(site: &SiteContext, uri: &Uri) -> String {
    let asked = Asked::of(&Query::of(uri));
    let directory = &site.portal.centres();
    let now = site.portal.clock.now();
    let found = centre::search(directory, &asked.criteria, now);
    let near = match found.place {
        Place::Town(town) => Some(town),
        Place::Everywhere | Place::Unknown(_) => None,
    };
    let shown = list::Shown::of(&found, &asked);
    let drawn = match near {
        Some(town) => map::plan(site, town, &shown),
        None => map::country(site, &found, &asked),
    };
    html(view! {
        <div class="centres">
            <h1 tabindex="-1">"Центры обслуживания"</h1>
            <p class="lead">
                "Сотрудник центра сверит документы и подтвердит личность за несколько минут. Это бесплатно, запись не обязательна."
            </p>
            {filter::form(directory, &asked, &found.place)}
            <h2 id="found" class="centres__found">{words::found(&found.place, shown.total)}</h2>
            <div class="centres__halves">
                {drawn}
                {list::list(directory, &shown, &asked, now)}
            </div>
        </div>
    })
}
