//! How the pages look for whoever needs them otherwise («Версия для слабовидящих», A7): chosen at `/display`, kept in a
//! cookie, written into the first HTML.

use std::fmt;

use accounts::Visit;

/// One thing that can be chosen.
pub(crate) struct Setting {
    /// Its name in the form.
    pub(crate) name: &'static str,
    /// What is asked.
    pub(crate) legend: &'static str,
    /// Codes and words of the answers, the usual one first.
    pub(crate) choices: &'static [Choice],
}

/// Code, words, and what the answer adds to the `html` element.
pub(crate) type Choice = (&'static str, &'static str, &'static str);

/// Everything that can be chosen.
pub(crate) const SETTINGS: [Setting; 4] = [
    Setting {
        name: "look",
        legend: "Цвета",
        choices: &[
            ("device", "Как на устройстве", ""),
            ("light", "Светлые", " data-theme=\"light\""),
            ("dark", "Тёмные", " data-theme=\"dark\""),
            ("black", "Чёрным по белому", " data-scheme=\"black\""),
            ("white", "Белым по чёрному", " data-scheme=\"white\""),
            ("blue", "Тёмно-синим по голубому", " data-scheme=\"blue\""),
        ],
    },
    Setting {
        name: "text",
        legend: "Размер текста",
        choices: &[
            ("100", "Обычный", ""),
            ("125", "Крупнее: 125 %", " data-text=\"125\""),
            ("150", "Крупный: 150 %", " data-text=\"150\""),
            ("200", "Очень крупный: 200 %", " data-text=\"200\""),
        ],
    },
    Setting {
        name: "space",
        legend: "Расстояние между буквами и строками",
        choices: &[
            ("usual", "Обычное", ""),
            ("wide", "Увеличенное", " data-space=\"wide\""),
        ],
    },
    Setting {
        name: "images",
        legend: "Рисунки и карта",
        choices: &[
            ("shown", "Показывать", ""),
            ("hidden", "Не показывать", " data-images=\"hidden\""),
        ],
    },
];

/// Between the codes in the cookie.
const BETWEEN: char = '-';

/// What is chosen: the place of the answer, setting by setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Display([usize; SETTINGS.len()]);

impl Display {
    /// What the visit's cookie says. What it does not say, or not in our words, is as usual.
    pub(crate) fn of(visit: &Visit) -> Self {
        let text = visit.display.as_deref().unwrap_or_default();
        let mut codes = text.split(BETWEEN);
        Self::read(|_| codes.next())
    }

    /// What a form says.
    pub(crate) fn of_form(fields: &[(String, String)]) -> Self {
        Self::read(|setting| {
            let field = fields.iter().find(|(name, _)| name == setting.name);
            field.map(|(_, code)| code.as_str())
        })
    }

    fn read<'a>(mut code: impl FnMut(&Setting) -> Option<&'a str>) -> Self {
        Self(SETTINGS.each_ref().map(|setting| {
            let chosen = code(setting);
            let mut choices = setting.choices.iter();
            let place = choices.position(|(code, _, _)| Some(*code) == chosen);
            place.unwrap_or_default()
        }))
    }

    /// Each setting with the answer that is chosen.
    pub(crate) fn chosen(self) -> impl Iterator<Item = (&'static Setting, &'static Choice)> {
        let settings = SETTINGS.iter().zip(self.0);
        settings.map(|(setting, place)| (setting, &setting.choices[place]))
    }

    /// What it adds to the `html` element.
    pub(crate) fn attributes(self) -> String {
        self.chosen()
            .map(|(_, (_, _, attribute))| *attribute)
            .collect()
    }
}

impl fmt::Display for Display {
    /// The cookie's value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (_, (code, _, _))) in self.chosen().enumerate() {
            if place > 0 {
                write!(f, "{BETWEEN}")?;
            }
            f.write_str(code)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Display {
        let mut visit = Visit::bare([192, 0, 2, 1].into(), "", "");
        visit.display = Some(text.to_owned());
        Display::of(&visit)
    }

    #[test]
    fn what_is_chosen_comes_back() {
        let fields = [("space", "wide"), ("look", "blue"), ("text", "200")];
        let fields = fields.map(|(name, code)| (name.to_owned(), code.to_owned()));
        let chosen = Display::of_form(&fields);
        assert_eq!(chosen.to_string(), "blue-200-wide-shown");
        let attributes = r#" data-scheme="blue" data-text="200" data-space="wide""#;
        assert_eq!(chosen.attributes(), attributes);
        assert_eq!(kept(&chosen.to_string()), chosen);
    }

    #[test]
    fn what_cannot_be_read_is_as_usual() {
        for text in [
            "",
            "-",
            "red-300-x-y",
            "\"><script>",
            "device-100-usual-shown-more",
        ] {
            assert_eq!(kept(text), Display::default(), "{text}");
        }
        assert_eq!(Display::default().attributes(), "");
        assert_eq!(kept("dark").to_string(), "dark-100-usual-shown");
        assert_eq!(kept("red-150").attributes(), r#" data-text="150""#);
    }
}
