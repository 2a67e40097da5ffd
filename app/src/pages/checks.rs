//! `/cabinet/checks`: where each registry's part stands, what comes next, and until when.

use accounts::PortalError;
use accounts::check::{self, CheckRow, CheckedProfile, ChecksView};
use accounts::clock::Instant;
use accounts::flash::{Flash, Form as FlashForm};
use accounts::profile::{self, ProfileState};
use domain::check::{Stage, is_decisive, is_refusal};
use domain::flow::Step;
use domain::level::AssuranceLevel;
use domain::profile::{DocumentKind, ProfileField, value};
use domain::registry::{Outcome, Registry};
use leptos::prelude::*;

use super::{Request, flash, papers, titled};
use crate::components::plain::{Badge, InlineForm, ProofStage, StageOf, Tone, part};
use crate::date;
use crate::messages::profile::label;
use crate::model::{Part, Screen, Watch};

/// Where the server tells that something is new here. `seen` is the stamp of what the page shows.
pub const EVENTS: &str = "/cabinet/checks/events";

/// How long a specialist takes.
const REVIEW_TIME: &str = "Обычно до трёх рабочих дней";

/// Nothing goes on before the citizen has sent something.
const PAPERS_TIME: &str = "Срока нет: проверка продолжится, когда документ придёт";

/// What is said about one part of the check, or about the whole. A test finds none of the three empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    /// Where it stands.
    pub(crate) text: String,
    /// What comes next, or what to do.
    pub(crate) action: String,
    /// Until when.
    pub(crate) deadline: String,
}

impl Words {
    fn new(text: &str, action: &str, deadline: impl Into<String>) -> Self {
        Self {
            text: text.to_owned(),
            action: action.to_owned(),
            deadline: deadline.into(),
        }
    }
}

/// The page.
pub(crate) async fn page(request: &Request<'_>) -> Result<Screen, PortalError> {
    let view = check::view(&request.context.site.portal, request.visit).await?;
    let found = flash::of(view.flash.as_ref(), FlashForm::Checks);
    let mut parts = vec![part(
        view! { <a class="back-link" href="/cabinet">"Назад"</a> },
    )];
    parts.extend(flash::notices(found));
    let failure = failure(&view);
    let failed = failure.is_some();
    parts.extend(failure.map(|(id, message)| part(summary(&id, message))));
    parts.push(part(view! {
        <h1 tabindex="-1">"Проверка данных"</h1>
        <StageOf stage=ProofStage::Checking/>
    }));
    match &view.profile {
        None => parts.push(part(view! {
            <p class="lead">"Данные ещё не отправлены на проверку."</p>
            <p><a class="button button--primary" href=Step::PersonalCitizenship.path()>"Указать личные данные"</a></p>
        })),
        Some(profile) => {
            parts.push(Part::Watch(Watch {
                events: format!("{EVENTS}?seen={}", profile.stamp()),
            }));
            let seen = Seen {
                profile,
                flash: view.flash.as_ref(),
                now: request.context.site.portal.clock.now(),
                lists_passport: lists_passport(request, profile).await?,
            };
            parts.push(part(timeline(&seen, view.level)));
        }
    }
    let mut screen = titled(None, "Проверка данных", parts);
    if let Screen::Page(page) = &mut screen {
        page.failed |= failed;
    }
    Ok(screen)
}

/// What the timeline is made from.
struct Seen<'a> {
    profile: &'a CheckedProfile,
    flash: Option<&'a Flash>,
    now: Instant,
    /// The refused document may be on the interior ministry's list of invalid passports.
    lists_passport: bool,
}

/// Only Russian passports are on the interior ministry's list (R-CHK-15).
async fn lists_passport(
    request: &Request<'_>,
    checked: &CheckedProfile,
) -> Result<bool, PortalError> {
    let refused = |row: &CheckRow| row.registry == Registry::Passport && is_refusal(row.stage);
    if !checked.rows.iter().any(refused) {
        return Ok(false);
    }
    let view = profile::view(&request.context.site.portal, request.visit).await?;
    let kind = value(&view.values, ProfileField::DocumentKind);
    Ok(kind == DocumentKind::RussianPassport.code())
}

/// Why the last file was not taken in, and the id of the control that takes another.
fn failure(view: &ChecksView) -> Option<(String, String)> {
    let rows = view.profile.iter().flat_map(|profile| &profile.rows);
    rows.filter(|row| is_asked(row)).find_map(|row| {
        let message = papers::refusal(view.flash.as_ref(), row.papers.as_ref()?)?;
        Some((format!("file-{}", row.registry.code()), message))
    })
}

