//! Synthetic citizens, and the ways they reach an account.

use accounts::enrolment::RegistrationInput;

use crate::browser::Browser;
use crate::house::House;

/// A phone, an e-mail address and passwords nobody would guess.
pub(crate) const PHONE: &str = "+79001234567";
pub(crate) const OTHER_PHONE: &str = "+79007654321";
pub(crate) const EMAIL: &str = "rowan@mail.example";
pub(crate) const OTHER_EMAIL: &str = "maple@mail.example";
pub(crate) const PASSWORD: &str = "Kolokol-47-Zvon";
pub(crate) const OTHER_PASSWORD: &str = "Parovoz+93-Dym";

/// A registration form filled in, with these contacts.
pub(crate) fn form(phone: &str, email: &str) -> RegistrationInput {
    RegistrationInput {
        form_id: String::new(),
        surname: "Рябинина".into(),
        first_name: "Вера".into(),
        patronymic: "Олеговна".into(),
        phone: phone.into(),
        email: email.into(),
        consent: true,
    }
}

/// The same with one contact, whichever it is.
pub(crate) fn form_with(contact: &str) -> RegistrationInput {
    if contact.contains('@') {
        form("", contact)
    } else {
        form(contact, "")
    }
}

impl House {
    /// A new browser whose registration waits for the code of this contact.
    pub(crate) async fn begun(&self, contact: &str) -> Browser {
        let mut browser = self.browser();
        assert_eq!(browser.register(form_with(contact)).await, "/register/code");
        browser
    }

    /// A new browser that has proven this contact and is asked for the password.
    pub(crate) async fn proven(&self, contact: &str) -> Browser {
        let mut browser = self.begun(contact).await;
        let code = self.code(contact).await;
        assert_eq!(browser.code(&code).await, "/register/password");
        browser
    }

    /// A new browser that has registered with this contact and is signed in.
    pub(crate) async fn citizen(&self, contact: &str) -> Browser {
        let mut browser = self.proven(contact).await;
        assert_eq!(browser.password(PASSWORD).await, "/register/done");
        browser
    }

    /// A new browser that has registered with both contacts; the e-mail address is not confirmed yet.
    pub(crate) async fn citizen_with_both(&self, phone: &str, email: &str) -> Browser {
        let mut browser = self.browser();
        browser.register(form(phone, email)).await;
        let code = self.code(phone).await;
        browser.code(&code).await;
        assert_eq!(browser.password(PASSWORD).await, "/register/done");
        browser
    }

    /// A new browser signed in to this account.
    pub(crate) async fn signed_in(&self, login: &str, password: &str) -> Browser {
        let mut browser = self.browser();
        assert_eq!(browser.sign_in(login, password).await, "/cabinet");
        browser
    }
}
