//! One suite for both databases: what the store promises holds on SQLite and on PostgreSQL.
//!
//! SQLite lives in a temporary folder. PostgreSQL is the server whose address stands in
//! `STUPENI_TEST_POSTGRES` (`make test` starts a throw-away one); every case has a database of its
//! own there. Without that address the cases for PostgreSQL fail.

mod beginnings;
mod embedded;
pub(crate) mod fresh;
mod migrations;
mod server;
mod statements;
mod transactions;
mod values;

/// Makes two tests of each case: one for each database.
macro_rules! on_both {
    ($($case:ident)*) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                $crate::store::conformance::fresh::on_sqlite(super::$case).await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                $crate::store::conformance::fresh::on_postgres(super::$case).await;
            })*
        }
    };
}
pub(crate) use on_both;
