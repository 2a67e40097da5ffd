//! Russian names in Latin letters, in the spellings people use.

/// Small Russian letters as the travel passport spells them.
fn letter(character: char) -> Option<&'static str> {
    Some(match character {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'ы' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "c",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "sch",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

/// The word in Latin letters, folded: with ё as `e`, as `io` and as `o`, and with ь before ё
/// as nothing or `i`.
pub(crate) fn in_latin(lower: &str) -> Vec<String> {
    let spellings = ["e", "io", "o"].into_iter().map(|yo| {
        let mut latin = String::with_capacity(lower.len());
        for character in lower.chars() {
            match letter(character) {
                Some(letters) => latin.push_str(letters),
                None if character == 'ё' => latin.push_str(yo),
                None => latin.push(character),
            }
        }
        folded(&latin)
    });
    spellings.collect()
}

/// One spelling for those that differ by habit: `yulia`, `iuliia` and `julija` are one.
pub(crate) fn folded(latin: &str) -> String {
    let plain = latin
        .replace("shch", "sch")
        .replace("kh", "h")
        .replace("ts", "c")
        .replace('x', "ks")
        .replace(['y', 'j'], "i");
    let mut once = String::with_capacity(plain.len());
    for character in plain.chars() {
        if !once.ends_with(character) {
            once.push(character);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_spelled_as_the_passport_does() {
        let spelled = |word: &str| in_latin(word).swap_remove(0);
        for (word, latin) in [
            ("абвгд", "abvgd"),
            ("ежз", "ezhz"),
            ("киклмноп", "kiklmnop"),
            ("рстуф", "rstuf"),
            ("хцчшщ", "hcchshsch"),
            ("объём", "obem"),
            ("конь", "kon"),
            ("эта", "eta"),
            ("юля", "iulia"),
            ("мэй", "mei"),
            ("сын", "sin"),
            ("a-1", "a-1"),
        ] {
            assert_eq!(spelled(word), folded(latin), "{word}");
        }
    }

    #[test]
    fn yo_is_spelled_in_three_ways() {
        assert_eq!(in_latin("лёва"), ["leva", "liova", "lova"]);
        assert_eq!(in_latin("лова"), ["lova", "lova", "lova"]);
    }

    #[test]
    fn habits_of_spelling_are_one() {
        for spelling in ["yulia", "iuliia", "julija"] {
            assert_eq!(folded(spelling), "iulia");
        }
        assert_eq!(folded("shchukhtsx"), "schuhcks");
    }
}
