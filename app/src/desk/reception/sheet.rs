//! The sheet of a reception: what the citizen has told beside what the documents say, field by field.

use accounts::Flash;
use accounts::reception::{Kind, Representative, SheetRow, SheetView};
use domain::comparison::Evidence;
use leptos::prelude::*;

use super::super::flashed;
use super::super::kept::KeptStatus;
use super::{field, words};
use crate::components::plain::{TextInput, Tick};
use crate::messages::profile::label;
use crate::pages::personal::readable;

/// The form; `id`: the reception, where there is one already.
pub(super) fn form(
    id: Option<&str>,
    kind: Kind,
    sheet: &SheetView,
    flash: Option<&Flash>,
) -> impl IntoView + use<> {
    let beside = |control: &str| flashed::beside_with(&sheet.wrong, flash, control);
    let begins = id.is_none();
    let action = match begins {
        true => "/api/desk/registration",
        false => "/api/desk/sheet",
    };
    let hidden = id.map(|id| view! { <input type="hidden" name="reception" value=id.to_owned()/> });
    let on_paper = (kind == Kind::Confirmation).then(|| {
        view! { <Tick name="on_paper" label="Выдать код на бумаге: гражданин введёт его в кабинете сам" ticked=sheet.on_paper/> }
    });
    let consent = (kind != Kind::Restoration).then(|| {
        view! { <Tick name="consent" label="Согласие на обработку данных и их проверку в реестрах подписано" ticked=sheet.consent error=beside("consent")/> }
    });
    let contact = (!begins && kind != Kind::Confirmation).then(|| contact(kind, sheet, flash));
    let compares = kind != Kind::Registration && !sheet.unseen;
    let rows = match compares {
        true => table(sheet).into_any(),
        false => stack(sheet).into_any(),
    };
    let unseen = sheet.unseen.then(|| view! {
        <p>"Документ другой, чем в учётной записи, поэтому её данные не показаны. Впишите всё с документов: СНИЛС, дата рождения и пол должны совпасть. Доступ вернётся, когда согласится второй сотрудник."</p>
    });
    view! {
        {unseen}
        <form class="form form--wide" method="post" action=action novalidate>
            {hidden}
            <div class="form__actions sheet__keep">
                <button type="submit" class="button button--secondary">
                    {if begins { "Проверить и продолжить" } else { "Сохранить" }}
                </button>
            </div>
            {rows}
            {documents(sheet, flash)}
            {representative(sheet, flash)}
            {consent}
            {on_paper}
            {contact}
            <KeptStatus/>
            {(!begins).then(|| view! {
                <div class="form__actions">
                    <button type="submit" class="button button--primary" formaction="/api/desk/sheet/confirm">{words::ends_well(kind)}</button>
                </div>
            })}
            {begins.then(|| view! {
                <div class="form__actions">
                    <button type="submit" class="button button--primary">"Проверить и продолжить"</button>
                </div>
            })}
        </form>
    }
}

fn error(sheet: &SheetView, row: &SheetRow) -> String {
    match row.error {
        Some(error) => words::refusal(row.field, error, &row.typed, &sheet.context),
        None => String::new(),
    }
}

