//! `/cabinet/identity`: the ways to prove who one is, side by side (R-IDC-01, R-IDC-08, D-34).

use accounts::PortalError;
use accounts::flash::{Flash, Form as FlashForm};
use accounts::proofing::{self, IdentityView, MethodView, ProofView, RouteView};
use domain::level::AssuranceLevel;
use domain::proofing::{Group, Method, RouteState};
use leptos::prelude::*;

use super::{Request, flash, titled};
use crate::components::plain::{Badge, InlineForm, ProofStage, StageOf, TextInput, Tone, part};
use crate::date;
use crate::desk::reception::words;
use crate::messages;
use crate::model::Screen;
use crate::qr;

/// What is said about a way before it is chosen.
struct About {
    /// How it goes.
    text: &'static str,
    /// How long it takes.
    time: &'static str,
    /// What it costs.
    cost: &'static str,
    /// Where more of it is.
    link: Option<(&'static str, &'static str)>,
}

fn about(method: Method) -> About {
    match method {
        Method::PostOffice => About {
            text: "Придите с документом в отделение, которое подтверждает личность, и покажите код или распечатанное заявление. Сотрудник сверит данные и подтвердит личность или выдаст код на бумаге.",
            time: "Несколько минут в отделении",
            cost: "Бесплатно",
            link: None,
        },
        Method::Representative => About {
            text: "За вас придёт человек с нотариальной доверенностью, своим документом и вашими документами.",
            time: "Несколько минут в центре",
            cost: "Бесплатно, доверенность — по тарифу нотариуса",
            link: Some(("/centres?service=representative", "Центры рядом")),
        },
        _ => About {
            text: "Сотрудник сверит документ с данными на портале и подтвердит личность сразу. Можно записаться на время или прийти без записи: талон дают администратор или терминал. Отдельно регистрироваться в кабинете налоговой службы потом не нужно.",
            time: "До 10 минут, результат сразу",
            cost: "Бесплатно",
            link: Some((accounts::appointment::PATH, "Записаться в центр")),
        },
    }
}

/// The page.
pub(crate) async fn page(request: &Request<'_>) -> Result<Screen, PortalError> {
    let view = proofing::view(&request.context.site.portal, request.visit).await?;
    let mut parts = flash::notices(view.flash.as_ref());
    let content = match &view.proof {
        Some(proof) => proven(proof).into_any(),
        None if view.level == AssuranceLevel::Confirmed => {
            view! { <p class="lead">"Личность подтверждена."</p> }.into_any()
        }
        None => open(&view).into_any(),
    };
    let history = history(&view);
    parts.push(part(view! {
        <p><a class="back-link" href="/cabinet">"Назад"</a></p>
        <h1 tabindex="-1">"Подтверждение личности"</h1>
        {content}
        {history}
    }));
    let failed = refusal(view.flash.as_ref()).is_some();
    let mut screen = titled(None, "Подтверждение личности", parts);
    if let Screen::Page(page) = &mut screen {
        page.failed |= failed;
    }
    Ok(screen)
}

/// It is done.
fn proven(proof: &ProofView) -> impl IntoView + use<> {
    let place = proof
        .place
        .as_ref()
        .map(|place| format!("{}, {}. ", place.name, place.address));
    let how = words::method(proof.method);
    let when = date::day_and_time(proof.at);
    view! {
        <p class="lead">"Личность подтверждена, открыты все услуги."</p>
        <p>{format!("{how}. ")}{place}{when}</p>
        <p><a class="button button--secondary" href="/cabinet/identity/certificate.pdf" rel="external">"Свидетельство о регистрации (PDF)"</a></p>
    }
}

