//! A calendar beside a date: an addition to typing, never the only way (F8, D-24).

use domain::date::{Date, Month};
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlSelectElement;

use super::{LiveField, LiveForm};
use crate::browser::{focus, input};

/// The first year there is to choose [policy].
const FIRST_YEAR: u16 = 1900;
const DAYS_OF_WEEK: [(&str, &str); 7] = [
    ("Пн", "понедельник"),
    ("Вт", "вторник"),
    ("Ср", "среда"),
    ("Чт", "четверг"),
    ("Пт", "пятница"),
    ("Сб", "суббота"),
    ("Вс", "воскресенье"),
];
const MONTHS: [&str; 12] = [
    "Январь",
    "Февраль",
    "Март",
    "Апрель",
    "Май",
    "Июнь",
    "Июль",
    "Август",
    "Сентябрь",
    "Октябрь",
    "Ноябрь",
    "Декабрь",
];

/// Where the calendar stands.
#[derive(Clone, Copy)]
struct Calendar {
    field: LiveField,
    form: LiveForm,
    /// Id of the input.
    input: StoredValue<String>,
    /// The day that has the keyboard.
    at: RwSignal<Date>,
    open: RwSignal<bool>,
    last_year: u16,
}

/// A button that opens the calendar; it comes once scripts run.
#[component]
pub fn CalendarView(
    /// The date's field.
    field: LiveField,
    /// Its form.
    form: LiveForm,
    /// Today.
    today: Date,
    /// Where it opens when nothing is typed.
    start: Date,
) -> AnyView {
    let name = field.field.with_value(|field| field.name.clone());
    let calendar = Calendar {
        field,
        form,
        input: StoredValue::new(name.clone()),
        at: RwSignal::new(start),
        open: RwSignal::new(false),
        last_year: today.year(),
    };
    let ready = RwSignal::new(false);
    Effect::new(move |_| ready.set(true));
    view! {
        <span class="field__reveal">
            <button
                type="button"
                class="button button--quiet"
                aria-haspopup="dialog"
                hidden=move || !ready.get()
                on:click=move |_| calendar.show()
            >
                "Календарь"
            </button>
        </span>
        <dialog
            id=calendar.id()
            class="dialog calendar"
            aria-label="Выбор даты"
            on:close=move |_| calendar.open.set(false)
        >
            {move || calendar.open.get().then(|| content(calendar))}
        </dialog>
    }
    .into_any()
}

impl Calendar {
    fn id(self) -> String {
        [&self.input.get_value(), "-calendar"].concat()
    }

    /// Opens at what is typed; the year comes first, because birthdays lie far back.
    fn show(self) {
        if let Ok(date) = Date::parse(input::value(&self.input.get_value()).trim()) {
            self.at.set(date);
        }
        self.open.set(true);
        input::open_dialog(&self.id());
        request_animation_frame(move || focus::on(&["#", &self.id(), " select"].concat()));
    }

    fn close(self) {
        input::close_dialog(&self.id());
        focus::on(&["#", &self.input.get_value()].concat());
    }

    fn choose(self, day: u8) {
        let at = self.at.get_untracked();
        if let Some(date) = Date::new(at.year(), at.month(), day) {
            input::set_value(&self.input.get_value(), &date.display());
            self.form.typed(self.field);
        }
        self.close();
    }

    /// Another month, with the same day as far as it has one.
    fn turn(self, year: u16, month: u8) {
        let year = year.clamp(FIRST_YEAR, self.last_year);
        let day = self.at.get_untracked().day();
        let days = Month::new(year, month).map_or(0, Month::days);
        if let Some(date) = Date::new(year, month, day.min(days)) {
            self.at.set(date);
        }
    }

    fn turn_by(self, months: i32) {
        let at = self.at.get_untracked();
        let number = i32::from(at.year()) * 12 + i32::from(at.month()) - 1 + months;
        let year = u16::try_from(number.div_euclid(12)).unwrap_or(FIRST_YEAR);
        let month = u8::try_from(number.rem_euclid(12) + 1).unwrap_or(1);
        self.turn(year, month);
    }

