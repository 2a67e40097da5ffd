//! `/cabinet/identity/visit`: a time at a centre is chosen, held, booked, moved and called off (R-CTR-05, D-22).

use accounts::PortalError;
use accounts::appointment::{self, Booked, Held, Offer, PATH, PlaceView, Slot};
use accounts::clock::Instant;
use accounts::flash::{Flash, Form as FlashForm};
use accounts::outcome::Outcome;
use domain::centre::LocalTime;
use domain::date::Date;
use leptos::prelude::*;

use super::{Request, flash, titled};
use crate::browser::moment::in_words;
use crate::components::plain::{InlineForm, Row, SummaryList, part};
use crate::date;
use crate::messages;
use crate::model::Screen;
use crate::qr;
use crate::query::Query;

/// Where a centre is chosen.
const CENTRES: &str = "/centres?service=confirmation";

/// The page.
pub(crate) async fn page(request: &Request<'_>, query: &str) -> Result<Screen, PortalError> {
    let query = Query::read(query);
    let (centre, day) = (query.get("centre").to_owned(), query.get("day").to_owned());
    let view = appointment::view(&request.context.site.portal, request.visit, centre, day).await?;
    let found = flash::of(view.flash.as_ref(), FlashForm::Appointment);
    let mut parts = flash::notices(found);
    let nothing = view.booked.is_none() && view.held.is_none() && view.offer.is_none();
    let booked = view.booked.as_ref().map(sheet);
    let held = view
        .held
        .as_ref()
        .map(|held| keep(held, view.booked.is_some()));
    let offer = view.offer.as_ref().map(|offer| times(offer, found));
    parts.push(part(view! {
        <p><a class="back-link" href="/cabinet/identity">"Назад"</a></p>
        <h1 tabindex="-1">"Визит в центр обслуживания"</h1>
        {held}
        {offer}
        {booked}
        {nothing.then(|| view! {
            <p class="lead">"Сотрудник сверит документы и подтвердит личность за несколько минут. Запись не обязательна, но избавляет от очереди."</p>
            <p><a class="button button--primary" href=CENTRES rel="external">"Выбрать центр"</a></p>
        })}
    }));
    Ok(titled(None, "Визит в центр обслуживания", parts))
}

fn when(place: &PlaceView, at: Instant) -> String {
    date::at_place(LocalTime::at(at.millis(), place.ahead_minutes))
}

fn where_and_when(place: &PlaceView, at: Instant) -> Vec<Row> {
    vec![
        Row::text("Когда", format!("{} по местному времени", when(place, at))),
        Row::text("Где", format!("{}, {}", place.name, place.address)),
    ]
}

/// A time that is held: one press books it.
fn keep(held: &Held, moves: bool) -> impl IntoView + use<> {
    let left = match u32::try_from(held.left_s) {
        Ok(seconds) if seconds > 0 => {
            format!("Держим это время для вас ещё {}.", in_words(seconds))
        }
        _ => "Время больше не держим, но оно ещё свободно.".to_owned(),
    };
    let moved = moves.then_some(" Прежняя запись отменится.");
    let rows = where_and_when(&held.place, held.starts_at);
    let other = format!("{PATH}?centre={}", held.place.centre);
    view! {
        <section aria-labelledby="held">
            <h2 id="held">"Подтвердите запись"</h2>
            <SummaryList rows/>
            <p>{left}{moved}</p>
            <InlineForm action="/api/appointment/book" text="Подтвердить запись" look="primary"/>
            <p><a href=other>"Выбрать другое время"</a></p>
        </section>
    }
}

