//! The page of a reception. Nothing here writes.

use std::collections::BTreeSet;

use domain::comparison::{ComparisonError, Evidence, FIELDS};
use domain::profile::{Context, ProfileField, Values, is_field_asked, value};

use super::act::own;
use super::judge::{Findings, entered, judge};
use super::row::{Kind, Reception, State};
use super::scan;
use super::sheet::{Handed, Representative};
use crate::appointment::{PlaceView, place};
use crate::check::{self, CheckRow};
use crate::clock::Instant;
use crate::desk;
use crate::draft::StoredContact;
use crate::enrolment::ContactView;
use crate::error::PortalError;
use crate::flash::{self, Flash, Form, Refusal};
use crate::portal::Portal;
use crate::profile::today;
use crate::proofing::{self, Certificate};
use crate::store::Connection;
use crate::task;
use crate::upload::PapersView;
use crate::visit::Visit;

/// A line of the sheet.
#[derive(Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The field.
    pub field: ProfileField,
    /// What the citizen has told; empty: nothing.
    pub entered: String,
    /// What the document says, as typed.
    pub typed: String,
    /// Both agree.
    pub same: bool,
    /// Why it is not settled, once the operator has tried to end the comparison.
    pub error: Option<ComparisonError>,
}

/// What can be done on the page.
#[derive(Clone)]
pub enum Stage {
    /// The sheet.
    Sheet(Box<SheetView>),
    /// The registries have the word: what each has said.
    Checking(Vec<CheckRow>),
    /// A second operator has, or the time.
    Restoring {
        /// A second operator has agreed.
        agreed: bool,
        /// Time alone does not bring the access back.
        second_only: bool,
    },
    /// Nothing any more.
    Over,
}

/// The sheet as it stands.
#[derive(Clone)]
pub struct SheetView {
    /// Its lines.
    pub rows: Vec<SheetRow>,
    /// What the lines say about each other.
    pub context: Context,
    /// Documents that were seen.
    pub seen: BTreeSet<Evidence>,
    /// The person has no SNILS.
    pub no_snils: bool,
    /// The consent is signed.
    pub consent: bool,
    /// An identity code is to be handed out.
    pub on_paper: bool,
    /// Who has come in the person's place.
    pub representative: Option<Representative>,
    /// The contact as typed.
    pub contact: String,
    /// The contact that was proven, as it is shown.
    pub proven: Option<String>,
    /// A code was sent to it.
    pub code_sent: bool,
    /// The document on the table is not the one of the account, of which nothing is shown.
    pub unseen: bool,
    /// What else is missing, once the operator has tried.
    pub wrong: Vec<Refusal>,
    /// What the registries have said to the version before.
    pub checks: Vec<CheckRow>,
}

impl SheetView {
    /// A sheet of these fields on which nothing is written yet.
    #[must_use]
    pub fn empty(fields: &[ProfileField], context: Context) -> Self {
        let row = |&field: &ProfileField| SheetRow {
            field,
            entered: String::new(),
            typed: String::new(),
            same: false,
            error: None,
        };
        Self {
            rows: fields.iter().map(row).collect(),
            context,
            seen: BTreeSet::new(),
            no_snils: false,
            consent: false,
            on_paper: false,
            representative: None,
            contact: String::new(),
            proven: None,
            code_sent: false,
            unseen: false,
            wrong: Vec::new(),
            checks: Vec::new(),
        }
    }
}

/// `/desk/visits/{id}`
#[derive(Clone)]
pub struct ReceptionView {
    /// Its id.
    pub id: String,
    /// What is done.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// Where it takes place.
    pub place: PlaceView,
    /// When it began.
    pub opened_at: Instant,
    /// When it ended.
    pub closed_at: Option<Instant>,
    /// What can be done.
    pub stage: Stage,
    /// What can be printed.
    pub handed: Option<Handed>,
    /// Why it was refused, in the operator's words.
    pub refusal: Option<String>,
    /// What has been scanned; `None`: not the time for it (R-UPL-09).
    pub scans: Option<PapersView>,
    /// A certificate can be printed.
    pub certified: bool,
    /// The outcome of the last submission.
    pub flash: Option<Flash>,
}

/// A reception, for the operator who has opened it and for as long as they may look at it; `None` for everybody else.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn view(
    portal: &Portal,
    visit: &Visit,
    id: &str,
) -> Result<Option<ReceptionView>, PortalError> {
    let id = id.to_owned();
    let found = task::read(portal, visit, |c, p, v| {
        Box::pin(async move {
            let seat = desk::require_operator(c, p, v).await?;
            match own(c, p, &seat, &id).await? {
                Some(reception) => look(c, p, reception).await.map(Some),
                None => Ok(None),
            }
        })
    });
    let flash = flash::read(portal, visit);
    let is_own = |flash: &Flash, id: &str| match flash.form {
        Form::Reception => flash.kept("reception") == Some(id),
        form => form == Form::Upload,
    };
    Ok(found.await?.map(|view| ReceptionView {
        flash: flash.filter(|flash| is_own(flash, &view.id)),
        ..view
    }))
}

