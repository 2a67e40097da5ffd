//! A citizen's browser: it keeps cookies, follows where it is sent, and fills in forms.

use std::sync::Arc;

use accounts::cabinet::{self, CabinetView, SecurityView};
use accounts::clock::ManualClock;
use accounts::contact::{self, ContactChangeInput, ContactChangeView};
use accounts::credential::{self, PasswordChangeInput};
use accounts::enrolment::{
    self, CodeInput, PasswordInput, RegistrationInput, RegistrationView, ResendInput,
};
use accounts::flash;
use accounts::proof::{self, LinkInput, LinkView};
use accounts::recovery::{self, RecoveryInput, RecoveryView};
use accounts::resume::{self, ResumeInput, ResumeView};
use accounts::session::{self, SessionView};
use accounts::sign_in::{self, SignInInput};
use accounts::{CookieChange, Done, Flash, Outcome, Portal, PortalError, Visit};
use domain::field::contact::ContactKind;

/// A browser. A clone is the same browser before its next answer: what a double click sends.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) portal: Portal,
    pub(crate) visit: Visit,
    clock: Arc<ManualClock>,
    forms: u32,
}

impl Browser {
    pub(crate) fn new(portal: &Portal, clock: Arc<ManualClock>, visit: Visit) -> Self {
        Self {
            portal: portal.clone(),
            visit,
            clock,
            forms: 0,
        }
    }

    /// The id of a form just drawn.
    pub(crate) fn form_id(&mut self) -> String {
        self.forms += 1;
        format!("{}-{}", self.visit.address, self.forms)
    }

    /// Keeps the cookies of an answer; answers where it leads.
    pub(crate) fn take(&mut self, done: &Done) -> String {
        for change in &done.cookies {
            match change {
                CookieChange::Set { name, value, .. } => self.visit.set(*name, value),
                CookieChange::Clear { name } => self.visit.set(*name, ""),
            }
        }
        done.next.clone()
    }

    /// Who asks whom. Every submission comes a millisecond after the one before it.
    fn asks(&self) -> (&Portal, &Visit) {
        self.clock.advance_ms(1);
        (&self.portal, &self.visit)
    }

    fn follow(&mut self, done: Result<Done, PortalError>) -> String {
        self.take(&done.expect("an answer"))
    }

    /// What the next page says about the last submission.
    pub(crate) fn flash(&self) -> Flash {
        flash::read(&self.portal, &self.visit).expect("an outcome on its way")
    }

    /// Whether the next page says this.
    pub(crate) fn hears(&self, outcome: Outcome) -> bool {
        flash::read(&self.portal, &self.visit).is_some_and(|flash| flash.says(outcome))
    }

    /// The fields refused and why.
    pub(crate) fn refusals(&self) -> Vec<(String, String)> {
        let codes = self.flash().codes;
        codes
            .into_iter()
            .map(|refusal| (refusal.field, refusal.code))
            .collect()
    }
}

/// The registration.
impl Browser {
    pub(crate) async fn register(&mut self, form: RegistrationInput) -> String {
        let (portal, visit) = self.asks();
        let done = enrolment::submit_form(portal, visit, form).await;
        self.follow(done)
    }

    pub(crate) async fn code(&mut self, code: &str) -> String {
        let input = CodeInput { code: code.into() };
        let (portal, visit) = self.asks();
        let done = enrolment::submit_code(portal, visit, input).await;
        self.follow(done)
    }

    pub(crate) async fn resend(&mut self) -> String {
        self.resend_by("").await
    }

    pub(crate) async fn resend_by(&mut self, channel: &str) -> String {
        let channel = channel.into();
        let (portal, visit) = self.asks();
        let done = enrolment::resend(portal, visit, ResendInput { channel }).await;
        self.follow(done)
    }

    pub(crate) async fn password(&mut self, password: &str) -> String {
        let (portal, visit) = self.asks();
        let done = enrolment::submit_password(portal, visit, twice(password)).await;
        self.follow(done)
    }

    pub(crate) async fn registration(&self) -> RegistrationView {
        enrolment::view(&self.portal, &self.visit)
            .await
            .expect("a view")
    }

    pub(crate) async fn link(&mut self, token: &str, form_id: &str) -> String {
        let input = LinkInput {
            token: token.into(),
            form_id: form_id.into(),
        };
        let (portal, visit) = self.asks();
        let done = proof::confirm_link(portal, visit, input).await;
        self.follow(done)
    }

    pub(crate) async fn link_view(&self, token: &str) -> LinkView {
        proof::link_view(&self.portal, &self.visit, token.into())
            .await
            .expect("a view")
    }
}

/// «Продолжить на этом устройстве».
impl Browser {
    pub(crate) async fn resume(&mut self, contact: &str) -> String {
        let input = ResumeInput {
            form_id: self.form_id(),
            contact: contact.into(),
        };
        let (portal, visit) = self.asks();
        let done = resume::submit_contact(portal, visit, input).await;
        self.follow(done)
    }