    /// Another day, in this month or a neighbour.
    fn step(self, days: i32) {
        let at = self.at.get_untracked();
        let day = i32::from(at.day()) + days;
        let date = match (u8::try_from(day), u32::try_from(days)) {
            (_, Ok(forward)) => at.plus_days(forward),
            (Ok(day @ 1..), _) => Date::new(at.year(), at.month(), day).unwrap_or(at),
            _ => {
                self.turn_by(-1);
                let before = self.at.get_untracked();
                let month = Month::new(before.year(), before.month());
                let last = i32::from(month.map_or(28, Month::days));
                let day = u8::try_from(last + day).unwrap_or(1);
                Date::new(before.year(), before.month(), day).unwrap_or(before)
            }
        };
        if (FIRST_YEAR..=self.last_year).contains(&date.year()) {
            self.at.set(date);
        }
    }

    fn pressed(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowLeft" => self.step(-1),
            "ArrowRight" => self.step(1),
            "ArrowUp" => self.step(-7),
            "ArrowDown" => self.step(7),
            "PageUp" => self.turn_by(-1),
            "PageDown" => self.turn_by(1),
            _ => return,
        }
        event.prevent_default();
        let selector = ["#", &self.id(), " button[tabindex='0']"].concat();
        request_animation_frame(move || focus::on(&selector));
    }
}

fn content(calendar: Calendar) -> AnyView {
    let id = calendar.id();
    let (month_id, year_id) = ([&id, "-month"].concat(), [&id, "-year"].concat());
    let (month, year) = (
        move || calendar.at.get().month(),
        move || calendar.at.get().year(),
    );
    let months = MONTHS.into_iter().zip(1..).map(|(text, number)| {
        view! { <option value=number.to_string() selected=move || month() == number>{text}</option> }
    });
    let years = (FIRST_YEAR..=calendar.last_year).rev().map(|number| {
        view! { <option value=number.to_string() selected=move || year() == number>{number.to_string()}</option> }
    });
    let turn_year = move |event: Event| {
        calendar.turn(chosen(&event), calendar.at.get_untracked().month());
    };
    let turn_month = move |event: Event| {
        let month = u8::try_from(chosen(&event)).unwrap_or(1);
        calendar.turn(calendar.at.get_untracked().year(), month);
    };
    let heads = DAYS_OF_WEEK.map(|(short, long)| view! { <th scope="col" abbr=long>{short}</th> });
    view! {
        <div class="calendar__head">
            <label for=year_id.clone()>"Год"</label>
            <select id=year_id class="input input--select" on:change=turn_year>{years.collect::<Vec<_>>()}</select>
            <label for=month_id.clone()>"Месяц"</label>
            <select id=month_id class="input input--select" on:change=turn_month>{months.collect::<Vec<_>>()}</select>
        </div>
        <table class="calendar__days" on:keydown=move |event| calendar.pressed(&event)>
            <thead><tr>{heads.into_iter().collect::<Vec<_>>()}</tr></thead>
            <tbody>{move || weeks(calendar, calendar.at.get())}</tbody>
        </table>
        <button type="button" class="button button--secondary" on:click=move |_| calendar.close()>"Закрыть календарь"</button>
    }
    .into_any()
}

fn chosen(event: &Event) -> u16 {
    let select = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    select
        .and_then(|select| select.value().parse().ok())
        .unwrap_or_default()
}

/// The days of the month, week by week from Monday on.
fn weeks(calendar: Calendar, at: Date) -> Vec<AnyView> {
    let days = Month::new(at.year(), at.month()).map_or(0, Month::days);
    let before = Date::new(at.year(), at.month(), 1).map_or(0, Date::weekday);
    let mut cells: Vec<Option<u8>> = vec![None; usize::from(before)];
    cells.extend((1..=days).map(Some));
    let weeks = cells.chunks(7).map(|week| {
        let days: Vec<_> = week
            .iter()
            .map(|day| view! { <td>{day.map(|day| one(calendar, at, day))}</td> })
            .collect();
        view! { <tr>{days}</tr> }.into_any()
    });
    weeks.collect()
}

fn one(calendar: Calendar, at: Date, day: u8) -> AnyView {
    let here = day == at.day();
    let name = Date::new(at.year(), at.month(), day)
        .map(Date::display)
        .unwrap_or_default();
    view! {
        <button
            type="button"
            class="calendar__day"
            tabindex=if here { "0" } else { "-1" }
            aria-label=name
            aria-current=here.then_some("date")
            on:click=move |_| calendar.choose(day)
        >
            {day.to_string()}
        </button>
    }
    .into_any()
}
