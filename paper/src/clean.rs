//! Values as they may stand on paper.

/// One space for any white space and any control character, no invisible signs; a no-break space stays.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for sign in text.chars() {
        if is_break(sign) {
            if !cleaned.is_empty() && !cleaned.ends_with(' ') {
                cleaned.push(' ');
            }
        } else if sign == '\u{FFFE}' {
            // PDF/UA knows no such sign (ISO 14289-1, 7.21.7).
            cleaned.push(char::REPLACEMENT_CHARACTER);
        } else if !is_invisible(sign) {
            cleaned.push(sign);
        }
    }
    cleaned.truncate(cleaned.trim_end_matches(' ').len());
    cleaned
}

/// Where a line may end.
fn is_break(sign: char) -> bool {
    sign.is_control() || (sign.is_whitespace() && !matches!(sign, '\u{A0}' | '\u{202F}'))
}

/// Signs that only direct how others are drawn: soft hyphens, joiners, directions, variants.
fn is_invisible(sign: char) -> bool {
    matches!(sign,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn only_what_is_seen_stays() {
        assert_eq!(
            clean(" \u{FEFF}Анна\r\n\t Мария\0\u{200D}№\u{A0}1 "),
            "Анна Мария №\u{A0}1"
        );
        assert_eq!(clean("а\u{FFFE}б"), "а\u{FFFD}б");
    }
}
