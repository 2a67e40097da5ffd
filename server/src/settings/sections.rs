//! One struct for each section of `Leptos.toml`; the comments on each key stand there.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use accounts::config::{
    Checks, Codes, Desk, Drafts, Hashing, Identity, Limits, Mail, Password, Session, Sms, Uploads,
    Visits, Voice,
};

/// Everything that can be configured.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Settings {
    pub(crate) site: Site,
    pub(crate) portal: Portal,
    pub(crate) data: Data,
    pub(crate) database: Database,
    pub(crate) vault: Vault,
    pub(crate) server: Server,
    pub(crate) log: Log,
    pub(crate) sandbox: Sandbox,
    pub(crate) mail: Mail,
    pub(crate) sms: Sms,
    pub(crate) voice: Voice,
    pub(crate) checks: Checks,
    pub(crate) uploads: Uploads,
    pub(crate) password: Password,
    pub(crate) hashing: Hashing,
    pub(crate) codes: Codes,
    pub(crate) session: Session,
    pub(crate) desk: Desk,
    pub(crate) drafts: Drafts,
    pub(crate) limits: Limits,
    pub(crate) support: Support,
    pub(crate) visits: Visits,
    pub(crate) identity: Identity,
    pub(crate) centres: Centres,
}

/// The directory of service centres.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Centres {
    pub(crate) dir: PathBuf,
    pub(crate) tiles: String,
}

/// Where the site is served and where its files lie.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Site {
    pub(crate) addr: SocketAddr,
    pub(crate) root: PathBuf,
    pub(crate) pkg_dir: String,
    pub(crate) output_name: String,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            addr: SocketAddr::from(([127, 0, 0, 1], 3000)),
            root: PathBuf::from("target/site"),
            pkg_dir: "pkg".into(),
            output_name: "stupeni".into(),
        }
    }
}

/// The portal as citizens see it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Portal {
    pub(crate) public_url: String,
    pub(crate) gallery: bool,
}

impl Default for Portal {
    fn default() -> Self {
        Self {
            public_url: String::new(),
            gallery: true,
        }
    }
}

/// The data folder.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Data {
    pub(crate) dir: PathBuf,
}

impl Default for Data {
    fn default() -> Self {
        Self {
            dir: PathBuf::from("data"),
        }
    }
}

/// The database.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Database {
    pub(crate) url: String,
}

impl Database {
    /// The configured address, or the SQLite file in the data folder.
    pub(crate) fn url_or_file(&self, data: &Data) -> String {
        if self.url.is_empty() {
            format!("sqlite://{}", data.dir.join("stupeni.sqlite").display())
        } else {
            self.url.clone()
        }
    }
}

/// The master key.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Vault {
    pub(crate) key: String,
    pub(crate) key_file: String,
}

impl Vault {
    /// The configured file, or `master.key` in the data folder.
    pub(crate) fn file(&self, data: &Data) -> PathBuf {
        if self.key_file.is_empty() {
            data.dir.join("master.key")
        } else {
            Path::new(&self.key_file).to_path_buf()
        }
    }
}

/// The HTTP server.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Server {
    pub(crate) trusted_proxies: Vec<String>,
    pub(crate) body_limit: usize,
    pub(crate) timeout_s: u64,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            trusted_proxies: Vec::new(),
            body_limit: 65_536,
            timeout_s: 30,
        }
    }
}

/// Log lines.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Log {
    pub(crate) filter: String,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            filter: "info".into(),
        }
    }
}

/// The sandbox: the outside world on loopback.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Sandbox {
    pub(crate) enabled: bool,
    pub(crate) addr: SocketAddr,
    pub(crate) smtp_addr: SocketAddr,
    pub(crate) external: bool,
}

impl Default for Sandbox {
    fn default() -> Self {
        Self {
            enabled: true,
            addr: SocketAddr::from(([127, 0, 0, 1], 3010)),
            smtp_addr: SocketAddr::from(([127, 0, 0, 1], 0)),
            external: false,
        }
    }
}

/// How citizens reach people (R-SUP-01).
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Support {
    pub(crate) phones: Vec<String>,
    pub(crate) hours: String,
    pub(crate) email: String,
    pub(crate) address: String,
}

impl Default for Support {
    fn default() -> Self {
        Self {
            phones: vec![
                "8 800 000-00-00 (бесплатно)".into(),
                "+7 495 000-00-00".into(),
            ],
            hours: "Круглосуточно, без выходных".into(),
            email: "help@stupeni.example".into(),
            address: "100000, г. Примерск, ул. Образцовая, д. 1".into(),
        }
    }
}
