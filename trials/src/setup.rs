//! How a portal is set up for a trial.

use std::net::SocketAddr;

use crate::database::Database;
use crate::process::Settings;
use crate::sandbox::Sandbox;
use crate::server::Server;
use crate::trouble::Trouble;

/// The settings of a portal. Everything not said here is as in `Leptos.toml`.
#[derive(Clone, Debug)]
pub struct Setup {
    pub(crate) settings: Settings,
    pub(crate) outside: Option<SocketAddr>,
}

impl Default for Setup {
    fn default() -> Self {
        Self::new()
    }
}

impl Setup {
    /// For journeys: no limits, and hashes that cost next to nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::bare()
            .set("limits.enabled", false)
            .set("hashing.memory_kib", 64)
            .set("hashing.iterations", 1)
    }

    /// As in production, limits and hashing included.
    #[must_use]
    pub fn bare() -> Self {
        Self {
            settings: Settings::new(),
            outside: None,
        }
    }

    /// With another value of a setting: `codes.tries`.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "numbers and words as they are written"
    )]
    #[must_use]
    pub fn set(mut self, key: &str, value: impl ToString) -> Self {
        self.settings.insert(key.to_owned(), value.to_string());
        self
    }

    /// On this database instead of a new SQLite file.
    #[must_use]
    pub fn on(self, database: &Database) -> Self {
        self.set("database.url", database.url())
    }

    /// Beside a sandbox that runs alone, and outlives the portal.
    #[must_use]
    pub fn beside(mut self, sandbox: &Sandbox) -> Self {
        self.outside = Some(sandbox.address());
        self.set("sandbox.external", true)
            .set("sandbox.addr", sandbox.address())
            .set("sandbox.smtp_addr", sandbox.smtp_address())
    }

    /// Starts the portal and waits until it is ready.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] with the end of its log, when it does not become ready.
    pub async fn start(self) -> Result<Server, Trouble> {
        Server::start(self).await
    }
}
