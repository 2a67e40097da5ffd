//! The state of a page in its address.

use std::collections::BTreeMap;

use http::Uri;

/// Names and values of a query; what cannot be read is not there.
pub(crate) struct Query(BTreeMap<String, String>);

impl Query {
    /// The query alone, without `?`.
    pub(crate) fn read(query: &str) -> Self {
        Self::of(&format!("/?{query}").parse().unwrap_or_default())
    }

    pub(crate) fn of(uri: &Uri) -> Self {
        let read = axum::extract::Query::try_from_uri(uri);
        Self(
            read.map(|axum::extract::Query(pairs)| pairs)
                .unwrap_or_default(),
        )
    }

    /// The value of a name; empty where it has none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}

/// Adds a name with its value to an address.
pub(crate) fn push(address: &mut String, name: &str, value: &str) {
    address.push(if address.contains('?') { '&' } else { '?' });
    address.push_str(name);
    address.push('=');
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => address.push(char::from(byte)),
            b' ' => address.push('+'),
            byte => address.push_str(&format!("%{byte:02X}")),
        }
    }
}
