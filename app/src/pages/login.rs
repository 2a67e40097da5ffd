//! `/login` and `/login/snils`.

use accounts::PortalError;
use accounts::flash::Form as FlashForm;
use accounts::sign_in::{self, LoginKind};
use leptos::prelude::*;

use super::{Request, fields, flash, titled};
use crate::components::plain::{html, part};
use crate::model::{Button, Form, Part, Rule, Screen};
use crate::query::Query;

/// The page; a signed-in visitor goes to the cabinet.
pub(crate) fn page(
    request: &Request<'_>,
    query: &str,
    kind: LoginKind,
) -> Result<Screen, PortalError> {
    if request.session.is_some() {
        return Ok(Screen::Redirect("/cabinet".into()));
    }
    let found = accounts::flash::read(&request.context.site.portal, request.visit);
    let found = flash::of(found.as_ref(), way_of(kind).form);
    let mut login = match kind {
        LoginKind::Contact => fields::login("login", "Логин", Rule::SignInLogin),
        LoginKind::Snils => fields::snils_login(),
    };
    if let Some(typed) = found.and_then(|flash| flash.login.clone()) {
        login.value = typed;
    }
    let mut list = vec![
        login,
        fields::password("password", "Пароль"),
        fields::foreign_computer(),
    ];
    flash::refuse(&mut list, found);
    let refused = found.is_some();
    let return_to = Query::read(query).get("return_to").to_owned();
    let way = way_of(kind);
    let other = sign_in::path_before(way.other_kind, &return_to);
    let beneath = html(view! {
        <p><a href="/recover">"Забыли пароль?"</a></p>
        <p>{way.other_lead}<a href=other>{way.other}</a></p>
        <p class="form__aside">{way.aside}</p>
        <p>"Нет учётной записи? "<a href="/register">"Зарегистрируйтесь"</a></p>
        <p class="form__aside">
            "На чужом компьютере отметьте «Чужой компьютер»: сеанс закончится вместе с браузером и через 15 минут бездействия. Иначе он длится 24 часа."
        </p>
        <p class="form__aside">
            "Не получается войти? "<a href="/help/password" rel="external">"Как восстановить пароль"</a>
            ". Телефоны поддержки — внизу страницы."
        </p>
    });
    let form = Form {
        action: way.action.into(),
        hidden: vec![("return_to".into(), return_to)],
        fields: list,
        buttons: vec![Button {
            text: "Войти".into(),
            action: String::new(),
        }],
        beneath,
        ..Form::default()
    };
    let mut parts = flash::notices(found);
    parts.push(Part::Summary);
    let heading = way.heading;
    parts.push(part(view! { <h1 tabindex="-1">{heading}</h1> }));
    parts.push(Part::Form(form));
    let mut screen = titled(None, way.title, parts);
    if let Screen::Page(page) = &mut screen {
        page.failed |= refused;
    }
    Ok(screen)
}

/// What the two ways to sign in differ in (R-LOG-02, R-LOG-03).
struct Way {
    form: FlashForm,
    action: &'static str,
    heading: &'static str,
    title: &'static str,
    other_lead: &'static str,
    other: &'static str,
    other_kind: LoginKind,
    aside: &'static str,
}

fn way_of(kind: LoginKind) -> Way {
    match kind {
        LoginKind::Contact => Way {
            form: FlashForm::SignIn,
            action: "/api/login",
            heading: "Вход",
            title: "Вход в учётную запись",
            other_lead: "Вход с помощью: ",
            other: "СНИЛС",
            other_kind: LoginKind::Snils,
            aside: "",
        },
        LoginKind::Snils => Way {
            form: FlashForm::SnilsSignIn,
            action: "/api/login/snils",
            heading: "Вход с помощью СНИЛС",
            title: "Вход с помощью СНИЛС",
            other_lead: "Вход с помощью: ",
            other: "телефона или почты",
            other_kind: LoginKind::Contact,
            // Said to everybody alike: whose SNILS opens which account is nobody's business (R-LOG-04, V9).
            aside: "По СНИЛС входят владельцы стандартной и подтверждённой учётной записи. С упрощённой войдите по телефону или почте и укажите СНИЛС в личных данных.",
        },
    }
}
