//! What the journal speaks of.

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident => $code:literal;)*) => {
        /// What happened. Codes are stored: they never change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Event {
            $($(#[$doc])* $name,)*
        }

        impl Event {
            /// Every event: the cabinet has words for each.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code in the store.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

events! {
    /// A request to register was refused (R-JRN-02).
    RegistrationRefused => "registration_refused";
    /// An account came into being.
    AccountCreated => "account_created";
    /// Consent to the processing of personal data.
    ConsentGiven => "consent_given";
    /// A contact was confirmed.
    ContactConfirmed => "contact_confirmed";
    /// A confirmed contact took the place of another.
    ContactChanged => "contact_changed";
    /// Too many wrong codes ended the codes of a contact.
    CodesEnded => "codes_ended";
    /// Signed in.
    SignedIn => "signed_in";
    /// A sign-in was refused.
    SignInRefused => "sign_in_refused";
    /// Signed out.
    SignedOut => "signed_out";
    /// Recovery of access was begun.
    RecoveryBegun => "recovery_begun";
    /// Access was recovered with a new password.
    PasswordRecovered => "password_recovered";
    /// The password was changed.
    PasswordChanged => "password_changed";
    /// One session was ended from another.
    SessionEnded => "session_ended";
    /// All other sessions were ended.
    SessionsEnded => "sessions_ended";
    /// The level of the account changed.
    LevelChanged => "level_changed";
    /// A registration was continued on another device.
    RegistrationResumed => "registration_resumed";
    /// A profile was sent to be checked.
    ProfileSubmitted => "profile_submitted";
    /// A registry has answered, or a specialist in its place.
    RegistryAnswered => "registry_answered";
    /// A specialist is to look at a check.
    ReviewOpened => "review_opened";
    /// The citizen does not agree with a registry.
    AppealMade => "appeal_made";
    /// The data do not agree with the registries.
    ChecksFailed => "checks_failed";
    /// The data agree with the registries.
    ChecksPassed => "checks_passed";
    /// The SNILS belongs to another account.
    SnilsClaimed => "snils_claimed";
    /// A session got the new level of its account.
    SessionRaised => "session_raised";
    /// A specialist asks the citizen for a document.
    PapersAsked => "papers_asked";
    /// The citizen has handed the documents in.
    PapersHandedIn => "papers_handed_in";
    /// An operator opened a document of a case.
    PapersOpened => "papers_opened";
    /// A draft was dropped.
    DraftDropped => "draft_dropped";
    /// A file was taken in where one was asked for.
    UploadAdded => "upload_added";
    /// Such a file was taken back.
    UploadDiscarded => "upload_discarded";
    /// A further document was told.
    DocumentSaved => "document_saved";
    /// A further document was taken away.
    DocumentRemoved => "document_removed";
    /// A visit to a centre was booked.
    AppointmentBooked => "appointment_booked";
    /// A visit was called off.
    AppointmentCancelled => "appointment_cancelled";
    /// A visit was called off because its centre cannot keep it.
    AppointmentCalledOff => "appointment_called_off";
    /// A way to prove the identity was begun.
    RouteBegun => "route_begun";
    /// It was given up.
    RouteWithdrawn => "route_withdrawn";
    /// An identity code was handed out.
    IdentityCodeGiven => "identity_code_given";
    /// A wrong identity code was typed.
    IdentityCodeWrong => "identity_code_wrong";
    /// The identity is proven.
    IdentityProven => "identity_proven";
    /// An operator could not confirm the identity.
    IdentityRefused => "identity_refused";
    /// An operator looked a citizen up, whose data they see from now on.
    ReceptionOpened => "reception_opened";
    /// A look-up that found nobody.
    LookUpMissed => "look_up_missed";
    /// An operator looks citizens up too often, or without finding them.
    OperatorAlarm => "operator_alarm";
    /// An operator compared data with documents, and they agree.
    ComparisonDone => "comparison_done";
    /// An operator gives access back.
    AccessRestored => "access_restored";
    /// A second operator has agreed with that.
    RestorationAgreed => "restoration_agreed";
    /// The citizen has stopped it.
    RestorationStopped => "restoration_stopped";
    /// An operator did not give access back.
    RestorationRefused => "restoration_refused";
    /// Signed in with the code of a centre.
    TemporaryCodeUsed => "temporary_code_used";
    /// A reception ended without an outcome: an account that was made in it is gone.
    ReceptionRefused => "reception_refused";
    /// An operator said where they work.
    WorkplaceChosen => "workplace_chosen";
    /// A paper was printed or looked at.
    PaperPrinted => "paper_printed";
    /// An operator was added.
    OperatorAdded => "operator_added";
    /// An operator was disabled.
    OperatorDisabled => "operator_disabled";
    /// An operator got a new one-time password and secret.
    OperatorReset => "operator_reset";
    /// An operator signed in.
    OperatorSignedIn => "operator_signed_in";
    /// An operator's sign-in was refused.
    OperatorSignInRefused => "operator_sign_in_refused";
    /// An operator signed out.
    OperatorSignedOut => "operator_signed_out";
    /// An operator chose a password.
    OperatorPasswordChanged => "operator_password_changed";
    /// An operator took a case.
    ReviewTaken => "review_taken";
    /// An operator looked at a value of a case.
    ValueRevealed => "value_revealed";
    /// An operator proposed a decision against what a registry said.
    DecisionProposed => "decision_proposed";
    /// An operator decided a case.
    ReviewDecided => "review_decided";
    /// A second operator agreed with a proposal, which decided the case.
    ProposalAgreed => "proposal_agreed";
    /// A second operator rejected a proposal.
    ProposalRejected => "proposal_rejected";
    /// An operator read the journal, by a filter.
    JournalRead => "journal_read";
    /// An operator had the chain of the journal checked.
    JournalVerified => "journal_verified";
    /// An operator works at another centre.
    OperatorPlaced => "operator_placed";
    /// A centre of the directory was changed or added.
    CentreChanged => "centre_changed";
}

impl Event {
    /// Whether the citizen's feed tells it (R-NTF-01, R-NTF-08): what concerns the account itself. Comings and
    /// goings stand in the journal alone.
    #[must_use]
    pub fn is_news(self) -> bool {
        matches!(
            self,
            Self::AccountCreated
                | Self::ContactConfirmed
                | Self::ContactChanged
                | Self::PasswordRecovered
                | Self::PasswordChanged
                | Self::LevelChanged
                | Self::ProfileSubmitted
                | Self::RegistryAnswered
                | Self::ReviewOpened
                | Self::ChecksFailed
                | Self::ChecksPassed
                | Self::SnilsClaimed
                | Self::PapersAsked
                | Self::PapersHandedIn
                | Self::AppointmentBooked
                | Self::AppointmentCancelled
                | Self::AppointmentCalledOff
                | Self::RouteBegun
                | Self::RouteWithdrawn
                | Self::IdentityCodeGiven
                | Self::IdentityProven
                | Self::IdentityRefused
                | Self::AccessRestored
                | Self::RestorationAgreed
                | Self::RestorationStopped
                | Self::RestorationRefused
                | Self::TemporaryCodeUsed
        )
    }

    /// The event with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|event| event.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_its_event() {
        for event in Event::ALL {
            assert_eq!(Event::from_code(event.code()), Some(*event));
        }
    }
}
