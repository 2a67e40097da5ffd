//! Cleaning of what is typed, as section 0.2 of the field rules orders it.

/// Why nothing is left to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// More code points than the field takes, counted before cleaning.
    TooLong,
    /// Nothing left after cleaning.
    Empty,
}

/// Code points a number field takes before it is looked at.
pub(crate) const NUMBER_LIMIT: usize = 256;
/// The same for names and e-mail.
pub(crate) const TEXT_LIMIT: usize = 512;

/// Whether the text has more code points than this. Reads no further than it must.
pub(crate) fn is_longer(text: &str, limit: usize) -> bool {
    text.len() > limit && text.chars().nth(limit).is_some()
}

/// Characters that take no place on the screen and come along when text is copied.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}'
            | '\u{FEFF}'
    )
}

/// Unicode white space.
pub(crate) fn is_space(character: char) -> bool {
    matches!(
        character,
        '\u{9}'..='\u{D}'
            | ' '
            | '\u{85}'
            | '\u{A0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200A}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202F}'
            | '\u{205F}'
            | '\u{3000}'
    )
}

/// General category Cc.
pub(crate) fn is_control(character: char) -> bool {
    matches!(character, '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}')
}

/// One character cleaned; `None`: dropped.
fn cleaned(character: char) -> Option<char> {
    if is_invisible(character) {
        return None;
    }
    if is_space(character) {
        return Some(' ');
    }
    Some(match character {
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => '-',
        '\u{FF01}'..='\u{FF5E}' => full_width_to_ascii(character),
        other => other,
    })
}

fn full_width_to_ascii(character: char) -> char {
    let ascii = u32::from(character) - 0xFF01 + 0x21;
    char::from_u32(ascii).unwrap_or(character)
}

/// Steps 1 to 6: limit, invisible characters, spaces, dashes, full-width forms, trimming.
pub(crate) fn clean(raw: &str, limit: usize) -> Result<String, Unusable> {
    if is_longer(raw, limit) {
        return Err(Unusable::TooLong);
    }
    let mut text = String::with_capacity(raw.len());
    for character in raw.chars().filter_map(cleaned) {
        if character != ' ' || !text.is_empty() {
            text.push(character);
        }
    }
    text.truncate(text.trim_end_matches(' ').len());
    if text.is_empty() {
        Err(Unusable::Empty)
    } else {
        Ok(text)
    }
}

/// Step 7: signs that only group the digits of a number.
pub(crate) fn is_separator(character: char) -> bool {
    matches!(character, ' ' | '-' | '.' | '(' | ')')
}

/// Steps 1 to 7 of a number field.
pub(crate) fn clean_number(raw: &str) -> Result<String, Unusable> {
    let mut text = clean(raw, NUMBER_LIMIT)?;
    text.retain(|character| !is_separator(character));
    Ok(text)
}

/// The same for documents, on which `№` stands before the number.
pub(crate) fn clean_document(raw: &str) -> Result<String, Unusable> {
    let mut text = clean_number(raw)?;
    text.retain(|character| character != '№');
    Ok(text)
}
