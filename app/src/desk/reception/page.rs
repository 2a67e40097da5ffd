//! `/desk/visits/{id}`: a reception.

use accounts::PortalError;
use accounts::check::CheckRow;
use accounts::clock::Instant;
use accounts::flash::Form as FlashForm;
use accounts::reception::{
    self, Handed, Kind, ReceptionView, RefusalReason, SheetView, Stage, State,
};
use leptos::prelude::*;

use super::super::kept::KeptStatus;
use super::super::{Request, Shown, flashed, queue, shown, summary};
use super::{sheet, words};
use crate::components::live::Failure;
use crate::components::plain::{Choice, Choices, Row, SummaryList, TextArea, part};
use crate::date;
use crate::pages::{checks, flash, papers as uploads};

/// The control that takes a scan.
const SCAN: &str = "scan";

/// The page; `None`: there is no such reception for this operator.
pub(crate) async fn page(request: &Request<'_>, id: &str) -> Result<Option<Shown>, PortalError> {
    let portal = &request.context.site.portal;
    let Some(view) = reception::view(portal, request.visit, id).await? else {
        return Ok(None);
    };
    let failures = failures(&view);
    let failed = !failures.is_empty();
    let mut parts = vec![part(
        view! { <p><a class="back-link" href=reception::VISITS>"Назад"</a></p> },
    )];
    parts.extend(flash::notices(view.flash.as_ref()));
    parts.push(summary(failures));
    let heading = format!(
        "{}, приём {}",
        words::kind(view.kind),
        queue::short(&view.id)
    );
    let title = heading.clone();
    let content = match &view.stage {
        Stage::Sheet(own) => open(&view, own).into_any(),
        Stage::Checking(rows) => view! { {waiting(rows)}{refuse(&view).into_any()} }.into_any(),
        Stage::Restoring {
            agreed,
            second_only,
        } => view! { {restoring(*agreed, *second_only)}{refuse(&view).into_any()} }.into_any(),
        Stage::Over => over(&view).into_any(),
    };
    parts.push(part(view! {
        <h1 tabindex="-1">{heading}</h1>
        <SummaryList rows=facts(&view)/>
        {content}
        {papers(&view)}
        {scans(&view)}
    }));
    Ok(Some(Shown {
        wide: true,
        failed,
        ..shown(&title, parts)
    }))
}

fn failures(view: &ReceptionView) -> Vec<Failure> {
    let flash = view.flash.as_ref();
    let Stage::Sheet(sheet) = &view.stage else {
        let refused = flash.filter(|flash| flash.form == FlashForm::Reception);
        let scan = view
            .scans
            .as_ref()
            .and_then(|scans| uploads::refusal(flash, scans));
        let scan = scan.map(|message| Failure {
            id: SCAN.to_owned(),
            message,
        });
        return flashed::all(refused).into_iter().chain(scan).collect();
    };
    let wrong = sheet.rows.iter().filter_map(|row| {
        let error = row.error?;
        Some(Failure {
            id: row.field.code().to_owned(),
            message: format!(
                "{}: {}",
                crate::messages::profile::label(row.field),
                words::refusal(row.field, error, &row.typed, &sheet.context)
            ),
        })
    });
    wrong
        .chain(flashed::all_with(&sheet.wrong, flash))
        .collect()
}

fn facts(view: &ReceptionView) -> Vec<Row> {
    let place = format!("{}, {}", view.place.name, view.place.address);
    let mut rows = vec![
        Row::text("Состояние", words::state(view.kind, view.state)),
        Row::text("Где", place),
        Row::text("Начат", date::day_and_time(view.opened_at)),
    ];
    let closed = view.closed_at.map(date::day_and_time);
    rows.extend(closed.map(|at| Row::text("Закончен", at)));
    let refusal = view.refusal.clone();
    rows.extend(refusal.map(|reason| Row::text("Причина отказа", reason)));
    rows
}

/// The sheet, and below it the way to refuse.
fn open(view: &ReceptionView, own: &SheetView) -> impl IntoView + use<> {
    let said = (!own.checks.is_empty()).then(|| answers("Что ответили реестры", &own.checks));
    let form = sheet::form(Some(&view.id), view.kind, own, view.flash.as_ref()).into_any();
    view! { {said}{form}{refuse(view).into_any()} }
}

/// What each registry has said.
fn answers(title: &'static str, rows: &[CheckRow]) -> impl IntoView + use<> {
    let rows: Vec<Row> = rows
        .iter()
        .map(|row| {
            let fields: Vec<&str> = row
                .fields
                .iter()
                .map(|field| crate::messages::profile::label(*field))
                .collect();
            let text = match fields.is_empty() {
                true => checks::about(row).text,
                false => format!("{} {}", checks::about(row).text, fields.join(", ")),
            };
            Row::text(checks::body(row.registry), text)
        })
        .collect();
    view! { <h2>{title}</h2><SummaryList rows/> }
}

fn waiting(rows: &[CheckRow]) -> impl IntoView + use<> {
    view! {
        <p class="lead">"Сверка закончена. Личность подтвердится сама, когда ответят реестры: обычно за минуты. Ждать у окна не обязательно."</p>
        <p><a class="button button--secondary" href="">"Обновить"</a></p>
        {answers("Реестры", rows)}
    }
}

