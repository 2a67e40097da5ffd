//! The part of an e-mail address after the `@`.

use super::email::EmailError;
use crate::Unicode;
use crate::script::{is_cyrillic, is_latin};

/// Letters, digits and hyphens in one label of the domain name system.
const LABEL_LIMIT: usize = 63;

/// Checks a domain and gives it in small ASCII.
pub(super) fn to_ascii(domain: &str, unicode: &impl Unicode) -> Result<String, EmailError> {
    if domain.is_empty() || labels(domain).any(has_hyphen_at_edge) {
        return Err(EmailError::InvalidDomain);
    }
    if labels(domain).any(|label| mixes_scripts(label, unicode)) {
        return Err(EmailError::MixedScript);
    }
    let ascii = encode(domain, unicode).ok_or(EmailError::InvalidDomain)?;
    if !ascii.split('.').all(is_label) {
        return Err(EmailError::InvalidDomain);
    }
    let Some((_, last)) = ascii.rsplit_once('.') else {
        return Err(EmailError::DomainNoDot);
    };
    if last.len() == 1 || last.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(EmailError::InvalidDomain);
    }
    Ok(ascii)
}

/// A domain in its own letters; a label that mixes scripts stays encoded, for it may deceive.
pub(super) fn to_readable(domain: &str, unicode: &impl Unicode) -> String {
    let readable = unicode.domain_to_unicode(domain);
    let deceives = readable
        .split('.')
        .any(|label| mixes_scripts(label, unicode));
    if deceives {
        domain.to_owned()
    } else {
        readable
    }
}

/// Labels between full stops, and the East Asian stops that UTS 46 takes for one.
fn labels(domain: &str) -> impl Iterator<Item = &str> {
    domain.split(['.', '\u{3002}', '\u{FF0E}', '\u{FF61}'])
}

/// The hyphen, and the two signs that UTS 46 takes for one.
const HYPHENS: [char; 3] = ['-', '\u{FE63}', '\u{FF0D}'];

fn has_hyphen_at_edge(label: &str) -> bool {
    label.starts_with(HYPHENS) || label.ends_with(HYPHENS)
}

/// Whether letters of more than one script stand in one label: Latin, Cyrillic, any other.
fn mixes_scripts(label: &str, unicode: &impl Unicode) -> bool {
    let (mut latin, mut cyrillic, mut other) = (false, false, false);
    for character in label.chars() {
        if is_latin(character) {
            latin = true;
        } else if is_cyrillic(character) {
            cyrillic = true;
        } else if !character.is_ascii() && unicode.is_letter(character) {
            other = true;
        }
    }
    u8::from(latin) + u8::from(cyrillic) + u8::from(other) > 1
}

/// To ASCII by UTS 46. Plain names need no table; names that cannot be right do not reach it,
/// so that it is never asked about a percent sign, a port or a path.
fn encode(domain: &str, unicode: &impl Unicode) -> Option<String> {
    if domain
        .bytes()
        .any(|byte| byte.is_ascii() && !is_host_byte(byte))
    {
        return None;
    }
    // Three signs fall apart into ASCII that STD 3 forbids; tables differ in when they say so.
    if domain.contains(['\u{2260}', '\u{226E}', '\u{226F}']) {
        return None;
    }
    if domain.is_ascii() && !domain.split('.').any(is_encoded) {
        return Some(domain.to_ascii_lowercase());
    }
    unicode.domain_to_ascii(domain)
}

fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.'
}

/// Whether a label is an A-label by its prefix.
fn is_encoded(label: &str) -> bool {
    label
        .as_bytes()
        .get(..4)
        .is_some_and(|prefix| prefix.eq_ignore_ascii_case(b"xn--"))
}

/// `[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?`
fn is_label(label: &str) -> bool {
    let signs = label
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let whole = signs && !has_hyphen_at_edge(label) && !lacks_ascii_part(label);
    whole && (1..=LABEL_LIMIT).contains(&label.len())
}

/// Whether an A-label has its delimiter, the last hyphen, with nothing before it. Such a label
/// decodes to nothing, and not every table says so.
fn lacks_ascii_part(label: &str) -> bool {
    label
        .strip_prefix("xn--")
        .is_some_and(|rest| rest.rfind('-') == Some(0))
}
