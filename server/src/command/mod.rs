//! The subcommands, one file each.

mod config;
mod journal;
mod key;
mod migrate;
mod operator;
mod sandbox;
mod serve;
mod validate;

use clap::Subcommand;

use crate::settings::{self, SettingsError};

/// What `stupeni` can do; without a word it serves.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serves the portal (and the sandbox where it is enabled).
    Serve,
    /// Runs the sandbox alone: SMS, calls, mail and registries on loopback.
    Sandbox,
    /// Brings the database to the newest form.
    Migrate,
    /// Works with the master key.
    #[command(subcommand)]
    Key(key::KeyCommand),
    /// Judges values of a field: one JSON object a line in, one verdict a line out.
    Validate {
        /// Name of the field: phone, email, person_name, …
        field: String,
    },
    /// Works with the journal.
    #[command(subcommand)]
    Journal(journal::JournalCommand),
    /// Adds, lists, disables and resets operators.
    #[command(subcommand)]
    Operator(operator::OperatorCommand),
    /// Prints the effective configuration, secrets hidden.
    Config,
}

/// Why the process ends; an empty message prints nothing.
pub(crate) struct Failure {
    pub(crate) message: String,
    pub(crate) code: u8,
}

impl Failure {
    pub(crate) fn new(code: u8, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { message, code }
    }
}

impl From<SettingsError> for Failure {
    fn from(error: SettingsError) -> Self {
        Self::new(2, error.0)
    }
}

impl Command {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let settings = match &self {
            // A key is made before anything is configured.
            Self::Key(command) => return command.run(),
            _ => settings::load()?,
        };
        match self {
            Self::Serve => on_runtime(serve::run(settings)),
            Self::Sandbox => on_runtime(sandbox::run(settings)),
            Self::Migrate => on_runtime(migrate::run(settings)),
            Self::Journal(command) => on_runtime(command.run(settings)),
            Self::Operator(command) => on_runtime(command.run(settings)),
            Self::Validate { field } => validate::run(&field, &settings),
            Self::Config => config::run(settings),
            Self::Key(_) => Ok(()),
        }
    }
}

fn on_runtime(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(1, format!("no runtime: {error}")))?;
    let ended = runtime.block_on(work);
    runtime.shutdown_timeout(std::time::Duration::from_secs(5));
    ended
}

/// A line for the person at the terminal.
#[expect(
    clippy::print_stdout,
    reason = "the terminal is what a command talks to"
)]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

/// A line about what went wrong.
#[expect(
    clippy::print_stderr,
    reason = "the terminal is what a command talks to"
)]
pub(crate) fn complain(line: &str) {
    eprintln!("stupeni: {line}");
}
