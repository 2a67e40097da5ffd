//! What can go wrong in the store. Codes and names of constraints alone: a database's own texts can
//! hold values.

use sqlx::error::ErrorKind;

/// Why the store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// A row with the same key exists.
    #[error("constraint {constraint}")]
    Unique {
        /// `<table>_<columns>_key`, the same on both databases.
        constraint: String,
    },
    /// Another process holds the database for too long.
    #[error("the database is busy")]
    Busy,
    /// The database does not answer, or its disk is full.
    #[error("the database does not answer")]
    Unavailable,
    /// A stored value is not what it should be.
    #[error("unreadable: {0}")]
    Corrupt(&'static str),
    /// The database refused the statement; its own code.
    #[error("refused by the database: {code}")]
    Refused {
        /// SQLite's extended result code or the SQLSTATE.
        code: String,
    },
    /// The database cannot be brought to the newest form.
    #[error("{0}")]
    Migration(String),
    /// The address is neither `sqlite://` nor `postgres://`.
    #[error("the address is neither sqlite://path nor postgres://user:password@host/database")]
    Address,
    /// The database's file cannot be made or protected.
    #[error("the database's file: {0}")]
    File(std::io::ErrorKind),
}

impl StoreError {
    /// Whether this is the violation of the named constraint.
    #[must_use]
    pub fn is_unique(&self, name: &str) -> bool {
        matches!(self, Self::Unique { constraint } if constraint == name)
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::Error as E;
        match error {
            E::Database(error) => from_database(&*error),
            E::Io(_)
            | E::Tls(_)
            | E::PoolTimedOut
            | E::PoolClosed
            | E::WorkerCrashed
            | E::BeginFailed => Self::Unavailable,
            E::ColumnDecode { .. } | E::Decode(_) | E::ColumnIndexOutOfBounds { .. } => {
                Self::Corrupt("column")
            }
            E::Configuration(_) => Self::Address,
            E::Protocol(_) => Self::Refused {
                code: "protocol".into(),
            },
            _ => Self::Refused {
                code: "statement".into(),
            },
        }
    }
}

fn from_database(error: &dyn sqlx::error::DatabaseError) -> StoreError {
    let code = error.code().unwrap_or_default().into_owned();
    if matches!(error.kind(), ErrorKind::UniqueViolation) {
        let constraint = match error.constraint() {
            Some(name) => name.to_owned(),
            None => name_of_columns(error.message()),
        };
        return StoreError::Unique { constraint };
    }
    let sqlite = error
        .try_downcast_ref::<sqlx::sqlite::SqliteError>()
        .is_some();
    if sqlite {
        from_sqlite_code(code)
    } else {
        from_sqlstate(code)
    }
}

/// SQLite names the columns of a violated constraint, as in
/// `UNIQUE constraint failed: contact.account_id, contact.kind`.
fn name_of_columns(message: &str) -> String {
    let columns = message.rsplit_once(": ").map_or("", |(_, columns)| columns);
    let mut name = String::new();
    for column in columns.split(", ") {
        let (table, column) = column.split_once('.').unwrap_or(("", column));
        if name.is_empty() {
            name.push_str(table);
        }
        name.push('_');
        name.push_str(column);
    }
    name.push_str("_key");
    name
}

fn from_sqlite_code(code: String) -> StoreError {
    // The extended code's low byte is the primary one.
    match code.parse::<i32>().map(|code| code & 0xff) {
        Ok(5 | 6) => StoreError::Busy,
        // Read-only, input/output, disk full, cannot open.
        Ok(8 | 10 | 13 | 14) => StoreError::Unavailable,
        Ok(11 | 26) => StoreError::Corrupt("file"),
        _ => StoreError::Refused { code },
    }
}

fn from_sqlstate(code: String) -> StoreError {
    match code.as_str() {
        "40001" | "40P01" | "55P03" => StoreError::Busy,
        _ if ["08", "53", "57", "58"]
            .iter()
            .any(|class| code.starts_with(class)) =>
        {
            StoreError::Unavailable
        }
        _ => StoreError::Refused { code },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_make_the_name_of_the_constraint() {
        let message = "UNIQUE constraint failed: contact.account_id, contact.kind";
        assert_eq!(name_of_columns(message), "contact_account_id_kind_key");
        assert_eq!(
            name_of_columns("UNIQUE constraint failed: account.id"),
            "account_id_key"
        );
    }

    #[test]
    fn codes_of_both_databases_fall_into_the_same_kinds() {
        assert_eq!(from_sqlite_code("517".into()), StoreError::Busy);
        assert_eq!(from_sqlstate("40001".into()), StoreError::Busy);
        assert_eq!(from_sqlite_code("13".into()), StoreError::Unavailable);
        assert_eq!(from_sqlstate("57P01".into()), StoreError::Unavailable);
        assert_eq!(
            from_sqlstate("42601".into()),
            StoreError::Refused {
                code: "42601".into()
            }
        );
    }
}
