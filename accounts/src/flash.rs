//! The outcome of a submission on its way to the next page: a sealed cookie of at most five
//! minutes with codes and the typed login, never a password or a code.

use domain::field::contact::ContactKind;
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::cookie::{CookieChange, CookieName};
use crate::error::PortalError;
use crate::outcome::Outcome;
use crate::portal::Portal;
use crate::visit::Visit;

/// How long an outcome waits for its page.
const LIFETIME_S: i64 = 300;
const PURPOSE: &str = "flash";
/// Characters of one field that are kept: 600 of four bytes each, sealed, fit into a cookie of 4 KiB.
const KEPT: usize = 600;

/// Which form an outcome belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// `/`
    Start,
    /// `/register`
    Register,
    /// `/register/code`
    RegisterCode,
    /// `/register/password`
    RegisterPassword,
    /// `/register/done`
    RegisterDone,
    /// `/register/resume`
    Resume,
    /// `/register/resume/code`
    ResumeCode,
    /// `/recover`
    Recover,
    /// `/recover/code`
    RecoverCode,
    /// `/recover/password`
    RecoverPassword,
    /// `/login`
    SignIn,
    /// `/cabinet`
    Cabinet,
    /// `/cabinet/contacts/phone`
    ContactPhone,
    /// `/cabinet/contacts/email`
    ContactEmail,
    /// `/cabinet/contacts/phone/code`
    ContactPhoneCode,
    /// `/cabinet/contacts/email/code`
    ContactEmailCode,
    /// `/cabinet/security`
    Security,
    /// `/confirm/{token}`
    Link,
    /// `/cabinet/personal-data/check`
    PersonalCheck,
    /// `/cabinet/checks`
    Checks,
    /// `/cabinet/feed`
    Feed,
    /// `/login/snils`
    SnilsSignIn,
    /// The new level's own form, on whatever page it stands.
    Level,
    /// `/uploads/{request}`: the form stands on whichever page asks for files.
    Upload,
    /// `/cabinet/identity/visit`
    Appointment,
    /// `/desk/login`
    DeskSignIn,
    /// `/desk/password`
    DeskPassword,
    /// `/desk`
    DeskQueue,
    /// `/desk/reviews/{id}`
    DeskReview,
    /// `/cabinet/documents`
    Documents,
    /// `/cabinet/identity`
    Identity,
    /// `/desk/visits`
    DeskVisits,
    /// `/desk/visits/{id}`
    Reception,
    /// `/desk/workplace`
    Workplace,
    /// `/desk/operators`
    DeskOperators,
    /// `/desk/operators/{login}`
    DeskOperator,
    /// `/desk/centres/{id}`
    DeskCentre,
}

impl Form {
    /// The form on which a new contact of this kind is typed.
    #[must_use]
    pub fn contact(kind: ContactKind) -> Self {
        match kind {
            ContactKind::Phone => Self::ContactPhone,
            ContactKind::Email => Self::ContactEmail,
        }
    }

    /// The form on which the code of a new contact is typed.
    #[must_use]
    pub fn contact_code(kind: ContactKind) -> Self {
        match kind {
            ContactKind::Phone => Self::ContactPhoneCode,
            ContactKind::Email => Self::ContactEmailCode,
        }
    }
}

/// One refused field (or, with the field `""`, a word about the whole form).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Name of the form's field.
    #[serde(rename = "f")]
    pub field: String,
    /// Code of a field rule of `domain`, of an [`Outcome`], or why a file was refused
    /// ([`crate::upload::Unfit`]).
    #[serde(rename = "c")]
    pub code: String,
    /// The number the message speaks of.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The letter the message speaks of.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<char>,
}

impl Refusal {
    /// A field refused with a code.
    #[must_use]
    pub fn new(field: &str, code: &str) -> Self {
        Self {
            field: field.to_owned(),
            code: code.to_owned(),
            number: None,
            letter: None,
        }
    }
}

