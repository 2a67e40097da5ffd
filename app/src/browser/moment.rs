//! Time on a page.

/// Seconds since the page was opened; goes on while the window sleeps.
pub fn now_s() -> f64 {
    leptos::prelude::window()
        .performance()
        .map_or(0.0, |clock| clock.now() / 1000.0)
}

/// «45 с», «2 мин», «1 мин 30 с», «3 ч».
pub fn in_words(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds % 3600 / 60, seconds % 60);
    let parts = match (hours, minutes, rest) {
        (0, 0, rest) => [(rest, "с"), (0, "")],
        (0, minutes, rest) => [(minutes, "мин"), (rest, "с")],
        (hours, minutes, _) => [(hours, "ч"), (minutes, "мин")],
    };
    let words: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| [&number.to_string(), "\u{A0}", unit].concat())
        .collect();
    words.join(" ")
}
