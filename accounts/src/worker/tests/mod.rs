//! The worker against gateways and a mail server over real sockets, on both databases.

mod failing;
mod gateway;
mod leases;
mod mail_server;
mod sending;

use std::sync::Arc;
use std::time::Duration;

use crate::clock::Clock;
use crate::fixture;
use crate::outbox::{self, Channel, Delivery, Notice, NoticeKind};
use crate::portal::Portal;
use crate::store::conformance::fresh::Fresh;
use crate::store::{Store, StoreError, Value};

use gateway::Gateway;
use mail_server::MailServer;

/// The outside of one case.
struct Outside {
    gateway: Gateway,
    mail: MailServer,
}

impl Outside {
    async fn start() -> Self {
        Self {
            gateway: Gateway::start().await,
            mail: MailServer::start().await,
        }
    }

    /// A portal that sends to this outside.
    fn portal(&self, store: Store, clock: Arc<dyn Clock>) -> Portal {
        let mut config = fixture::quick_config();
        config.sms.url = format!("http://{}/sms", self.gateway.address);
        config.voice.url = format!("http://{}/voice", self.gateway.address);
        config.checks.url = format!("http://{}/registries", self.gateway.address);
        config.mail.url = format!("smtp://{}", self.mail.address);
        fixture::portal(store, clock, config)
    }
}

fn notice(channel: Channel, to: &str, code: &str) -> Notice {
    let mut notice = Notice::new(channel, to, NoticeKind::RegistrationCode);
    notice.code = Some(code.to_owned());
    notice
}

async fn enqueue(portal: &Portal, notice: Notice, delivery: Delivery) -> String {
    let inner = portal.clone();
    let key: Result<_, StoreError> = portal
        .store
        .write(move |c| {
            Box::pin(async move { outbox::enqueue(c, &inner, &notice, delivery).await })
        })
        .await;
    key.expect("enqueued")
}

async fn enqueue_sms(portal: &Portal, code: &str) -> String {
    enqueue(
        portal,
        notice(Channel::Sms, "+79001234567", code),
        Delivery::Send,
    )
    .await
}

/// What the row of a message says: sent, given up, still sealed, tries, last failure.
#[derive(Debug, PartialEq, Eq)]
struct Stands {
    sent: bool,
    dead: bool,
    sealed: bool,
    attempts: i64,
    error: Option<String>,
}

async fn stands(fresh: &Fresh, key: &str) -> Stands {
    const LOAD: &str =
        "SELECT sent_at, dead_at, sealed, attempts, last_error FROM outbox WHERE key = $1";
    let key = Value::from(key);
    let row: Result<_, StoreError> = fresh
        .store
        .read(move |c| Box::pin(async move { c.fetch_optional(LOAD, &[key]).await }))
        .await;
    let row = row.expect("read").expect("its row");
    Stands {
        sent: row.opt_int(0).expect("sent_at").is_some(),
        dead: row.opt_int(1).expect("dead_at").is_some(),
        sealed: row.opt_blob(2).expect("sealed").is_some(),
        attempts: row.int(3).expect("attempts"),
        error: row.opt_text(4).expect("last_error"),
    }
}

/// Waits until a message's row says so; fails after forty seconds.
async fn until(fresh: &Fresh, key: &str, wanted: impl Fn(&Stands) -> bool) -> Stands {
    for _ in 0..800 {
        let now = stands(fresh, key).await;
        if wanted(&now) {
            return now;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{:?}", stands(fresh, key).await);
}
