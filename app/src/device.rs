//! A browser's own name in words: «Chrome, Android».

/// Marks of browsers: several name others beside themselves, so the order matters.
const BROWSERS: [(&str, &str); 9] = [
    ("YaBrowser/", "Яндекс Браузер"),
    ("EdgA/", "Edge"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// Browser and system, as far as they are known.
pub(crate) fn in_words(user_agent: &str) -> String {
    let known = [find(&BROWSERS, user_agent), find(&SYSTEMS, user_agent)];
    let words: Vec<&str> = known.into_iter().flatten().collect();
    if words.is_empty() {
        "Неизвестное устройство".to_owned()
    } else {
        words.join(", ")
    }
}

fn find(marks: &[(&str, &'static str)], user_agent: &str) -> Option<&'static str> {
    let found = marks.iter().find(|(mark, _)| user_agent.contains(mark));
    found.map(|(_, word)| *word)
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn browsers_are_told_apart() {
        let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0";
        assert_eq!(in_words(chrome), "Chrome, Linux");
        assert_eq!(in_words(safari), "Safari, iPhone");
        assert_eq!(in_words(edge), "Edge, Windows");
        assert_eq!(in_words("curl/8"), "Неизвестное устройство");
    }
}
