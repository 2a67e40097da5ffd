//! The use cases through their public face, on SQLite and on PostgreSQL alike.
//!
//! A case gets a [`house::House`]: a portal on an empty database, a clock that moves only when told,
//! chance with a seed, and a post that keeps every message it delivers. The citizens of a case are
//! [`browser::Browser`]s, which keep cookies and nothing else.

// The store's own suite and this one are given their databases by the same file.
use accounts::store;

#[path = "../../src/store/conformance/fresh.rs"]
mod fresh;

mod browser;
mod bureau;
mod house;
mod ledger;
mod people;
mod post;

/// Makes two tests of each case: one for each database.
macro_rules! on_both {
    ($($case:ident)*) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                $crate::fresh::on_sqlite(|fresh| $crate::house::House::lend(fresh, super::$case)).await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                $crate::fresh::on_postgres(|fresh| $crate::house::House::lend(fresh, super::$case)).await;
            })*
        }
    };
}
mod appointments;
mod check_walk;
mod codes;
mod contacts;
mod delays;
mod desk;
mod documents;
mod drafts;
mod enrolment;
mod faults;
mod journal;
mod links;
mod passwords;
mod profiles;
mod races;
mod receptions;
mod recovery;
mod resume;
mod sessions;
mod sign_in;
mod uniqueness;
mod uploads;
mod walk;
