//! The level of an account (R-CAB-08, R-LVL-12).

use domain::level::AssuranceLevel;
use leptos::prelude::*;

/// «Упрощённая учётная запись» (D-45).
pub fn level_title(level: AssuranceLevel) -> &'static str {
    match level {
        AssuranceLevel::Simplified => "Упрощённая учётная запись",
        AssuranceLevel::Standard => "Стандартная учётная запись",
        AssuranceLevel::Confirmed => "Подтверждённая учётная запись",
    }
}

/// The word of the page with all data (R-CAB-07).
pub fn level_word(level: AssuranceLevel) -> &'static str {
    match level {
        AssuranceLevel::Simplified => "Упрощённый",
        AssuranceLevel::Standard => "Стандартный",
        AssuranceLevel::Confirmed => "Подтверждённый",
    }
}

/// What the level opens, in a sentence (R-LVL-04, R-LVL-07, R-LVL-08).
fn opens(level: AssuranceLevel) -> &'static str {
    match level {
        AssuranceLevel::Simplified => {
            "Открыты справочные услуги, проверка и оплата штрафов. Чтобы открыть больше, укажите паспорт и СНИЛС."
        }
        AssuranceLevel::Standard => {
            "Открыты запись к врачу и другие услуги. Чтобы открыть все, подтвердите личность."
        }
        AssuranceLevel::Confirmed => "Открыты все услуги портала.",
    }
}

/// What is confirmed by now; a bare «Подтверждено» is never shown (D-17).
fn confirmed(level: AssuranceLevel) -> Option<&'static str> {
    match level {
        AssuranceLevel::Simplified => None,
        AssuranceLevel::Standard => Some("Подтверждено: личные данные"),
        AssuranceLevel::Confirmed => Some("Подтверждено: личность"),
    }
}

/// Level, steps reached, and what it opens.
#[component]
pub fn LevelBanner(
    /// The level.
    level: AssuranceLevel,
) -> impl IntoView {
    let class = format!("banner banner--{}", level.code());
    let steps = AssuranceLevel::ALL.map(|step| {
        let class = if step <= level {
            "banner__step banner__step--reached"
        } else {
            "banner__step"
        };
        view! { <span class=class></span> }
    });
    view! {
        <div class=class>
            <div class="banner__steps" aria-hidden="true">{steps.into_iter().collect_view()}</div>
            <p class="banner__title">{level_title(level)}</p>
            {confirmed(level).map(|text| view! {
                <p class="banner__confirmed"><span aria-hidden="true">"✓ "</span>{text}</p>
            })}
            <p class="banner__text">{opens(level)}</p>
        </div>
    }
}
