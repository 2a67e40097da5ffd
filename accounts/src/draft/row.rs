//! The rows of drafts and of the browsers that hold them.

use sha2::{Digest, Sha256};

use super::{DraftFlow, Payload};
use crate::clock::Instant;
use crate::contact_index::contact_index;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::statement::{code as code_sql, draft as sql, draft_token as token_sql};
use crate::store::{Connection, Row, Value};
use crate::token::Token;
use crate::vault::{Cell, Vault};

/// A draft with its contents opened.
pub(crate) struct Draft {
    pub(crate) id: String,
    pub(crate) flow: DraftFlow,
    pub(crate) account_id: Option<String>,
    pub(crate) payload: Payload,
    pub(crate) expires_at: Instant,
    pub(crate) finished_account: Option<String>,
    pub(crate) finished: bool,
}

impl Draft {
    /// Reads the seven columns id, flow, account_id, payload, expires_at, finished_at, finished_account.
    fn from_row(vault: &Vault, row: &Row) -> Result<Self, PortalError> {
        let id = row.text(0)?;
        let sealed = row.blob(3)?;
        let plain = vault.draft_key(&id).open(
            Cell {
                table: "draft",
                column: "payload",
                row: &id,
            },
            &sealed,
        )?;
        Ok(Self {
            flow: DraftFlow::parse(&row.text(1)?).ok_or(PortalError::Unavailable)?,
            account_id: row.opt_text(2)?,
            payload: serde_json::from_slice(&plain).map_err(|_| PortalError::Unavailable)?,
            expires_at: row.instant(4)?,
            finished: row.opt_int(5)?.is_some(),
            finished_account: row.opt_text(6)?,
            id,
        })
    }
}

/// A draft in the hands of one browser.
pub(crate) struct Held {
    pub(crate) draft: Draft,
    pub(crate) token: Token,
    proven: Option<Vec<u8>>,
    proven_at: Option<Instant>,
}

impl Held {
    /// Whether this browser has proven the contact the draft waits for. A code of a centre proves without one.
    pub(crate) fn is_proven(&self, vault: &Vault) -> bool {
        if matches!(self.draft.payload, Payload::Issued { .. }) {
            return true;
        }
        let waited = self
            .draft
            .payload
            .contact()
            .map(|contact| contact_index(vault, &contact));
        self.proven.is_some() && self.proven == waited
    }

    /// When it did.
    pub(crate) fn proven_at(&self) -> Option<Instant> {
        self.proven_at
    }

    pub(crate) fn set_proven(&mut self, index: Vec<u8>, at: Instant) {
        self.proven = Some(index);
        self.proven_at = Some(at);
    }
}

/// The draft of `flow` that a browser's token opens, if it lives.
pub(crate) async fn held(
    c: &mut Connection,
    portal: &Portal,
    flow: DraftFlow,
    token: Option<&Token>,
) -> Result<Option<Held>, PortalError> {
    let Some(token) = token else { return Ok(None) };
    let Some(row) = c
        .fetch_optional(sql::FIND_BY_TOKEN, &[token.hash().into()])
        .await?
    else {
        return Ok(None);
    };
    if row.text(1)? != flow.text() || row.int(4)? <= portal.clock.now().millis() {
        return Ok(None);
    }
    Ok(Some(Held {
        draft: Draft::from_row(&portal.vault, &row)?,
        token: token.clone(),
        proven: row.opt_blob(7)?,
        proven_at: row.opt_instant(8)?,
    }))
}

/// What a new draft begins with.
pub(crate) struct NewDraft<'a> {
    pub(crate) flow: DraftFlow,
    pub(crate) form_id: &'a str,
    pub(crate) account_id: Option<String>,
    pub(crate) payload: Payload,
    pub(crate) lifetime_s: i64,
}

