//! Words of the protocol. Each stands in one place, with its name on the wire and in the file and
//! with what the page calls it.

use serde::{Deserialize, Deserializer, Serializer, de};

/// A word of a closed list.
pub(crate) trait Word: Copy + 'static {
    /// Every word, in the order of the page.
    const ALL: &'static [Self];

    /// Its name, and what the page calls it.
    fn texts(self) -> (&'static str, &'static str);

    fn name(self) -> &'static str {
        self.texts().0
    }

    fn label(self) -> &'static str {
        self.texts().1
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.name() == name)
    }
}

/// What the page calls the word of this name.
pub(crate) fn label<W: Word>(name: &str) -> &str {
    W::from_name(name).map_or(name, |word| word.label())
}

pub(crate) fn serialize<W: Word, S: Serializer>(word: &W, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(word.name())
}

pub(crate) fn deserialize<'de, W: Word, D: Deserializer<'de>>(from: D) -> Result<W, D::Error> {
    let name = String::deserialize(from)?;
    W::from_name(&name).ok_or_else(|| {
        let names: Vec<_> = W::ALL.iter().map(|word| word.name()).collect();
        de::Error::custom(format!("expected one of {}", names.join(", ")))
    })
}