/// The visit sheet: what to show and what to bring.
fn sheet(booked: &Booked) -> impl IntoView + use<> {
    let rows = where_and_when(&booked.place, booked.starts_at);
    let other = format!("{PATH}?centre={}", booked.place.centre);
    let code = booked.code.clone();
    view! {
        <section class="visit" aria-labelledby="booked">
            <h2 id="booked">"Вы записаны"</h2>
            <SummaryList rows/>
            <div class="visit__code">
                {qr::drawing(&code)}
                <p>"Код визита"<br/><strong class="visit__sign">{code}</strong></p>
            </div>
            <h3>"Что взять"</h3>
            <ul class="list">
                <li>"паспорт или другой документ, который указали в личных данных, — обязательно"</li>
                <li>"СНИЛС, если он есть"</li>
                <li>"телефон, на который придёт сообщение"</li>
                <li>"по желанию — ИНН и документ о регистрации по месту жительства"</li>
            </ul>
            <p><a class="button button--secondary" href="/cabinet/identity/visit-sheet.pdf" rel="external">"Лист визита (PDF)"</a></p>
            <div class="form__actions visit__actions">
                <a class="button button--secondary" href=other>"Перенести"</a>
                <InlineForm action="/api/appointment/cancel" text="Отменить запись" look="quiet"/>
            </div>
        </section>
    }
}

/// The free times of a centre, day by day.
fn times(offer: &Offer, found: Option<&Flash>) -> impl IntoView + use<> {
    let place = &offer.place;
    let days = offer
        .days
        .iter()
        .map(|day| one_day(place, *day, offer.day == Some(*day)));
    let instead = offer.instead.map(|slot| {
        let text = format!("Выбрать {}", when(place, slot.starts_at));
        view! {
            <p>"Ближайшее свободное время:"</p>
            <InlineForm action="/api/appointment/hold" text look="primary" hidden=choice(place, slot)/>
        }
    });
    let free = match offer.day {
        Some(day) => slots(offer, day, found).into_any(),
        None => view! {
            <p>"Свободного времени на ближайшие дни нет. Можно прийти без записи или выбрать другой центр."</p>
        }
        .into_any(),
    };
    view! {
        <section aria-labelledby="offer">
            <h2 id="offer">{place.name.clone()}</h2>
            <p>{place.address.clone()}". Время местное."</p>
            {instead}
            <nav aria-label="Дни"><ul class="days">{days.collect_view()}</ul></nav>
            {free}
            <p class="visit__other"><a href=CENTRES rel="external">"Другой центр"</a></p>
        </section>
    }
}

fn choice(place: &PlaceView, slot: Slot) -> Vec<(&'static str, String)> {
    vec![
        ("centre", place.centre.clone()),
        ("starts_at", slot.starts_at.millis().to_string()),
    ]
}

fn one_day(place: &PlaceView, day: Date, chosen: bool) -> impl IntoView + use<> {
    let to = format!("{PATH}?centre={}&day={}", place.centre, day.iso());
    view! {
        <li><a class="days__day" href=to aria-current=chosen.then_some("date")>{date::weekday_and_day(day)}</a></li>
    }
}

fn slots(offer: &Offer, day: Date, found: Option<&Flash>) -> impl IntoView + use<> {
    let missing =
        found.is_some_and(|flash| flash.codes.iter().any(|code| code.field == "starts_at"));
    let error = missing.then(|| messages::outcome(Outcome::ChoiceMissing, None));
    let times = offer.times.iter().enumerate().map(|(place, slot)| {
        let id = if place == 0 { "starts_at".to_owned() } else { format!("starts_at-{place}") };
        let text = format!("{}:{:02}", slot.minute / 60, slot.minute % 60);
        let value = slot.starts_at.millis().to_string();
        view! {
            <div class="check">
                <input id=id.clone() class="check__input check__input--radio" type="radio" name="starts_at" value=value/>
                <label class="check__label" for=id>{text}</label>
            </div>
        }
    });
    view! {
        <form class="form" method="post" action="/api/appointment/hold">
            <input type="hidden" name="centre" value=offer.place.centre.clone()/>
            <fieldset class="choices" aria-describedby="starts_at-error">
                <legend class="field__label">{format!("Свободное время, {}", date::weekday_and_day(day))}</legend>
                <p class="field__error" id="starts_at-error" hidden=!missing>
                    <span class="visually-hidden">"Ошибка: "</span>
                    {error}
                </p>
                <div class="times">{times.collect_view()}</div>
            </fieldset>
            <p class="form__status" role="status"></p>
            <div class="form__actions"><button type="submit" class="button button--primary">"Выбрать время"</button></div>
        </form>
    }
}
