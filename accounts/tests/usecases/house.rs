//! A portal with everything around it: database, clock, chance, worker and post.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use accounts::clock::{Clock as _, Instant, ManualClock};
use accounts::config::{Checks, Hashing, PortalConfig};
use accounts::outbox::{Notice, NoticeKind};
use accounts::rng::SeededRng;
use accounts::store::{Row, Store, StoreError, Value};
use accounts::vault::{MasterKey, Vault};
use accounts::worker::{self, Worker};
use accounts::world::World;
use accounts::{Portal, Visit};

use crate::browser::Browser;
use crate::bureau::Bureau;
use crate::fresh::Fresh;
use crate::post::{PlainWording, Post};

/// When every case begins: 2026-03-02, a Monday.
const START_MS: i64 = 1_772_409_600_000;

/// Settings as they are by default, with hashing that takes no time.
pub(crate) fn quick_config() -> PortalConfig {
    PortalConfig {
        public_url: "http://127.0.0.1:3000".into(),
        hashing: Hashing {
            threads: 1,
            memory_kib: 64,
            iterations: 1,
            ..Hashing::default()
        },
        checks: Checks {
            poll_first_ms: 1,
            retry_first_ms: 1,
            ..Checks::default()
        },
        ..PortalConfig::default()
    }
}

/// What outlives a process of the portal.
#[derive(Clone)]
pub(crate) struct Ground {
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) rng: Arc<SeededRng>,
    pub(crate) post: Post,
    pub(crate) bureau: Bureau,
}

impl Ground {
    pub(crate) fn new(seed: u64, post: Post) -> Self {
        Self {
            clock: Arc::new(ManualClock::at(Instant::from_millis(START_MS))),
            rng: Arc::new(SeededRng::new(seed)),
            post,
            bureau: Bureau::default(),
        }
    }

    /// The adapters that lead to this outside.
    pub(crate) fn world(&self) -> World {
        self.post.world(&self.bureau)
    }

    /// A portal on this ground.
    pub(crate) fn portal(&self, store: Store, config: PortalConfig) -> Portal {
        let key = MasterKey::from_text(&"A".repeat(43)).expect("a key");
        Portal::new(
            store,
            Vault::new(&key),
            Arc::clone(&self.clock) as _,
            Arc::clone(&self.rng) as _,
            config,
            Arc::new(PlainWording),
        )
    }
}

/// A portal with its worker.
pub(crate) struct House {
    pub(crate) fresh: Fresh,
    pub(crate) ground: Ground,
    pub(crate) portal: Portal,
    worker: Option<Worker>,
    browsers: AtomicU8,
    opened: Opened,
}

/// The stores a case has opened beside its first one. None of them may live on when the next case gets the
/// database.
#[derive(Clone, Default)]
struct Opened(Arc<Mutex<Vec<Store>>>);

impl Opened {
    fn add(&self, store: Store) {
        self.0.lock().expect("no panic").push(store);
    }

    async fn close(self) {
        let stores = std::mem::take(&mut *self.0.lock().expect("no panic"));
        for store in stores {
            store.close().await;
        }
    }
}

impl House {
    /// Runs a case in a house and leaves nothing of it open.
    pub(crate) async fn lend<F: Future<Output = ()>>(fresh: Fresh, case: impl FnOnce(Self) -> F) {
        let house = Self::open(fresh).await;
        let opened = house.opened.clone();
        case(house).await;
        opened.close().await;
    }

    /// With the settings as they are by default.
    pub(crate) async fn open(fresh: Fresh) -> Self {
        let ground = Ground::new(1, Post::reliable());
        let (opened, store) = (Opened::default(), fresh.another().await);
        opened.add(store.clone());
        let portal = ground.portal(store, quick_config());
        Self {
            worker: Some(worker::start_with(portal.clone(), ground.world())),
            fresh,
            ground,
            portal,
            browsers: AtomicU8::new(1),
            opened,
        }
    }

    /// The same database, opened once more: what another process has.
    pub(crate) async fn another_store(&self) -> Store {
        let store = self.fresh.another().await;
        self.opened.add(store.clone());
        store
    }

    /// The portal is stopped and started again, with other settings.
    pub(crate) async fn restart_with(&mut self, change: impl FnOnce(&mut PortalConfig)) {
        self.stop().await;
        let mut config = self.portal.config.clone();
        change(&mut config);
        self.portal = self.ground.portal(self.another_store().await, config);
        self.worker = Some(worker::start_with(self.portal.clone(), self.ground.world()));
    }

