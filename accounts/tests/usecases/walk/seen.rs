//! What a browser sees: every view is asked for, and each must agree with the step table and with itself.

use accounts::challenge::CodeView;
use accounts::enrolment::{self, RegistrationView};
use accounts::proof;
use accounts::{
    Portal, PortalError, Visit, cabinet, contact, credential, recovery, resume, session,
};
use domain::field::contact::ContactKind;
use domain::flow::{self, Facts, Flow, Step};

use super::people::Purpose;

/// What the pages of one browser show, as far as the next step depends on it.
#[derive(Clone, Default)]
pub(super) struct Seen {
    pub(super) registration: Facts,
    pub(super) resume: Facts,
    pub(super) recovery: Facts,
    pub(super) contacts: [Facts; 2],
    pub(super) account: Option<String>,
    /// Values of the confirmed contacts of the account.
    pub(super) confirmed: Vec<String>,
    /// A contact of this kind waits for its confirmation.
    pub(super) unconfirmed: Option<ContactKind>,
    /// Where the codes went that this browser waits for, and what for.
    pub(super) waits: Vec<(Purpose, String)>,
    /// The other sessions of the account.
    pub(super) other_sessions: Vec<String>,
}

impl Seen {
    /// Asks for every view.
    pub(super) async fn look(portal: &Portal, visit: &Visit) -> Self {
        let registration = enrolment::view(portal, visit).await.expect("a view");
        let status = enrolment::code_status(portal, visit).await;
        agrees_with_itself(&registration);
        assert_eq!(status.expect("a view"), registration.code);
        let recovery = recovery::view(portal, visit).await.expect("a view");
        let waits = recovery.facts.form_accepted && !recovery.facts.contact_proven;
        assert_eq!(recovery.code.is_some(), waits && !recovery.facts.finished);
        let resume = resume::view(portal, visit).await.expect("a view");
        assert_eq!(resume.code.is_some(), resume.facts.form_accepted);
        credential::advice(portal, visit, "Zvon-1-Kolokol".into())
            .await
            .expect("an answer");
        let mut seen = Self {
            registration: registration.facts,
            resume: resume.facts,
            recovery: recovery.facts,
            ..Self::default()
        };
        seen.wait(Purpose::Registration, registration.code);
        seen.wait(Purpose::Recovery, recovery.code);
        seen.wait(Purpose::Resume, resume.code);
        match session::current(portal, visit).await.expect("an answer") {
            Some(session) => {
                seen.look_into_cabinet(portal, visit, session.account_id)
                    .await;
            }
            None => {
                let closed = cabinet::home(portal, visit).await.err();
                assert_eq!(closed, Some(PortalError::NotSignedIn));
            }
        }
        seen
    }

    async fn look_into_cabinet(&mut self, portal: &Portal, visit: &Visit, account: String) {
        let home = cabinet::home(portal, visit).await.expect("a view");
        let data = cabinet::all_attributes(portal, visit).await;
        let data = data.expect("a view");
        assert_eq!(data.contacts, home.contacts);
        assert_eq!(data.consents.len(), 3);
        for row in &home.contacts {
            match &row.contact {
                Some(own) if row.confirmed => self.confirmed.push(own.value.clone()),
                Some(_) => self.unconfirmed = Some(row.kind),
                None => assert!(!row.confirmed),
            }
        }
        assert!(!self.confirmed.is_empty(), "an account without a contact");
        let security = cabinet::security(portal, visit).await.expect("a view");
        let (current, others): (Vec<_>, Vec<_>) =
            security.sessions.into_iter().partition(|row| row.current);
        assert_eq!(current.len(), 1, "one's own session is listed once");
        self.other_sessions = others.into_iter().map(|row| row.id).collect();
        assert!(!security.journal.is_empty());
        for (place, kind) in ContactKind::ALL.into_iter().enumerate() {
            let view = contact::view(portal, visit, kind).await.expect("a view");
            assert_eq!(view.code.is_some(), view.facts.form_accepted);
            self.contacts[place] = view.facts;
            self.wait(Purpose::Contact, view.code);
        }
        self.account = Some(account);
    }

    fn wait(&mut self, purpose: Purpose, code: Option<CodeView>) {
        let Some(code) = code else { return };
        let contact = match code.kind {
            ContactKind::Phone => code.contact.replace([' ', '-'], ""),
            ContactKind::Email => code.contact,
        };
        self.waits.push((purpose, contact));
    }

    /// What the step table is asked with.
    pub(super) fn facts(&self, flow: Flow) -> Facts {
        match flow {
            Flow::Registration => self.registration,
            Flow::Resume => self.resume,
            Flow::Recovery => self.recovery,
            Flow::ContactChange(ContactKind::Phone) => self.contacts[0],
            Flow::ContactChange(ContactKind::Email) => self.contacts[1],
            // This walk does not go there.
            Flow::PersonalData => Facts::default(),
        }
    }

    /// Whether a page to which a submission has led is one that this browser may see.
    pub(super) fn may_see(&self, path: &str) -> bool {
        let page = path.split('?').next().unwrap_or_default();
        if page.starts_with("/cabinet") && self.account.is_none() {
            return false;
        }
        match Step::from_path(page) {
            Some(step) => {
                let facts = self.facts(step.flow());
                flow::allowed(step, &facts) || flow::furthest(step.flow(), &facts) == step
            }
            None => {
                ["/", "/login", "/cabinet", "/cabinet/security"].contains(&page)
                    || page.starts_with("/confirm/")
            }
        }
    }
}

fn agrees_with_itself(view: &RegistrationView) {
    let facts = view.facts;
    assert_eq!(view.done.is_some(), facts.finished);
    assert!(facts.form_accepted || !facts.contact_proven);
    assert!(
        facts.contact_proven || !facts.account_exists,
        "told before the proof"
    );
    if facts.finished {
        return;
    }
    assert_eq!(view.contact.is_some(), facts.form_accepted);
    assert_eq!(view.consent_given, facts.form_accepted);
    assert_eq!(
        view.code.is_some(),
        facts.form_accepted && !facts.contact_proven
    );
}

/// The page of a link can be looked at, whatever it leads to.
pub(super) async fn look_at_link(portal: &Portal, visit: &Visit, token: &str) {
    proof::link_view(portal, visit, token.into())
        .await
        .expect("a view");
}
