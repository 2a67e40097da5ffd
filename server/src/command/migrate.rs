//! `stupeni migrate`: brings the database to the newest form; repeated, it does nothing.

use crate::settings::Settings;

use super::{Failure, say, serve::open_store};

pub(crate) async fn run(settings: Settings) -> Result<(), Failure> {
    let store = open_store(&settings).await?;
    store
        .migrate()
        .await
        .map_err(|error| Failure::new(1, format!("migration: {error}")))?;
    say("the database is up to date");
    Ok(())
}
