//! The cabinet's pages.

use accounts::PortalError;
use accounts::cabinet::{self, CabinetView, ContactRow};
use accounts::check;
use accounts::flash::Form as FlashForm;
use accounts::profile::ProfileState;
use accounts::proofing;
use domain::date::Date;
use domain::field::contact::ContactKind;
use domain::flow::Step;
use domain::further_document::FurtherDocument;
use domain::level::AssuranceLevel;
use domain::profile::{Context, ProfileField, Values, value};
use leptos::prelude::*;

use super::{Request, flash, identity, personal, titled};
use crate::components::plain::{
    Badge, InlineForm, LevelBanner, Row, SummaryList, Tab, Tabs, Tone, html, level_word, part,
};
use crate::date;
use crate::messages::further_document as further_words;
use crate::messages::profile::label;
use crate::model::Screen;

/// `/cabinet`
pub(crate) async fn home(request: &Request<'_>) -> Result<Screen, PortalError> {
    let view = cabinet::home(&request.context.site.portal, request.visit).await?;
    let mut parts = flash::notices(flash::of(view.flash.as_ref(), FlashForm::Cabinet));
    let typed = flash::of(view.flash.as_ref(), FlashForm::Identity);
    parts.extend(flash::notices(typed));
    let code = (view.level < AssuranceLevel::Confirmed).then(|| {
        let form = identity::code_form(typed, "cabinet");
        view! { <h2>"Есть код с листа?"</h2>{form} }
    });
    let (level, name, reference) = (view.level, view.full_name.clone(), view.reference.clone());
    let rows: Vec<Row> = view.contacts.iter().map(contact_row).collect();
    let next = next_step(&view).map(|(path, text)| {
        view! { <p><a class="button button--primary" href=path>{text}</a></p> }
    });
    parts.push(part(view! {
        <h1 tabindex="-1">"Личный кабинет"</h1>
        <Tabs current=Tab::Personal/>
        <LevelBanner level/>
        {next}
        <h2>{name}</h2>
        <p>{format!("Номер учётной записи: {reference}")}</p>
        <h2>"Контакты"</h2>
        <SummaryList rows/>
        <p><a href="/help/contacts" rel="external">"Как подтвердить телефон и почту"</a></p>
        <p><a class="button button--secondary" href="/cabinet/data">"Показать все личные данные"</a></p>
        <p><a href=accounts::further_document::PATH>"Мои документы"</a></p>
        {code}
        <h2>"Разделы"</h2>
        <SummaryList rows=sections(level)/>
    }));
    let mut screen = titled(None, "Личный кабинет", parts);
    if let Screen::Page(page) = &mut screen {
        page.failed |= identity::refusal(view.flash.as_ref()).is_some();
    }
    Ok(screen)
}

/// What comes first (C1, R-LVL-10).
fn next_step(view: &CabinetView) -> Option<(&'static str, &'static str)> {
    Some(match view.profile {
        Some(ProfileState::Checking) => (check::PATH, "Посмотреть проверку данных"),
        Some(ProfileState::Failed) => (check::PATH, "Посмотреть, что исправить"),
        Some(ProfileState::Claimed) => (check::PATH, "Посмотреть, что делать"),
        _ if view.has_profile_draft => (
            Step::PersonalCheck.path(),
            "Продолжить заполнение личных данных",
        ),
        Some(ProfileState::Passed) if view.level < AssuranceLevel::Confirmed => {
            (proofing::PATH, "Подтвердить личность")
        }
        Some(ProfileState::Passed) => return None,
        _ => (Step::PersonalCitizenship.path(), "Указать личные данные"),
    })
}

/// The cabinet's menu (R-CAB-13); what is not there yet says what will be.
fn sections(level: AssuranceLevel) -> Vec<Row> {
    let from_standard = |later: &'static str| match level {
        AssuranceLevel::Simplified => "Откроется на стандартной ступени",
        _ => later,
    };
    let link = |path: &'static str, text: &'static str| html(view! { <a href=path>{text}</a> });
    let later = [
        ("Мои услуги", "Появятся услуги, открытые на вашей ступени"),
        ("Мои заявки", "Появятся поданные заявления и их статусы"),
        (
            "Электронные услуги",
            "Появится каталог с условиями и нужными документами",
        ),
        (
            "Справки и выписки",
            from_standard("Появятся справки, заказанные и готовые"),
        ),
        ("Платежи", "Появятся штрафы, налоги и пошлины"),
        ("Запись к врачу", from_standard("Появится запись и талоны")),
    ];
    let mut rows = vec![
        Row {
            term: "Персональные данные".into(),
            value: "Паспорт, адреса, СНИЛС и ИНН".into(),
            actions: link(Step::PersonalCitizenship.path(), "Открыть данные"),
        },
        Row {
            term: "Проверка данных".into(),
            value: "Что ответили реестры и что будет дальше".into(),
            actions: link(check::PATH, "Открыть проверку"),
        },
        Row {
            term: "Настройки безопасности".into(),
            value: "Пароль, сеансы, история действий".into(),
            actions: link("/cabinet/security", "Открыть настройки"),
        },
        Row {
            term: "Подтверждение личности".into(),
            value: "Способы, начатые и возможные, код с листа".into(),
            actions: link(proofing::PATH, "Открыть подтверждение личности"),
        },
        Row {
            term: "Центры обслуживания".into(),
            value: "Список и карта, часы работы, запись".into(),
            actions: html(view! { <a href="/centres" rel="external">"Открыть центры"</a> }),
        },
    ];
    rows.extend(later.map(|(term, text)| Row::text(term, text)));
    rows
}

