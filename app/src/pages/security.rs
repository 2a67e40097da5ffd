//! «Настройки безопасности»: password, sessions, own journal.

use accounts::cabinet::{self, JournalRow, SessionRow};
use accounts::clock::Instant;
use accounts::flash::Form as FlashForm;
use accounts::journal::Event;
use accounts::{PortalError, credential};
use leptos::prelude::*;

use super::{Request, fields, flash, titled};
use crate::components::plain::{Badge, InlineForm, Notice, Tone, part};
use crate::model::{Button, Form, Part, Screen};
use crate::{date, device};

/// The page.
pub(crate) async fn page(request: &Request<'_>) -> Result<Screen, PortalError> {
    let portal = &request.context.site.portal;
    let view = cabinet::security(portal, request.visit).await?;
    let found = flash::of(view.flash.as_ref(), FlashForm::Security);
    let rules = credential::rules(&portal.config.password);
    let [password, repeat] = fields::new_password("Новый пароль", "Повторите новый пароль", rules);
    let mut list = [
        fields::password("current", "Текущий пароль"),
        password,
        repeat,
    ];
    flash::refuse(&mut list, found);
    let form = Form {
        action: "/api/password".into(),
        fields: list.into(),
        buttons: vec![Button {
            text: "Изменить пароль".into(),
            action: String::new(),
        }],
        ..Form::default()
    };
    let changed = date::day_and_time(view.password_changed_at);
    let mut parts: Vec<Part> = vec![part(
        view! { <p><a class="back-link" href="/cabinet">"Назад"</a></p> },
    )];
    parts.extend(flash::notices(found));
    parts.push(Part::Summary);
    let restoration = view.restoration_from.map(restoration);
    parts.push(part(view! {
        <h1 tabindex="-1">"Настройки безопасности"</h1>
        {restoration}
        <h2>"Пароль"</h2>
        <p>{format!("Задан {changed}. После смены остальные сеансы завершатся.")}</p>
    }));
    parts.push(Part::Form(form));
    parts.push(part(view! {
        <h2>"Сеансы"</h2>
        <ul class="sessions">{view.sessions.iter().map(session).collect_view()}</ul>
        {(view.sessions.len() > 1).then(|| view! {
            <InlineForm action="/api/session/end-others" text="Завершить остальные сеансы" look="secondary"/>
        })}
        <h2>"История действий"</h2>
        <ul class="journal">{view.journal.iter().map(entry).collect_view()}</ul>
    }));
    Ok(titled(None, "Настройки безопасности", parts))
}

/// A centre gives access to somebody with the citizen's documents; the citizen can stop it.
fn restoration(from: Instant) -> impl IntoView {
    let text = format!(
        "По документам на ваше имя в центре восстанавливают доступ. Код центра действует с {}. Если это не вы, отмените восстановление.",
        date::day_and_time(from)
    );
    view! {
        <Notice tone="warning" text/>
        <InlineForm action="/api/restoration/stop" text="Отменить восстановление" look="primary"/>
    }
}

fn session(row: &SessionRow) -> impl IntoView + use<> {
    let device = device::in_words(&row.user_agent);
    let times = format!(
        "Вход {}, последнее действие {}",
        date::day_and_time(row.created_at),
        date::day_and_time(row.seen_at)
    );
    let action = if row.current {
        view! { <Badge tone=Tone::Success text="Этот сеанс"/> }.into_any()
    } else {
        let hidden = vec![("id", row.id.clone())];
        view! { <InlineForm action="/api/session/end" text="Завершить" look="secondary" hidden/> }
            .into_any()
    };
    let foreign = row.foreign_computer.then_some(" · чужой компьютер");
    view! {
        <li class="sessions__item">
            <div><p class="sessions__device">{device}</p><p>{row.address.clone()}{foreign}</p><p>{times}</p></div>
            {action}
        </li>
    }
}

fn entry(row: &JournalRow) -> impl IntoView + use<> {
    view! { <li class="journal__item"><span>{date::day_and_time(row.at)}</span>" "<span>{words(row.event)}</span></li> }
}

