//! `/desk/visits`: citizens are looked up by a visit code or by documents in hand, and nowhere does one browse.

use accounts::flash::Form as FlashForm;
use accounts::reception::{self, DeskView, RestorationRow, ShiftRow};
use accounts::{Flash, PortalError};
use domain::date::Date;
use domain::profile::{Context, DocumentKind, ProfileField};
use leptos::prelude::*;

use super::super::kept::KeptStatus;
use super::super::{Request, Shown, flashed, queue, shown, summary};
use super::{field, words};
use crate::components::plain::{Choice, Choices, InlineForm, TextInput, part};
use crate::date;
use crate::pages::{fields, flash};

/// The page.
pub(crate) async fn page(request: &Request<'_>) -> Result<Shown, PortalError> {
    let portal = &request.context.site.portal;
    let view = reception::desk(portal, request.visit).await?;
    let today = Date::in_moscow(portal.clock.now().millis());
    let found = flash::of(view.flash.as_ref(), FlashForm::DeskVisits);
    let documents = documents(found, today);
    let mut failures = flashed::all(found);
    for failure in &mut failures {
        if let Some(field) = documents.iter().find(|field| field.name == failure.id) {
            failure.message.clone_from(&field.error);
        }
    }
    let failed = !failures.is_empty();
    let mut parts = flash::notices(found);
    parts.push(summary(failures));
    parts.push(part(view! {
        <h1 tabindex="-1">"Приём граждан"</h1>
        {place(&view)}
        {by_code(found)}
        {by_documents(found, &documents, today)}
        {restorations(&view.restorations)}
        {shift(&view.shift)}
    }));
    Ok(Shown {
        failed,
        wide: true,
        ..shown("Приём граждан", parts)
    })
}

/// Where the operator works.
fn place(view: &DeskView) -> impl IntoView + use<> {
    let text = match &view.place {
        Some(place) => format!("Рабочее место: {}, {}. ", place.name, place.address),
        None => "Рабочее место не указано. ".to_owned(),
    };
    view! { <p>{text}<a href=reception::WORKPLACE>"Изменить рабочее место"</a></p> }
}

fn by_code(found: Option<&Flash>) -> impl IntoView + use<> {
    let typed = found
        .and_then(|flash| flash.kept("code"))
        .unwrap_or_default();
    let error = flashed::beside(found, "code");
    view! {
        <section aria-labelledby="by-code">
            <h2 id="by-code">"По коду визита"</h2>
            <form class="form" method="post" action="/api/desk/code" novalidate>
                <TextInput
                    name="code"
                    label="Код визита"
                    hint="8 букв и цифр с листа или телефона гражданина"
                    value=typed
                    error
                    look="sign"
                />
                <div class="form__actions"><button type="submit" class="button button--primary">"Найти по коду"</button></div>
            </form>
        </section>
    }
}

/// The fields of documents with what is wrong; numbers are typed anew.
fn documents(found: Option<&Flash>, today: Date) -> Vec<crate::model::Field> {
    let kept = found.and_then(|flash| flash.kept("document_kind"));
    let context = Context {
        is_russian: kept.is_none_or(|kind| kind == DocumentKind::RussianPassport.code()),
        birth: None,
        today,
    };
    let names = [
        ProfileField::Snils,
        ProfileField::DocumentNumber,
        ProfileField::BirthDate,
    ];
    let mut list = names.map(|name| fields::profile(name, &context));
    flash::refuse(&mut list, found);
    list.into()
}

