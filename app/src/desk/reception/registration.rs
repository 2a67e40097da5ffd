//! `/desk/registration`: the form of somebody who has no account.

use accounts::PortalError;
use accounts::flash::Form as FlashForm;
use accounts::reception::{self, Kind, SheetView};
use domain::comparison::FIELDS;
use domain::date::Date;
use domain::profile::Context;
use leptos::prelude::*;

use super::super::{Found, Request, Shown, shown};
use super::sheet;
use crate::components::plain::part;
use crate::pages::flash;

/// The page; without a place of work there is nothing to begin.
pub(crate) async fn page(request: &Request<'_>) -> Result<Found, PortalError> {
    let portal = &request.context.site.portal;
    let place = reception::workplace(portal, request.visit).await?.place;
    let Some(place) = place else {
        return Ok(Found::Redirect(reception::WORKPLACE.to_owned()));
    };
    let today = Date::in_moscow(portal.clock.now().millis());
    let flash = accounts::flash::read(portal, request.visit);
    let mut parts = flash::notices(flash::of(flash.as_ref(), FlashForm::DeskVisits));
    let form = sheet::form(None, Kind::Registration, &empty(today), None).into_any();
    let place = format!("{}, {}", place.name, place.address);
    parts.push(part(view! {
        <h1 tabindex="-1">"Регистрация гражданина"</h1>
        <p class="lead">"Впишите данные с документов. После проверки в реестрах учётная запись сразу станет подтверждённой."</p>
        <p>{format!("Рабочее место: {place}. ")}<a href=reception::WORKPLACE>"Изменить рабочее место"</a></p>
        <p><a href="/centres/application.pdf" rel="external">"Бланк заявления и согласия (PDF)"</a></p>
        {form}
    }));
    Ok(Found::Page(Shown {
        wide: true,
        ..shown("Регистрация гражданина", parts)
    }))
}

/// A sheet on which nothing is written yet.
fn empty(today: Date) -> SheetView {
    let context = Context {
        is_russian: true,
        birth: None,
        today,
    };
    SheetView::empty(&FIELDS, context)
}
