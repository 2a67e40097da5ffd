//! `/`: what to have at hand, two ways to register (W5).

use accounts::PortalError;
use accounts::flash::Form as FlashForm;
use leptos::prelude::*;

use super::{Request, flash, titled};
use crate::components::plain::{Climb, part};
use crate::model::Screen;

/// The page.
pub(crate) fn page(request: &Request<'_>) -> Result<Screen, PortalError> {
    let found = accounts::flash::read(&request.context.site.portal, request.visit);
    let mut parts = flash::notices(flash::of(found.as_ref(), FlashForm::Start));
    let signed_in = request.session.is_some();
    parts.push(part(view! {
        <div class="hero">
            <div class="hero__text">
                <h1 tabindex="-1">"Одна учётная запись для всех услуг региона"</h1>
                <p class="lead">"Зарегистрируйтесь за 5 минут, бесплатно. Введённое сохраняется: можно прерваться и вернуться."</p>
                {if signed_in {
                    view! { <a class="button button--primary" href="/cabinet">"Личный кабинет"</a> }.into_any()
                } else {
                    view! {
                        <form method="get" action="/register">
                            <button type="submit" class="button button--primary">"Зарегистрироваться"</button>
                        </form>
                    }.into_any()
                }}
            </div>
            <Climb/>
        </div>
        <h2>"Что держать под рукой"</h2>
        <ul class="list list--columns">
            <li><strong>"Мобильный телефон или электронную почту"</strong>" — на них придёт код; потом это ваш логин"</li>
            <li><strong>"Паспорт"</strong>" — понадобится для стандартной учётной записи, чтобы сверить данные с реестром"</li>
            <li><strong>"СНИЛС"</strong>" — 11 цифр с зелёной карточки пенсионного страхования"</li>
            <li><strong>"ИНН, если есть"</strong>" — откроет налоговые услуги"</li>
        </ul>
        <h2>"Два способа зарегистрироваться"</h2>
        <ul class="cards">
            <li class="card">
                <h3>"Самостоятельно"</h3>
                <p>"Имя, телефон или почта, код и пароль. Документы на этом шаге не нужны."</p>
                <p><a href="/register">"Начать регистрацию"</a></p>
            </li>
            <li class="card">
                <h3>"В центре обслуживания"</h3>
                <p>"Приходите с паспортом и СНИЛС: сотрудник зарегистрирует вас и сразу подтвердит личность."</p>
                <p><a href="/centres" rel="external">"Найти центр"</a></p>
            </li>
        </ul>
        <h2>"Три ступени"</h2>
        <ol class="levels">
            <li><strong>"Упрощённая"</strong>" — сразу после регистрации: справки, проверка и оплата штрафов"</li>
            <li><strong>"Стандартная"</strong>" — после проверки паспорта и СНИЛС: запись к врачу и другие услуги"</li>
            <li><strong>"Подтверждённая"</strong>" — после подтверждения личности: все услуги"</li>
        </ol>
    }));
    Ok(titled(None, "Регистрация граждан", parts))
}