async fn look(
    c: &mut Connection,
    portal: &Portal,
    reception: Reception,
) -> Result<ReceptionView, PortalError> {
    let stage = match (reception.state, reception.kind) {
        (State::Open, _) => Stage::Sheet(Box::new(sheet(c, portal, &reception).await?)),
        (State::Waiting, Kind::Restoration) => Stage::Restoring {
            agreed: reception.second_by.is_some(),
            second_only: reception.sheet.second_only,
        },
        (State::Waiting, _) => Stage::Checking(checks(c, portal, &reception).await?),
        _ => Stage::Over,
    };
    let scans = scan::scans(c, portal, &reception).await?;
    let certified = reception.state == State::Done && reception.kind != Kind::Restoration;
    Ok(ReceptionView {
        kind: reception.kind,
        state: reception.state,
        place: place(portal, &reception.centre),
        opened_at: reception.opened_at,
        closed_at: reception.closed_at,
        stage,
        certified: certified && !reception.sheet.on_paper,
        scans,
        refusal: reception.sheet.refusal,
        handed: reception.handed,
        flash: None,
        id: reception.id,
    })
}

async fn checks(
    c: &mut Connection,
    portal: &Portal,
    reception: &Reception,
) -> Result<Vec<CheckRow>, PortalError> {
    match (&reception.account_id, &reception.profile_id) {
        (Some(account_id), Some(profile_id)) => {
            check::rows_of(c, portal, account_id, profile_id).await
        }
        _ => Ok(Vec::new()),
    }
}

async fn sheet(
    c: &mut Connection,
    portal: &Portal,
    reception: &Reception,
) -> Result<SheetView, PortalError> {
    let account = reception.account(c, portal).await?;
    let entered = entered(c, reception, account.as_ref()).await?;
    let sheet = &reception.sheet;
    let findings = match sheet.tried {
        true => judge(portal, reception, &entered),
        false => Findings::default(),
    };
    let context = context(portal, reception, &entered);
    let row = |field: ProfileField| SheetRow {
        field,
        entered: value(&entered, field).to_owned(),
        typed: value(&sheet.typed, field).to_owned(),
        same: sheet.same.contains(field.code()),
        error: findings
            .fields
            .iter()
            .find(|(own, _)| *own == field)
            .map(|(_, error)| *error),
    };
    let shown = sheet.proven.as_ref().and_then(StoredContact::contact);
    Ok(SheetView {
        rows: FIELDS
            .into_iter()
            .filter(|&field| is_field_asked(field, &context))
            .map(row)
            .collect(),
        context,
        seen: sheet.evidence(),
        no_snils: sheet.no_snils,
        consent: sheet.consent,
        on_paper: sheet.on_paper,
        representative: sheet.representative.clone(),
        contact: sheet.contact.clone(),
        proven: shown.map(|contact| ContactView::of(&contact).display),
        code_sent: sheet.draft.is_some(),
        unseen: sheet.unseen,
        wrong: findings.rest,
        checks: checks(c, portal, reception).await?,
    })
}

/// What is known by now of the document and its holder: as typed, else as told. Until a kind is chosen it is the passport.
fn context(portal: &Portal, reception: &Reception, entered: &Values) -> Context {
    let mut known = entered.clone();
    known.extend(reception.sheet.typed.clone());
    let kind = ProfileField::DocumentKind.code().to_owned();
    let passport = domain::profile::DocumentKind::RussianPassport;
    known
        .entry(kind)
        .or_insert_with(|| passport.code().to_owned());
    Context::of(&known, today(portal))
}

/// A paper of a reception.
#[derive(Clone)]
pub enum Paper {
    /// Login and code for one sign-in, or an identity code.
    Handed(Handed),
    /// The certificate of registration.
    Certificate(Box<Certificate>),
}

/// What is printed at the desk: the certificate, or what is handed out. `None`: there is no such paper for this operator.
///
/// # Errors
/// [`PortalError::NotSignedIn`], [`PortalError::Forbidden`], [`PortalError::Unavailable`].
pub async fn paper(
    portal: &Portal,
    visit: &Visit,
    id: String,
    certificate: bool,
) -> Result<Option<Paper>, PortalError> {
    task::write(portal, visit, move |c, p, v| {
        Box::pin(async move {
            let seat = desk::require_operator(c, p, v).await?;
            let Some(reception) = own(c, p, &seat, &id).await? else {
                return Ok(None);
            };
            let account = reception.account(c, p).await?;
            let paper = match (certificate, account) {
                (false, _) => reception.handed.clone().map(Paper::Handed),
                (true, Some(account)) if reception.state == State::Done => {
                    let paper = proofing::certificate_of(c, p, &account).await?;
                    Some(Paper::Certificate(Box::new(paper)))
                }
                _ => None,
            };
            if paper.is_some() {
                let kind = if certificate { "certificate" } else { "access" };
                let actor = super::act::Actor::of(&seat, v);
                let account_id = reception.account_id.as_deref();
                let event = crate::journal::Event::PaperPrinted;
                let detail = [("paper", kind)];
                super::act::note(c, p, actor, account_id, Some(&id), event, &detail).await?;
            }
            Ok(paper)
        })
    })
    .await
}
