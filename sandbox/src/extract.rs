//! Finds the one-time code and the link in a text, as a person would.

/// The first run of exactly six digits; in a call they are spelled with separators.
pub(crate) fn code(text: &str) -> Option<String> {
    let plain = text
        .split(|sign: char| !sign.is_ascii_digit())
        .find(|run| run.len() == 6);
    plain.map(str::to_owned).or_else(|| spelled(text))
}

/// Six single digits in a row: «1, 2, 3, 4, 5, 6».
fn spelled(text: &str) -> Option<String> {
    let mut digits = String::new();
    for word in text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        match word.as_bytes() {
            [digit] if digit.is_ascii_digit() => digits.push(char::from(*digit)),
            _ => digits.clear(),
        }
        if digits.len() == 6 {
            return Some(digits);
        }
    }
    None
}

/// The first address that begins with http:// or https://.
pub(crate) fn link(text: &str) -> Option<String> {
    let start = text
        .find("https://")
        .into_iter()
        .chain(text.find("http://"))
        .min()?;
    let end = text[start..].find(|sign: char| sign.is_whitespace() || "<>\"'".contains(sign));
    let link = end.map_or(&text[start..], |end| &text[start..start + end]);
    Some(link.trim_end_matches(['.', ',', ')', ';']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_links_are_found() {
        assert_eq!(
            code("012345 — код\n@host #012345").as_deref(),
            Some("012345")
        );
        assert_eq!(
            code("Ваш код: 1, 2, 3, 4, 5, 6. Повторяю").as_deref(),
            Some("123456")
        );
        assert_eq!(code("8 800 000-00-00"), None);
        assert_eq!(
            link("Нажмите: http://127.0.0.1:3000/confirm/a-B_c. Код 123456").as_deref(),
            Some("http://127.0.0.1:3000/confirm/a-B_c")
        );
        assert_eq!(link("нет"), None);
    }
}
