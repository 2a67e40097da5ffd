//! `stupeni journal verify`: walks the chain.

use clap::Subcommand;

use crate::settings::Settings;

use super::{Failure, say, serve::open_store};

#[derive(Subcommand)]
pub(crate) enum JournalCommand {
    /// Proves that no entry was changed, removed or put in between.
    Verify,
}

impl JournalCommand {
    /// Exit code 0 and the number of entries, or 1 and the first broken one.
    pub(crate) async fn run(&self, settings: Settings) -> Result<(), Failure> {
        let Self::Verify = self;
        let store = open_store(&settings).await?;
        match accounts::journal::verify(&store).await {
            Ok(count) => {
                say(&format!("{count} entries, the chain is whole"));
                Ok(())
            }
            Err(error) => Err(Failure::new(1, error.to_string())),
        }
    }
}
