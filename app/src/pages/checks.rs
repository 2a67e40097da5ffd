//! `/cabinet/checks`: where each registry's part stands, what comes next, and until when.

use accounts::PortalError;
use accounts::check::{self, CheckRow, CheckedProfile};
use accounts::flash::{Flash, Form as FlashForm};
use accounts::profile::ProfileState;
use domain::check::{Stage, is_refusal};
use domain::flow::Step;
use domain::level::AssuranceLevel;
use domain::registry::{Outcome, Registry};
use leptos::prelude::*;

use super::{Request, flash, papers, titled};
use crate::components::plain::{Badge, InlineForm, Tone, part};
use crate::date;
use crate::messages::profile::label;
use crate::model::{Part, Screen, Watch};

/// Where the server tells that something is new here. `seen` is the stamp of what the page shows.
pub const EVENTS: &str = "/cabinet/checks/events";

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
    parts.push(part(view! { <h1 tabindex="-1">"Проверка данных"</h1> }));
    match &view.profile {
        None => parts.push(part(view! {
            <p class="lead">"Данные ещё не отправлены на проверку."</p>
            <p><a class="button button--primary" href=Step::PersonalCitizenship.path()>"Указать личные данные"</a></p>
        })),
        Some(profile) => {
            parts.push(Part::Watch(Watch {
                events: format!("{EVENTS}?seen={}", profile.stamp()),
            }));
            parts.push(part(timeline(profile, view.level, view.flash.as_ref())));
        }
    }
    Ok(titled(None, "Проверка данных", parts))
}

fn timeline(
    profile: &CheckedProfile,
    level: AssuranceLevel,
    flash: Option<&Flash>,
) -> impl IntoView + use<> {
    let rows: Vec<_> = profile
        .rows
        .iter()
        .map(|row| entry(row, profile, flash))
        .collect();
    let sent = date::day_and_time(profile.submitted_at);
    let whole = whole(profile, level);
    let slow = profile
        .rows
        .iter()
        .any(|row| row.is_slow && matches!(row.stage, Stage::Asking | Stage::Waiting));
    let refused = profile.state == ProfileState::Failed;
    let next =
        (profile.state == ProfileState::Passed && level < AssuranceLevel::Confirmed).then(|| {
            view! { <p><a class="button button--primary" href=accounts::proofing::PATH>"Подтвердить личность"</a></p> }
        });
    view! {
        <section class="status" aria-labelledby="whole">
            <h2 id="whole">{whole.text}</h2>
            <p>{whole.action}</p>
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

/// It takes long: the ways to people (R-CHK-17).
fn help() -> impl IntoView {
    view! {
        <div class="notice notice--warning">
            <p class="notice__text">
                "Проверка идёт дольше обычного. Можно прийти с документами в центр обслуживания или позвонить в поддержку: телефоны внизу страницы."
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

fn entry(row: &CheckRow, profile: &CheckedProfile, flash: Option<&Flash>) -> AnyView {
    let papers = row
        .papers
        .as_ref()
        .map(|asked| papers::ask(asked, row.registry.code(), flash));
    let words = about(row);
    let (tone, word) = state(row.stage);
    let fields: Vec<_> = row
        .fields
        .iter()
        .filter(|_| is_refusal(row.stage))
        .map(|&field| {
            let href = format!("{}#{}", field.step().path(), field.code());
            view! { <li><a href=href>{label(field)}</a></li> }
        })
        .collect();
    let listed = !fields.is_empty();
    let sent = row
        .asked_at
        .map(|at| format!("Отправлено {}", date::day_and_time(at)));
    let answered = row
        .answered_at
        .filter(|_| matches!(row.stage, Stage::Answered(_)))
        .map(|at| format!("Ответ {}", date::day_and_time(at)));
    let invalid = row.registry == Registry::Passport && is_refusal(row.stage);
    let appeal = is_refusal(row.stage) && profile.state != ProfileState::Superseded;
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
        Stage::Review => Words::new(
            "Проверку смотрит специалист портала.",
            "Делать ничего не нужно: решение придёт в сообщении.",
            "Обычно до трёх рабочих дней",
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
            "Обычно до трёх рабочих дней",
        ),
    }
}

/// What is said about the whole check.
pub(crate) fn whole(profile: &CheckedProfile, level: AssuranceLevel) -> Words {
    match profile.state {
        ProfileState::Checking => {
            let last = profile.rows.iter().map(|row| row.review_at).max();
            let last = last.unwrap_or(profile.submitted_at);
            Words::new(
                "Данные на проверке",
                "Страницу можно закрыть: о результате сообщим по СМС и почте. Пока действует всё, что было открыто раньше.",
                format!(
                    "Обычно до 15 минут, редко до нескольких дней, не позже {}",
                    date::day(last)
                ),
            )
        }
        ProfileState::Failed => Words::new(
            "Нужно исправить",
            "Сверьте отмеченное с документами. Если всё точно, передайте проверку специалисту.",
            "Исправить можно в любой день: введённое сохранено",
        ),
        ProfileState::Claimed => Words::new(
            "Этот СНИЛС уже привязан к учётной записи",
            "Реестр подтвердил, что СНИЛС ваш, но он уже указан в другой учётной записи. Если она ваша, войдите в неё или восстановите доступ. Если вы её не создавали, придите с паспортом в центр обслуживания или позвоните в поддержку.",
            "Эта учётная запись остаётся упрощённой, срока нет",
        ),
        ProfileState::Passed if level >= AssuranceLevel::Standard => Words::new(
            "Данные подтверждены",
            "Учётная запись стандартная. Следующая ступень — подтвердить личность.",
            "Подтвердить личность можно в любой день",
        ),
        ProfileState::Passed => Words::new(
            "Данные подтверждены",
            "Реестры подтвердили данные.",
            "Срока нет",
        ),
        ProfileState::Superseded => Words::new(
            "Данные исправлены",
            "Эта отправка больше не действует: проверяется следующая.",
            "Срока нет",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use accounts::clock::Instant;
    use domain::profile::ProfileField;

    fn row(stage: Stage) -> CheckRow {
        let at = Instant::from_millis(1_790_000_000_000);
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

    fn is_whole(words: &Words) -> bool {
        [&words.text, &words.action, &words.deadline]
            .iter()
            .all(|text| !text.trim().is_empty())
    }

    #[test]
    fn every_state_has_a_text_an_action_and_a_deadline() {
        let answers = Outcome::ALL.map(Stage::Answered);
        let stages = [Stage::Asking, Stage::Waiting, Stage::Review];
        for stage in stages.into_iter().chain(answers) {
            assert!(is_whole(&about(&row(stage))), "{stage:?}");
            assert!(!state(stage).1.is_empty());
        }
        for state in ProfileState::ALL {
            for level in AssuranceLevel::ALL {
                let profile = CheckedProfile {
                    number: 1,
                    state,
                    submitted_at: Instant::from_millis(0),
                    decided_at: None,
                    rows: vec![row(Stage::Waiting)],
                };
                assert!(is_whole(&whole(&profile, level)), "{state:?}");
            }
        }
    }
}
