//! The code page, the same in every flow (S6).

use accounts::challenge::CodeView;
use accounts::flash::Flash;
use domain::field::contact::ContactKind;
use domain::flow::{Flow, Step};
use leptos::prelude::*;

use super::{fields, flash};
use crate::browser::moment::in_words;
use crate::components::plain::{BackLink, InlineForm, StepHead, part};
use crate::model::{Button, Clock, Form, Part, Screen};

/// What differs from flow to flow.
pub(crate) struct CodePage<'a> {
    pub(crate) step: Step,
    pub(crate) heading: &'static str,
    /// Endpoints of the code and of «Отправить снова».
    pub(crate) action: &'static str,
    pub(crate) resend: &'static str,
    /// Endpoint of the clock; empty: none.
    pub(crate) status: &'static str,
    pub(crate) hidden: Vec<(&'static str, String)>,
    pub(crate) extra: Option<Button>,
    pub(crate) saved: String,
    pub(crate) flash: Option<&'a Flash>,
}

/// The page.
pub(crate) fn page(page: CodePage<'_>, code: &CodeView) -> Screen {
    let progress = page.step.spec().progress;
    let mut code_fields = [fields::code(code.kind)];
    flash::refuse(&mut code_fields, page.flash);
    let mut buttons = vec![Button {
        text: "Подтвердить".into(),
        action: String::new(),
    }];
    buttons.extend(page.extra);
    let form = Form {
        action: page.action.into(),
        hidden: page
            .hidden
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
        fields: code_fields.into(),
        buttons,
        saved: page.saved,
        ..Form::default()
    };
    let (back, heading) = (page.step.back(), page.heading);
    let change = match code.kind {
        ContactKind::Phone => "Изменить номер",
        ContactKind::Email => "Изменить адрес",
    };
    let mut parts = vec![part(view! { <BackLink to=back/> })];
    parts.extend(flash::notices(page.flash));
    parts.push(Part::Summary);
    parts.push(part(view! {
        <StepHead progress heading=heading/>
        <p class="lead">{sent(page.step, &code.contact)}</p>
        <p>{lives(code)}" "<a href=back>{change}</a></p>
    }));
    parts.push(Part::Form(form));
    parts.push(Part::Clock(Clock {
        resend_in_s: u32::try_from(code.resend_in_s).unwrap_or_default(),
        status: page.status.into(),
    }));
    let (resend, hidden) = (page.resend, page.hidden.clone());
    let call = code.call_offered.then(|| {
        let mut hidden = page.hidden.clone();
        hidden.push(("channel", "voice".to_owned()));
        view! {
            <p>"СМС не приходит? Мы можем позвонить и назвать код."</p>
            <InlineForm action=resend text="Позвонить мне" look="secondary" hidden/>
        }
    });
    parts.push(part(view! {
        <InlineForm action=resend text="Отправить снова" look="secondary" hidden/>
        {call}
        <p class="lead">{advice(code.kind)}</p>
    }));
    super::titled(progress, heading, parts)
}

/// Where a stranger may ask, it is not said whether there is anybody to send to.
fn sent(step: Step, contact: &str) -> String {
    match step.flow() {
        Flow::Registration => format!(
            "Мы отправили код на {contact}. Если он уже зарегистрирован, в сообщении будет подсказка, как войти"
        ),
        Flow::Resume => {
            format!(
                "Если с {contact} начата регистрация, мы отправили на него код, чтобы продолжить её здесь"
            )
        }
        Flow::Recovery => {
            format!("Если {contact} подтверждён в учётной записи, мы отправили на него код")
        }
        Flow::ContactChange(_) | Flow::PersonalData => format!("Мы отправили код на {contact}"),
    }
}

fn lives(code: &CodeView) -> String {
    match u32::try_from(code.expires_in_s) {
        Ok(seconds) if seconds > 0 => format!("Код действует ещё {}.", in_words(seconds)),
        _ => "Срок действия кода истёк: отправьте его снова.".to_owned(),
    }
}

fn advice(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Phone => "Код не пришёл? Проверьте номер и связь.",
        ContactKind::Email => {
            "Письмо не пришло? Проверьте адрес и папку «Спам». Можно и нажать ссылку из письма в любом браузере."
        }
    }
}