fn restoring(agreed: bool, second_only: bool) -> impl IntoView {
    let text = match (agreed, second_only) {
        (true, _) => "Второй сотрудник согласился: код действует уже сейчас.",
        (false, true) => {
            "Документы новее данных учётной записи: код начнёт действовать, только если в течение суток второй сотрудник согласится на странице «Приём граждан»."
        }
        (false, false) => {
            "Код начнёт действовать через сутки. Если второй сотрудник согласится на странице «Приём граждан», — сразу."
        }
    };
    view! { <p class="lead">{text}</p> }
}

fn over(view: &ReceptionView) -> impl IntoView + use<> {
    let text = match (view.state, view.kind, &view.handed) {
        (State::Done, Kind::Restoration, _) => {
            "Гражданин воспользовался кодом или отменил восстановление."
        }
        (State::Done, Kind::Confirmation, Some(_)) => {
            "Документы сверены. Личность подтвердится, когда гражданин введёт код."
        }
        (State::Done, ..) => "Личность подтверждена, учётная запись подтверждённая.",
        (State::Refused, Kind::Confirmation, _) => {
            "Отказано. Гражданин видит причину в своём кабинете."
        }
        (State::Refused, Kind::Restoration, _) => "Отказано, код не действует.",
        (State::Refused, Kind::Registration, _) => "Отказано, учётной записи нет.",
        _ => "Приём прерван.",
    };
    view! { <p class="lead">{text}</p> }
}

/// What can be printed.
fn papers(view: &ReceptionView) -> impl IntoView + use<> {
    let handed = view.handed.as_ref().map(|handed| codes(view, handed));
    let certificate = view.certified.then(|| {
        let href = format!("{}/certificate.pdf", reception::path(&view.id));
        view! { <p><a class="button button--secondary" href=href rel="external">"Свидетельство о регистрации (PDF)"</a></p> }
    });
    view! { {handed}{certificate} }
}

/// Scans of the documents, once nothing that was typed can be lost by them (R-UPL-09).
fn scans(view: &ReceptionView) -> impl IntoView + use<> {
    view.scans.as_ref().map(|scans| {
        let back = reception::path(&view.id);
        view! {
            <section class="papers" aria-labelledby="scans">
                <h2 id="scans">"Сканы документов"</h2>
                <p>"Если правила центра их требуют: документы, подпись, доверенность. Файлы хранятся в учётной записи гражданина."</p>
                {uploads::form(scans, SCAN, &back, false, view.flash.as_ref())}
            </section>
        }
    })
}

fn codes(view: &ReceptionView, handed: &Handed) -> impl IntoView + use<> {
    let href = format!("{}/handed.pdf", reception::path(&view.id));
    let from = Instant::from_millis(handed.from_ms);
    let until = date::day_and_time(Instant::from_millis(handed.until_ms));
    let mut rows = Vec::new();
    let early = if handed.login.is_empty() {
        None
    } else {
        let (kind, login) = crate::papers::login(&handed.login);
        rows.push(Row::text("Логин", format!("{login} ({kind})")));
        // The SNILS opens nothing until the registries have confirmed whose it is.
        let waits = view.kind == Kind::Registration && view.state != State::Done;
        (kind == "СНИЛС" && waits)
            .then(|| view! { <p>"Вход по СНИЛС заработает, когда реестры подтвердят данные."</p> })
    };
    rows.push(Row::text("Код", handed.code.clone()));
    rows.push(Row::text("Действует с", date::day_and_time(from)));
    rows.push(Row::text("Действует до", until));
    let title = match handed.login.is_empty() {
        true => "Код подтверждения личности",
        false => "Логин и временный код",
    };
    view! {
        <h2>{title}</h2>
        <SummaryList rows/>
        {early}
        <p><a class="button button--primary" href=href rel="external">"Лист для гражданина (PDF)"</a></p>
    }
}

/// «Отказать», with the reason.
fn refuse(view: &ReceptionView) -> impl IntoView + use<> {
    let flash = view.flash.as_ref();
    let kept = |name: &str| flash.and_then(|flash| flash.kept(name)).map(str::to_owned);
    let chosen = kept("cause").unwrap_or_default();
    let causes = RefusalReason::ALL.map(|reason| Choice {
        value: reason.code(),
        label: words::cause(reason),
        chosen: reason.code() == chosen,
    });
    let (least, longest) = (
        *accounts::desk::REASON_LENGTH.start(),
        *accounts::desk::REASON_LENGTH.end(),
    );
    let reader = match view.kind {
        Kind::Confirmation => "Гражданин прочитает это в кабинете",
        Kind::Registration => "Скажите это гражданину: кабинета у него нет",
        Kind::Restoration => "Останется в этом приёме. Скажите это гражданину",
    };
    let hint = format!("От {least} до {longest} символов. {reader}");
    let error = |id: &str| flashed::beside(flash, id);
    view! {
        <section aria-labelledby="refuse">
            <h2 id="refuse">"Отказ"</h2>
            <form class="form" method="post" action="/api/desk/refuse" novalidate>
                <input type="hidden" name="reception" value=view.id.clone()/>
                <Choices id="cause" name="cause" legend="Почему" choices=causes.into() error=error("cause")/>
                <TextArea name="reason" label="Объяснение для гражданина" hint longest value=kept("reason") error=error("reason")/>
                <KeptStatus/>
                <div class="form__actions"><button type="submit" class="button button--secondary">"Отказать"</button></div>
            </form>
        </section>
    }
}