fn contact_row(row: &ContactRow) -> Row {
    let kind = row.kind;
    let (term, of) = match kind {
        ContactKind::Phone => ("Телефон", " номер телефона"),
        ContactKind::Email => ("Электронная почта", " адрес почты"),
    };
    let (change, code) = (
        Step::ContactNew(kind).path(),
        Step::ContactCode(kind).path(),
    );
    let pending = row.pending.as_ref().map(|pending| {
        let text = format!("Новый контакт {} ждёт подтверждения. ", pending.display);
        view! { <p>{text}<a href=code>"Ввести код"</a></p> }
    });
    let own = |verb: &'static str| view! { <a href=change>{verb}<span class="visually-hidden">{of}</span></a> };
    let Some(contact) = &row.contact else {
        let none =
            view! { <span>"Не указано "<Badge tone=Tone::Neutral text="Нет данных"/></span> };
        return Row {
            term: term.into(),
            value: html(view! { {none}{pending} }),
            actions: html(own("Добавить")),
        };
    };
    let (tone, word) = if row.confirmed {
        (Tone::Success, "Подтверждён")
    } else {
        (Tone::Neutral, "Не подтверждён")
    };
    let display = contact.display.clone();
    Row {
        term: term.into(),
        value: html(view! { <span>{display}" "<Badge tone text=word/></span>{pending} }),
        actions: html(
            view! { <div>{(!row.confirmed).then(|| confirm(kind))}{own("Изменить")}</div> },
        ),
    }
}

fn confirm(kind: ContactKind) -> impl IntoView {
    let text = match kind {
        ContactKind::Phone => "Подтвердить телефон",
        ContactKind::Email => "Подтвердить почту",
    };
    let hidden = vec![("kind", kind.code().to_owned())];
    view! { <InlineForm action="/api/contact/confirm" text look="secondary" hidden/> }
}

/// `/cabinet/data` (R-CAB-06, R-CAB-07)
pub(crate) async fn data(request: &Request<'_>) -> Result<Screen, PortalError> {
    let view = cabinet::all_attributes(&request.context.site.portal, request.visit).await?;
    let mut rows = vec![
        Row::text("Статус учётной записи", level_word(view.level)),
        Row::text("Номер учётной записи", view.reference.clone()),
        Row::text("Создана", date::day_and_time(view.created_at)),
    ];
    rows.extend(attributes(&view.attributes, request));
    rows.extend(view.further.iter().filter_map(|(code, number)| {
        let kind = FurtherDocument::from_code(code)?;
        Some(Row::text(further_words::title(kind), kind.display(number)))
    }));
    rows.extend(view.contacts.iter().map(|row| {
        let word = if row.confirmed {
            "подтверждён"
        } else {
            "не подтверждён"
        };
        let value = row
            .contact
            .as_ref()
            .map_or("Не указано".to_owned(), |contact| {
                format!("{}, {word}", contact.display)
            });
        let term = match row.kind {
            ContactKind::Phone => "Телефон",
            ContactKind::Email => "Электронная почта",
        };
        Row::text(term, value)
    }));
    rows.extend(view.consents.iter().map(|consent| {
        let accepted = date::day_and_time(consent.accepted_at);
        Row::text(
            document(&consent.document),
            format!("Принято {accepted}, версия {}", consent.version),
        )
    }));
    let unproven = view.level != AssuranceLevel::Confirmed;
    let proof = unproven.then(|| {
        view! { <p><a href=accounts::proofing::PATH>"Подтверждение вашей личности"</a></p> }
    });
    let parts = vec![part(view! {
        <p><a class="back-link" href="/cabinet">"Назад"</a></p>
        <h1 tabindex="-1">"Все личные данные"</h1>
        <SummaryList rows/>
        <p><a class="button button--secondary" href="/cabinet/personal-data">"Изменить личные данные"</a></p>
        {proof}
    })];
    Ok(titled(None, "Все личные данные", parts))
}

/// Everything that is known of the person, in the order of the forms.
fn attributes(values: &Values, request: &Request<'_>) -> Vec<Row> {
    let today = Date::in_moscow(request.context.site.portal.clock.now().millis());
    let context = Context::of(values, today);
    let given = ProfileField::all().filter(|&field| !value(values, field).is_empty());
    given
        .map(|field| {
            let term = match field {
                ProfileField::Registration(_) => format!("Адрес регистрации: {}", label(field)),
                ProfileField::Residence(_) => format!("Адрес проживания: {}", label(field)),
                ProfileField::Patronymic => "Отчество".to_owned(),
                ProfileField::Inn => "ИНН".to_owned(),
                _ => label(field).to_owned(),
            };
            Row::text(
                &term,
                personal::readable(field, value(values, field), &context),
            )
        })
        .collect()
}

/// An accepted document, by its code in the store.
fn document(code: &str) -> &'static str {
    match code {
        "terms" => "Условия использования",
        "privacy" => "Политика конфиденциальности",
        "registry_check" => "Согласие на проверку данных в реестрах",
        _ => "Согласие на обработку персональных данных",
    }
}

/// `/cabinet/notifications`
pub(crate) fn notifications() -> Screen {
    let parts = vec![part(view! {
        <h1 tabindex="-1">"Настройка уведомлений"</h1>
        <Tabs current=Tab::Notifications/>
        <p class="lead">"Здесь можно будет выбрать, о чём сообщать по СМС и почте и в какие часы. Сообщения о безопасности приходят всегда."</p>
    })];
    titled(None, "Настройка уведомлений", parts)
}
