//! One case, two databases.

use trials::{Database, Setup, Trouble};

/// Makes a test on SQLite and one on PostgreSQL of each `async fn case(setup: Setup) -> Outcome`.
macro_rules! on_both {
    ($($case:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() -> crate::both::Outcome {
                super::$case(trials::Setup::new()).await
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() -> crate::both::Outcome {
                super::$case(crate::both::postgres().await?).await
            })+
        }
    };
}

/// How a case ends.
pub(crate) type Outcome = Result<(), Trouble>;

/// A setup on a new PostgreSQL database.
pub(crate) async fn postgres() -> Result<Setup, Trouble> {
    Ok(Setup::new().on(&Database::new_on_postgres().await?))
}
