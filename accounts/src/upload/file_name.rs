//! Names of files: shown to their citizen and sealed, never used to find or to judge anything.

use super::inspect::FileKind;

/// Longest name without its ending, in characters.
const LONGEST: usize = 100;
/// What a file without a name is called.
const NAMELESS: &str = "file";

/// The name under which a file is listed: its last part, without what cannot be seen, at most
/// 100 characters, and with the ending that fits what the file is.
pub(super) fn tidy(name: &str, kind: FileKind) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let seen: String = stem.chars().filter(|letter| is_seen(*letter)).collect();
    let short: String = seen.trim().chars().take(LONGEST).collect();
    let stem = match short.trim() {
        "" => NAMELESS,
        stem => stem,
    };
    format!("{stem}.{}", kind.ending())
}

/// Neither a control character nor one that turns the reading direction: `exe.fdp` must not read `pdf.exe`.
fn is_seen(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_the_file_is_and_hides_nothing() {
        let tidied = |name: &str| tidy(name, FileKind::Pdf);
        assert_eq!(tidied("Паспорт.PDF"), "Паспорт.pdf");
        assert_eq!(tidied("C:\\fakepath\\scan.exe"), "scan.pdf");
        assert_eq!(tidied("../../etc/passwd"), "passwd.pdf");
        assert_eq!(tidied("a\u{202e}gpj\r\n.exe"), "agpj.pdf");
        for nameless in ["", ".pdf", " \u{0} ", "/"] {
            assert_eq!(tidied(nameless), "file.pdf", "{nameless:?}");
        }
        assert_eq!(tidied(&"я".repeat(300)).chars().count(), 104);
    }
}
