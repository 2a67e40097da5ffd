//! The browser's own tables: `URL`, `normalize` and the property escapes of its expressions.

use domain::Unicode;
use js_sys::{JsString, RegExp};
use web_sys::Url;

use crate::Tables;
use crate::punycode;

/// A last label that keeps `URL` from taking a name that ends in a number for an IPv4 address.
const GUARD: &str = ".a";

impl Unicode for Tables {
    fn domain_to_ascii(&self, domain: &str) -> Option<String> {
        let url = Url::new(&["http://", domain, GUARD, "/"].concat()).ok()?;
        url.hostname().strip_suffix(GUARD).map(str::to_owned)
    }

    fn domain_to_unicode(&self, domain: &str) -> String {
        punycode::readable(domain)
    }

    fn nfc(&self, text: &str) -> String {
        normalised(text, "NFC")
    }

    fn nfkc(&self, text: &str) -> String {
        normalised(text, "NFKC")
    }

    fn is_letter(&self, character: char) -> bool {
        has_property(character, r"\p{L}")
    }

    fn is_number(&self, character: char) -> bool {
        has_property(character, r"\p{N}")
    }
}

fn normalised(text: &str, form: &str) -> String {
    JsString::from(text).normalize(form).into()
}

fn has_property(character: char, property: &str) -> bool {
    let mut buffer = [0; 4];
    RegExp::new(property, "u").test(character.encode_utf8(&mut buffer))
}