/// «Нужно исправить» (V3). The forms of files are plain, so their summary is, too.
fn summary(id: &str, message: String) -> impl IntoView + use<> {
    let href = format!("#{id}");
    view! {
        <div
            id="summary"
            class="error-summary"
            role="alert"
            aria-labelledby="summary-title"
            tabindex="-1"
            autofocus=true
        >
            <h2 id="summary-title" class="error-summary__title">"Нужно исправить"</h2>
            <ul class="error-summary__list">
                <li><a href=href rel="external">{message}</a></li>
            </ul>
        </div>
    }
}

fn timeline(seen: &Seen<'_>, level: AssuranceLevel) -> impl IntoView + use<> {
    let profile = seen.profile;
    let rows: Vec<_> = profile.rows.iter().map(|row| entry(row, seen)).collect();
    let sent = date::day_and_time(profile.submitted_at);
    let whole = whole(profile, level, seen.now);
    let slow = profile
        .rows
        .iter()
        .any(|row| row.is_slow && is_with_registry(row));
    let refused = profile.state == ProfileState::Failed;
    let claimed = profile.state == ProfileState::Claimed;
    let next =
        (profile.state == ProfileState::Passed && level < AssuranceLevel::Confirmed).then(|| {
            view! { <p><a class="button button--primary" href=accounts::proofing::PATH>"Подтвердить личность"</a></p> }
        });
    view! {
        <section class="status" aria-labelledby="whole">
            <h2 id="whole">{whole.text}</h2>
            <p>{whole.action}</p>
            {claimed.then(ways)}
            <p class="status__deadline">{whole.deadline}</p>
            {refused.then(|| view! {
                <p><a class="button button--primary" href=Step::PersonalCheck.path()>"Исправить данные"</a></p>
            })}
            {next}
        </section>
        {slow.then(help)}
        <h2>"По реестрам"</h2>
        <ol class="timeline">{rows}</ol>
        <p class="form__aside">{format!("Отправка № {}, {sent}", profile.number)}</p>
    }
}

/// What to do where the SNILS belongs to another account. Whoever is signed in has to leave before they sign in to it.
fn ways() -> impl IntoView {
    view! {
        <ul class="list">
            <li>
                "Та учётная запись ваша, и вы помните пароль: выйдите из этой и "
                <a href="/login">"войдите в неё"</a>
                "."
            </li>
            <li>
                "Она ваша, но войти не получается: "
                <a href="/recover">"восстановите доступ"</a>
                "."
            </li>
            <li>
                "Вы её не создавали: придите с паспортом в "
                <a href="/centres" rel="external">"центр обслуживания"</a>
                " или позвоните в "
                <a href="#footer-help" rel="external">"поддержку"</a>
                "."
            </li>
        </ul>
        <InlineForm action="/api/logout" text="Выйти и войти в другую" look="secondary"/>
    }
}

/// It takes long: the ways to people (R-CHK-17).
fn help() -> impl IntoView {
    view! {
        <div class="notice notice--warning">
            <p class="notice__text">
                "Проверка идёт дольше обычного. Можно прийти с документами в "
                <a href="/centres" rel="external">"центр обслуживания"</a>
                " или позвонить в "
                <a href="#footer-help" rel="external">"поддержку"</a>
                ": телефоны внизу страницы."
            </p>
        </div>
    }
}

/// «Пенсионный фонд»; names of the bodies are those of today (D-44).
pub(crate) fn body(registry: Registry) -> &'static str {
    match registry {
        Registry::Snils => "Пенсионный фонд: СНИЛС",
        Registry::Passport => "МВД: документ",
        Registry::Inn => "Налоговая служба: ИНН",
    }
}

