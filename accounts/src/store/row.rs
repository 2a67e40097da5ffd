//! One row of an answer; columns are asked for by their place.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{ColumnIndex, Database, Decode, Row as _, Type, TypeInfo, ValueRef};

use super::error::StoreError;
use crate::clock::Instant;

/// One row of an answer.
pub struct Row(Kind);

enum Kind {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    pub(super) fn sqlite(row: SqliteRow) -> Self {
        Self(Kind::Sqlite(row))
    }

    pub(super) fn postgres(row: PgRow) -> Self {
        Self(Kind::Postgres(row))
    }

    /// Text that is not NULL.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn text(&self, column: usize) -> Result<String, StoreError> {
        self.opt_text(column)?.ok_or(NULL)
    }

    /// Text or NULL.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn opt_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        match &self.0 {
            Kind::Sqlite(row) => get(row, column),
            Kind::Postgres(row) => get(row, column),
        }
    }

    /// A number that is not NULL.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn int(&self, column: usize) -> Result<i64, StoreError> {
        self.opt_int(column)?.ok_or(NULL)
    }

    /// A number or NULL. PostgreSQL's narrower numbers and truth values count as numbers, as they
    /// do on SQLite.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn opt_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match &self.0 {
            Kind::Sqlite(row) => get(row, column),
            Kind::Postgres(row) => {
                let kind = row.try_get_raw(column)?.type_info().name().to_owned();
                match kind.as_str() {
                    "INT4" => Ok(get::<i32, _>(row, column)?.map(i64::from)),
                    "BOOL" => Ok(get::<bool, _>(row, column)?.map(i64::from)),
                    _ => get(row, column),
                }
            }
        }
    }

    /// Bytes that are not NULL.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn blob(&self, column: usize) -> Result<Vec<u8>, StoreError> {
        self.opt_blob(column)?.ok_or(NULL)
    }

    /// Bytes or NULL.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn opt_blob(&self, column: usize) -> Result<Option<Vec<u8>>, StoreError> {
        match &self.0 {
            Kind::Sqlite(row) => get(row, column),
            Kind::Postgres(row) => get(row, column),
        }
    }

    /// 0 or 1.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn flag(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    /// An instant that is not NULL.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn instant(&self, column: usize) -> Result<Instant, StoreError> {
        Ok(Instant::from_millis(self.int(column)?))
    }

    /// An instant or NULL.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn opt_instant(&self, column: usize) -> Result<Option<Instant>, StoreError> {
        Ok(self.opt_int(column)?.map(Instant::from_millis))
    }
}

const NULL: StoreError = StoreError::Corrupt("null");

fn get<T, R>(row: &R, column: usize) -> Result<Option<T>, StoreError>
where
    R: sqlx::Row,
    usize: ColumnIndex<R>,
    for<'r> Option<T>: Decode<'r, R::Database> + Type<R::Database>,
    R::Database: Database,
{
    Ok(row.try_get::<Option<T>, usize>(column)?)
}
