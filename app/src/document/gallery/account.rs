//! What a citizen sees of the account: levels, badges, lists, the user's card.

use domain::level::AssuranceLevel;
use leptos::prelude::*;

use crate::components::plain::{
    Badge, InlineForm, LevelBanner, Row, SummaryList, Tab, Tabs, Tone, User, UserCard, html,
    level_title,
};

/// The three levels.
pub(super) fn levels() -> impl IntoView {
    let levels = AssuranceLevel::ALL.map(|level| view! { <LevelBanner level/> });
    view! { <h2>"Ступени"</h2> {levels.into_iter().collect_view()} }
}

/// Tabs, the card, badges, names with values.
pub(super) fn lists() -> impl IntoView {
    let user = User {
        surname: "Примерова".into(),
        level: level_title(AssuranceLevel::Simplified),
        contacts: vec!["+7 900 123-45-67".into(), "anna@example.org".into()],
    };
    view! {
        <h2>"Вкладки"</h2>
        <Tabs current=Tab::Feed/>
        <h2>"Карточка пользователя"</h2>
        <div class="header__nav"><UserCard user/></div>
        <h2>"Значки"</h2>
        <p><Badge tone=Tone::Success text="Подтверждён"/>" "<Badge tone=Tone::Neutral text="Не подтверждён"/></p>
        <h2>"Список сведений"</h2>
        <SummaryList rows=rows()/>
    }
}

fn rows() -> Vec<Row> {
    let change = || html(view! { <div><a href="/design">"Изменить"</a></div> });
    vec![
        Row::text("Отчество", "Не указано"),
        Row {
            term: "Телефон".into(),
            value: html(
                view! { <span>"+7 900 123-45-67 "<Badge tone=Tone::Success text="Подтверждён"/></span> },
            ),
            actions: change(),
        },
        Row {
            term: "Электронная почта".into(),
            value: html(
                view! { <span>"anna@example.org "<Badge tone=Tone::Neutral text="Не подтверждён"/></span> },
            ),
            actions: html(view! {
                <div><InlineForm action="/design" text="Подтвердить почту"/><a href="/design">"Изменить"</a></div>
            }),
        },
    ]
}

/// Sessions and the journal.
pub(super) fn records() -> impl IntoView {
    view! {
        <h2>"Сеансы"</h2>
        <ul class="sessions">
            <li class="sessions__item">
                <div>
                    <p class="sessions__device">"Chromium, Linux"</p>
                    <p>"192.0.2.1"</p>
                    <p>"Вход 17 марта 2026, 14:05, последнее действие 17 марта 2026, 14:20"</p>
                </div>
                <Badge tone=Tone::Success text="Этот сеанс"/>
            </li>
            <li class="sessions__item">
                <div>
                    <p class="sessions__device">"Firefox, Windows"</p>
                    <p>"192.0.2.7 · чужой компьютер"</p>
                    <p>"Вход 16 марта 2026, 9:30, последнее действие 16 марта 2026, 9:41"</p>
                </div>
                <InlineForm action="/design" text="Завершить сеанс"/>
            </li>
        </ul>
        <h2>"История действий"</h2>
        <ul class="journal">
            <li class="journal__item"><span>"17 марта 2026, 14:05"</span>" "<span>"Вход"</span></li>
            <li class="journal__item"><span>"17 марта 2026, 14:04"</span>" "<span>"Неудачная попытка входа"</span></li>
        </ul>
    }
}
