//! The portal as a process.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::answer::client;
use crate::process::Process;
use crate::{Database, Log, Outbox, Setup, Trouble, Visitor, port};

/// How long a portal may take to become ready, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often another port is tried when somebody else was faster.
const TRIES: usize = 5;

/// A running portal with a data folder of its own; both end with this value.
#[derive(Debug)]
pub struct Server {
    setup: Setup,
    address: SocketAddr,
    outside: SocketAddr,
    folder: Arc<TempDir>,
    process: Process,
    log: Log,
    client: reqwest::Client,
}

impl Server {
    pub(crate) async fn start(setup: Setup) -> Result<Self, Trouble> {
        let folder = Arc::new(tempfile::tempdir()?);
        let mut tries = 0;
        loop {
            tries += 1;
            match Self::start_in(setup.clone(), &folder).await {
                Err(Trouble::Wrong(why)) if tries < TRIES && why.contains("in use") => {}
                outcome => return outcome,
            }
        }
    }

    async fn start_in(mut setup: Setup, folder: &Arc<TempDir>) -> Result<Self, Trouble> {
        let address = port::free();
        let outside = setup.outside.unwrap_or_else(port::free);
        setup = setup
            .set("site.addr", address)
            .set("data.dir", folder.path().join("data").display())
            .set("sandbox.addr", outside);
        let log = Log::default();
        let mut server = Self {
            address,
            outside,
            folder: Arc::clone(folder),
            process: Process::start("serve", &setup.settings, &log)?,
            setup,
            log,
            client: client(),
        };
        server.become_ready().await?;
        Ok(server)
    }

    async fn become_ready(&mut self) -> Result<(), Trouble> {
        let begun = Instant::now();
        let url = format!("{}/health/ready", self.origin());
        while begun.elapsed() < PATIENCE && !self.process.has_ended() {
            let answer = self.client.get(&url).send().await;
            if answer.is_ok_and(|answer| answer.status().is_success()) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        // The last lines are still on their way through the pipe.
        tokio::time::sleep(Duration::from_millis(50)).await;
        Err(Trouble::wrong(format!(
            "the portal does not become ready:\n{}",
            self.log.tail()
        )))
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        self.process.kill();
    }

    /// Asks it to end (SIGTERM); the exit code.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when it does not end.
    pub async fn stop(&mut self) -> Result<Option<i32>, Trouble> {
        self.process.stop().await
    }

    /// Id of its process.
    #[must_use]
    pub fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// Starts it again on the same data, with the same settings, at the same address.
    ///
    /// # Errors
    /// As [`Setup::start`].
    pub async fn restart(&mut self) -> Result<(), Trouble> {
        self.launch()?;
        self.become_ready().await
    }

    /// The same without waiting until it is ready.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when there is no binary.
    pub fn launch(&mut self) -> Result<(), Trouble> {
        self.process.kill();
        self.process = Process::start("serve", &self.setup.settings, &self.log)?;
        Ok(())
    }

    /// Runs another command of the binary with the same settings: whether it succeeded, and its words.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when it does not end.
    pub async fn run(&self, command: &str) -> Result<(bool, String), Trouble> {
        let log = Log::default();
        let mut process = Process::start(command, &self.setup.settings, &log)?;
        let code = process.end().await?;
        Ok((code == Some(0), log.tail()))
    }

    /// Another portal on the same database, with a data folder of its own and the same master key.
    ///
    /// # Errors
    /// As [`Setup::start`].
    pub async fn twin(&self) -> Result<Self, Trouble> {
        let key = std::fs::read_to_string(self.data().join("master.key"))?;
        let database = self.database();
        let mut setup = self
            .setup
            .clone()
            .on(&database)
            .set("vault.key", key.trim());
        setup.outside = Some(self.outside);
        let smtp = setup.settings.contains_key("sandbox.smtp_addr");
        if !smtp {
            return Err(Trouble::wrong("twins need a sandbox that runs alone"));
        }
        Self::start(setup).await
    }

    /// `http://127.0.0.1:port`
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A citizen who has never been here.
    #[must_use]
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.client.clone(), self.origin())
    }

    /// What has left the portal.
    #[must_use]
    pub fn outbox(&self) -> Outbox {
        Outbox::new(self.client.clone(), self.outside)
    }

    /// The database, to look at.
    #[must_use]
    pub fn database(&self) -> Database {
        match self.setup.settings.get("database.url") {
            Some(url) => Database::at(url),
            None => Database::at(&format!(
                "sqlite://{}",
                self.data().join("stupeni.sqlite").display()
            )),
        }
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// A folder beside the data folder, for what a trial needs.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Everything its processes wrote.
    #[must_use]
    pub fn log(&self) -> &Log {
        &self.log
    }
}
