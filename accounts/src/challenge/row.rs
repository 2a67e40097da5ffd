//! The rows of challenges and codes.

use domain::code::{CodePolicy, CodeState};
use domain::field::contact::ContactKind;

use crate::clock::Instant;
use crate::config::Codes;
use crate::error::PortalError;
use crate::id::new_id;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::{challenge as sql, code as code_sql};

/// What is counted per contact and draft.
pub(crate) struct Challenge {
    pub(crate) id: String,
    pub(crate) state: CodeState,
}

/// A code that was neither ended nor used.
pub(crate) struct StoredCode {
    pub(crate) id: String,
    pub(crate) mac: Vec<u8>,
    pub(crate) expires_at: Instant,
}

/// The rules of the settings.
pub(crate) fn policy(config: &Codes) -> CodePolicy {
    CodePolicy {
        tries: config.tries,
        resend_after_s: config.resend_after_s,
        call_after_resends: config.call_after_resends,
    }
}

/// The challenge of a contact in a draft.
pub(crate) async fn find(
    c: &mut Connection,
    draft_id: &str,
    index: &[u8],
) -> Result<Option<Challenge>, PortalError> {
    let Some(row) = c
        .fetch_optional(sql::FIND, &[draft_id.into(), index.into()])
        .await?
    else {
        return Ok(None);
    };
    let count = |column: usize| -> Result<u32, PortalError> {
        Ok(u32::try_from(row.int(column)?).unwrap_or(u32::MAX))
    };
    let state = CodeState {
        wrong: count(1)?,
        sent: count(2)?,
        last_sent_ms: Some(row.int(3)?),
    };
    Ok(Some(Challenge {
        id: row.text(0)?,
        state,
    }))
}

/// A new challenge: nothing sent, nothing wrong yet.
pub(crate) async fn insert(
    c: &mut Connection,
    portal: &Portal,
    draft_id: &str,
    index: &[u8],
    kind: ContactKind,
) -> Result<Challenge, PortalError> {
    let (id, now) = (new_id(&*portal.clock, &*portal.rng), portal.clock.now());
    let values = [
        id.as_str().into(),
        draft_id.into(),
        index.into(),
        kind.code().into(),
        now.into(),
    ];
    c.execute(sql::INSERT, &values).await?;
    Ok(Challenge {
        id,
        state: CodeState::default(),
    })
}

/// Keeps the counts.
pub(crate) async fn save(c: &mut Connection, challenge: &Challenge) -> Result<(), PortalError> {
    let CodeState {
        wrong,
        sent,
        last_sent_ms,
    } = challenge.state;
    let values = [
        challenge.id.as_str().into(),
        wrong.into(),
        sent.into(),
        last_sent_ms.unwrap_or_default().into(),
    ];
    c.execute(sql::SAVE, &values).await?;
    Ok(())
}

/// The codes of a challenge that were neither ended nor used, oldest first.
pub(crate) async fn codes(
    c: &mut Connection,
    challenge_id: &str,
) -> Result<Vec<StoredCode>, PortalError> {
    let rows = c.fetch_all(code_sql::LIST, &[challenge_id.into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(StoredCode {
                id: row.text(0)?,
                mac: row.blob(1)?,
                expires_at: row.instant(2)?,
            })
        })
        .collect()
}
