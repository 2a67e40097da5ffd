//! Codes of outcomes that no field rule of `domain` names.

/// Outcomes that no field rule of `domain` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The code did not fit.
    WrongCode,
    /// The code was right but late; a new one is on its way.
    ExpiredCode,
    /// The code was right but late, and no new one may be sent yet: `wait_s` says when.
    ExpiredCodeWait,
    /// Too many wrong codes; `wait_s` says when a new one can be asked for.
    TooManyCodes,
    /// Asked for again too early; `wait_s` says when it is time.
    ResendTooEarly,
    /// Sent again.
    Resent,
    /// A call is on its way.
    Called,
    /// Too many messages to this contact or from this address; `wait_s` says when to go on.
    TooManySends,
    /// Login and password did not fit together. One outcome for every cause.
    SignInFailed,
    /// The current password did not fit.
    WrongPassword,
    /// The repeat differs from the password.
    PasswordMismatch,
    /// The password is a common one or a simple sequence.
    PasswordCommon,
    /// The password is made of the person's own name or contact.
    PasswordOwn,
    /// The consent is not ticked.
    ConsentMissing,
    /// Neither phone nor e-mail is given.
    ContactMissing,
    /// The login is neither a phone number nor an e-mail address.
    LoginUnreadable,
    /// The field is empty.
    Empty,
    /// The contact is the account's own already.
    ContactSame,
    /// The contact is confirmed in another account.
    ContactTaken,
    /// The contact is confirmed.
    ContactConfirmed,
    /// The password is changed.
    PasswordChanged,
    /// The session is ended.
    SessionEnded,
    /// All other sessions are ended.
    SessionsEnded,
    /// The draft is saved until the date of the view.
    Saved,
    /// The link of the letter has been used.
    LinkUsed,
    /// The link of the letter is too old or belongs to nothing any more.
    LinkExpired,
    /// A specialist looks at the check.
    AppealMade,
    /// The registries are at it: data can be changed when they have answered.
    StillChecking,
    /// Nothing was corrected since the registries said no.
    NothingCorrected,
    /// The document is asked for.
    PapersAsked,
    /// The documents are handed in.
    PapersHandedIn,
    /// The draft is dropped.
    DraftDropped,
    /// The session has the level of its account.
    LevelTaken,
    /// Too many checks in a day.
    TooManyChecks,
    /// Login, password and code did not fit together. One outcome for every cause.
    DeskSignInFailed,
    /// The new password is the old one.
    PasswordSame,
    /// Another operator has the case; `wait_s` says for how long at the most.
    ReviewHeld,
    /// The case is not with this operator, or no longer.
    ReviewNotHeld,
    /// The case is closed, or there is none.
    ReviewClosed,
    /// The case waits for a second operator, and for nothing else.
    ReviewProposed,
    /// Whoever has proposed a decision cannot agree with it.
    ReviewOwnProposal,
    /// The reason is too short; how many characters it has.
    ReasonTooShort,
    /// The reason is too long; how many characters it has.
    ReasonTooLong,
    /// Nothing was chosen.
    ChoiceMissing,
    /// No field was ticked that differs.
    FieldsMissing,
    /// The case is decided.
    Decided,
    /// The decision is proposed and waits for a second operator.
    Proposed,
    /// The proposal is rejected, the case is open again.
    ProposalRejected,
    /// Somebody else has got the time, or it has passed.
    SlotTaken,
    /// The time is no longer held.
    HoldExpired,
    /// There is no such centre.
    CentreUnknown,
    /// Too many times held in a day.
    TooManyHolds,
    /// The visit is booked.
    AppointmentBooked,
    /// The visit is called off.
    AppointmentCancelled,
    /// This is no login of an operator.
    OperatorLoginBad,
    /// Another operator has the login.
    OperatorLoginTaken,
    /// There is no such operator.
    OperatorUnknown,
    /// Nobody does this to themselves.
    OperatorOwn,
    /// The operator is disabled.
    OperatorDisabled,
    /// The operator works there from now on.
    OperatorPlaced,
    /// The centre is saved.
    CentreSaved,
}