fn open(view: &IdentityView) -> impl IntoView + use<> {
    let under_way: Vec<_> = view
        .routes
        .iter()
        .filter(|route| route.state.is_open())
        .map(|route| begun(view, route).into_any())
        .collect();
    let any = !under_way.is_empty();
    let groups = [
        (Group::InPerson, "Лично"),
        (Group::Post, "По почте"),
        (Group::Online, "По интернету"),
    ];
    let groups: Vec<_> = groups
        .into_iter()
        .map(|(group, title)| {
            let own = view.methods.iter();
            let own: Vec<_> = own
                .filter(|own| own.method.group() == group)
                .map(|own| offer(own, &view.town))
                .collect();
            (!own.is_empty()).then(|| view! { <h2>{title}</h2><ul class="ways">{own}</ul> })
        })
        .collect();
    view! {
        <StageOf stage=ProofStage::Confirming/>
        <p class="lead">"Подтверждённая учётная запись открывает все услуги. Способов может быть несколько сразу: сработает тот, что закончится первым."</p>
        {any.then(|| view! { <h2>"Уже начато"</h2> })}
        <ul class="ways">{under_way}</ul>
        {code_form(view.flash.as_ref(), "identity")}
        {groups}
        <p><a href="/help/identity" rel="external">"Подробнее о подтверждении личности"</a></p>
    }
}

/// A way that can be chosen.
fn offer(own: &MethodView, town: &str) -> AnyView {
    let about = about(own.method);
    let recommended = (own.method == Method::Centre)
        .then(|| view! { " "<Badge tone=Tone::Success text="Рекомендуем"/> });
    let title = words::method(own.method);
    let hidden = vec![("method", own.method.code().to_owned())];
    let action = match (own.is_open, own.is_begun) {
        (false, _) => {
            view! { <p>"Сначала укажите личные данные: их проверят реестры."</p> }.into_any()
        }
        (true, true) => view! { <p>"Этот способ уже начат, он выше."</p> }.into_any(),
        (true, false) => {
            let text = format!("Выбрать: {}", lower(title));
            view! { <InlineForm action="/api/identity/begin" text look="secondary" hidden/> }
                .into_any()
        }
    };
    let link = about
        .link
        .map(|(href, text)| view! { <p><a href=href rel="external">{text}</a></p> });
    let offices = (own.method == Method::PostOffice).then(|| offices(town));
    view! {
        <li class="ways__item">
            <h3 class="ways__title">{title}{recommended}</h3>
            <p>{about.text}</p>
            <p class="ways__facts">{format!("Время: {}. Стоимость: {}.", lower(about.time), lower(about.cost))}</p>
            {link}
            {offices}
            {action}
        </li>
    }
    .into_any()
}

/// The offices that confirm, near where the citizen lives (R-PST-01).
fn offices(town: &str) -> impl IntoView + use<> {
    view! {
        <form method="get" action="/centres">
            <input type="hidden" name="town" value=town.to_owned()/>
            <input type="hidden" name="service" value="confirmation"/>
            <input type="hidden" name="kind" value="post"/>
            <button type="submit" class="button button--quiet">"Отделения рядом с вами"</button>
        </form>
    }
}

/// The first letter small: the sentence has begun already.
fn lower(text: &str) -> String {
    let mut signs = text.chars();
    let first = signs.next().map(|sign| sign.to_lowercase().to_string());
    format!("{}{}", first.unwrap_or_default(), signs.as_str())
}

/// A way that is under way: what to do now, until when.
fn begun(view: &IdentityView, route: &RouteView) -> impl IntoView + use<> {
    let (text, deadline) = next_step(route);
    let booked = (route.method == Method::Centre)
        .then_some(view.booked.as_ref())
        .flatten();
    let booked = booked.map(|booked| {
        let text = format!(
            "Вы записаны: {}, {}. ",
            booked.place.name, booked.place.address
        );
        view! { <p>{text}<a href=accounts::appointment::PATH>"Лист визита"</a></p> }
    });
    let code = match (&route.code, booked.is_some()) {
        (Some(code), false) => Some(shown_code(code)),
        _ => None,
    };
    let title = words::method(route.method);
    let hidden = vec![("route", route.id.clone())];
    let text_of_end = format!("Отменить способ: {}", lower(title));
    let application = (route.state == RouteState::Begun).then(|| {
        view! {
            <p><a href="/cabinet/identity/visit-sheet.pdf" rel="external">"Что взять с собой: лист визита (PDF)"</a></p>
            <p><a href="/cabinet/identity/application.pdf" rel="external">"Распечатать заявление (PDF)"</a></p>
        }
    });
    view! {
        <li class="ways__item">
            <h3 class="ways__title">{title}</h3>
            <p>{text}</p>
            {booked}
            {code}
            {application}
            <p class="ways__facts">{deadline}</p>
            <InlineForm action="/api/identity/withdraw" text=text_of_end look="quiet" hidden/>
        </li>
    }
}