/// What the page of a form says about the last submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// The form it belongs to.
    pub form: Form,
    /// Refused fields and words about the whole form.
    pub codes: Vec<Refusal>,
    /// The login (or contact) as it was typed.
    pub login: Option<String>,
    /// Seconds until the next try is worth while, counted from now.
    pub wait_s: Option<i64>,
    /// Names and values of other fields as they were typed.
    pub kept: Vec<(String, String)>,
}

/// The sealed form: short keys, the end of the wait as an instant.
#[derive(Serialize, Deserialize)]
struct Sealed {
    f: Form,
    c: Vec<Refusal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    l: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    w: Option<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    k: Vec<(String, String)>,
}

impl Flash {
    /// An outcome without a word yet.
    #[must_use]
    pub fn of(form: Form) -> Self {
        Self {
            form,
            codes: Vec::new(),
            login: None,
            wait_s: None,
            kept: Vec::new(),
        }
    }

    /// A refused field.
    #[must_use]
    pub fn refuse(mut self, field: &str, outcome: Outcome) -> Self {
        self.codes.push(Refusal::new(field, outcome.code()));
        self
    }

    /// A word about the whole form.
    #[must_use]
    pub fn say(self, outcome: Outcome) -> Self {
        self.refuse("", outcome)
    }

    /// The same with refused fields.
    #[must_use]
    pub fn with(mut self, codes: Vec<Refusal>) -> Self {
        self.codes.extend(codes);
        self
    }

    /// The same with the login as typed. A cookie holds 4 KiB: what is longer is no login.
    #[must_use]
    pub fn typed(mut self, login: &str) -> Self {
        self.login = Some(login.chars().take(300).collect());
        self
    }

    /// The same with a field as typed, as far as a cookie holds it.
    #[must_use]
    pub fn keep(mut self, name: &str, value: &str) -> Self {
        let value = value.chars().take(KEPT).collect();
        self.kept.push((name.to_owned(), value));
        self
    }

    /// What was typed into a field: the first value that was kept under its name.
    #[must_use]
    pub fn kept(&self, name: &str) -> Option<&str> {
        let found = self.kept.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The same with the time until the next try.
    #[must_use]
    pub fn wait(mut self, seconds: Option<i64>) -> Self {
        self.wait_s = seconds;
        self
    }

    /// Whether this outcome was said.
    #[must_use]
    pub fn says(&self, outcome: Outcome) -> bool {
        self.codes
            .iter()
            .any(|refusal| refusal.code == outcome.code())
    }

    pub(crate) fn seal(&self, portal: &Portal) -> Result<CookieChange, PortalError> {
        let now = portal.clock.now();
        let sealed = Sealed {
            f: self.form,
            c: self.codes.clone(),
            l: self.login.clone(),
            w: self.wait_s.map(|seconds| now.plus_s(seconds).millis()),
            k: self.kept.clone(),
        };
        let plain = serde_json::to_vec(&sealed).map_err(|_| PortalError::Unavailable)?;
        let value = portal
            .vault
            .seal_cookie(PURPOSE, &plain, now.plus_s(LIFETIME_S), &*portal.rng);
        Ok(CookieChange::set(
            CookieName::Flash,
            &value,
            Some(LIFETIME_S),
        ))
    }
}

/// The outcome that the visit's cookie brings. Unreadable, late or foreign cookies bring none.
#[must_use]
pub fn read(portal: &Portal, visit: &Visit) -> Option<Flash> {
    let now = portal.clock.now();
    let plain = portal
        .vault
        .open_cookie(PURPOSE, visit.flash.as_deref()?, now)?;
    let sealed: Sealed = serde_json::from_slice(&plain).ok()?;
    Some(Flash {
        form: sealed.f,
        codes: sealed.c,
        login: sealed.l,
        wait_s: sealed
            .w
            .map(|until| Instant::from_millis(until).seconds_left(now)),
        kept: sealed.k,
    })
}