fn by_documents(
    found: Option<&Flash>,
    documents: &[crate::model::Field],
    today: Date,
) -> impl IntoView + use<> {
    let kept = |name: &str| found.and_then(|flash| flash.kept(name)).unwrap_or_default();
    let error = |name: ProfileField| {
        let own = documents.iter().find(|field| field.name == name.code());
        own.map(|field| field.error.clone()).unwrap_or_default()
    };
    let context = Context {
        is_russian: true,
        birth: None,
        today,
    };
    let control =
        |name: ProfileField, value: &str| field::control(name, value, error(name), &context, false);
    let kinds = [
        ("confirmation", "Подтвердить личность"),
        ("restoration", "Восстановить доступ"),
    ];
    let chosen = match kept("kind") {
        "" => "confirmation",
        kind => kind,
    };
    let kinds = kinds.map(|(value, label)| Choice {
        value,
        label,
        chosen: value == chosen,
    });
    view! {
        <section aria-labelledby="by-documents">
            <h2 id="by-documents">"По документам в руках"</h2>
            <p>"Для тех, чьи данные уже подтвердили реестры. Перепишите номера с документов: найдётся только точное совпадение всех полей."</p>
            <form class="form" method="post" action="/api/desk/documents" novalidate>
                <Choices id="kind" name="kind" legend="Что нужно гражданину" choices=kinds.into() error=String::new()/>
                {control(ProfileField::DocumentKind, kept("document_kind"))}
                {control(ProfileField::DocumentNumber, "")}
                {control(ProfileField::BirthDate, "")}
                {control(ProfileField::Snils, "")}
                <KeptStatus/>
                <div class="form__actions"><button type="submit" class="button button--secondary">"Найти по документам"</button></div>
            </form>
        </section>
    }
}

/// What waits for a second operator, without a word about whom it concerns.
fn restorations(rows: &[RestorationRow]) -> impl IntoView + use<> {
    let lines: Vec<_> = rows
        .iter()
        .map(|row| {
            let number = queue::short(&row.id);
            let hidden = vec![("reception", row.id.clone())];
            let action = match row.own {
                true => view! { <span>"Согласиться может другой сотрудник"</span> }.into_any(),
                false => view! {
                    <InlineForm action="/api/desk/restoration/agree" text=format!("Согласиться с приёмом {number}") look="secondary" hidden=hidden.clone()/>
                    <InlineForm action="/api/desk/restoration/reject" text=format!("Отклонить приём {number}") look="quiet" hidden/>
                }
                .into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{number.clone()}</th>
                    <td>{row.login.clone()}</td>
                    <td>{row.place.name.clone()}</td>
                    <td>{date::day_and_time(row.opened_at)}</td>
                    <td>{action}</td>
                </tr>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h2 id="restorations">"Восстановления ждут второго сотрудника"</h2>
            <p>"Соглашайтесь, если сами видели документы гражданина. Без согласия доступ вернётся через сутки, а по новым документам не вернётся совсем. Если что-то не так, отклоните: код перестанет действовать."</p>
            <div class="table" role="region" aria-labelledby="restorations" tabindex="0">
                <table class="table__body">
                    <thead>
                        <tr>
                            <th scope="col">"Приём"</th>
                            <th scope="col">"Сотрудник"</th>
                            <th scope="col">"Центр"</th>
                            <th scope="col">"Начат"</th>
                            <th scope="col">"Решение"</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        }
    })
}

/// The operator's own receptions.
fn shift(rows: &[ShiftRow]) -> impl IntoView + use<> {
    let empty = rows.is_empty();
    let lines: Vec<_> = rows
        .iter()
        .map(|row| {
            let text = format!("Приём {}", queue::short(&row.id));
            view! {
                <tr>
                    <th scope="row"><a href=reception::path(&row.id)>{text}</a></th>
                    <td>{words::kind(row.kind)}</td>
                    <td>{words::state(row.kind, row.state)}</td>
                    <td>{date::day_and_time(row.opened_at)}</td>
                    <td>{row.closed_at.map(date::day_and_time)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <h2 id="shift">"Ваша смена"</h2>
        {empty.then(|| view! { <p>"Сегодня приёмов ещё не было."</p> })}
        {(!empty).then(|| view! {
            <div class="table" role="region" aria-labelledby="shift" tabindex="0">
                <table class="table__body">
                    <thead>
                        <tr>
                            <th scope="col">"Приём"</th>
                            <th scope="col">"Что"</th>
                            <th scope="col">"Состояние"</th>
                            <th scope="col">"Начат"</th>
                            <th scope="col">"Закончен"</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        })}
    }
}
