//! The states of the world, for the field «Гражданство»: ISO 3166-1 alpha-2 codes with their Russian names (CLDR).

/// Citizenship of the Russian Federation.
pub const RUSSIA: &str = "RU";

/// One line a state: its code, a tab, its name. Russia first, «Без гражданства» last.
const LIST: &str = include_str!("../data/countries.tsv");

/// Codes and names, in the order of the list.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    LIST.lines().filter_map(|line| line.split_once('\t'))
}

/// The name of the state with this code.
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    all()
        .find(|(known, _)| *known == code)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_state_has_a_code_and_a_name_of_its_own() {
        let codes: BTreeSet<_> = all().map(|(code, _)| code).collect();
        let names: BTreeSet<_> = all().map(|(_, name)| name).collect();
        assert_eq!(codes.len(), LIST.lines().count());
        assert_eq!(names.len(), codes.len());
        let is_code =
            |code: &&str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        assert!(codes.iter().all(is_code));
        assert_eq!(all().next(), Some((RUSSIA, "Россия")));
        assert_eq!(all().last(), Some(("XX", "Без гражданства")));
        assert_eq!(name("KZ"), Some("Казахстан"));
        assert_eq!(name("ZZ"), None);
    }
}
