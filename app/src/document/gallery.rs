//! `/design`: every component in its states.

use domain::level::AssuranceLevel;
use leptos::prelude::*;

use crate::components::plain::{
    Badge, LevelBanner, Notice, Row, StepHead, SummaryList, Tab, Tabs, Tone, html,
};

/// The page.
pub(super) fn page() -> String {
    let notices = ["info", "success", "warning", "error"]
        .map(|tone| view! { <Notice tone text="Сообщение о том, что произошло"/> });
    let levels = AssuranceLevel::ALL.map(|level| view! { <LevelBanner level/> });
    let buttons = [("primary", "Основная"), ("secondary", "Вторая"), ("quiet", "Тихая"), ("link", "Ссылка")]
        .map(|(look, text)| view! { <button type="button" class=format!("button button--{look}")>{text}</button>" " });
    let rows = vec![
        Row::text("Фамилия", "Примерова"),
        Row::text("Отчество", "Не указано"),
    ];
    html(view! {
        <StepHead progress=Some((2, 4)) heading="Компоненты"/>
        <h2>"Кнопки"</h2>
        <p>{buttons.into_iter().collect_view()}</p>
        <h2>"Поле"</h2>
        <div class="field">
            <label class="field__label" for="sample">"Название поля"</label>
            <p class="field__hint" id="sample-hint">"Подсказка в одно предложение"</p>
            <p class="field__error" id="sample-error"><span class="visually-hidden">"Ошибка: "</span>"Что исправить"</p>
            <div class="field__control">
                <input class="input" id="sample" value="Значение" aria-invalid="true" aria-describedby="sample-hint sample-error"/>
            </div>
            <p class="field__understood">"Номер: +7 900 000-00-00"</p>
        </div>
        <h2>"Сообщения"</h2>
        {notices.into_iter().collect_view()}
        <h2>"Ступени"</h2>
        {levels.into_iter().collect_view()}
        <h2>"Значки, список, вкладки"</h2>
        <p><Badge tone=Tone::Success text="Подтверждён"/>" "<Badge tone=Tone::Neutral text="Не подтверждён"/></p>
        <SummaryList rows/>
        <Tabs current=Tab::Feed/>
    })
}