/// Opens a draft. Its form id is kept as a hash, where it has one that no other draft has: an id that comes
/// again, with other contents or after the end of its draft, is no repeat.
pub(crate) async fn insert(
    c: &mut Connection,
    portal: &Portal,
    new: NewDraft<'_>,
) -> Result<Draft, PortalError> {
    let now = portal.clock.now();
    let mut form = form_hash(new.form_id);
    if let Some(hash) = &form
        && c.fetch_optional(sql::FIND_BY_FORM, &[hash.into()])
            .await?
            .is_some()
    {
        form = None;
    }
    let draft = Draft {
        id: new_id(&*portal.clock, &*portal.rng),
        flow: new.flow,
        account_id: new.account_id,
        payload: new.payload,
        expires_at: now.plus_s(new.lifetime_s),
        finished_account: None,
        finished: false,
    };
    let values: [Value; 7] = [
        draft.id.as_str().into(),
        draft.flow.text().into(),
        form.into(),
        draft.account_id.clone().into(),
        seal(portal, &draft)?.into(),
        now.into(),
        draft.expires_at.into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok(draft)
}

/// The draft that a form with this id opened, if it lives.
pub(crate) async fn find_by_form(
    c: &mut Connection,
    portal: &Portal,
    flow: DraftFlow,
    form_id: &str,
) -> Result<Option<Draft>, PortalError> {
    let Some(hash) = form_hash(form_id) else {
        return Ok(None);
    };
    let row = c.fetch_optional(sql::FIND_BY_FORM, &[hash.into()]).await?;
    let draft = row
        .map(|row| Draft::from_row(&portal.vault, &row))
        .transpose()?;
    Ok(draft.filter(|draft| draft.flow == flow && draft.expires_at > portal.clock.now()))
}

/// One draft, if it lives.
pub(crate) async fn load(
    c: &mut Connection,
    portal: &Portal,
    id: &str,
) -> Result<Option<Draft>, PortalError> {
    let row = c.fetch_optional(sql::LOAD, &[id.into()]).await?;
    let draft = row
        .map(|row| Draft::from_row(&portal.vault, &row))
        .transpose()?;
    Ok(draft.filter(|draft| draft.expires_at > portal.clock.now()))
}

/// The open draft of an account in one flow.
pub(crate) async fn find_by_account(
    c: &mut Connection,
    portal: &Portal,
    flow: DraftFlow,
    account_id: &str,
) -> Result<Option<Draft>, PortalError> {
    let values = [
        account_id.into(),
        flow.text().into(),
        portal.clock.now().into(),
    ];
    let rows = c.fetch_all(sql::FIND_BY_ACCOUNT, &values).await?;
    rows.first()
        .map(|row| Draft::from_row(&portal.vault, row))
        .transpose()
}

/// Ends the open drafts of an account in one flow.
pub(crate) async fn end_of_account(
    c: &mut Connection,
    portal: &Portal,
    flow: DraftFlow,
    account_id: &str,
) -> Result<(), PortalError> {
    let values = [
        account_id.into(),
        flow.text().into(),
        portal.clock.now().into(),
    ];
    c.execute(sql::END_BY_ACCOUNT, &values).await?;
    Ok(())
}

/// A new browser token for a draft.
pub(crate) async fn hold(
    c: &mut Connection,
    portal: &Portal,
    draft: Draft,
) -> Result<Held, PortalError> {
    let token = Token::new(&*portal.rng);
    hold_under(c, portal, draft, token).await
}

/// The draft in the hands of the browser with this token if it holds it already, otherwise under a new one.
pub(crate) async fn adopt(
    c: &mut Connection,
    portal: &Portal,
    draft: Draft,
    brought: Option<&Token>,
    new: Token,
) -> Result<Held, PortalError> {
    match held(c, portal, draft.flow, brought).await? {
        Some(held) if held.draft.id == draft.id => Ok(held),
        _ => hold_under(c, portal, draft, new).await,
    }
}

/// A browser with this new token begins to hold a draft.
pub(crate) async fn hold_under(
    c: &mut Connection,
    portal: &Portal,
    draft: Draft,
    token: Token,
) -> Result<Held, PortalError> {
    let none: Option<Vec<u8>> = None;
    let values: [Value; 5] = [
        token.hash().into(),
        draft.id.as_str().into(),
        none.into(),
        None::<i64>.into(),
        portal.clock.now().into(),
    ];
    c.execute(token_sql::INSERT, &values).await?;
    Ok(Held {
        draft,
        token,
        proven: None,
        proven_at: None,
    })
}

/// This browser has proven the contact the draft waits for.
pub(crate) async fn prove(
    c: &mut Connection,
    portal: &Portal,
    held: &mut Held,
) -> Result<(), PortalError> {
    let contact = held
        .draft
        .payload
        .contact()
        .ok_or(PortalError::Unavailable)?;
    let (index, now) = (contact_index(&portal.vault, &contact), portal.clock.now());
    c.execute(
        token_sql::PROVE,
        &[held.token.hash().into(), index.clone().into(), now.into()],
    )
    .await?;
    held.set_proven(index, now);
    Ok(())
}

/// The contact has changed: no proof holds, no code and no link counts any more.
pub(crate) async fn unprove(
    c: &mut Connection,
    portal: &Portal,
    held: &mut Held,
) -> Result<(), PortalError> {
    c.execute(token_sql::UNPROVE, &[held.draft.id.as_str().into()])
        .await?;
    held.proven = None;
    held.proven_at = None;
    end_codes(c, portal, &held.draft.id).await
}

/// No code and no link of a draft counts any more.
pub(crate) async fn end_codes(
    c: &mut Connection,
    portal: &Portal,
    draft_id: &str,
) -> Result<(), PortalError> {
    c.execute(
        code_sql::END_DRAFT,
        &[draft_id.into(), portal.clock.now().into()],
    )
    .await?;
    Ok(())
}

/// Keeps the contents.
pub(crate) async fn save(
    c: &mut Connection,
    portal: &Portal,
    draft: &Draft,
) -> Result<(), PortalError> {
    c.execute(
        sql::SAVE,
        &[draft.id.as_str().into(), seal(portal, draft)?.into()],
    )
    .await?;
    Ok(())
}

/// Keeps the contents, and the draft until its new end.
pub(crate) async fn save_longer(
    c: &mut Connection,
    portal: &Portal,
    draft: &Draft,
) -> Result<(), PortalError> {
    let values = [
        draft.id.as_str().into(),
        seal(portal, draft)?.into(),
        draft.expires_at.into(),
    ];
    c.execute(sql::SAVE_UNTIL, &values).await?;
    Ok(())
}

/// The draft has served: what it held is gone, what became of it stays until its end.
pub(crate) async fn finish(
    c: &mut Connection,
    portal: &Portal,
    draft: &mut Draft,
    account_id: Option<&str>,
) -> Result<(), PortalError> {
    draft.payload = Payload::Spent;
    draft.finished = true;
    draft.finished_account = account_id.map(str::to_owned);
    let now = portal.clock.now();
    let values = [
        draft.id.as_str().into(),
        now.into(),
        draft.finished_account.clone().into(),
        seal(portal, draft)?.into(),
    ];
    if c.execute(sql::FINISH, &values).await? == 0 {
        return Err(PortalError::Unavailable);
    }
    end_codes(c, portal, &draft.id).await
}

fn seal(portal: &Portal, draft: &Draft) -> Result<Vec<u8>, PortalError> {
    let plain = serde_json::to_vec(&draft.payload).map_err(|_| PortalError::Unavailable)?;
    let cell = Cell {
        table: "draft",
        column: "payload",
        row: &draft.id,
    };
    Ok(portal
        .vault
        .draft_key(&draft.id)
        .seal(cell, &plain, &*portal.rng))
}

fn form_hash(form_id: &str) -> Option<Vec<u8>> {
    (!form_id.is_empty()).then(|| Sha256::digest(form_id.as_bytes()).to_vec())
}
