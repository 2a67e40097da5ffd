//! The head of a step: the way back, how far one is, the heading (W2, W4).

use leptos::prelude::*;

/// «Назад»
#[component]
pub fn BackLink(
    /// Where it leads.
    #[prop(into)]
    to: String,
) -> impl IntoView {
    view! { <a class="back-link" href=to>"Назад"</a> }
}

/// «Шаг 2 из 4» with its bar, and the heading.
#[component]
pub fn StepHead(
    /// Place and number of steps; `None`: the page is no step of a fixed number.
    progress: Option<(u8, u8)>,
    /// The heading.
    #[prop(into)]
    heading: String,
) -> impl IntoView {
    view! {
        {progress.map(|(place, of)| view! { <Progress place of/> })}
        <h1 tabindex="-1">{heading}</h1>
    }
}

/// A stage on the way to the confirmed account (R-PRS-26).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProofStage {
    /// Personal data are entered.
    Entering,
    /// Registries check them.
    Checking,
    /// The identity is confirmed.
    Confirming,
}

/// «Этап 1 из 3: ввод данных»
#[component]
pub fn StageOf(
    /// Where the page belongs.
    stage: ProofStage,
) -> impl IntoView {
    let text = match stage {
        ProofStage::Entering => "Этап 1 из 3: ввод личных данных",
        ProofStage::Checking => "Этап 2 из 3: проверка в реестрах",
        ProofStage::Confirming => "Этап 3 из 3: подтверждение личности",
    };
    view! { <p class="form__aside">{text}</p> }
}

#[component]
fn Progress(place: u8, of: u8) -> impl IntoView {
    let steps = (1..=of).map(|step| {
        let class = match step.cmp(&place) {
            std::cmp::Ordering::Less => "progress__step progress__step--done",
            std::cmp::Ordering::Equal => "progress__step progress__step--current",
            std::cmp::Ordering::Greater => "progress__step",
        };
        view! { <span class=class></span> }
    });
    view! {
        <div class="progress">
            <p class="progress__text">{format!("Шаг {place} из {of}")}</p>
            <div class="progress__bar" aria-hidden="true">{steps.collect_view()}</div>
        </div>
    }
}
