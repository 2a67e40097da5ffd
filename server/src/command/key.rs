//! `stupeni key generate`: a new master key.

use accounts::rng::SystemRng;
use accounts::vault::MasterKey;
use clap::Subcommand;

use super::{Failure, say};

#[derive(Subcommand)]
pub(crate) enum KeyCommand {
    /// Prints a new master key.
    Generate,
}

impl KeyCommand {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        match self {
            Self::Generate => {
                say(&MasterKey::generate(&SystemRng).to_text());
                Ok(())
            }
        }
    }
}
