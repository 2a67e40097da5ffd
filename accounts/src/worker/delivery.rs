//! One try of one message.

use crate::outbox::{self, Channel};
use crate::portal::Portal;
use crate::world::{Failure, World};

use super::backoff;
use super::lease::{Ending, Leased, settle};

/// Sends a message and notes how that ended. When even that fails, the lease runs out and the
/// message is sent again with the same key.
pub(super) async fn deliver(portal: Portal, world: World, owner: String, leased: Leased) {
    let outcome = send(&portal, &world, &leased).await;
    let ending = judge(&portal, &leased, outcome);
    match &ending {
        Ending::Sent => {
            let waited_ms = portal.clock.now().millis_since(leased.created_at);
            tracing::debug!(channel = leased.channel, waited_ms, "message sent");
        }
        Ending::Retry { error, .. } => {
            tracing::warn!(
                id = leased.id,
                channel = leased.channel,
                attempts = leased.attempts,
                error,
                "message not sent"
            );
        }
        Ending::Dead { error } => {
            tracing::error!(
                id = leased.id,
                channel = leased.channel,
                attempts = leased.attempts,
                error,
                "message given up"
            );
        }
    }
    if let Err(error) = settle(&portal, &owner, leased.id, ending).await {
        tracing::warn!(%error, "outbox");
    }
}

async fn send(portal: &Portal, world: &World, leased: &Leased) -> Result<(), Failure> {
    let notice = outbox::open(&portal.vault, &leased.id, &leased.sealed)
        .map_err(|_| Failure::Permanent("unreadable".into()))?;
    let key = &leased.key;
    match notice.channel {
        Channel::Sms => {
            world
                .sms
                .send(key, &notice.to, &portal.wording.short(&notice))
                .await
        }
        Channel::Voice => {
            world
                .voice
                .call(key, &notice.to, &portal.wording.short(&notice))
                .await
        }
        Channel::Email => {
            world
                .mail
                .send(key, &notice.to, &portal.wording.letter(&notice))
                .await
        }
    }
}

fn judge(portal: &Portal, leased: &Leased, outcome: Result<(), Failure>) -> Ending {
    let (error, after_s) = match outcome {
        Ok(()) => return Ending::Sent,
        Err(Failure::Permanent(error)) => return Ending::Dead { error },
        Err(Failure::Temporary(error)) => (error, 0),
        Err(Failure::Busy { code, after_s }) => (code, after_s),
    };
    if leased.attempts >= backoff::TRIES {
        return Ending::Dead { error };
    }
    let delay_ms = backoff::delay_ms(leased.attempts, &*portal.rng);
    let at = portal.clock.now();
    Ending::Retry {
        at: at.plus_ms(delay_ms).max(at.plus_s(after_s.into())),
        error,
    }
}
