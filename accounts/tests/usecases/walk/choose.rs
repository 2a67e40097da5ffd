//! What a visitor does next: mostly what leads on from the pages they see, sometimes anything.

use accounts::contact::ContactChangeInput;
use accounts::credential::PasswordChangeInput;
use accounts::enrolment::{CodeInput, PasswordInput, RegistrationInput, ResendInput};
use accounts::outbox::Notice;
use accounts::proof::LinkInput;
use accounts::recovery::RecoveryInput;
use accounts::resume::ResumeInput;
use accounts::sign_in::{LoginKind, SignInInput};
use domain::field::contact::ContactKind;

use super::act::Act;
use super::dice::Dice;
use super::mail::Mail;
use super::people::{PERSONS, Purpose, Visitor, contacts, passwords};

/// Chooses with the dice of a walk.
pub(super) struct Chooser<'a> {
    pub(super) dice: &'a Dice,
    pub(super) mail: &'a Mail,
    pub(super) number: usize,
}

impl Chooser<'_> {
    pub(super) fn next(&self, visitor: &mut Visitor) -> Act {
        if self.dice.chance(80) {
            self.onward(visitor)
        } else {
            self.anything(visitor)
        }
    }

    /// What the visitor's pages ask for.
    fn onward(&self, visitor: &mut Visitor) -> Act {
        let seen = visitor.seen.clone();
        if seen.account.is_some() && self.dice.chance(70) {
            return self.in_cabinet(visitor);
        }
        if seen.recovery.contact_proven {
            return Act::NewPassword(self.password(visitor));
        }
        if seen.recovery.form_accepted && self.dice.chance(50) {
            return self.code_or_link(visitor, Purpose::Recovery);
        }
        if seen.resume.form_accepted && self.dice.chance(60) {
            return self.code_or_link(visitor, Purpose::Resume);
        }
        let facts = seen.registration;
        if facts.contact_proven && !facts.account_exists && self.dice.chance(60) {
            return Act::Password(self.password(visitor));
        }
        if facts.form_accepted && !facts.contact_proven && self.dice.chance(80) {
            return self.code_or_link(visitor, Purpose::Registration);
        }
        match self.dice.below(10) {
            0..=4 => Act::Register(self.form(visitor)),
            5 => Act::Resume(self.resume(visitor)),
            6 => Act::Recover(self.recover(visitor)),
            _ => Act::SignIn(self.login(visitor)),
        }
    }

    fn in_cabinet(&self, visitor: &mut Visitor) -> Act {
        for (place, kind) in ContactKind::ALL.into_iter().enumerate() {
            if visitor.seen.contacts[place].form_accepted && self.dice.chance(75) {
                return match self.code_or_link(visitor, Purpose::Contact) {
                    Act::Code(input) => Act::ContactCode(kind, input),
                    Act::Resend(_) => Act::ContactResend(kind),
                    other => other,
                };
            }
        }
        let other = visitor.seen.other_sessions.first().cloned();
        match (self.dice.below(10), visitor.seen.unconfirmed, other) {
            (0..=2, Some(kind), _) => Act::ConfirmContact(kind),
            (3, _, Some(id)) => Act::Revoke(id),
            (4, _, _) => Act::RevokeOthers,
            (5, _, _) => Act::ChangePassword(self.new_password(visitor)),
            (6, _, _) => Act::SignOut,
            _ => Act::ChangeContact(self.contact_change(visitor)),
        }
    }

    /// Whatever there is, wherever the visitor stands.
    fn anything(&self, visitor: &mut Visitor) -> Act {
        let kind = *self.dice.pick(&ContactKind::ALL);
        match self.dice.below(22) {
            0 | 1 => Act::Register(self.form(visitor)),
            2 => Act::Autosave(self.form(visitor)),
            3 => Act::SaveAndExit(self.dice.chance(50).then(|| self.form(visitor))),
            4 => Act::Code(self.code(visitor, Purpose::Registration)),
            5 => Act::Resend(self.resend()),
            6 => Act::Password(self.password(visitor)),
            7 => self.press(visitor, Purpose::Registration),
            8 => Act::Resume(self.resume(visitor)),
            9 => Act::ResumeCode(self.code(visitor, Purpose::Resume)),
            10 => Act::ResumeResend,
            11 => Act::SignIn(self.login(visitor)),
            12 => Act::SignOut,
            13 => Act::Recover(self.recover(visitor)),
            14 => Act::RecoveryCode(self.code(visitor, Purpose::Recovery)),
            15 => Act::RecoveryResend,
            16 => Act::NewPassword(self.password(visitor)),
            17 => Act::ChangeContact(self.contact_change(visitor)),
            18 => Act::ConfirmContact(kind),
            19 => Act::ContactCode(kind, self.code(visitor, Purpose::Contact)),
            20 => Act::ContactResend(kind),
            _ => Act::ChangePassword(self.new_password(visitor)),
        }
    }

    fn code_or_link(&self, visitor: &Visitor, purpose: Purpose) -> Act {
        match self.dice.below(10) {
            0 | 1 if purpose == Purpose::Recovery => Act::RecoveryResend,
            0 | 1 if purpose == Purpose::Resume => Act::ResumeResend,
            0 | 1 => Act::Resend(self.resend()),
            2 | 3 => self.press(visitor, purpose),
            _ if purpose == Purpose::Recovery => Act::RecoveryCode(self.code(visitor, purpose)),
            _ if purpose == Purpose::Resume => Act::ResumeCode(self.code(visitor, purpose)),
            _ => Act::Code(self.code(visitor, purpose)),
        }
    }

    /// The newest code, an older one, a guess, or no code at all.
    fn code(&self, visitor: &Visitor, purpose: Purpose) -> CodeInput {
        let messages = self.messages(visitor, purpose);
        let codes: Vec<_> = messages
            .iter()
            .filter_map(|one| one.code.as_ref())
            .collect();
        let code = match (self.dice.below(10), codes.as_slice()) {
            (0, _) if self.dice.chance(50) => "12345".to_owned(),
            (0, _) | (_, []) => format!("{:06}", self.dice.below(1_000_000)),
            (1, codes) => codes[self.dice.below(codes.len())].clone(),
            (_, codes) => codes[codes.len() - 1].clone(),
        };
        CodeInput { code }
    }

    /// What has arrived for this purpose, mostly at the contact that this browser waits for.
    fn messages(&self, visitor: &Visitor, purpose: Purpose) -> Vec<&Notice> {
        let mut messages = self.mail.of(visitor.person, purpose);
        let waits: Vec<_> = visitor
            .seen
            .waits
            .iter()
            .filter(|(wanted, _)| *wanted == purpose)
            .collect();
        if !waits.is_empty() && self.dice.chance(90) {
            let (_, contact) = *self.dice.pick(&waits);
            messages.retain(|one| one.to == *contact);
        }
        messages
    }

    /// A link of the visitor's letters, mostly the newest.
    fn press(&self, visitor: &Visitor, purpose: Purpose) -> Act {
        let messages = self.messages(visitor, purpose);
        let links: Vec<_> = messages
            .iter()
            .filter_map(|one| one.link.as_ref())
            .collect();
        let token = match links.as_slice() {
            [] => "A".repeat(43),
            links if self.dice.chance(25) => token(links[self.dice.below(links.len())]),
            links => token(links[links.len() - 1]),
        };
        Act::Press(LinkInput {
            token,
            form_id: format!("page {}", self.number),
        })
    }

    fn resend(&self) -> ResendInput {
        let channel = if self.dice.chance(40) { "voice" } else { "" };
        ResendInput {
            channel: channel.into(),
        }
    }

    /// Mostly one's own contact, sometimes a stranger's.
    fn contact(&self, visitor: &Visitor) -> String {
        let person = match self.dice.chance(15) {
            true => self.dice.below(PERSONS),
            false => visitor.person,
        };
        self.dice.pick(&contacts(person)).clone()
    }

    fn form_id(&self, visitor: &mut Visitor) -> String {
        if !self.dice.chance(15) {
            visitor.form_id = format!("form {}", self.number);
        }
        visitor.form_id.clone()
    }

    fn form(&self, visitor: &mut Visitor) -> RegistrationInput {
        let (one, two) = (self.contact(visitor), self.contact(visitor));
        let both = self.dice.chance(40);
        let of_kind = |email: bool| {
            let fits = |contact: &&String| contact.contains('@') == email;
            let second = Some(&two).filter(|_| both);
            Some(&one).into_iter().chain(second).find(fits).cloned()
        };
        RegistrationInput {
            form_id: self.form_id(visitor),
            surname: match self.dice.below(20) {
                0 => "12",
                1..=4 => "O'Neill",
                _ => "Рябинина",
            }
            .into(),
            first_name: "Вера".into(),
            patronymic: if both { "Олеговна" } else { "" }.into(),
            phone: of_kind(false).unwrap_or_default(),
            email: of_kind(true).unwrap_or_default(),
            consent: !self.dice.chance(5),
        }
    }

    fn resume(&self, visitor: &mut Visitor) -> ResumeInput {
        ResumeInput {
            form_id: self.form_id(visitor),
            contact: self.contact(visitor),
        }
    }

    fn recover(&self, visitor: &mut Visitor) -> RecoveryInput {
        RecoveryInput {
            form_id: self.form_id(visitor),
            login: self.contact(visitor),
        }
    }

    fn own_password(&self, visitor: &Visitor) -> String {
        let [mostly, sometimes] = passwords(visitor.person);
        match self.dice.chance(85) {
            true => mostly,
            false => sometimes,
        }
    }

    fn login(&self, visitor: &Visitor) -> SignInInput {
        SignInInput {
            kind: LoginKind::Contact,
            login: self.contact(visitor),
            password: self.own_password(visitor),
            foreign_computer: self.dice.chance(30),
            return_to: String::new(),
        }
    }

    fn password(&self, visitor: &Visitor) -> PasswordInput {
        let password = self.own_password(visitor);
        let slip = if self.dice.chance(10) { "!" } else { "" };
        PasswordInput {
            password_repeat: format!("{password}{slip}"),
            password,
        }
    }

    fn new_password(&self, visitor: &Visitor) -> PasswordChangeInput {
        let password = self.own_password(visitor);
        PasswordChangeInput {
            current: self.own_password(visitor),
            password_repeat: password.clone(),
            password,
        }
    }

    fn contact_change(&self, visitor: &Visitor) -> ContactChangeInput {
        let value = self.contact(visitor);
        let kind = match value.contains('@') {
            true => ContactKind::Email,
            false => ContactKind::Phone,
        };
        ContactChangeInput {
            kind,
            value,
            password: self.own_password(visitor),
        }
    }
}

fn token(link: &str) -> String {
    link.rsplit('/').next().unwrap_or_default().to_owned()
}
