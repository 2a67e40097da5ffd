//! What the keyboard tells while a password is typed (S3).

use leptos::ev::KeyboardEvent;

/// A neutral note, or nothing.
pub fn note(event: &KeyboardEvent) -> &'static str {
    let key = event.key();
    let russian = key.chars().count() == 1
        && key
            .chars()
            .all(|letter| matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
    if event.get_modifier_state("CapsLock") {
        "Включён Caps Lock"
    } else if russian {
        "Похоже, включена русская раскладка"
    } else {
        ""
    }
}
