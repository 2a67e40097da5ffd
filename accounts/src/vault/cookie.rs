//! Sealed cookies: what the browser carries to the next page, unreadable and for a while.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{Cell, Vault};
use crate::clock::Instant;
use crate::rng::Rng;

fn cell(purpose: &str) -> Cell<'_> {
    Cell {
        table: "cookie",
        column: purpose,
        row: "",
    }
}

impl Vault {
    /// Seals what a cookie for this purpose carries until it expires; the result is base64url.
    #[must_use]
    pub fn seal_cookie(
        &self,
        purpose: &'static str,
        plain: &[u8],
        expires: Instant,
        rng: &dyn Rng,
    ) -> String {
        let mut bytes = expires.millis().to_be_bytes().to_vec();
        bytes.extend_from_slice(plain);
        URL_SAFE_NO_PAD.encode(self.cookies.seal(cell(purpose), &bytes, rng))
    }

    /// What a cookie carries. Nothing, when it is late, foreign, or for another purpose.
    #[must_use]
    pub fn open_cookie(&self, purpose: &'static str, text: &str, now: Instant) -> Option<Vec<u8>> {
        let sealed = URL_SAFE_NO_PAD.decode(text).ok()?;
        let plain = self.cookies.open(cell(purpose), &sealed).ok()?;
        let (expires, plain) = plain.split_first_chunk()?;
        let expires = Instant::from_millis(i64::from_be_bytes(*expires));
        (now < expires).then(|| plain.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SeededRng;
    use crate::vault::MasterKey;

    #[test]
    fn a_cookie_opens_in_time_and_for_its_purpose_alone() {
        let rng = SeededRng::new(1);
        let vault = Vault::new(&MasterKey::generate(&rng));
        let now = Instant::from_millis(1000);
        let text = vault.seal_cookie("flash", b"plain", now.plus_s(300), &rng);
        assert_eq!(
            vault.open_cookie("flash", &text, now).as_deref(),
            Some(&b"plain"[..])
        );
        assert!(vault.open_cookie("flash", &text, now.plus_s(299)).is_some());
        assert_eq!(vault.open_cookie("flash", &text, now.plus_s(300)), None);
        assert_eq!(vault.open_cookie("other", &text, now), None);
        assert_eq!(vault.open_cookie("flash", &text[1..], now), None);
        assert_eq!(vault.open_cookie("flash", "", now), None);
        assert!(!text.contains(['=', '+', '/', ';', ' ']), "{text}");
    }
}
