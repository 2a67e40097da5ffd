//! `/desk/workplace`: where the operator serves citizens.

use accounts::PortalError;
use accounts::reception::{self, WorkplaceView};
use leptos::prelude::*;

use super::super::{Request, Shown, flashed, shown, summary};
use crate::components::plain::{Notice, part};
use crate::pages::flash;

/// The page.
pub(crate) async fn page(request: &Request<'_>) -> Result<Shown, PortalError> {
    let portal = &request.context.site.portal;
    let view = reception::workplace(portal, request.visit).await?;
    let failures = flashed::all(view.flash.as_ref());
    let failed = !failures.is_empty();
    let mut parts = vec![part(
        view! { <p><a class="back-link" href=reception::VISITS>"Назад"</a></p> },
    )];
    parts.extend(flash::notices(view.flash.as_ref()));
    parts.push(summary(failures));
    if view.place.is_none() && view.flash.is_none() {
        let text = "Сначала укажите, где вы принимаете граждан";
        parts.push(part(view! { <Notice tone="warning" text/> }));
    }
    let form = form(request, &view);
    parts.push(part(view! {
        <h1 tabindex="-1">"Рабочее место"</h1>
        <p class="lead">"Центр, в котором вы принимаете граждан: он останется в записи о подтверждении личности."</p>
        {form}
    }));
    Ok(Shown {
        failed,
        ..shown("Рабочее место", parts)
    })
}

/// Every centre, town by town.
fn form(request: &Request<'_>, view: &WorkplaceView) -> impl IntoView + use<> {
    let directory = request.context.site.portal.centres();
    let chosen = view.place.as_ref().map(|place| place.centre.clone());
    let error = flashed::beside(view.flash.as_ref(), "centre");
    let groups: Vec<_> = directory
        .towns()
        .iter()
        .map(|town| {
            let centres = directory.centres().iter();
            let here = centres.filter(|centre| {
                !centre.services.is_empty() && directory.town_of(centre).id == town.id
            });
            let options: Vec<_> = here
                .map(|centre| {
                    let selected = chosen.as_ref() == Some(&centre.id);
                    let text = format!("{}, {}", centre.name, centre.address);
                    view! { <option value=centre.id.clone() selected=selected>{text}</option> }
                })
                .collect();
            view! { <optgroup label=town.name.clone()>{options}</optgroup> }
        })
        .collect();
    let wrong = (!error.is_empty()).then_some("true");
    let right = error.is_empty();
    view! {
        <form class="form" method="post" action="/api/desk/workplace" novalidate>
            <div class="field">
                <label class="field__label" for="centre">"Центр обслуживания"</label>
                <p class="field__error" id="centre-error" hidden=right>
                    <span class="visually-hidden">"Ошибка: "</span>
                    <span>{error}</span>
                </p>
                <select id="centre" name="centre" class="input input--select" aria-describedby="centre-error" aria-invalid=wrong>
                    <option value="">"Выберите центр"</option>
                    {groups}
                </select>
            </div>
            <div class="form__actions">
                <button type="submit" class="button button--primary">"Сохранить рабочее место"</button>
            </div>
        </form>
    }
}
