//! What the desk's pages are made of: a table, choices, several lines of text.

use leptos::prelude::*;

use crate::components::plain::{Choice, Choices, Select, TextArea};

/// A table that is sorted, with a control in a row.
pub(super) fn table() -> impl IntoView {
    let select = |id: &str, label: &str, error: &str| {
        let options = vec![("one", "Сверить с документом"), ("two", "Найти опечатку")];
        view! {
            <Select
                id=id.to_owned()
                name="reason"
                label=label.to_owned()
                empty="Выберите причину"
                options
                error=error.to_owned()
            />
        }
    };
    view! {
        <h2 id="sample-table">"Таблица"</h2>
        <div class="table" role="region" aria-labelledby="sample-table" tabindex="0">
            <table class="table__body">
                <thead>
                    <tr>
                        <th scope="col" aria-sort="ascending">
                            <a href="/design">"Поле"</a>
                            <span aria-hidden="true">" ↑"</span>
                        </th>
                        <th scope="col">"Значение"</th>
                        <th scope="col">"Показать значение"</th>
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row">"Фамилия"</th>
                        <td>"Примерова"</td>
                        <td>{select("sample-select", "Зачем: Фамилия", "")}</td>
                    </tr>
                    <tr>
                        <th scope="row">"Имя"</th>
                        <td>
                            <span aria-hidden="true">"••••••"</span>
                            <span class="visually-hidden">"Скрыто"</span>
                        </td>
                        <td>{select("sample-select-refused", "Зачем: Имя", "Выберите один из вариантов")}</td>
                    </tr>
                </tbody>
            </table>
        </div>
    }
}

/// Radios, checkboxes and several lines of text, the last one refused.
pub(super) fn form() -> impl IntoView {
    let choice = |value, label, chosen| Choice {
        value,
        label,
        chosen,
    };
    let decisions = vec![
        choice("yes", "Данные верны", true),
        choice("no", "Есть расхождение", false),
    ];
    let fields = vec![
        choice("surname", "Поле: фамилия", true),
        choice("first_name", "Поле: имя", false),
    ];
    view! {
        <h2>"Выбор и текст"</h2>
        <div>
            <Choices
                id="sample-decision"
                name="sample-decision"
                legend="Что решено"
                choices=decisions
                error=String::new()
            />
            <Choices
                id="sample-fields"
                name="sample-fields"
                legend="Поля с расхождением"
                hint="Только для решения «Есть расхождение»"
                several=true
                choices=fields
                error="Отметьте поля, в которых есть расхождение".to_owned()
            />
            <TextArea
                name="sample-lines"
                label="Причина решения"
                hint="От 10 до 500 символов".to_owned()
                longest=500
                value=Some("Коротко".to_owned())
                error="Причина должна быть не короче 10 символов, сейчас 7".to_owned()
            />
        </div>
    }
}
