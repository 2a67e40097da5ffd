//! What files were asked for, and the files; their names sealed, their bytes elsewhere.

/// Asks an account for files.
pub(crate) const OPEN_REQUEST: &str =
    "INSERT INTO upload_request (id, account_id, purpose, opened_at) VALUES ($1, $2, $3, $4)";

/// Takes no more files.
pub(crate) const CLOSE_REQUEST: &str =
    "UPDATE upload_request SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL";

/// What an account was asked for, while it still is.
pub(crate) const FIND_OPEN_REQUEST: &str =
    "SELECT purpose FROM upload_request WHERE id = $1 AND account_id = $2 AND closed_at IS NULL";

/// A new file.
pub(crate) const INSERT: &str = "INSERT INTO upload \
     (id, request_id, account_id, name, kind, size, content_mac, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// How many files a request has.
pub(crate) const COUNT: &str = "SELECT COUNT(*) FROM upload WHERE request_id = $1";

/// The file of a request with these contents.
pub(crate) const FIND_SAME: &str =
    "SELECT id FROM upload WHERE request_id = $1 AND content_mac = $2";

/// One file of an account.
pub(crate) const LOAD: &str =
    "SELECT id, name, kind, size, created_at FROM upload WHERE id = $1 AND account_id = $2";

/// The files of a request, oldest first.
pub(crate) const LIST: &str = "SELECT id, name, kind, size, created_at FROM upload \
     WHERE request_id = $1 AND account_id = $2 ORDER BY created_at, id";

/// Takes a file out of a request.
pub(crate) const DELETE: &str =
    "DELETE FROM upload WHERE id = $1 AND request_id = $2 AND account_id = $3";

/// The ids between two of them, both included.
pub(crate) const IDS_BETWEEN: &str = "SELECT id FROM upload WHERE id >= $1 AND id <= $2";

#[cfg(test)]
pub(crate) const ALL: &[&str] = &[
    OPEN_REQUEST,
    CLOSE_REQUEST,
    FIND_OPEN_REQUEST,
    INSERT,
    COUNT,
    FIND_SAME,
    LOAD,
    LIST,
    DELETE,
    IDS_BETWEEN,
];