    pub(crate) async fn resume_code(&mut self, code: &str) -> String {
        let input = CodeInput { code: code.into() };
        let (portal, visit) = self.asks();
        let done = resume::submit_code(portal, visit, input).await;
        self.follow(done)
    }

    pub(crate) async fn resume_view(&self) -> ResumeView {
        resume::view(&self.portal, &self.visit)
            .await
            .expect("a view")
    }
}

/// Sign-in and recovery.
impl Browser {
    pub(crate) async fn sign_in(&mut self, login: &str, password: &str) -> String {
        self.sign_in_with(SignInInput {
            login: login.into(),
            password: password.into(),
            ..SignInInput::default()
        })
        .await
    }

    pub(crate) async fn sign_in_with(&mut self, input: SignInInput) -> String {
        let (portal, visit) = self.asks();
        let done = sign_in::submit(portal, visit, input).await;
        self.follow(done)
    }

    pub(crate) async fn sign_out(&mut self) -> String {
        let (portal, visit) = self.asks();
        let done = sign_in::sign_out(portal, visit).await;
        self.follow(done)
    }

    pub(crate) async fn session(&self) -> Option<SessionView> {
        session::current(&self.portal, &self.visit)
            .await
            .expect("an answer")
    }

    pub(crate) async fn recover(&mut self, login: &str) -> String {
        let input = RecoveryInput {
            form_id: self.form_id(),
            login: login.into(),
        };
        let (portal, visit) = self.asks();
        let done = recovery::submit_login(portal, visit, input).await;
        self.follow(done)
    }

    pub(crate) async fn recovery_code(&mut self, code: &str) -> String {
        let input = CodeInput { code: code.into() };
        let (portal, visit) = self.asks();
        let done = recovery::submit_code(portal, visit, input).await;
        self.follow(done)
    }

    pub(crate) async fn recovery_resend(&mut self) -> String {
        let input = ResendInput::default();
        let (portal, visit) = self.asks();
        let done = recovery::resend(portal, visit, input).await;
        self.follow(done)
    }

    pub(crate) async fn new_password(&mut self, password: &str) -> String {
        let (portal, visit) = self.asks();
        let done = recovery::submit_password(portal, visit, twice(password)).await;
        self.follow(done)
    }

    pub(crate) async fn recovery(&self) -> RecoveryView {
        recovery::view(&self.portal, &self.visit)
            .await
            .expect("a view")
    }
}

/// The cabinet.
impl Browser {
    pub(crate) async fn cabinet(&self) -> CabinetView {
        cabinet::home(&self.portal, &self.visit)
            .await
            .expect("a view")
    }

    pub(crate) async fn security(&self) -> SecurityView {
        cabinet::security(&self.portal, &self.visit)
            .await
            .expect("a view")
    }

    pub(crate) async fn change_contact(
        &mut self,
        kind: ContactKind,
        value: &str,
        password: &str,
    ) -> String {
        let input = ContactChangeInput {
            kind,
            value: value.into(),
            password: password.into(),
        };
        let (portal, visit) = self.asks();
        let done = contact::begin_change(portal, visit, input).await;
        self.follow(done)
    }

    pub(crate) async fn confirm_contact(&mut self, kind: ContactKind) -> String {
        let (portal, visit) = self.asks();
        let done = contact::begin_confirmation(portal, visit, kind).await;
        self.follow(done)
    }

    pub(crate) async fn contact_code(&mut self, kind: ContactKind, code: &str) -> String {
        let input = CodeInput { code: code.into() };
        let (portal, visit) = self.asks();
        let done = contact::submit_code(portal, visit, kind, input).await;
        self.follow(done)
    }

    pub(crate) async fn contact_view(&self, kind: ContactKind) -> ContactChangeView {
        contact::view(&self.portal, &self.visit, kind)
            .await
            .expect("a view")
    }

    pub(crate) async fn change_password(&mut self, current: &str, password: &str) -> String {
        let input = PasswordChangeInput {
            current: current.into(),
            password: password.into(),
            password_repeat: password.into(),
        };
        let (portal, visit) = self.asks();
        let done = credential::change_password(portal, visit, input).await;
        self.follow(done)
    }

    pub(crate) async fn end_session(&mut self, id: &str) -> String {
        let (portal, visit) = self.asks();
        let done = session::revoke(portal, visit, id.into()).await;
        self.follow(done)
    }

    pub(crate) async fn end_other_sessions(&mut self) -> String {
        let (portal, visit) = self.asks();
        let done = session::revoke_others(portal, visit).await;
        self.follow(done)
    }
}

/// The same password in both fields.
pub(crate) fn twice(password: &str) -> PasswordInput {
    PasswordInput {
        password: password.into(),
        password_repeat: password.into(),
    }
}
