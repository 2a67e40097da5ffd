//! Fields and forms: the components of the pages, with models made up here.

use domain::field::password::PasswordRules;
use leptos::prelude::*;

use crate::components::live::{ClockView, Failures, FieldView, LiveForm, rule};
use crate::model::{Clock, Field, Form, Kind, Limits, Rule};

const REFUSED: &str = "Фамилию из российского паспорта пишите русскими буквами";

fn field(name: &str, label: &str, kind: Kind) -> Field {
    Field {
        name: name.into(),
        label: label.into(),
        kind,
        autocomplete: "off".into(),
        ..Field::default()
    }
}

fn samples() -> Vec<Field> {
    vec![
        Field {
            hint: "Подсказка в одно короткое предложение".into(),
            ..field("sample", "Поле с подсказкой", Kind::Text)
        },
        Field {
            value: "Primerova".into(),
            error: REFUSED.into(),
            ..field("sample-refused", "Поле с ошибкой", Kind::Text)
        },
        Field {
            hint: "Отправим код в СМС. С +7 или 8, пробелы не важны".into(),
            value: "8 (900) 123-45-67".into(),
            understood: "Номер: +7 900 123-45-67".into(),
            ..field("sample-phone", "Как понят номер", Kind::Tel)
        },
        Field {
            value: "anna@gmial.com".into(),
            suggestion: "anna@gmail.com".into(),
            ..field("sample-email", "Вероятная опечатка", Kind::Email)
        },
        Field {
            hint: "6 цифр".into(),
            value: "123456".into(),
            ..field("sample-code", "Код из сообщения", Kind::Code)
        },
        field("sample-check", "Чужой компьютер", Kind::Check),
        Field {
            value: "true".into(),
            ..field("sample-ticked", "Флажок отмечен", Kind::Check)
        },
        Field {
            error: "Отметьте согласие, чтобы продолжить".into(),
            ..field(
                "sample-consent",
                "Согласие на условиях <a href=\"/terms\" rel=\"external\">Условий использования</a>",
                Kind::Check,
            )
        },
    ]
}

/// Fields in every state, under the summary of what is wrong with them. The summary is written
/// out: the pages' own takes focus as soon as it is there.
pub(super) fn fields() -> impl IntoView {
    let form = Form {
        fields: samples(),
        ..Form::default()
    };
    let wrong = form.fields.iter().filter(|field| !field.error.is_empty());
    let failures = wrong.map(|field| {
        let (to, message) = (format!("#{}", field.name), field.error.clone());
        view! { <li><a href=to>{message}</a></li> }
    });
    view! {
        <h2>"Сводка ошибок"</h2>
        <div class="error-summary" aria-labelledby="sample-summary" role="group">
            <h2 id="sample-summary" class="error-summary__title">"Нужно исправить"</h2>
            <ul class="error-summary__list">{failures.collect_view()}</ul>
        </div>
        <h2>"Поля"</h2>
        {live(&form)}
    }
}

/// The fields of a form as on a page.
fn live(form: &Form) -> impl IntoView + use<> {
    provide_context(Failures(RwSignal::new(Vec::new())));
    let live = LiveForm::new(form);
    let fields = live.fields.get_value().into_iter();
    fields
        .map(|field| view! { <FieldView field form=live/> })
        .collect_view()
}

/// A new password, its rules met and unmet, and the button that scripts bring.
pub(super) fn password() -> impl IntoView {
    let new = Field {
        rule: Rule::NewPassword(Limits::from(PasswordRules::default())),
        ..field("password", "Пароль", Kind::Password)
    };
    let form = Form {
        fields: vec![new],
        ..Form::default()
    };
    let rules = [("от 8 до 128 символов", true), ("цифра", false)]
        .map(|(text, met)| rule(text.into(), met));
    view! {
        <h2>"Новый пароль"</h2>
        {live(&form)}
        <h3>"Правила при вводе и кнопка показа"</h3>
        <ul class="rules">{rules.into_iter().collect_view()}</ul>
        <div class="field">
            <label class="field__label" for="sample-password">"Пароль с кнопкой"</label>
            <div class="field__control">
                <input class="input" id="sample-password" name="sample-password" type="password" value="Sinitsa-1!"/>
                <span class="field__reveal">
                    <button type="button" class="button button--quiet" aria-controls="sample-password">"Показать пароль"</button>
                </span>
            </div>
            <p class="field__understood">"Включён Caps Lock"</p>
        </div>
    }
}

/// What stands around the buttons of a form, and the clock of a code.
pub(super) fn form() -> impl IntoView {
    view! {
        <h2>"Кнопки формы"</h2>
        <p class="form__status">"Осталось: цифра и символ"</p>
        <div class="form__actions">
            <button type="button" class="button button--primary">"Продолжить"</button>
            <button type="button" class="button button--secondary">"Сохранить и выйти"</button>
        </div>
        <p class="form__saved">"Черновик сохранён до 23:59 31 декабря"</p>
        <ClockView clock=Clock { resend_in_s: 45, ..Clock::default() }/>
    }
}
