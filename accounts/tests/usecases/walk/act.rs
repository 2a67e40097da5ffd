//! Everything a visitor can submit.

use accounts::contact::{self, ContactChangeInput};
use accounts::credential::{self, PasswordChangeInput};
use accounts::enrolment::{self, CodeInput, PasswordInput, RegistrationInput, ResendInput};
use accounts::proof::{self, LinkInput};
use accounts::recovery::{self, RecoveryInput};
use accounts::resume::{self, ResumeInput};
use accounts::session;
use accounts::sign_in::{self, SignInInput};
use accounts::{Done, Portal, PortalError, Visit};
use domain::field::contact::ContactKind;

/// One submission.
#[derive(Clone)]
pub(super) enum Act {
    Register(RegistrationInput),
    Autosave(RegistrationInput),
    SaveAndExit(Option<RegistrationInput>),
    Code(CodeInput),
    Resend(ResendInput),
    Password(PasswordInput),
    Press(LinkInput),
    Resume(ResumeInput),
    ResumeCode(CodeInput),
    ResumeResend,
    SignIn(SignInInput),
    SignOut,
    Recover(RecoveryInput),
    RecoveryCode(CodeInput),
    RecoveryResend,
    NewPassword(PasswordInput),
    ChangeContact(ContactChangeInput),
    ConfirmContact(ContactKind),
    ContactCode(ContactKind, CodeInput),
    ContactResend(ContactKind),
    ChangePassword(PasswordChangeInput),
    Revoke(String),
    RevokeOthers,
}

impl Act {
    /// For the trail of a walk: what was done, without what was typed.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Register(_) => "register",
            Self::Autosave(_) => "autosave",
            Self::SaveAndExit(_) => "save and exit",
            Self::Code(_) => "code",
            Self::Resend(_) => "resend",
            Self::Password(_) => "password",
            Self::Press(_) => "press",
            Self::Resume(_) => "resume",
            Self::ResumeCode(_) => "resume code",
            Self::ResumeResend => "resume resend",
            Self::SignIn(_) => "sign in",
            Self::SignOut => "sign out",
            Self::Recover(_) => "recover",
            Self::RecoveryCode(_) => "recovery code",
            Self::RecoveryResend => "recovery resend",
            Self::NewPassword(_) => "new password",
            Self::ChangeContact(_) => "change contact",
            Self::ConfirmContact(_) => "confirm contact",
            Self::ContactCode(..) => "contact code",
            Self::ContactResend(_) => "contact resend",
            Self::ChangePassword(_) => "change password",
            Self::Revoke(_) => "revoke",
            Self::RevokeOthers => "revoke others",
        }
    }

    /// Whether it is open to the signed-in alone.
    pub(super) fn needs_session(&self) -> bool {
        matches!(
            self,
            Self::ChangeContact(_)
                | Self::ConfirmContact(_)
                | Self::ContactCode(..)
                | Self::ContactResend(_)
                | Self::ChangePassword(_)
                | Self::Revoke(_)
                | Self::RevokeOthers
        )
    }

    /// Whether it can begin a draft, of which an address may begin so many an hour.
    pub(super) fn begins_draft(&self) -> bool {
        matches!(
            self,
            Self::Register(_)
                | Self::Autosave(_)
                | Self::SaveAndExit(_)
                | Self::Resume(_)
                | Self::Recover(_)
        )
    }

    /// Submits it.
    pub(super) async fn submit(self, p: Portal, v: Visit) -> Result<Done, PortalError> {
        let (p, v) = (&p, &v);
        match self {
            Self::Register(input) => enrolment::submit_form(p, v, input).await,
            Self::Autosave(input) => Ok(enrolment::autosave(p, v, input).await?.1),
            Self::SaveAndExit(input) => enrolment::save_and_exit(p, v, input).await,
            Self::Code(input) => enrolment::submit_code(p, v, input).await,
            Self::Resend(input) => enrolment::resend(p, v, input).await,
            Self::Password(input) => enrolment::submit_password(p, v, input).await,
            Self::Press(input) => proof::confirm_link(p, v, input).await,
            Self::Resume(input) => resume::submit_contact(p, v, input).await,
            Self::ResumeCode(input) => resume::submit_code(p, v, input).await,
            Self::ResumeResend => resume::resend(p, v, ResendInput::default()).await,
            Self::SignIn(input) => sign_in::submit(p, v, input).await,
            Self::SignOut => sign_in::sign_out(p, v).await,
            Self::Recover(input) => recovery::submit_login(p, v, input).await,
            Self::RecoveryCode(input) => recovery::submit_code(p, v, input).await,
            Self::RecoveryResend => recovery::resend(p, v, ResendInput::default()).await,
            Self::NewPassword(input) => recovery::submit_password(p, v, input).await,
            Self::ChangeContact(input) => contact::begin_change(p, v, input).await,
            Self::ConfirmContact(kind) => contact::begin_confirmation(p, v, kind).await,
            Self::ContactCode(kind, input) => contact::submit_code(p, v, kind, input).await,
            Self::ContactResend(kind) => contact::resend(p, v, kind, ResendInput::default()).await,
            Self::ChangePassword(input) => credential::change_password(p, v, input).await,
            Self::Revoke(id) => session::revoke(p, v, id).await,
            Self::RevokeOthers => session::revoke_others(p, v).await,
        }
    }
}
