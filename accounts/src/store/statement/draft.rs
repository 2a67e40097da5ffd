//! Drafts of every flow, their contents sealed.

/// A new draft.
pub(crate) const INSERT: &str = "INSERT INTO draft \
     (id, flow, form_id_hash, account_id, payload, created_at, expires_at, version) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, 1)";

/// The draft that a browser's token opens.
pub(crate) const FIND_BY_TOKEN: &str = "SELECT d.id, d.flow, d.account_id, d.payload, d.expires_at, d.finished_at, \
     d.finished_account, t.proven_contact, t.proven_at \
     FROM draft_token t JOIN draft d ON d.id = t.draft_id WHERE t.token_hash = $1";

/// The draft that a form opened.
pub(crate) const FIND_BY_FORM: &str = "SELECT id, flow, account_id, payload, expires_at, finished_at, finished_account \
     FROM draft WHERE form_id_hash = $1";

/// One draft.
pub(crate) const LOAD: &str = "SELECT id, flow, account_id, payload, expires_at, finished_at, finished_account \
     FROM draft WHERE id = $1";

/// The open drafts of an account in one flow.
pub(crate) const FIND_BY_ACCOUNT: &str = "SELECT id, flow, account_id, payload, expires_at, finished_at, finished_account \
     FROM draft WHERE account_id = $1 AND flow = $2 AND finished_at IS NULL AND expires_at > $3 \
     ORDER BY created_at DESC, id DESC";

/// New contents, new end.
pub(crate) const SAVE: &str = "UPDATE draft SET payload = $2, version = version + 1 WHERE id = $1";

/// New contents, and a later end.
pub(crate) const SAVE_UNTIL: &str =
    "UPDATE draft SET payload = $2, expires_at = $3, version = version + 1 WHERE id = $1";

/// A draft has served: its contents go, its outcome stays.
pub(crate) const FINISH: &str = "UPDATE draft SET finished_at = $2, finished_account = $3, payload = $4, \
     version = version + 1 WHERE id = $1 AND finished_at IS NULL";

/// Ends the open drafts of an account in one flow.
pub(crate) const END_BY_ACCOUNT: &str = "UPDATE draft SET expires_at = $3, version = version + 1 \
     WHERE account_id = $1 AND flow = $2 AND finished_at IS NULL AND expires_at > $3";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    INSERT,
    FIND_BY_TOKEN,
    FIND_BY_FORM,
    LOAD,
    FIND_BY_ACCOUNT,
    SAVE,
    SAVE_UNTIL,
    FINISH,
    END_BY_ACCOUNT,
];
