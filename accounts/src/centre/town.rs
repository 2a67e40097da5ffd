//! The town somebody types.

use domain::slip::is_one_slip;

use super::{Directory, Town};

/// Towns offered instead of one that is not there.
const OFFERED: usize = 8;

/// Where centres are looked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Place<'a> {
    /// Nothing was typed.
    Everywhere,
    /// In this town and around it.
    Town(&'a Town),
    /// No one town is called so; these may be meant.
    Unknown(Vec<&'a Town>),
}

impl Directory {
    /// The place that a typed text means: a town, or town and region where two towns have one name.
    #[must_use]
    pub fn place(&self, typed: &str) -> Place<'_> {
        if typed.trim().is_empty() {
            return Place::Everywhere;
        }
        let typed = plain(typed);
        let called = |town: &&Town| {
            let name = plain(&town.name);
            name == typed || format!("{name} {}", plain(&town.region)) == typed
        };
        let found: Vec<_> = self.towns().iter().filter(called).collect();
        match found.as_slice() {
            [town] => Place::Town(town),
            [] => Place::Unknown(self.similar(&typed)),
            _ => Place::Unknown(found),
        }
    }

    fn similar(&self, typed: &str) -> Vec<&Town> {
        if typed.is_empty() {
            return Vec::new();
        }
        let signs: Vec<char> = typed.chars().collect();
        let is_similar = |town: &&Town| {
            let name = plain(&town.name);
            let slipped = || is_one_slip(&name.chars().collect::<Vec<_>>(), &signs);
            name.starts_with(typed) || plain(&town.region).contains(typed) || slipped()
        };
        self.towns()
            .iter()
            .filter(is_similar)
            .take(OFFERED)
            .collect()
    }
}

/// Small letters and single spaces; «ё» is «е», and a town is no «г.».
fn plain(text: &str) -> String {
    let letters = text.to_lowercase().replace('ё', "е");
    let words = letters.split(|sign: char| !sign.is_alphanumeric());
    let words: Vec<_> = words
        .filter(|word| !word.is_empty() && *word != "г")
        .collect();
    words.join(" ")
}
