//! One message to a citizen, without its text: the text is made when it is sent.

use serde::{Deserialize, Serialize};

/// The way a message takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// SMS
    Sms,
    /// A call that reads the code aloud.
    Voice,
    /// A letter.
    Email,
}

impl Channel {
    /// The code in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::Voice => "voice",
            Self::Email => "email",
        }
    }
}

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Code of a registration.
    RegistrationCode,
    /// The same for a contact that has an account: with a hint to sign in or recover.
    RegistrationCodeExisting,
    /// Code to continue a registration on another device.
    ResumeCode,
    /// Code of a recovery.
    RecoveryCode,
    /// Code for a new or second contact.
    ContactCode,
    /// The account is ready.
    AccountReady,
    /// The password was changed in the cabinet.
    PasswordChanged,
    /// Access was recovered with a new password; all other sessions have ended.
    PasswordRecovered,
    /// A contact was changed.
    ContactChanged {
        /// The former contact, as far as it may be shown.
        old: String,
    },
    /// A contact was confirmed beside the others.
    ContactAdded {
        /// The new contact, as far as it may be shown.
        new: String,
    },
    /// Signed in on a device not known before.
    SignedInNewDevice,
    /// All other sessions were ended.
    SessionsEnded,
    /// The data agree with the registries: the account is standard.
    ChecksPassed,
    /// The data do not agree with the registries.
    ChecksFailed,
    /// The SNILS belongs to another account.
    SnilsClaimed,
    /// A specialist asks for a document.
    PapersAsked,
    /// A visit to a centre is booked.
    AppointmentBooked(Meeting),
    /// It is tomorrow.
    AppointmentReminder(Meeting),
    /// It is called off.
    AppointmentCancelled(Meeting),
    /// The centre cannot keep it; without a place when there is no such centre any more.
    AppointmentCalledOff(Option<Meeting>),
    /// Code that a citizen tells the operator before them.
    DeskCode,
    /// The identity is proven: the account is confirmed.
    IdentityProven,
    /// The identity could not be confirmed.
    IdentityRefused,
    /// An identity code was handed out.
    IdentityCodeGiven,
    /// A centre gives access to the account back.
    AccessRestored {
        /// From when on, in milliseconds UTC since 1970; `None`: when a second operator agrees.
        from_ms: Option<i64>,
    },
    /// Somebody wanted access at a centre and did not get it.
    RestorationRefused,
}

/// Where and when a visit takes place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// When, in milliseconds UTC since 1970.
    pub starts_ms: i64,
    /// How far clocks there are ahead of UTC, in minutes.
    pub ahead_minutes: i16,
    /// The centre and its address.
    pub place: String,
}

/// One message to a citizen.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The way it takes.
    pub channel: Channel,
    /// Canonical phone number or address.
    pub to: String,
    /// What it says.
    pub kind: NoticeKind,
    /// The code to type.
    pub code: Option<String>,
    /// The link to open.
    pub link: Option<String>,
    /// How many minutes the code lives.
    pub minutes: Option<u32>,
}

impl Notice {
    /// A message without a code.
    #[must_use]
    pub fn new(channel: Channel, to: impl Into<String>, kind: NoticeKind) -> Self {
        Self {
            channel,
            to: to.into(),
            kind,
            code: None,
            link: None,
            minutes: None,
        }
    }
}

impl std::fmt::Debug for Notice {
    /// Without contact, code and link.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Notice({})", self.channel.code())
    }
}

/// A letter's texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Subject
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// The words of messages; the pages' crate has them.
pub trait Wording: Send + Sync {
    /// Text of an SMS or a call.
    fn short(&self, notice: &Notice) -> String;
    /// Texts of a letter.
    fn letter(&self, notice: &Notice) -> Letter;
}
