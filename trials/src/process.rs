//! A process of `stupeni`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::{Log, Trouble};

/// Settings by their key in `Leptos.toml`: `codes.tries`.
pub(crate) type Settings = BTreeMap<String, String>;

/// How long a process may take to end when it is asked to.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running process; it ends with this value.
#[derive(Debug)]
pub(crate) struct Process(Child);

impl Process {
    /// Starts `stupeni COMMAND` in the workspace's folder with these settings and nothing else of the
    /// environment.
    pub(crate) fn start(command: &str, settings: &Settings, log: &Log) -> Result<Self, Trouble> {
        let binary = binary()?;
        let mut child = Command::new(&binary)
            .args(command.split(' '))
            .current_dir(workspace())
            .env_clear()
            .envs(settings.iter().map(|(key, value)| (variable(key), value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| Trouble::wrong(format!("{}: {error}", binary.display())))?;
        if let Some(pipe) = child.stdout.take() {
            log.drain(pipe);
        }
        if let Some(pipe) = child.stderr.take() {
            log.drain(pipe);
        }
        Ok(Self(child))
    }

    /// `kill -9`, and waits until it is gone.
    pub(crate) fn kill(&mut self) {
        // It may have ended by itself.
        self.0.kill().ok();
        self.0.wait().ok();
    }

    /// Asks it to end (SIGTERM); the exit code.
    pub(crate) async fn stop(&mut self) -> Result<Option<i32>, Trouble> {
        let pid = i32::try_from(self.0.id()).ok().and_then(Pid::from_raw);
        let pid = pid.ok_or_else(|| Trouble::wrong("a process without an id"))?;
        kill_process(pid, Signal::TERM).map_err(|error| Trouble::wrong(error.to_string()))?;
        self.end().await
    }

    /// Waits until it ends by itself; the exit code.
    pub(crate) async fn end(&mut self) -> Result<Option<i32>, Trouble> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.0.try_wait()? {
                return Ok(status.code());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Err(Trouble::wrong("the process does not end"))
    }

    /// Its id.
    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }

    /// Whether it has ended.
    pub(crate) fn has_ended(&mut self) -> bool {
        !matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The folder `stupeni` is started in: `Leptos.toml` and the built site are found from there.
pub(crate) fn workspace() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// The binary beside the running one; tests run one folder further down.
fn binary() -> Result<PathBuf, Trouble> {
    let own = std::env::current_exe()?;
    let beside = own
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join("stupeni"));
    beside
        .filter(|path| path.is_file())
        .last()
        .ok_or_else(|| Trouble::wrong("there is no stupeni beside this binary: run `make build`"))
}

/// `codes.tries` is `STUPENI__CODES__TRIES`.
fn variable(key: &str) -> String {
    format!("STUPENI__{}", key.replace('.', "__").to_uppercase())
}
