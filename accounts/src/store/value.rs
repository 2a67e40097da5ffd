//! Values bound to a statement: the four kinds that mean the same on both databases.

use crate::clock::Instant;

/// One parameter. `None` is NULL, with the type of its column all the same.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// TEXT
    Text(Option<String>),
    /// INTEGER or BIGINT
    Int(Option<i64>),
    /// BLOB or BYTEA
    Blob(Option<Vec<u8>>),
}

impl std::fmt::Debug for Value {
    /// Kinds alone: a value can be personal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Text(_) => "Text",
            Self::Int(_) => "Int",
            Self::Blob(_) => "Blob",
        })
    }
}

macro_rules! value_from {
    ($($from:ty => $kind:ident, $make:expr;)*) => {$(
        impl From<$from> for Value {
            fn from(value: $from) -> Self {
                Self::$kind(Some($make(value)))
            }
        }

        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self {
                Self::$kind(value.map($make))
            }
        }
    )*};
}

value_from! {
    &str => Text, str::to_owned;
    &String => Text, String::clone;
    String => Text, std::convert::identity;
    i64 => Int, std::convert::identity;
    u32 => Int, i64::from;
    bool => Int, i64::from;
    Instant => Int, Instant::millis;
    Vec<u8> => Blob, std::convert::identity;
    &[u8] => Blob, <[u8]>::to_vec;
    &Vec<u8> => Blob, Vec::clone;
}
