//! Codes of outcomes that no field rule of `domain` names.

macro_rules! outcomes {
    ($($(#[$doc:meta])* $name:ident => $code:literal;)*) => {
        /// Outcomes that no field rule of `domain` names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Outcome {
            $($(#[$doc])* $name,)*
        }

        impl Outcome {
            /// Every outcome: a page has a text for each.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code on the wire.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

outcomes! {
    /// The code did not fit.
    WrongCode => "wrong_code";
    /// The code was right but late; a new one is on its way.
    ExpiredCode => "expired_code";
    /// The code was right but late, and no new one may be sent yet: `wait_s` says when.
    ExpiredCodeWait => "expired_code_wait";
    /// Too many wrong codes; `wait_s` says when a new one can be asked for.
    TooManyCodes => "too_many_codes";
    /// Asked for again too early; `wait_s` says when it is time.
    ResendTooEarly => "resend_too_early";
    /// Sent again.
    Resent => "resent";
    /// A call is on its way.
    Called => "called";
    /// Too many messages to this contact or from this address; `wait_s` says when to go on.
    TooManySends => "too_many_sends";
    /// Login and password did not fit together. One outcome for every cause.
    SignInFailed => "sign_in_failed";
    /// The current password did not fit.
    WrongPassword => "wrong_password";
    /// The repeat differs from the password.
    PasswordMismatch => "password_mismatch";
    /// The password is a common one or a simple sequence.
    PasswordCommon => "password_common";
    /// The password is made of the person's own name or contact.
    PasswordOwn => "password_own";
    /// The consent is not ticked.
    ConsentMissing => "consent_missing";
    /// Neither phone nor e-mail is given.
    ContactMissing => "contact_missing";
    /// The login is neither a phone number nor an e-mail address.
    LoginUnreadable => "login_unreadable";
    /// The field is empty.
    Empty => "empty";
    /// The contact is the account's own already.
    ContactSame => "contact_same";
    /// The contact is confirmed in another account.
    ContactTaken => "contact_taken";
    /// The contact is confirmed.
    ContactConfirmed => "contact_confirmed";
    /// The password is changed.
    PasswordChanged => "password_changed";
    /// The session is ended.
    SessionEnded => "session_ended";
    /// All other sessions are ended.
    SessionsEnded => "sessions_ended";
    /// The draft is saved until the date of the view.
    Saved => "saved";
    /// The link of the letter has been used.
    LinkUsed => "link_used";
    /// The link of the letter is too old or belongs to nothing any more.
    LinkExpired => "link_expired";
    /// A specialist looks at the check.
    AppealMade => "appeal_made";
    /// The registries are at it: data can be changed when they have answered.
    StillChecking => "still_checking";
    /// Nothing was corrected since the registries said no.
    NothingCorrected => "nothing_corrected";
    /// Nothing was changed in data that are confirmed.
    NothingChanged => "nothing_changed";
    /// Nothing was changed in data whose SNILS belongs to another account.
    SnilsElsewhere => "snils_elsewhere";
    /// The document is asked for.
    PapersAsked => "papers_asked";
    /// The documents are handed in.
    PapersHandedIn => "papers_handed_in";
    /// The draft is dropped.
    DraftDropped => "draft_dropped";
    /// The session has the level of its account.
    LevelTaken => "level_taken";
    /// Too many checks in a day.
    TooManyChecks => "too_many_checks";
    /// Login, password and code did not fit together. One outcome for every cause.
    DeskSignInFailed => "desk_sign_in_failed";
    /// The new password is the old one.
    PasswordSame => "password_same";
    /// Another operator has the case; `wait_s` says for how long at the most.
    ReviewHeld => "review_held";
    /// The case is not with this operator, or no longer.
    ReviewNotHeld => "review_not_held";
    /// The case is closed, or there is none.
    ReviewClosed => "review_closed";
    /// The case waits for a second operator, and for nothing else.
    ReviewProposed => "review_proposed";
    /// Whoever has proposed a decision cannot agree with it.
    ReviewOwnProposal => "review_own_proposal";
    /// The reason is too short; how many characters it has.
    ReasonTooShort => "reason_too_short";
    /// The reason is too long; how many characters it has.
    ReasonTooLong => "reason_too_long";
    /// Nothing was chosen.
    ChoiceMissing => "choice_missing";
    /// No field was ticked that differs.
    FieldsMissing => "fields_missing";
    /// The case is decided.
    Decided => "decided";
    /// The decision is proposed and waits for a second operator.
    Proposed => "proposed";
    /// The proposal is rejected, the case is open again.
    ProposalRejected => "proposal_rejected";
    /// Somebody else has got the time, or it has passed.
    SlotTaken => "slot_taken";
    /// The time is no longer held.
    HoldExpired => "hold_expired";
    /// There is no such centre.
    CentreUnknown => "centre_unknown";
    /// Too many times held in a day.
    TooManyHolds => "too_many_holds";
    /// The visit is booked.
    AppointmentBooked => "appointment_booked";
    /// The visit is called off.
    AppointmentCancelled => "appointment_cancelled";
    /// The identity code is not the right one.
    WrongIdentityCode => "wrong_identity_code";
    /// Wrong too often: the identity code has ended.
    IdentityCodeEnded => "identity_code_ended";
    /// What was typed is no code on paper.
    CodeUnreadable => "code_unreadable";
    /// Too many identity codes in a day; `wait_s` says when to go on.
    TooManyIdentityCodes => "too_many_identity_codes";
    /// The identity code is right, but the registries have the word.
    IdentityCodeEarly => "identity_code_early";
    /// The identity is proven.
    IdentityProven => "identity_proven";
    /// A code that will prove it was handed out.
    IdentityCodeHanded => "identity_code_handed";
    /// It was proven before.
    IdentityProvenAlready => "identity_proven_already";
    /// The data are another person's than those that were compared.
    IdentityChanged => "identity_changed";
    /// A way to prove the identity is begun.
    RouteBegun => "route_begun";
    /// It is given up.
    RouteWithdrawn => "route_withdrawn";
    /// The way is not open to this account.
    MethodClosed => "method_closed";
    /// No living visit has this code.
    VisitCodeUnknown => "visit_code_unknown";
    /// No account has these documents.
    CitizenUnknown => "citizen_unknown";
    /// The operator looks too many citizens up; `wait_s` says when to go on.
    TooManyLookUps => "too_many_look_ups";
    /// The operator has not said where they work.
    WorkplaceMissing => "workplace_missing";
    /// The place of work is kept.
    WorkplaceChosen => "workplace_chosen";
    /// The reception has ended, or there is none.
    ReceptionClosed => "reception_closed";
    /// The sheet is kept.
    SheetSaved => "sheet_saved";
    /// The comparison is done; the registries have the word.
    ComparisonWaits => "comparison_waits";
    /// The registries have said no to these very data.
    RegistryDisagrees => "registry_disagrees";
    /// The SNILS belongs to another account.
    SnilsTaken => "snils_taken";
    /// Access goes to nobody whose documents differ.
    RestorationDiffers => "restoration_differs";
    /// Access comes back after a while, or when a second operator agrees.
    RestorationWaits => "restoration_waits";
    /// A further document is kept.
    DocumentSaved => "document_saved";
    /// A further document is taken away.
    DocumentRemoved => "document_removed";
    /// The documents are newer than the account: only a second operator brings the access back.
    RestorationNeedsSecond => "restoration_needs_second";
    /// A second operator did not agree.
    RestorationRejected => "restoration_rejected";
    /// A second operator has agreed.
    RestorationAgreed => "restoration_agreed";
    /// Who restores cannot agree.
    RestorationOwn => "restoration_own";
    /// The citizen has stopped the restoration.
    RestorationStopped => "restoration_stopped";
    /// The reception is refused.
    ReceptionRefused => "reception_refused";
    /// The contact is not proven yet.
    ContactUnproven => "contact_unproven";
    /// A code is on its way to the citizen.
    DeskCodeSent => "desk_code_sent";
    /// The code of the centre does not work yet; `wait_s` says when.
    TemporaryCodeEarly => "temporary_code_early";
    /// The code of the centre works no more.
    TemporaryCodeLate => "temporary_code_late";
    /// SNILS, birth date and sex of a confirmed account do not change.
    IdentityFixed => "identity_fixed";
    /// The citizen has not signed the consent.
    ConsentUnsigned => "consent_unsigned";
    /// An obligatory document was not seen.
    EvidenceMissing => "evidence_missing";
    /// This is no login of an operator.
    OperatorLoginBad => "operator_login_bad";
    /// Another operator has the login.
    OperatorLoginTaken => "operator_login_taken";
    /// There is no such operator.
    OperatorUnknown => "operator_unknown";
    /// Nobody does this to themselves.
    OperatorOwn => "operator_own";
    /// The operator is disabled.
    OperatorDisabled => "operator_disabled";
    /// The operator works there from now on.
    OperatorPlaced => "operator_placed";
    /// The centre is saved.
    CentreSaved => "centre_saved";
}

impl Outcome {
    /// The outcome with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|outcome| outcome.code() == code)
    }
}
