//! The list itself.

/// One password a line, small letters, in byte order: searched where it lies, so that it costs
/// no memory beside the program's own.
static LIST: &str = include_str!("../../data/common-passwords.txt");

/// Whether the list holds this password, given in small letters.
pub(crate) fn contains(lower: &str) -> bool {
    let list = LIST.as_bytes();
    let wanted = lower.as_bytes();
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = list[low..middle]
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(low, |at| low + at + 1);
        let end = list[start..high]
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(high, |at| start + at);
        match list[start..end].cmp(wanted) {
            core::cmp::Ordering::Equal => return true,
            core::cmp::Ordering::Less => low = (end + 1).min(high),
            core::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_every_line_is_found() {
        let lines: Vec<&str> = LIST.lines().collect();
        assert!(lines.len() >= 3000);
        assert!(lines.is_sorted_by(|a, b| a < b));
        for line in lines {
            assert!(contains(line), "{line}");
            assert_eq!(line, line.to_lowercase());
        }
    }

    #[test]
    fn what_is_not_listed_is_not_found() {
        for other in [
            "",
            "\n",
            "password\n",
            "passwordpasswordpass",
            "zzzzzzzzzzzzzz",
            "!",
            "~~~~",
            "пароль",
        ] {
            assert!(!contains(other), "{other}");
        }
    }
}
