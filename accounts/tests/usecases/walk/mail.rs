//! What has arrived: whose it is, who asked for it, and that no letter came under two keys.

use std::collections::{HashMap, HashSet};

use accounts::outbox::Notice;

use super::people::{Purpose, contacts, purpose};
use crate::post::{Delivered, Post};

#[derive(Default)]
pub(super) struct Mail {
    taken: usize,
    /// The link of a letter, and the key it came under.
    letters: HashMap<String, String>,
    /// Who had a message written, by its key.
    authors: HashMap<String, usize>,
    /// Keys of every message without a code, by what it is about.
    words: HashMap<String, HashSet<String>>,
    inbox: Vec<Delivered>,
}

impl Mail {
    /// This message was written by what a person did.
    pub(super) fn written_by(&mut self, key: String, person: usize) {
        self.authors.entry(key).or_insert(person);
    }

    /// Takes in what has arrived since the last time.
    pub(super) fn fetch(&mut self, post: &Post) {
        for one in post.delivered().drain(..).skip(self.taken) {
            self.taken += 1;
            let (key, notice) = (&one.key, &one.notice);
            if let Some(link) = &notice.link {
                let before = self
                    .letters
                    .entry(link.clone())
                    .or_insert_with(|| key.clone());
                assert_eq!(before, key, "a letter came under two keys");
            }
            if notice.code.is_none() {
                let about = kind_name(notice);
                self.words.entry(about).or_default().insert(key.clone());
            }
            self.inbox.push(one);
        }
    }

    /// How many different messages were about something.
    pub(super) fn words(&self, about: &str) -> usize {
        self.words.get(about).map_or(0, HashSet::len)
    }

    /// Every key that has arrived.
    pub(super) fn keys(&self) -> HashSet<&str> {
        self.inbox.iter().map(|one| one.key.as_str()).collect()
    }

    /// A person's messages for a purpose, oldest first. What others had sent to change their contact is not
    /// made use of: that would be the person's own free gift.
    pub(super) fn of(&self, person: usize, wanted: Purpose) -> Vec<&Notice> {
        let own = contacts(person);
        self.inbox
            .iter()
            .filter(|one| own.contains(&one.notice.to) && purpose(&one.notice) == wanted)
            .filter(|one| wanted != Purpose::Contact || self.authors.get(&one.key) == Some(&person))
            .map(|one| &one.notice)
            .collect()
    }
}

fn kind_name(notice: &Notice) -> String {
    let text = serde_json::to_string(&notice.kind).expect("a kind is JSON");
    text.trim_matches(|sign: char| !sign.is_ascii_alphabetic())
        .split('"')
        .next()
        .unwrap_or_default()
        .to_owned()
}
