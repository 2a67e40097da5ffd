//! The cookies of one browser.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use reqwest::header::{HeaderMap, SET_COOKIE};

/// A cookie as it was set.
#[derive(Clone, Debug)]
pub struct Cookie {
    /// Its value.
    pub value: String,
    /// Its attributes as they were sent, in order: `Path=/`, `HttpOnly`.
    pub attributes: Vec<String>,
    /// When it ends; `None`: with the browser.
    pub expires: Option<Instant>,
}

impl Cookie {
    /// Whether it has this attribute, word for word.
    #[must_use]
    pub fn has(&self, attribute: &str) -> bool {
        self.attributes
            .iter()
            .any(|own| own.eq_ignore_ascii_case(attribute))
    }

    fn age(&self) -> Option<i64> {
        let age = self
            .attributes
            .iter()
            .find_map(|own| own.strip_prefix("Max-Age="));
        age.and_then(|age| age.parse().ok())
    }
}

/// Keeps cookies as a browser over plain http does: by age, and none that is for https.
#[derive(Clone, Debug, Default)]
pub struct Jar(BTreeMap<String, Cookie>);

impl Jar {
    /// Takes what an answer sets and drops what it takes back.
    pub fn take(&mut self, headers: &HeaderMap) {
        for (name, cookie) in set_cookies(headers) {
            if cookie.has("Secure") || cookie.age().is_some_and(|age| age <= 0) {
                self.0.remove(&name);
            } else {
                self.0.insert(name, cookie);
            }
        }
    }

    /// The value of the `Cookie` header; `None` where there is nothing to send.
    #[must_use]
    pub fn header(&self) -> Option<String> {
        let alive = self.0.iter().filter(|(_, cookie)| is_alive(cookie));
        let pairs: Vec<_> = alive
            .map(|(name, cookie)| format!("{name}={}", cookie.value))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// The cookie of this name, if it lives.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Cookie> {
        self.0.get(name).filter(|cookie| is_alive(cookie))
    }

    /// Names of the cookies that live.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.0
            .iter()
            .filter(|(_, cookie)| is_alive(cookie))
            .map(|(name, _)| name.as_str())
            .collect()
    }

    /// Puts a value in, whoever made it.
    pub fn put(&mut self, name: &str, value: &str) {
        let cookie = Cookie {
            value: value.to_owned(),
            attributes: Vec::new(),
            expires: None,
        };
        self.0.insert(name.to_owned(), cookie);
    }

    /// Loses one cookie.
    pub fn lose(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// The browser is closed: what has no age is gone.
    pub fn close(&mut self) {
        self.0.retain(|_, cookie| cookie.expires.is_some());
    }
}

fn is_alive(cookie: &Cookie) -> bool {
    cookie.expires.is_none_or(|end| Instant::now() < end)
}

/// Every cookie that an answer sets, in order.
pub(crate) fn set_cookies(headers: &HeaderMap) -> Vec<(String, Cookie)> {
    let lines = headers
        .get_all(SET_COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    lines.filter_map(parse).collect()
}

fn parse(line: &str) -> Option<(String, Cookie)> {
    let mut parts = line.split(';').map(str::trim);
    let (name, value) = parts.next()?.split_once('=')?;
    let attributes = parts.map(str::to_owned).collect();
    let mut cookie = Cookie {
        value: value.to_owned(),
        attributes,
        expires: None,
    };
    let age = cookie
        .age()
        .map(|age| u64::try_from(age).unwrap_or_default());
    cookie.expires = age.map(|age| Instant::now() + Duration::from_secs(age));
    Some((name.to_owned(), cookie))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[&str]) -> HeaderMap {
        let pairs = lines.iter().map(|line| (SET_COOKIE, line.parse().unwrap()));
        HeaderMap::from_iter(pairs)
    }

    #[test]
    fn ages_are_honoured() {
        let mut jar = Jar::default();
        jar.take(&headers(&[
            "short=1; Path=/; Max-Age=0",
            "long=2; Path=/; Max-Age=600; HttpOnly",
            "browser=3; Path=/",
            "secret=4; Path=/; Secure",
        ]));
        assert_eq!(jar.header().unwrap(), "browser=3; long=2");
        assert!(jar.get("long").unwrap().has("httponly"));
        jar.close();
        assert_eq!(jar.header().unwrap(), "long=2");
        jar.take(&headers(&["long=; Path=/; Max-Age=0"]));
        assert_eq!(jar.header(), None);
    }
}
