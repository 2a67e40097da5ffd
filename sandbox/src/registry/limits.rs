//! What a request and a rule may hold. Each error is one line that names the part.

/// Longest number, in characters.
pub(crate) const LONGEST_NUMBER: usize = 64;
/// Most fields.
const MOST_FIELDS: usize = 32;
/// Longest name of a field, in characters.
const LONGEST_NAME: usize = 40;
/// Longest key, token and address, in characters.
const LONGEST_TEXT: usize = 2_000;

/// A canonical number. Those of foreign documents hold more than digits.
pub(crate) fn number(part: &str, text: &str) -> Result<(), String> {
    let fits = (1..=LONGEST_NUMBER).contains(&text.chars().count()) && text.trim() == text;
    let is_plain = !text.contains(|sign: char| sign.is_control() || sign == '*');
    fail_unless(fits && is_plain, || {
        format!("{part}: a number of 1 to {LONGEST_NUMBER} characters")
    })
}

/// Names of fields: small Latin letters, digits and `_` after a letter.
pub(crate) fn names<'a>(
    part: &str,
    mut names: impl ExactSizeIterator<Item = &'a String>,
) -> Result<(), String> {
    let fits = names.len() <= MOST_FIELDS && names.all(|name| is_name(name));
    fail_unless(fits, || {
        format!(
            "{part}: at most {MOST_FIELDS} names of at most {LONGEST_NAME} characters, \
             small Latin letters, digits and _"
        )
    })
}

fn is_name(name: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
    name.len() <= LONGEST_NAME
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(sign)
}

/// What goes into a header or an address.
pub(crate) fn visible(part: &str, text: &str) -> Result<(), String> {
    let fits = (1..=LONGEST_TEXT).contains(&text.len());
    fail_unless(
        fits && text.bytes().all(|byte| byte.is_ascii_graphic()),
        || format!("{part}: 1 to {LONGEST_TEXT} visible ASCII characters"),
    )
}

fn fail_unless(right: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if right { Ok(()) } else { Err(why()) }
}
