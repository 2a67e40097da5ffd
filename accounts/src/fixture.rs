//! A portal for tests: quick hashing, plain words, everything else as it is.

use std::sync::Arc;

use crate::clock::Clock;
use crate::config::{Hashing, PortalConfig};
use crate::outbox::{Letter, Notice, Wording};
use crate::portal::Portal;
use crate::rng::SystemRng;
use crate::store::Store;
use crate::vault::{MasterKey, Vault};

/// Says code and link and nothing else.
pub(crate) struct PlainWording;

impl Wording for PlainWording {
    fn short(&self, notice: &Notice) -> String {
        notice.code.clone().unwrap_or_default()
    }

    fn letter(&self, notice: &Notice) -> Letter {
        let code = notice.code.clone().unwrap_or_default();
        Letter {
            subject: "Проверка".into(),
            text: format!("Код {code}"),
            html: format!("<p>Код {code}</p>"),
        }
    }
}

/// Settings with hashing that takes no time.
pub(crate) fn quick_config() -> PortalConfig {
    PortalConfig {
        public_url: "http://127.0.0.1:3000".into(),
        hashing: Hashing {
            threads: 1,
            memory_kib: 64,
            iterations: 1,
            ..Hashing::default()
        },
        ..PortalConfig::default()
    }
}

/// A portal on this store with a master key that every portal of the test run shares.
pub(crate) fn portal(store: Store, clock: Arc<dyn Clock>, config: PortalConfig) -> Portal {
    let key = MasterKey::from_text(&"A".repeat(43)).expect("a key");
    let vault = Vault::new(&key);
    Portal::new(
        store,
        vault,
        clock,
        Arc::new(SystemRng),
        config,
        Arc::new(PlainWording),
    )
}
