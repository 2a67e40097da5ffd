//! Texts for [`PersonNameError`].

use domain::field::person_name::{Part, PersonNameError};

use super::Detail;

/// The forms of a name's word the texts need.
struct Words {
    nominative: &'static str,
    accusative: &'static str,
    prepositional: &'static str,
    object: &'static str,
    short: &'static str,
}

fn words(part: Part) -> Words {
    match part {
        Part::Last => Words {
            nominative: "Фамилия",
            accusative: "фамилию",
            prepositional: "фамилии",
            object: "её",
            short: "должна быть не длиннее 100 символов",
        },
        Part::First => Words {
            nominative: "Имя",
            accusative: "имя",
            prepositional: "имени",
            object: "его",
            short: "должно быть не длиннее 100 символов",
        },
        Part::Patronymic => Words {
            nominative: "Отчество",
            accusative: "отчество",
            prepositional: "отчестве",
            object: "его",
            short: "должно быть не длиннее 100 символов",
        },
    }
}

/// The text of a refusal.
pub fn person_name(error: PersonNameError, part: Part, detail: Detail) -> String {
    let Words {
        nominative,
        accusative,
        prepositional,
        object,
        short,
    } = words(part);
    match error {
        PersonNameError::Empty => ["Укажите ", accusative].concat(),
        PersonNameError::Placeholder => {
            "Если отчества нет в документе, оставьте поле пустым".to_owned()
        }
        PersonNameError::TooLong => [nominative, " ", short].concat(),
        PersonNameError::Digits => ["В ", prepositional, " не бывает цифр"].concat(),
        PersonNameError::InvalidCharacters | PersonNameError::NoLetters => [
            "В ",
            prepositional,
            " могут быть буквы, пробел, дефис, апостроф и точка",
        ]
        .concat(),
        PersonNameError::MixedScript => [
            "В ",
            prepositional,
            " смешаны русские и латинские буквы. Наберите ",
            object,
            " заново в одной раскладке",
        ]
        .concat(),
        PersonNameError::LatinNotAllowed => {
            let capital = match part {
                Part::Last => "Фамилию",
                Part::First => "Имя",
                Part::Patronymic => "Отчество",
            };
            [capital, " из российского паспорта пишите русскими буквами"].concat()
        }
        PersonNameError::NonRussianLetter(_) => {
            let letter = detail.letter.map(String::from).unwrap_or_default();
            [
                "Буквы «",
                &letter,
                "» нет в русском алфавите. Напишите как в документе",
            ]
            .concat()
        }
        PersonNameError::BadPunctuation => {
            "Проверьте дефис, точку и апостроф: они стоят между буквами".to_owned()
        }
        PersonNameError::BadStart => [nominative, " не начинается с Ъ или Ь"].concat(),
        PersonNameError::Initials => {
            ["Напишите ", accusative, " полностью, как в документе"].concat()
        }
    }
}