/// What to do where a way stands, and until when.
fn next_step(route: &RouteView) -> (&'static str, String) {
    let until = date::day(route.expires_at);
    match route.state {
        RouteState::CodeGiven => (
            "Вам выдан код на бумаге: введите его ниже, в поле «Код подтверждения личности».",
            format!("Код действует до {until}"),
        ),
        RouteState::Underway => (
            "Ждём ответа. Делать ничего не нужно: о результате сообщим.",
            format!("Не позже {until}"),
        ),
        _ => (
            "Придите с документами и покажите код сотруднику.",
            format!("Код действует до {until}"),
        ),
    }
}

fn shown_code(code: &str) -> impl IntoView + use<> {
    let code = code.to_owned();
    view! {
        <div class="visit__code">
            {qr::drawing(&code)}
            <p>"Код визита"<br/><strong class="visit__sign">{code}</strong></p>
        </div>
    }
}

/// What has ended without success, and why.
fn history(view: &IdentityView) -> impl IntoView + use<> {
    let rows: Vec<_> = view
        .routes
        .iter()
        .filter(|route| !route.state.is_open() && route.state != RouteState::Succeeded)
        .map(|route| {
            let reason = route
                .reason
                .clone()
                .map(|reason| view! { <p>{format!("Причина: {reason}")}</p> });
            let place = route.place.as_ref().map(|place| format!(", {}", place.name));
            let refused = (route.state == RouteState::Refused).then(|| {
                view! { <p>"Исправьте то, что названо в причине, и придите ещё раз или выберите другой способ."</p> }
            });
            view! {
                <li class="ways__item">
                    <h3 class="ways__title">{words::method(route.method)}</h3>
                    <p>{ended(route.state)}{place}{format!(", {}", date::day_and_time(route.moved_at))}</p>
                    {reason}
                    {refused}
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <h2>"Что было раньше"</h2><ul class="ways">{rows}</ul> })
}

/// How a way has ended.
fn ended(state: RouteState) -> &'static str {
    match state {
        RouteState::Refused => "Личность не подтверждена",
        RouteState::Expired => "Срок вышел",
        RouteState::Withdrawn => "Вы отменили этот способ",
        RouteState::Superseded => "Не понадобился: раньше сработал другой",
        RouteState::Succeeded => "Личность подтверждена",
        RouteState::Begun | RouteState::Underway | RouteState::CodeGiven => "Идёт",
    }
}

/// What is wrong with the code that was typed last.
pub(crate) fn refusal(flash: Option<&Flash>) -> Option<String> {
    let flash = flash.filter(|flash| flash.form == FlashForm::Identity)?;
    let mut own = flash
        .codes
        .iter()
        .filter(|own| own.field == "identity_code");
    let outcome = own
        .next()
        .and_then(|own| accounts::Outcome::from_code(&own.code))?;
    Some(messages::outcome(outcome, flash.wait_s))
}

/// The field of the identity code: the same in the cabinet and here (D-36).
pub(crate) fn code_form(flash: Option<&Flash>, page: &'static str) -> impl IntoView + use<> {
    let error = refusal(flash).unwrap_or_default();
    view! {
        <form class="form" method="post" action="/api/identity/code" novalidate>
            <input type="hidden" name="page" value=page/>
            <TextInput
                name="identity_code"
                label="Код подтверждения личности"
                hint="8 букв и цифр с листа, который выдали в центре, на почте или прислали письмом"
                look="sign"
                error
            />
            <div class="form__actions"><button type="submit" class="button button--secondary">"Подтвердить"</button></div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use accounts::clock::Instant;

    #[test]
    fn every_state_of_a_way_says_what_to_do_or_how_it_ended() {
        for state in RouteState::ALL {
            assert!(!ended(state).is_empty());
            let route = RouteView {
                id: String::new(),
                method: Method::Centre,
                state,
                begun_at: Instant::from_millis(0),
                moved_at: Instant::from_millis(0),
                expires_at: Instant::from_millis(0),
                code: None,
                place: None,
                reason: None,
            };
            let (text, deadline) = next_step(&route);
            assert!(!text.is_empty() && !deadline.is_empty(), "{state:?}");
        }
    }
}
