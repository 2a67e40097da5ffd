//! Colours, text, buttons, notices, the dialog.

use leptos::prelude::*;

use crate::components::plain::{BackLink, Climb, Gap, InlineForm, Mark, Notice};

const COLOURS: [&str; 16] = [
    "bg",
    "surface",
    "sunken",
    "raised",
    "text",
    "text-muted",
    "border-control",
    "line",
    "primary",
    "link-visited",
    "step",
    "error",
    "success",
    "warning",
    "info",
    "focus",
];

/// The tokens, drawn by the style sheet.
pub(super) fn colours() -> impl IntoView {
    let swatches = COLOURS.map(|name| {
        let class = format!("swatches__item swatches__item--{name}");
        view! { <li class=class>{name}</li> }
    });
    view! {
        <h2>"Цвета"</h2>
        <ul class="swatches">{swatches.into_iter().collect_view()}</ul>
    }
}

/// Headings, text, lists, links, pictures.
pub(super) fn text() -> impl IntoView {
    view! {
        <h2>"Знак и картинки"</h2>
        <p><span class="mark"><Mark/></span></p>
        <Climb/>
        <Gap/>
        <h2>"Текст"</h2>
        <BackLink to="/design"/>
        <p class="lead">"Вступление: одно-два предложения о том, что здесь можно сделать."</p>
        <h3>"Заголовок третьего уровня"</h3>
        <p>"Обычный текст со "<a href="/design">"ссылкой"</a>" и "<strong>"важными словами"</strong>"."</p>
        <ul class="list"><li>"пункт списка"</li><li>"ещё один пункт"</li></ul>
        <ol class="list"><li>"первый шаг"</li><li>"второй шаг"</li></ol>
        <p class="form__aside">"Пояснение, без которого можно обойтись."</p>
    }
}

/// Every look, and a request under way.
pub(super) fn buttons() -> impl IntoView {
    let looks = [
        ("primary", "Основная"),
        ("secondary", "Вторая"),
        ("quiet", "Тихая"),
        ("link", "Ссылка"),
    ];
    let buttons = looks.map(|(look, text)| {
        view! { <button type="button" class=format!("button button--{look}")>{text}</button> }
    });
    view! {
        <h2>"Кнопки"</h2>
        <div class="form__actions">
            {buttons.into_iter().collect_view()}
            <button type="button" class="button button--primary" aria-disabled="true">"Отправляем…"</button>
        </div>
        <h3>"Форма из одной кнопки"</h3>
        <InlineForm action="/design" text="Завершить"/>
    }
}

/// The four tones.
pub(super) fn notices() -> impl IntoView {
    let notices = [
        (
            "info",
            "Подтвердите ещё и почту: это можно сделать в личном кабинете.",
        ),
        ("success", "Код отправлен снова."),
        ("warning", "Такой пароль легко подобрать."),
        (
            "error",
            "Логин или пароль не подошли. Попробуйте ещё раз или восстановите пароль",
        ),
    ]
    .map(|(tone, text)| view! { <Notice tone text/> });
    view! { <h2>"Сообщения"</h2> {notices.into_iter().collect_view()} }
}

/// It stands on the page here; two minutes before a session ends it lies over everything.
pub(super) fn dialog() -> impl IntoView {
    view! {
        <h2>"Диалог"</h2>
        <dialog open class="dialog" aria-labelledby="sample-dialog-title">
            <h2 id="sample-dialog-title" class="dialog__title">"Сеанс скоро закончится"</h2>
            <p>"Через 2 минуты вы выйдете из учётной записи. Нажмите кнопку, чтобы остаться."</p>
            <button type="button" class="button button--primary">"Продолжить работу"</button>
        </dialog>
    }
}
