//! An operator with a browser and an authenticator application.

use accounts::desk::{
    self, AnswerInput, CaseView, DecisionInput, DeskPasswordInput, DeskSignInInput, Order,
    QueueView, RevealInput,
};
use accounts::operator::{self, Issued, OperatorLogin, Role};
use accounts::{Done, PortalError};
use totp_rs::{Builder, Secret};

use crate::browser::Browser;
use crate::house::House;

/// What an operator chooses at the first sign-in.
pub(crate) const OWN_PASSWORD: &str = "Sinitsa-v-rukah-19!";
/// A reason long enough.
pub(crate) const REASON: &str = "Сверено с выпиской";

/// An operator.
#[derive(Clone)]
pub(crate) struct Employee {
    pub(crate) login: String,
    pub(crate) password: String,
    secret: String,
    pub(crate) browser: Browser,
}

impl House {
    /// Somebody the command line has just added, at a browser nobody knows.
    pub(crate) async fn added(&self, login: &str, role: Role) -> Employee {
        let own = OperatorLogin::parse(login).expect("a login");
        let issued = operator::add(&self.portal, &own, role, None).await;
        Employee::new(self, &issued.expect("added"))
    }

    /// The same with a password of their own, signed in.
    pub(crate) async fn employee(&self, login: &str, role: Role) -> Employee {
        let mut employee = self.added(login, role).await;
        assert_eq!(employee.sign_in(self).await, "/desk/password");
        assert_eq!(employee.choose(OWN_PASSWORD).await, "/desk");
        employee
    }
}

impl Employee {
    pub(crate) fn new(house: &House, issued: &Issued) -> Self {
        Self {
            login: issued.login.clone(),
            password: issued.password.to_string(),
            secret: issued.totp_secret.to_string(),
            browser: house.browser(),
        }
    }

    /// What the application shows this many seconds from now.
    pub(crate) fn code_in(&self, house: &House, seconds: i64) -> String {
        let secret = Secret::try_from_base32(&self.secret).expect("base32");
        let totp = Builder::new()
            .with_secret(secret)
            .build()
            .expect("a secret");
        let at = u64::try_from(house.now().seconds() + seconds).expect("after 1970");
        totp.generate(at).to_string()
    }

    /// Signs in with the code of this moment; answers where that leads.
    pub(crate) async fn sign_in(&mut self, house: &House) -> String {
        let code = self.code_in(house, 0);
        self.try_with(&self.password.clone(), &code).await
    }

    pub(crate) async fn try_with(&mut self, password: &str, code: &str) -> String {
        let input = DeskSignInInput {
            login: self.login.clone(),
            password: password.into(),
            code: code.into(),
            return_to: String::new(),
        };
        self.try_input(input).await
    }

    pub(crate) async fn try_input(&mut self, input: DeskSignInInput) -> String {
        let done = desk::sign_in(&self.browser.portal, &self.browser.visit, input).await;
        self.take_in(done)
    }

    pub(crate) async fn choose(&mut self, password: &str) -> String {
        let input = DeskPasswordInput {
            password: password.into(),
            password_repeat: password.into(),
        };
        let done = desk::change_password(&self.browser.portal, &self.browser.visit, input).await;
        let next = self.take_in(done);
        if next == "/desk" {
            password.clone_into(&mut self.password);
        }
        next
    }

    fn take_in(&mut self, done: Result<Done, PortalError>) -> String {
        self.browser.take(&done.expect("an answer"))
    }

    /// Opens a page, which notes that the session is used.
    pub(crate) async fn stay(&self) {
        let seat = desk::current(&self.browser.portal, &self.browser.visit).await;
        assert!(seat.expect("an answer").is_some(), "signed out");
    }

    pub(crate) async fn queue(&self) -> Result<QueueView, PortalError> {
        self.queue_by(Order::Oldest, 1).await
    }

    pub(crate) async fn queue_by(&self, order: Order, page: u32) -> Result<QueueView, PortalError> {
        desk::queue(&self.browser.portal, &self.browser.visit, order, page).await
    }

    pub(crate) async fn view(&self, review: &str) -> CaseView {
        let view = desk::view(&self.browser.portal, &self.browser.visit, review).await;
        view.expect("an answer").expect("a case")
    }

    pub(crate) async fn take(&mut self, review: &str) -> String {
        let done = desk::take(&self.browser.portal, &self.browser.visit, review.into()).await;
        self.take_in(done)
    }

    pub(crate) async fn reveal(&mut self, review: &str, field: &str, reason: &str) -> String {
        let input = RevealInput {
            review: review.into(),
            field: field.into(),
            reason: reason.into(),
        };
        let done = desk::reveal(&self.browser.portal, &self.browser.visit, input).await;
        self.take_in(done)
    }

    pub(crate) async fn decide(&mut self, review: &str, decision: &str, fields: &[&str]) -> String {
        let input = DecisionInput {
            review: review.into(),
            decision: decision.into(),
            fields: fields.iter().map(|field| (*field).to_owned()).collect(),
            reason: REASON.into(),
        };
        self.decide_with(input).await
    }

    pub(crate) async fn decide_with(&mut self, input: DecisionInput) -> String {
        let done = desk::decide(&self.browser.portal, &self.browser.visit, input).await;
        self.take_in(done)
    }

    pub(crate) async fn agree(&mut self, review: &str) -> String {
        let done = desk::agree(&self.browser.portal, &self.browser.visit, answer(review)).await;
        self.take_in(done)
    }

    pub(crate) async fn reject(&mut self, review: &str) -> String {
        let done = desk::reject(&self.browser.portal, &self.browser.visit, answer(review)).await;
        self.take_in(done)
    }
}

pub(crate) fn answer(review: &str) -> AnswerInput {
    AnswerInput {
        review: review.into(),
        reason: REASON.into(),
    }
}