/// What an event is called.
pub(crate) fn words(event: Event) -> &'static str {
    match event {
        Event::RegistrationRefused => "Запрос на регистрацию отклонён",
        Event::AccountCreated => "Учётная запись создана",
        Event::ConsentGiven => "Дано согласие на обработку персональных данных",
        Event::ContactConfirmed => "Контакт подтверждён",
        Event::ContactChanged => "Контакт изменён",
        Event::CodesEnded => "Слишком много неверных кодов",
        Event::SignedIn => "Вход",
        Event::SignInRefused => "Неудачная попытка входа",
        Event::SignedOut => "Выход",
        Event::RecoveryBegun => "Начато восстановление доступа",
        Event::PasswordRecovered => "Доступ восстановлен, задан новый пароль",
        Event::PasswordChanged => "Пароль изменён",
        Event::SessionEnded => "Сеанс завершён",
        Event::SessionsEnded => "Остальные сеансы завершены",
        Event::LevelChanged => "Изменён уровень учётной записи",
        Event::RegistrationResumed => "Регистрация продолжена на другом устройстве",
        Event::ProfileSubmitted => "Личные данные отправлены на проверку",
        Event::RegistryAnswered => "Получен ответ реестра",
        Event::ReviewOpened => "Проверка передана специалисту",
        Event::AppealMade => "Вы попросили специалиста посмотреть проверку",
        Event::ChecksFailed => "Личные данные не совпали с реестрами",
        Event::ChecksPassed => "Личные данные подтверждены реестрами",
        Event::SnilsClaimed => "СНИЛС уже привязан к другой учётной записи",
        Event::SessionRaised => "Новый уровень начал действовать в сеансе",
        Event::PapersAsked => "Специалист просит документ",
        Event::PapersHandedIn => "Документы переданы специалисту",
        Event::PapersOpened => "Специалист открыл документ, чтобы проверить данные",
        Event::DraftDropped => "Черновик удалён",
        Event::DocumentSaved => "Документ указан в разделе «Мои документы»",
        Event::DocumentRemoved => "Документ удалён из раздела «Мои документы»",
        Event::UploadAdded => "Файл загружен",
        Event::UploadDiscarded => "Загруженный файл удалён",
        Event::AppointmentBooked => "Вы записались в центр обслуживания",
        Event::AppointmentCancelled => "Запись в центр обслуживания отменена",
        Event::AppointmentCalledOff => "Центр обслуживания не сможет вас принять: запись отменена",
        Event::ReviewTaken => "Специалист начал проверять данные",
        Event::ValueRevealed => "Специалист посмотрел данные, чтобы проверить их",
        Event::DecisionProposed => "Специалист предложил решение по проверке данных",
        Event::ReviewDecided => "Специалист принял решение по проверке данных",
        Event::ProposalAgreed => "Второй специалист согласился с решением по проверке данных",
        Event::ProposalRejected => "Второй специалист отклонил решение по проверке данных",
        Event::RouteBegun => "Выбран способ подтвердить личность",
        Event::RouteWithdrawn => "Способ подтвердить личность отменён",
        Event::IdentityCodeGiven => "В центре выдан код подтверждения личности",
        Event::IdentityCodeWrong => "Неверный код подтверждения личности",
        Event::IdentityProven => "Личность подтверждена",
        Event::IdentityRefused => "В центре не удалось подтвердить личность",
        Event::ReceptionOpened => "Сотрудник центра открыл данные, чтобы сверить их с документами",
        Event::ComparisonDone => "Сотрудник центра сверил данные с документами",
        Event::AccessRestored => "В центре восстановлен доступ к учётной записи",
        Event::RestorationAgreed => "Второй сотрудник согласился восстановить доступ",
        Event::RestorationStopped => "Вы отменили восстановление доступа",
        Event::RestorationRefused => "В центре отказано в восстановлении доступа",
        Event::TemporaryCodeUsed => "Вход по временному коду центра",
        Event::PaperPrinted => "Сотрудник центра распечатал документ",
        // Of no citizen: they stand in nobody's own part.
        Event::LookUpMissed => "Поиск никого не нашёл",
        Event::OperatorAlarm => "Сотрудник ищет слишком часто",
        Event::ReceptionRefused => "Приём закончен без результата",
        Event::WorkplaceChosen => "Сотрудник указал рабочее место",
        Event::OperatorAdded => "Сотрудник добавлен",
        Event::OperatorDisabled => "Сотрудник отключён",
        Event::OperatorReset => "Сотруднику выдан новый пароль",
        Event::OperatorSignedIn => "Вход сотрудника",
        Event::OperatorSignInRefused => "Неудачная попытка входа сотрудника",
        Event::OperatorSignedOut => "Выход сотрудника",
        Event::OperatorPasswordChanged => "Сотрудник сменил пароль",
        Event::JournalRead => "Сотрудник прочитал историю действий вашей учётной записи",
        Event::JournalVerified => "Проверена цепочка журнала",
        Event::OperatorPlaced => "Сотрудник работает в другом центре",
        Event::CentreChanged => "Изменён центр обслуживания",
    }
}