fn entry(row: &CheckRow, seen: &Seen<'_>) -> AnyView {
    let papers = row
        .papers
        .as_ref()
        .map(|asked| papers::ask(asked, row.registry.code(), seen.flash));
    let whole = seen.profile.state;
    let words = placed(row, whole, seen.now);
    let (tone, word) = state(row.stage);
    let fields: Vec<_> = row
        .fields
        .iter()
        .filter(|_| is_refusal(row.stage))
        .map(|&field| differing(field, whole))
        .collect();
    let listed = !fields.is_empty();
    let sent = row
        .asked_at
        .map(|at| format!("Отправлено {}", date::day_and_time(at)));
    let answered = row
        .answered_at
        .filter(|_| matches!(row.stage, Stage::Answered(_)))
        .map(|at| format!("Ответ {}", date::day_and_time(at)));
    let invalid = row.registry == Registry::Passport && seen.lists_passport;
    let appeal =
        is_refusal(row.stage) && !matches!(whole, ProfileState::Claimed | ProfileState::Superseded);
    view! {
        <li class="timeline__item">
            <h3 class="timeline__title">{body(row.registry)}" "<Badge tone text=word/></h3>
            <p>{words.text}</p>
            {listed.then(|| view! { <ul class="timeline__fields">{fields}</ul> })}
            <p>{words.action}</p>
            <p class="timeline__times">{sent}</p>
            <p class="timeline__times">{answered}</p>
            <p class="timeline__times">{words.deadline}</p>
            {papers}
            {invalid.then(invalid_passports)}
            {appeal.then(|| {
                let hidden = vec![("registry", row.registry.code().to_owned())];
                view! {
                    <InlineForm action="/api/checks/appeal" text="Данные точны, передать специалисту" look="secondary" hidden/>
                }
            })}
        </li>
    }
    .into_any()
}

/// A field that differs. The way to it is closed while the registries are at it.
fn differing(field: ProfileField, whole: ProfileState) -> AnyView {
    let name = label(field);
    if whole == ProfileState::Checking {
        return view! { <li>{name}</li> }.into_any();
    }
    let href = format!("{}#{}", field.step().path(), field.code());
    view! { <li><a href=href>{name}</a></li> }.into_any()
}

/// The interior ministry's own list (R-CHK-15).
fn invalid_passports() -> impl IntoView {
    view! {
        <p>
            "Паспорт может быть в списке недействительных. Проверьте его на сайте МВД: "
            <a href="http://сервисы.гувм.мвд.рф/info-service.htm?sid=2000" rel="external noopener noreferrer">
                "список недействительных паспортов"
            </a>
        </p>
    }
}

fn state(stage: Stage) -> (Tone, &'static str) {
    match stage {
        Stage::Asking => (Tone::Neutral, "Отправляем"),
        Stage::Waiting => (Tone::Neutral, "Ждём ответа"),
        Stage::Review => (Tone::Neutral, "У специалиста"),
        Stage::Answered(Outcome::Match) => (Tone::Success, "Совпало"),
        Stage::Answered(Outcome::Mismatch) => (Tone::Neutral, "Не совпало"),
        Stage::Answered(Outcome::NotFound) => (Tone::Neutral, "Не найдено"),
        Stage::Answered(Outcome::Unclear | Outcome::Error) => (Tone::Neutral, "Нет ответа"),
    }
}

/// A specialist waits for a document of the citizen.
fn is_asked(row: &CheckRow) -> bool {
    row.papers.as_ref().is_some_and(|papers| papers.is_open)
}

/// The registry has the word.
fn is_with_registry(row: &CheckRow) -> bool {
    matches!(row.stage, Stage::Asking | Stage::Waiting)
}

/// What is said about the part of one registry.
pub(crate) fn about(row: &CheckRow) -> Words {
    let usual = format!("Обычно до 15 минут, не позже {}", date::day(row.review_at));
    match row.stage {
        Stage::Asking => Words::new(
            "Отправляем запрос. Если реестр не отвечает, повторим сами.",
            "Делать ничего не нужно: результат придёт в сообщении.",
            usual,
        ),
        Stage::Waiting => Words::new(
            "Запрос принят, реестр готовит ответ.",
            "Делать ничего не нужно: результат придёт в сообщении.",
            usual,
        ),
        Stage::Review if is_asked(row) => Words::new(
            "Проверку смотрит специалист портала, ему нужен документ.",
            "Добавьте файл ниже и передайте специалисту.",
            PAPERS_TIME,
        ),
        Stage::Review => Words::new(
            "Проверку смотрит специалист портала.",
            "Делать ничего не нужно: решение придёт в сообщении.",
            REVIEW_TIME,
        ),
        Stage::Answered(Outcome::Match) => Words::new(
            "Данные совпали.",
            "Делать ничего не нужно.",
            "Повторно проверять не будем, пока данные не изменятся",
        ),
        Stage::Answered(Outcome::Mismatch) => Words::new(
            "Не совпало с реестром:",
            "Сверьте отмеченное с документом и исправьте. Проверим заново только изменённое.",
            "Исправить можно в любой день",
        ),
        Stage::Answered(Outcome::NotFound) => Words::new(
            "Такого номера в реестре нет.",
            "Сверьте номер с документом и исправьте. Проверим заново только изменённое.",
            "Исправить можно в любой день",
        ),
        Stage::Answered(Outcome::Unclear | Outcome::Error) => Words::new(
            "Реестр не смог ответить.",
            "Проверку посмотрит специалист портала, делать ничего не нужно.",
            REVIEW_TIME,
        ),
    }
}

