//! Checking a typed code: wrong ones are counted over all codes that live.

use domain::code::Verdict;

use super::row::{self, policy};
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::code as code_sql;

/// What a typed code was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checked {
    /// Right: the contact is proven.
    Right,
    /// Right once, but too old.
    Late,
    /// Wrong.
    Wrong,
    /// Wrong too often: its codes have ended. Seconds until a new one can be asked for.
    Ended(i64),
}

/// Checks a code against every code of the contact in the draft.
pub(crate) async fn check(
    c: &mut Connection,
    portal: &Portal,
    draft_id: &str,
    index: &[u8],
    typed: &str,
) -> Result<Checked, PortalError> {
    let (now, policy) = (portal.clock.now(), policy(&portal.config.codes));
    let Some(mut challenge) = row::find(c, draft_id, index).await? else {
        return Ok(Checked::Wrong);
    };
    let text = super::mac_text(&challenge.id, typed);
    let codes = row::codes(c, &challenge.id).await?;
    // Of equal codes the one that lives longest counts.
    let matched = codes
        .iter()
        .filter(|code| portal.vault.verify_mac(super::MAC, &text, &code.mac))
        .max_by_key(|code| code.expires_at);
    let expires_ms = matched.map(|code| code.expires_at.millis());
    let verdict = policy.judge(&challenge.state, expires_ms, now.millis());
    match (verdict, matched) {
        (Verdict::Right, Some(code)) => {
            c.execute(code_sql::USE, &[code.id.as_str().into(), now.into()])
                .await?;
            challenge.state.wrong = 0;
            row::save(c, &challenge).await?;
            return Ok(Checked::Right);
        }
        (Verdict::Late, _) => return Ok(Checked::Late),
        _ => {}
    }
    let wait_s = policy.resend_in_s(&challenge.state, now.millis());
    if policy.is_exhausted(&challenge.state) {
        return Ok(Checked::Ended(wait_s));
    }
    challenge.state = challenge.state.after_wrong();
    row::save(c, &challenge).await?;
    if policy.is_exhausted(&challenge.state) {
        c.execute(code_sql::END, &[challenge.id.as_str().into(), now.into()])
            .await?;
        return Ok(Checked::Ended(wait_s));
    }
    Ok(Checked::Wrong)
}