impl Outcome {
    /// Every outcome: a page has a text for each.
    pub const ALL: [Self; 61] = [
        Self::WrongCode,
        Self::ExpiredCode,
        Self::ExpiredCodeWait,
        Self::TooManyCodes,
        Self::ResendTooEarly,
        Self::Resent,
        Self::Called,
        Self::TooManySends,
        Self::SignInFailed,
        Self::WrongPassword,
        Self::PasswordMismatch,
        Self::PasswordCommon,
        Self::PasswordOwn,
        Self::ConsentMissing,
        Self::ContactMissing,
        Self::LoginUnreadable,
        Self::Empty,
        Self::ContactSame,
        Self::ContactTaken,
        Self::ContactConfirmed,
        Self::PasswordChanged,
        Self::SessionEnded,
        Self::SessionsEnded,
        Self::Saved,
        Self::LinkUsed,
        Self::LinkExpired,
        Self::AppealMade,
        Self::StillChecking,
        Self::NothingCorrected,
        Self::PapersAsked,
        Self::PapersHandedIn,
        Self::DraftDropped,
        Self::LevelTaken,
        Self::TooManyChecks,
        Self::DeskSignInFailed,
        Self::PasswordSame,
        Self::ReviewHeld,
        Self::ReviewNotHeld,
        Self::ReviewClosed,
        Self::ReviewProposed,
        Self::ReviewOwnProposal,
        Self::ReasonTooShort,
        Self::ReasonTooLong,
        Self::ChoiceMissing,
        Self::FieldsMissing,
        Self::Decided,
        Self::Proposed,
        Self::ProposalRejected,
        Self::SlotTaken,
        Self::HoldExpired,
        Self::CentreUnknown,
        Self::TooManyHolds,
        Self::AppointmentBooked,
        Self::AppointmentCancelled,
        Self::OperatorLoginBad,
        Self::OperatorLoginTaken,
        Self::OperatorUnknown,
        Self::OperatorOwn,
        Self::OperatorDisabled,
        Self::OperatorPlaced,
        Self::CentreSaved,
    ];

    /// The code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::WrongCode => "wrong_code",
            Self::ExpiredCode => "expired_code",
            Self::ExpiredCodeWait => "expired_code_wait",
            Self::TooManyCodes => "too_many_codes",
            Self::ResendTooEarly => "resend_too_early",
            Self::Resent => "resent",
            Self::Called => "called",
            Self::TooManySends => "too_many_sends",
            Self::SignInFailed => "sign_in_failed",
            Self::WrongPassword => "wrong_password",
            Self::PasswordMismatch => "password_mismatch",
            Self::PasswordCommon => "password_common",
            Self::PasswordOwn => "password_own",
            Self::ConsentMissing => "consent_missing",
            Self::ContactMissing => "contact_missing",
            Self::LoginUnreadable => "login_unreadable",
            Self::Empty => "empty",
            Self::ContactSame => "contact_same",
            Self::ContactTaken => "contact_taken",
            Self::ContactConfirmed => "contact_confirmed",
            Self::PasswordChanged => "password_changed",
            Self::SessionEnded => "session_ended",
            Self::SessionsEnded => "sessions_ended",
            Self::Saved => "saved",
            Self::LinkUsed => "link_used",
            Self::LinkExpired => "link_expired",
            Self::AppealMade => "appeal_made",
            Self::StillChecking => "still_checking",
            Self::NothingCorrected => "nothing_corrected",
            Self::PapersAsked => "papers_asked",
            Self::PapersHandedIn => "papers_handed_in",
            Self::DraftDropped => "draft_dropped",
            Self::LevelTaken => "level_taken",
            Self::TooManyChecks => "too_many_checks",
            Self::DeskSignInFailed => "desk_sign_in_failed",
            Self::PasswordSame => "password_same",
            Self::ReviewHeld => "review_held",
            Self::ReviewNotHeld => "review_not_held",
            Self::ReviewClosed => "review_closed",
            Self::ReviewProposed => "review_proposed",
            Self::ReviewOwnProposal => "review_own_proposal",
            Self::ReasonTooShort => "reason_too_short",
            Self::ReasonTooLong => "reason_too_long",
            Self::ChoiceMissing => "choice_missing",
            Self::FieldsMissing => "fields_missing",
            Self::Decided => "decided",
            Self::Proposed => "proposed",
            Self::ProposalRejected => "proposal_rejected",
            Self::SlotTaken => "slot_taken",
            Self::HoldExpired => "hold_expired",
            Self::CentreUnknown => "centre_unknown",
            Self::TooManyHolds => "too_many_holds",
            Self::AppointmentBooked => "appointment_booked",
            Self::AppointmentCancelled => "appointment_cancelled",
            Self::OperatorLoginBad => "operator_login_bad",
            Self::OperatorLoginTaken => "operator_login_taken",
            Self::OperatorUnknown => "operator_unknown",
            Self::OperatorOwn => "operator_own",
            Self::OperatorDisabled => "operator_disabled",
            Self::OperatorPlaced => "operator_placed",
            Self::CentreSaved => "centre_saved",
        }
    }

    /// The outcome with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}