/// Somebody with an account: both sides, and a tick where they agree.
fn table(sheet: &SheetView) -> impl IntoView + use<> {
    let rows: Vec<_> = sheet
        .rows
        .iter()
        .map(|row| {
            let name = label(row.field);
            let told = match row.entered.is_empty() {
                true => "Не указано".to_owned(),
                false => readable(row.field, &row.entered, &sheet.context),
            };
            let same = (!row.entered.is_empty()).then(|| {
                view! { <Tick name=format!("same-{}", row.field.code()) label="Совпадает" about=name ticked=row.same/> }
            });
            let control = field::control(row.field, &row.typed, error(sheet, row), &sheet.context, true);
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>{told}</td>
                    <td>{same}</td>
                    <td>{control}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <h2 id="sheet">"Сверка с документами"</h2>
        <p>"Отметьте, что совпадает. Где расходится, впишите как в документе; «-», если в документе этого нет."</p>
        <div class="table" role="region" aria-labelledby="sheet" tabindex="0">
            <table class="table__body">
                <thead>
                    <tr>
                        <th scope="col">"Поле"</th>
                        <th scope="col">"Указал гражданин"</th>
                        <th scope="col">"Сверка"</th>
                        <th scope="col">"Как в документе"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// Somebody without: everything is typed.
fn stack(sheet: &SheetView) -> impl IntoView + use<> {
    let rows: Vec<_> = sheet
        .rows
        .iter()
        .map(|row| {
            field::control(
                row.field,
                &row.typed,
                error(sheet, row),
                &sheet.context,
                false,
            )
        })
        .collect();
    view! { <h2>"Данные с документов"</h2>{rows} }
}

/// What lies on the table.
fn documents(sheet: &SheetView, flash: Option<&Flash>) -> impl IntoView + use<> {
    let ticks: Vec<_> = Evidence::ALL
        .into_iter()
        .map(|kind| {
            let name = format!("seen-{}", kind.code());
            let error = flashed::beside_with(&sheet.wrong, flash, &name);
            view! { <Tick name label=words::evidence(kind) ticked=sheet.seen.contains(&kind) error/> }
        })
        .collect();
    view! {
        <fieldset class="choices">
            <legend class="field__label">"Предъявлены документы"</legend>
            {ticks}
            <Tick name="no_snils" label="СНИЛС у гражданина нет" ticked=sheet.no_snils/>
        </fieldset>
    }
}

/// Somebody with a power of attorney (R-REP-01).
fn representative(sheet: &SheetView, flash: Option<&Flash>) -> impl IntoView + use<> {
    let came = sheet.representative.is_some();
    let typed = sheet.representative.clone().unwrap_or_default();
    let Representative {
        name,
        document,
        power_number,
        power_date,
        notary,
    } = typed;
    let error = |id: &str| flashed::beside_with(&sheet.wrong, flash, id);
    view! {
        <details class="sheet__more" open=came>
            <summary>"Пришёл представитель с доверенностью"</summary>
            <Tick name="represented" label="Пришёл представитель" ticked=came/>
            <TextInput name="representative_name" label="Представитель: фамилия, имя, отчество" value=name error=error("representative_name")/>
            <TextInput name="representative_document" label="Документ представителя: серия и номер" value=document error=error("representative_document")/>
            <TextInput name="power_number" label="Номер доверенности" value=power_number error=error("power_number")/>
            <TextInput name="power_date" label="Дата доверенности" hint="ДД.ММ.ГГГГ" look="date" value=power_date error=error("power_date")/>
            <TextInput name="notary" label="Нотариус" value=notary error=error("notary")/>
        </details>
    }
}

/// The contact that the citizen proves here.
fn contact(kind: Kind, sheet: &SheetView, flash: Option<&Flash>) -> impl IntoView + use<> {
    let hint = match kind {
        Kind::Restoration => "Если прежний потерян. Он заменится, когда гражданин войдёт по коду",
        _ => "По нему гражданин войдёт. Без телефона и почты логином будет СНИЛС",
    };
    let error = flashed::beside_with(&sheet.wrong, flash, "contact");
    let code_error = flashed::beside_with(&sheet.wrong, flash, "contact_code");
    let proven = sheet.proven.clone().map(|contact| {
        view! { <p class="sheet__proven">{format!("Подтверждён: {contact}")}</p> }
    });
    let code = sheet.code_sent.then(|| {
        view! {
            <TextInput name="contact_code" label="Код, который назвал гражданин" hint="6 цифр" look="code" error=code_error/>
            <div class="form__actions">
                <button type="submit" class="button button--secondary" formaction="/api/desk/sheet/code">"Проверить код"</button>
                <button type="submit" class="button button--quiet" formaction="/api/desk/sheet/send-code" name="again" value="true">"Отправить код снова"</button>
            </div>
        }
    });
    let first = (!sheet.code_sent).then(|| {
        view! {
            <div class="form__actions">
                <button type="submit" class="button button--secondary" formaction="/api/desk/sheet/send-code">"Отправить код гражданину"</button>
            </div>
        }
    });
    view! {
        <h2>"Контакт"</h2>
        {proven}
        <TextInput name="contact" label="Телефон или электронная почта гражданина" hint value=sheet.contact.clone() error/>
        {first}
        {code}
    }
}
