//! `/display`: how the pages are to look (A7).

use leptos::prelude::*;

use crate::components::plain::{Choice, Choices, Notice, html};
use crate::display::Display;

/// The page. `back`: where the citizen came from; `saved`: they have just chosen.
pub(super) fn page(display: Display, back: &str, saved: bool) -> String {
    let questions = display.chosen().map(|(setting, (chosen, _, _))| {
        let choices = setting.choices.iter().map(|(code, label, _)| Choice {
            value: code,
            label,
            chosen: code == chosen,
        });
        view! {
            <Choices
                id=setting.name
                name=setting.name
                legend=setting.legend
                choices=choices.collect()
                error=String::new()
            />
        }
    });
    let saved =
        saved.then(|| view! { <Notice tone="success" text="Вид страниц изменён" fresh=true/> });
    html(view! {
        <p><a class="back-link" href=back.to_owned()>"Назад"</a></p>
        {saved}
        <h1 tabindex="-1">"Версия для слабовидящих"</h1>
        <p class="lead">"Страницы остаются теми же, меняется их вид. Выбор хранится в этом браузере год."</p>
        <form class="form" method="post" action="/api/display">
            <input type="hidden" name="back" value=back.to_owned()/>
            {questions.collect_view()}
            <div class="form__actions">
                <button type="submit" class="button button--primary">"Применить"</button>
            </div>
        </form>
        <form class="form" method="post" action="/api/display">
            <input type="hidden" name="back" value=back.to_owned()/>
            <button type="submit" class="button button--quiet">"Вернуть обычный вид"</button>
        </form>
    })
}
