//! The outside world of a case: it keeps what it is given and reads each message whole, because the
//! wording of these tests is the message itself as JSON.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use accounts::outbox::{Letter, Notice, Wording};
use accounts::world::{Failure, Mail, Sms, Voice, World};
use futures_util::future::BoxFuture;

use crate::bureau::Bureau;

/// Says everything a message holds.
pub(crate) struct PlainWording;

impl Wording for PlainWording {
    fn short(&self, notice: &Notice) -> String {
        serde_json::to_string(notice).expect("a message is JSON")
    }

    fn letter(&self, notice: &Notice) -> Letter {
        Letter {
            subject: String::new(),
            text: self.short(notice),
            html: String::new(),
        }
    }
}

/// A message that arrived.
#[derive(Clone, Debug)]
pub(crate) struct Delivered {
    /// What every repeat of it carries.
    pub(crate) key: String,
    pub(crate) notice: Notice,
}

/// How the post treats a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Treatment {
    /// Delivers it.
    Deliver,
    /// Is out of order: nothing arrives.
    Lose,
    /// Delivers it and breaks off before saying so: it will be sent again.
    DeliverSilently,
}

type Mood = Box<dyn FnMut() -> Treatment + Send>;

struct State {
    delivered: Vec<Delivered>,
    mood: Mood,
}

/// The post. Clones share it; it outlives every process of the portal.
#[derive(Clone)]
pub(crate) struct Post(Arc<Mutex<State>>);

impl Post {
    /// A post that never fails.
    pub(crate) fn reliable() -> Self {
        Self::with_mood(Box::new(|| Treatment::Deliver))
    }

    /// A post that treats each message as it is told.
    pub(crate) fn with_mood(mood: Mood) -> Self {
        Self(Arc::new(Mutex::new(State {
            delivered: Vec::new(),
            mood,
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every arrival, repeats included, oldest first.
    pub(crate) fn delivered(&self) -> Vec<Delivered> {
        self.state().delivered.clone()
    }

    /// From now on it never fails.
    pub(crate) fn becomes_reliable(&self) {
        self.state().mood = Box::new(|| Treatment::Deliver);
    }

    /// The adapters that lead here.
    pub(crate) fn world(&self, bureau: &Bureau) -> World {
        World {
            sms: Arc::new(self.clone()),
            voice: Arc::new(self.clone()),
            mail: Arc::new(self.clone()),
            registries: Arc::new(bureau.clone()),
        }
    }

    fn take(&self, key: &str, to: &str, text: &str) -> Result<(), Failure> {
        let notice: Notice = serde_json::from_str(text).expect("the wording of these tests");
        assert_eq!(notice.to, to, "a message goes to whom it speaks to");
        let mut state = self.state();
        let treatment = (state.mood)();
        if treatment != Treatment::Lose {
            state.delivered.push(Delivered {
                key: key.to_owned(),
                notice,
            });
        }
        match treatment {
            Treatment::Deliver => Ok(()),
            Treatment::Lose | Treatment::DeliverSilently => {
                Err(Failure::Temporary("out-of-order".into()))
            }
        }
    }
}

impl Sms for Post {
    fn send<'a>(
        &'a self,
        key: &'a str,
        to: &'a str,
        text: &'a str,
    ) -> BoxFuture<'a, Result<(), Failure>> {
        Box::pin(async move { self.take(key, to, text) })
    }
}

impl Voice for Post {
    fn call<'a>(
        &'a self,
        key: &'a str,
        to: &'a str,
        text: &'a str,
    ) -> BoxFuture<'a, Result<(), Failure>> {
        Box::pin(async move { self.take(key, to, text) })
    }
}

impl Mail for Post {
    fn send<'a>(
        &'a self,
        key: &'a str,
        to: &'a str,
        letter: &'a Letter,
    ) -> BoxFuture<'a, Result<(), Failure>> {
        Box::pin(async move { self.take(key, to, &letter.text) })
    }
}
