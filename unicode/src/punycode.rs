//! From ASCII back to letters: the browser offers no way. Decodes names that have passed the
//! rules already, so nothing is checked twice.

/// A domain with its encoded labels in their own letters; a label that does not decode stays.
pub(crate) fn readable(domain: &str) -> String {
    let mut text = String::with_capacity(domain.len());
    for (place, label) in domain.split('.').enumerate() {
        if place > 0 {
            text.push('.');
        }
        match label
            .strip_prefix("xn--")
            .and_then(idna::punycode::decode_to_string)
        {
            Some(letters) => text.push_str(&letters),
            None => text.push_str(label),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn agrees_with_the_tables() {
        for domain in [
            "example.com",
            "xn--e1afmkfd.xn--p1ai",
            "xn--80a1acny.xn--e1afmkfd.xn--p1ai",
            "xn--strae-oqa.de",
            "a.xn--wgv71a119e.jp",
        ] {
            assert_eq!(
                readable(domain),
                idna::domain_to_unicode(domain).0,
                "{domain}"
            );
        }
        assert_eq!(readable("xn--\u{7f}"), "xn--\u{7f}");
    }
}