/// The same on the timeline, where what can be done and how the result is told hang on the whole check.
fn placed(row: &CheckRow, whole: ProfileState, now: Instant) -> Words {
    let words = about(row);
    let checking = whole == ProfileState::Checking;
    if is_refusal(row.stage) && checking {
        return Words {
            action: "Исправить можно, когда ответят остальные реестры.".to_owned(),
            deadline: "Срока для исправления нет".to_owned(),
            ..words
        };
    }
    let is_quiet = is_with_registry(row) || (row.stage == Stage::Review && !is_asked(row));
    // A message tells the end of the whole check, and INN has no part in it (D-21).
    let action = match is_quiet && !(checking && is_decisive(row.registry)) {
        true => "Делать ничего не нужно: результат появится на этой странице.".to_owned(),
        false => words.action,
    };
    let deadline = match is_with_registry(row) && row.review_at <= now {
        true => "Время реестра вышло: проверит специалист, обычно до трёх рабочих дней".to_owned(),
        false => words.deadline,
    };
    Words {
        text: words.text,
        action,
        deadline,
    }
}

/// What is said about the whole while it goes on. INN does not hold it up.
fn checking(profile: &CheckedProfile, now: Instant) -> Words {
    const TOLD: &str = "Страницу можно закрыть: о результате сообщим по СМС и почте. Пока действует всё, что было открыто раньше.";
    if profile.rows.iter().any(is_asked) {
        return Words::new(
            "Данные на проверке",
            "Специалисту нужен документ: добавьте файл ниже и передайте специалисту. Пока действует всё, что было открыто раньше.",
            PAPERS_TIME,
        );
    }
    let decisive = || {
        let rows = profile.rows.iter();
        rows.filter(|row| is_decisive(row.registry))
    };
    let is_reviewed = decisive().any(|row| row.stage == Stage::Review);
    let asked = decisive().filter(|row| is_with_registry(row));
    let last = asked.map(|row| row.review_at).max();
    match last.filter(|&last| last > now && !is_reviewed) {
        Some(last) => Words::new(
            "Данные на проверке",
            TOLD,
            format!(
                "Обычно до 15 минут, редко до нескольких дней, не позже {}",
                date::day(last)
            ),
        ),
        None => Words::new("Проверяет специалист", TOLD, REVIEW_TIME),
    }
}

/// What is said about the whole check.
pub(crate) fn whole(profile: &CheckedProfile, level: AssuranceLevel, now: Instant) -> Words {
    match profile.state {
        ProfileState::Checking => checking(profile, now),
        ProfileState::Failed => Words::new(
            "Нужно исправить",
            "Сверьте отмеченное с документами. Если всё точно, передайте проверку специалисту.",
            "Исправить можно в любой день: введённое сохранено",
        ),
        ProfileState::Claimed => Words::new(
            "Этот СНИЛС уже привязан к учётной записи",
            "Реестр подтвердил, что СНИЛС ваш, но он уже указан в другой учётной записи. Что можно сделать:",
            format!("Эта учётная запись остаётся {}, срока нет", remains(level)),
        ),
        ProfileState::Passed => passed(level),
        ProfileState::Superseded => Words::new(
            "Данные исправлены",
            "Эта отправка больше не действует: проверяется следующая.",
            "Срока нет",
        ),
    }
}

fn passed(level: AssuranceLevel) -> Words {
    let (action, deadline) = match level {
        AssuranceLevel::Simplified => ("Реестры подтвердили данные.", "Срока нет"),
        AssuranceLevel::Standard => (
            "Учётная запись стандартная. Следующая ступень — подтвердить личность.",
            "Подтвердить личность можно в любой день",
        ),
        AssuranceLevel::Confirmed => (
            "Учётная запись подтверждённая, открыты все услуги.",
            "Делать ничего не нужно",
        ),
    };
    Words::new("Данные подтверждены", action, deadline)
}