    /// The portal is stopped and started again.
    pub(crate) async fn restart(&mut self) {
        self.restart_with(|_| ()).await;
    }

    /// Stops the portal; the database can still be looked at.
    pub(crate) async fn stop(&mut self) {
        if let Some(worker) = self.worker.take() {
            worker.stop().await;
        }
    }

    /// A browser nobody knows, at an address of its own.
    pub(crate) fn browser(&self) -> Browser {
        let number = self.browsers.fetch_add(1, Ordering::SeqCst);
        self.browser_at(IpAddr::V4(Ipv4Addr::new(192, 0, 2, number)))
    }

    /// A browser nobody knows, at this address.
    pub(crate) fn browser_at(&self, address: IpAddr) -> Browser {
        let visit = Visit::bare(address, "Browser", "request");
        Browser::new(&self.portal, Arc::clone(&self.ground.clock), visit)
    }

    /// Time passes.
    pub(crate) fn pass(&self, seconds: i64) {
        self.ground.clock.advance_s(seconds);
    }

    pub(crate) fn now(&self) -> Instant {
        self.ground.clock.now()
    }

    /// Waits until everything that was written is delivered; answers all of it in the order in which it was
    /// written: it is delivered in any.
    pub(crate) async fn messages(&self) -> Vec<Notice> {
        // What is due later is not waited for.
        const WAITING: &str = "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL AND created_at <= $1";
        let waiting = async || {
            let row = self.look(WAITING, vec![self.now().into()]).await;
            row.int(0).expect("a number")
        };
        let settled = async {
            while waiting().await > 0 {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), settled)
            .await
            .expect("messages are delivered");
        let written = self.written().await;
        let mut delivered = self.ground.post.delivered();
        delivered.sort_by_key(|one| written.get(&one.key).copied());
        delivered.into_iter().map(|one| one.notice).collect()
    }

    /// When each message was written, by its key.
    async fn written(&self) -> HashMap<String, i64> {
        let rows: Result<_, StoreError> = self
            .fresh
            .store
            .read(|c| {
                Box::pin(
                    async move { c.fetch_all("SELECT key, created_at FROM outbox", &[]).await },
                )
            })
            .await;
        let rows = rows.expect("the database answers");
        let pairs = rows
            .iter()
            .map(|row| (row.text(0).expect("a key"), row.int(1).expect("a moment")));
        pairs.collect()
    }

    /// What was delivered to one contact, oldest first.
    pub(crate) async fn messages_to(&self, contact: &str) -> Vec<Notice> {
        let mut messages = self.messages().await;
        messages.retain(|notice| notice.to == contact);
        messages
    }

    /// What each message to a contact was about, oldest first.
    pub(crate) async fn kinds_to(&self, contact: &str) -> Vec<NoticeKind> {
        let messages = self.messages_to(contact).await;
        messages.into_iter().map(|notice| notice.kind).collect()
    }

    /// The codes sent to a contact, oldest first.
    pub(crate) async fn codes(&self, contact: &str) -> Vec<String> {
        let messages = self.messages_to(contact).await;
        messages
            .into_iter()
            .filter_map(|notice| notice.code)
            .collect()
    }

    /// The newest code sent to a contact.
    pub(crate) async fn code(&self, contact: &str) -> String {
        self.codes(contact).await.pop().expect("a code was sent")
    }

    /// Six digits that were never sent to a contact.
    pub(crate) async fn wrong_code(&self, contact: &str) -> String {
        let sent = self.codes(contact).await;
        (0..1_000_000)
            .map(|number| format!("{number:06}"))
            .find(|code| !sent.contains(code))
            .expect("not every code was sent")
    }

    /// The token of the newest link sent to an address.
    pub(crate) async fn link(&self, address: &str) -> String {
        let messages = self.messages_to(address).await;
        let link = messages.into_iter().rev().find_map(|notice| notice.link);
        let link = link.expect("a link was sent");
        let path = link.strip_prefix("http://127.0.0.1:3000/confirm/");
        path.expect("a link leads to its page").to_owned()
    }

    /// A number out of the database.
    pub(crate) async fn count(&self, sql: &'static str) -> i64 {
        self.look(sql, Vec::new()).await.int(0).expect("a number")
    }

    /// One row out of the database.
    pub(crate) async fn look(&self, sql: &'static str, values: Vec<Value>) -> Row {
        let row: Result<_, StoreError> = self
            .fresh
            .store
            .read(move |c| Box::pin(async move { c.fetch_optional(sql, &values).await }))
            .await;
        row.expect("the database answers").expect("a row")
    }
}
