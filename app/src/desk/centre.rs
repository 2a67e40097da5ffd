//! `/desk/centres/{id}`: one centre, as it is or as it was typed; `_new`, which no id can be, is one that is added.

use accounts::PortalError;
use accounts::centre::{CentreFault, CentreInput, DAYS, Directory};
use accounts::desk::{self, CentreSaved};
use accounts::{Done, Flash, Visit};
use domain::centre::{Kind, Service};
use http::StatusCode;
use leptos::prelude::*;

use super::control::{Group, Line, List};
use super::{Request, Shown, message, shown, summary};
use crate::centres::words;
use crate::components::live::Failure;
use crate::components::plain::{Choice, Choices, part};
use crate::context::PageContext;
use crate::pages::flash;

/// In the place of the id of one that is added.
const NEW: &str = "_new";
/// Longest text of a field, in characters.
const LONGEST: usize = 200;
/// Longest list of days, in characters.
const LONGEST_LIST: usize = 2000;

type Faults = [(&'static str, CentreFault)];

/// The page; where there is no such centre, the one that says so.
pub(super) async fn page(request: &Request<'_>, id: &str) -> Result<Shown, PortalError> {
    let portal = &request.context.site.portal;
    let view = desk::centres(portal, request.visit).await?;
    let directory = &view.directory;
    let input = match directory.find(id) {
        Some(centre) => CentreInput::of(directory, centre),
        None if id == NEW => CentreInput {
            windows: "1".into(),
            ..CentreInput::default()
        },
        None => return Ok(message::unknown_centre()),
    };
    Ok(form_page(directory, &input, id, &[], view.flash.as_ref()))
}

/// What a centre that was typed is answered with.
pub(super) async fn save(
    context: &PageContext,
    visit: &Visit,
    fields: &[(String, String)],
) -> Result<Result<Done, Shown>, PortalError> {
    let portal = &context.site.portal;
    let id = fields.iter().find(|(name, _)| name == "centre");
    let id = id.map_or("", |(_, id)| id.as_str());
    let input = read(id, fields);
    let saved = desk::save_centre(portal, visit, input.clone(), id == NEW).await?;
    Ok(match saved {
        CentreSaved::Saved(done) => Ok(done),
        // There is none of this id to change.
        CentreSaved::Refused(_) if id != NEW && portal.centres().find(id).is_none() => {
            Err(message::unknown_centre())
        }
        CentreSaved::Refused(faults) => Err(Shown {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            ..form_page(&portal.centres(), &input, id, &faults, None)
        }),
    })
}

/// What was typed. The id of a centre that is there is not.
fn read(id: &str, fields: &[(String, String)]) -> CentreInput {
    let all = |name: &'static str| {
        let own = fields.iter().filter(move |(own, _)| own == name);
        own.map(|(_, value)| value.clone())
    };
    let one = |name| all(name).next().unwrap_or_default();
    CentreInput {
        id: if id == NEW { one("id") } else { id.to_owned() },
        town: one("town"),
        kind: one("kind"),
        name: one("name"),
        address: one("address"),
        lat: one("lat"),
        lon: one("lon"),
        step_free: !one("step_free").is_empty(),
        days: DAYS.map(one),
        closed_on: one("closed_on"),
        services: all("services").collect(),
        windows: one("windows"),
        hidden: !one("hidden").is_empty(),
    }
}

fn form_page(
    directory: &Directory,
    input: &CentreInput,
    id: &str,
    faults: &Faults,
    said: Option<&Flash>,
) -> Shown {
    let heading = match id {
        NEW => "Новый центр".to_owned(),
        _ => directory
            .find(id)
            .map_or_else(|| id.to_owned(), |centre| centre.name.clone()),
    };
    let failures = faults.iter().map(|(field, fault)| Failure {
        id: (*field).to_owned(),
        message: told(*fault).to_owned(),
    });
    let mut parts = vec![part(
        view! { <p><a class="back-link" href="/desk/centres">"Назад"</a></p> },
    )];
    parts.extend(flash::notices(said));
    parts.push(summary(failures.collect()));
    let title = heading.clone();
    parts.push(part(view! {
        <h1 tabindex="-1">{heading}</h1>
        <p class="form__aside">
            "Изменения видны сразу. Записи на время, когда центр теперь закрыт, отменяются: граждане получат сообщение. "
            "Если центр только скрыт, уже записанные визиты остаются."
        </p>
        {form(directory, input, id, faults)}
    }));
    Shown {
        failed: !faults.is_empty(),
        ..shown(&title, parts)
    }
}

fn form(
    directory: &Directory,
    input: &CentreInput,
    id: &str,
    faults: &Faults,
) -> impl IntoView + use<> {
    let own = (id == NEW).then(|| {
        let hint = "Строчные латинские буквы, цифры и дефис: tver-mfc-1. Потом не меняется";
        line(faults, "id", "Код центра", hint, &input.id)
    });
    let windows = "Сколько посетителей принимают одновременно, от 1 до 99";
    view! {
        <form class="form" method="post" action="/api/desk/centres/save" novalidate>
            <input type="hidden" name="centre" value=id.to_owned()/>
            {own}
            {line(faults, "name", "Название", "", &input.name)}
            {town(directory, input, faults)}
            {line(faults, "address", "Адрес", "Улица и дом", &input.address)}
            {line(faults, "lat", "Широта", "В градусах: 56.859", &input.lat)}
            {line(faults, "lon", "Долгота", "В градусах: 35.912", &input.lon)}
            {kind(input, faults)}
            {services(input, faults)}
            {line(faults, "windows", "Окна", windows, &input.windows)}
            {hours(input, faults)}
            {flag("step_free", "Доступность", "Вход без ступеней", input.step_free)}
            {flag("hidden", "Справочник", "Скрыть центр: его не найдут и не смогут записаться", input.hidden)}
            <div class="form__actions">
                <button type="submit" class="button button--primary">"Сохранить центр"</button>
            </div>
        </form>
    }
}

fn line(faults: &Faults, name: &str, label: &str, hint: &str, value: &str) -> AnyView {
    let longest = if name == "closed_on" {
        LONGEST_LIST
    } else {
        LONGEST
    };
    let line = Line {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        value: value.to_owned(),
        error: error(faults, name),
        longest,
        day: false,
    };
    line.view()
}

/// The hours of every day, and the days on which none of them hold.
fn hours(input: &CentreInput, faults: &Faults) -> impl IntoView + use<> {
    let names = [
        "Понедельник",
        "Вторник",
        "Среда",
        "Четверг",
        "Пятница",
        "Суббота",
        "Воскресенье",
    ];
    let hours: Vec<_> = DAYS
        .into_iter()
        .zip(names)
        .zip(&input.days)
        .map(|((name, label), value)| line(faults, name, label, "", value))
        .collect();
    let hint = "Через запятую, подряд — через тире: 31.12.2026, 10.01.2027–20.01.2027";
    view! {
        <fieldset class="choices">
            <legend class="field__label">"Часы работы"</legend>
            <p class="field__hint">"Например: 9:00–20:00, перерыв 13:00–14:00. Если закрыто — «выходной»"</p>
            {hours}
        </fieldset>
        {line(faults, "closed_on", "Дни, когда закрыто", hint, &input.closed_on)}
    }
}

fn services(input: &CentreInput, faults: &Faults) -> impl IntoView + use<> {
    let choices = Service::ALL.map(|service| Choice {
        value: service.code(),
        label: words::service(service),
        chosen: input.services.iter().any(|code| code == service.code()),
    });
    view! {
        <Choices
            id="services"
            name="services"
            legend="Услуги"
            hint="Почта без соглашения ничего не отмечает"
            several=true
            choices=choices.into()
            error=error(faults, "services")
        />
    }
}

fn flag(
    name: &'static str,
    legend: &'static str,
    label: &'static str,
    chosen: bool,
) -> impl IntoView {
    let choices = vec![Choice {
        value: "1",
        label,
        chosen,
    }];
    view! { <Choices id=name name legend several=true choices error=String::new()/> }
}

fn town(directory: &Directory, input: &CentreInput, faults: &Faults) -> AnyView {
    let mut towns: Vec<_> = directory.towns().iter().collect();
    towns.sort_by(|one, other| (&one.region, &one.name).cmp(&(&other.region, &other.name)));
    let mut groups: Vec<Group> = Vec::new();
    for town in towns {
        let option = (town.id.clone(), town.name.clone());
        match groups.last_mut() {
            Some(group) if group.heading == town.region => group.options.push(option),
            _ => groups.push(Group {
                heading: town.region.clone(),
                options: vec![option],
            }),
        }
    }
    let list = List {
        name: "town".into(),
        label: "Город".into(),
        empty: "Выберите город".into(),
        groups,
        chosen: input.town.clone(),
        error: error(faults, "town"),
        ..List::default()
    };
    list.view()
}

fn kind(input: &CentreInput, faults: &Faults) -> AnyView {
    let kinds = Kind::ALL.map(|kind| (kind.code().to_owned(), words::kind(kind).to_owned()));
    let list = List {
        name: "kind".into(),
        label: "Кто обслуживает".into(),
        empty: "Выберите".into(),
        groups: vec![Group {
            heading: String::new(),
            options: kinds.into(),
        }],
        chosen: input.kind.clone(),
        error: error(faults, "kind"),
        ..List::default()
    };
    list.view()
}

/// The message beside a field; empty: nothing is wrong with it.
fn error(faults: &Faults, name: &str) -> String {
    let found = faults.iter().find(|(field, _)| *field == name);
    found.map_or_else(String::new, |(_, fault)| told(*fault).to_owned())
}

fn told(fault: CentreFault) -> &'static str {
    match fault {
        CentreFault::Empty => "Заполните поле",
        CentreFault::TooLong => "Не больше 200 символов",
        CentreFault::NoId => "Укажите код из строчных латинских букв, цифр и дефиса",
        CentreFault::Taken => "Центр с таким кодом уже есть",
        CentreFault::NoChoice => "Выберите один из вариантов",
        CentreFault::NoPlace => "Укажите градусы числом, например 56.859",
        CentreFault::NoHours => "Укажите часы так: 9:00–20:00, перерыв 13:00–14:00, или «выходной»",
        CentreFault::NoDays => "Укажите дни так: 31.12.2026, 10.01.2027–20.01.2027",
        CentreFault::TooManyDays => "Не больше 400 дней. Чтобы закрыть надолго, скройте центр",
        CentreFault::NoWindows => "Укажите число от 1 до 99",
    }
}