/// «остаётся …»
fn remains(level: AssuranceLevel) -> &'static str {
    match level {
        AssuranceLevel::Simplified => "упрощённой",
        AssuranceLevel::Standard => "стандартной",
        AssuranceLevel::Confirmed => "подтверждённой",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use accounts::upload::PapersView;

    const AT: Instant = Instant::from_millis(1_790_000_000_000);

    fn row(stage: Stage) -> CheckRow {
        let at = AT;
        CheckRow {
            registry: Registry::Snils,
            stage,
            outcome: None,
            fields: vec![ProfileField::Snils],
            begun_at: at,
            asked_at: Some(at),
            answered_at: Some(at),
            usual_until: at,
            review_at: at,
            papers: None,
            is_slow: false,
        }
    }

    /// A row whose specialist has asked for a document.
    fn asked() -> CheckRow {
        CheckRow {
            papers: Some(PapersView {
                request: "1".to_owned(),
                is_open: true,
                files: Vec::new(),
                max_files: 5,
                max_bytes: 5_000_000,
            }),
            ..row(Stage::Review)
        }
    }

    fn checked(state: ProfileState, rows: Vec<CheckRow>) -> CheckedProfile {
        CheckedProfile {
            number: 1,
            state,
            submitted_at: Instant::from_millis(0),
            decided_at: None,
            rows,
        }
    }

    fn is_whole(words: &Words) -> bool {
        [&words.text, &words.action, &words.deadline]
            .iter()
            .all(|text| !text.trim().is_empty())
    }

    #[test]
    fn every_state_has_a_text_an_action_and_a_deadline() {
        let answers = Outcome::ALL.map(Stage::Answered);
        let stages = [Stage::Asking, Stage::Waiting, Stage::Review];
        let rows: Vec<_> = stages.into_iter().chain(answers).map(row).collect();
        for row in rows.into_iter().chain([asked()]) {
            assert!(is_whole(&about(&row)), "{row:?}");
            assert!(!state(row.stage).1.is_empty());
            for whole in ProfileState::ALL {
                assert!(is_whole(&placed(&row, whole, AT)), "{row:?} {whole:?}");
            }
        }
        for state in ProfileState::ALL {
            for level in AssuranceLevel::ALL {
                for row in [row(Stage::Waiting), row(Stage::Review), asked()] {
                    let profile = checked(state, vec![row]);
                    assert!(is_whole(&whole(&profile, level, AT)), "{state:?}");
                }
            }
        }
    }

    #[test]
    fn who_is_asked_for_a_document_is_told_to_add_it() {
        let words = placed(&asked(), ProfileState::Checking, AT);
        assert!(words.action.starts_with("Добавьте файл"), "{words:?}");
        let profile = checked(ProfileState::Checking, vec![asked()]);
        let words = whole(&profile, AssuranceLevel::Simplified, AT);
        assert!(words.action.contains("добавьте файл"), "{words:?}");
    }

    #[test]
    fn no_day_is_named_that_has_passed_or_that_a_specialist_does_not_keep() {
        let named = |stage: Stage, now: Instant| {
            let profile = checked(ProfileState::Checking, vec![row(stage)]);
            let whole = whole(&profile, AssuranceLevel::Simplified, now);
            let part = placed(&row(stage), ProfileState::Checking, now);
            [whole, part].map(|words| words.deadline.contains("не позже"))
        };
        let before = AT.plus_s(-1);
        assert_eq!(named(Stage::Waiting, before), [true, true]);
        assert_eq!(named(Stage::Waiting, AT), [false, false]);
        assert_eq!(named(Stage::Review, before), [false, false]);
    }

    #[test]
    fn a_message_is_promised_only_where_one_comes() {
        let promised = |registry: Registry, state: ProfileState| {
            let row = CheckRow {
                registry,
                ..row(Stage::Waiting)
            };
            placed(&row, state, AT).action.contains("в сообщении")
        };
        assert!(promised(Registry::Snils, ProfileState::Checking));
        assert!(!promised(Registry::Inn, ProfileState::Checking));
        assert!(!promised(Registry::Inn, ProfileState::Passed));
    }

    #[test]
    fn nothing_is_corrected_while_the_other_registries_are_at_it() {
        let refused = row(Stage::Answered(Outcome::Mismatch));
        let words = placed(&refused, ProfileState::Checking, AT);
        assert!(words.action.contains("когда ответят"), "{words:?}");
        let words = placed(&refused, ProfileState::Failed, AT);
        assert_eq!(words, about(&refused));
    }
}
