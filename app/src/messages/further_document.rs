//! Words of the further documents of the profile.

use accounts::Refusal;
use domain::further_document::FurtherDocument;

/// Its name.
pub fn title(kind: FurtherDocument) -> &'static str {
    match kind {
        FurtherDocument::TravelPassport => "Загранпаспорт",
        FurtherDocument::OmsPolicy => "Полис ОМС",
        FurtherDocument::DriverLicence => "Водительское удостоверение",
        FurtherDocument::VehiclePlate => "Номер машины",
        FurtherDocument::VehicleSts => "Свидетельство о регистрации машины",
        FurtherDocument::MilitaryId => "Военный билет",
        FurtherDocument::BirthCertificate => "Свидетельство о рождении",
    }
}

/// What its number is called.
pub fn label(kind: FurtherDocument) -> &'static str {
    match kind {
        FurtherDocument::OmsPolicy => "Номер полиса",
        FurtherDocument::VehiclePlate => "Номер машины",
        _ => "Серия и номер",
    }
}

/// How it is written.
pub fn hint(kind: FurtherDocument) -> &'static str {
    match kind {
        FurtherDocument::TravelPassport => "9 цифр: 71 1234567",
        FurtherDocument::OmsPolicy => "16 цифр",
        FurtherDocument::DriverLicence | FurtherDocument::VehicleSts => "10 знаков: 99 15 123456",
        FurtherDocument::VehiclePlate => "С кодом региона: А123ВС77",
        FurtherDocument::MilitaryId => "Две буквы и 6 или 7 цифр: АН 1234567",
        FurtherDocument::BirthCertificate => "Римское число, две буквы, 6 цифр: IV-АБ 123456",
    }
}

/// What it is good for; empty: it is kept for later forms.
pub fn purpose(kind: FurtherDocument) -> &'static str {
    match kind {
        FurtherDocument::DriverLicence | FurtherDocument::VehiclePlate => {
            "Открывает поиск и оплату штрафов."
        }
        _ => "",
    }
}

/// What is wrong with a number.
pub fn refusal(kind: FurtherDocument, refusal: &Refusal) -> String {
    use FurtherDocument as F;
    let count = refusal.number.unwrap_or_default();
    match (kind, refusal.code.as_str()) {
        (_, "empty") => format!("Укажите {}", accusative(kind)),
        (_, "too_long") => {
            "Здесь слишком много символов. Проверьте, что вставили только номер".to_owned()
        }
        (F::TravelPassport, "missing_series") => {
            "Добавьте серию: две цифры перед номером".to_owned()
        }
        (F::TravelPassport, "wrong_length") => {
            format!("В серии и номере загранпаспорта 9 цифр, вы ввели {count}")
        }
        (F::OmsPolicy, "wrong_length") => {
            format!("В номере полиса ОМС 16 цифр, вы ввели {count}")
        }
        (F::DriverLicence | F::VehicleSts, "wrong_length") => {
            format!("В серии и номере 10 знаков, вы ввели {count}")
        }
        (F::MilitaryId, "wrong_length") => {
            format!("В военном билете две буквы и 6 или 7 цифр, вы ввели {count} знаков")
        }
        (F::BirthCertificate, "wrong_length") => "В номере свидетельства 6 цифр".to_owned(),
        (F::VehiclePlate, "bad_letter") => {
            let letter = refusal.letter.map_or_else(
                || "Такой буквы".to_owned(),
                |letter| format!("Буквы «{letter}»"),
            );
            format!("{letter} на номерах не бывает: только А, В, Е, К, М, Н, О, Р, С, Т, У, Х")
        }
        (kind, code) => fixed(kind, code).to_owned(),
    }
}

/// The texts in which nothing varies.
fn fixed(kind: FurtherDocument, code: &str) -> &'static str {
    use FurtherDocument as F;
    match (kind, code) {
        (F::TravelPassport | F::OmsPolicy, "invalid_characters") => {
            "Номер состоит только из цифр. Уберите лишние знаки"
        }
        (F::DriverLicence | F::VehicleSts, "invalid_characters") => {
            "В серии и номере бывают только цифры и русские буквы"
        }
        (F::MilitaryId, "invalid_characters") => {
            "В серии бывают только русские буквы, в номере только цифры"
        }
        (F::DriverLicence | F::VehicleSts, "bad_format") => {
            "Проверьте порядок: две цифры, две цифры или буквы, шесть цифр. Ноль пишите цифрой"
        }
        (F::MilitaryId, "bad_format") => {
            "Сначала две русские буквы, потом цифры. Ноль пишите цифрой"
        }
        (F::VehiclePlate, "bad_format") => {
            "Номер машины выглядит так: А123ВС77. Буква О и цифра 0 различаются"
        }
        (F::VehiclePlate, "zero_number") => "Номера 000 не бывает",
        (F::VehiclePlate, "bad_region") => "Проверьте код региона в конце номера",
        (F::BirthCertificate, "bad_series") => "Серия свидетельства выглядит так: IV-АБ",
        (F::BirthCertificate, "missing_roman") => {
            "Добавьте римское число перед буквами, например IV-АБ"
        }
        (F::BirthCertificate, "bad_roman") => {
            "Проверьте римское число: его пишут буквами I, V, X, L, C"
        }
        (_, "invalid_characters") => "Здесь бывают только буквы и цифры. Уберите лишние знаки",
        _ => "Такого номера не бывает: сверьте его с документом",
    }
}

fn accusative(kind: FurtherDocument) -> &'static str {
    match kind {
        FurtherDocument::TravelPassport => "серию и номер загранпаспорта",
        FurtherDocument::OmsPolicy => "номер полиса ОМС",
        FurtherDocument::DriverLicence => "серию и номер водительского удостоверения",
        FurtherDocument::VehiclePlate => "номер машины",
        FurtherDocument::VehicleSts => "серию и номер свидетельства о регистрации",
        FurtherDocument::MilitaryId => "серию и номер военного билета",
        FurtherDocument::BirthCertificate => "серию и номер свидетельства о рождении",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_has_its_words() {
        for kind in FurtherDocument::ALL {
            for text in [title(kind), label(kind), hint(kind), accusative(kind)] {
                assert!(!text.is_empty(), "{kind:?}");
            }
        }
    }

    /// Whatever is typed: the message is of the number, and never the wrong one's.
    #[test]
    fn a_refusal_says_what_to_do() {
        let said = |kind: FurtherDocument, typed: &str| {
            let error = kind.read(typed).expect_err("refused");
            let told = Refusal {
                number: error.length,
                letter: error.letter,
                ..Refusal::new("number", error.code)
            };
            refusal(kind, &told)
        };
        use FurtherDocument as F;
        for (kind, typed, expected) in [
            (
                F::OmsPolicy,
                "123",
                "В номере полиса ОМС 16 цифр, вы ввели 3",
            ),
            (
                F::OmsPolicy,
                "1234567890123456",
                "Такого номера не бывает: сверьте его с документом",
            ),
            (F::OmsPolicy, "", "Укажите номер полиса ОМС"),
            (
                F::TravelPassport,
                "1234567",
                "Добавьте серию: две цифры перед номером",
            ),
            (
                F::VehiclePlate,
                "ж123вс77",
                "Буквы «Ж» на номерах не бывает: только А, В, Е, К, М, Н, О, Р, С, Т, У, Х",
            ),
            (F::VehiclePlate, "а000вс77", "Номера 000 не бывает"),
            (
                F::BirthCertificate,
                "АБ 123456",
                "Добавьте римское число перед буквами, например IV-АБ",
            ),
            (
                F::MilitaryId,
                "1234567АН",
                "Сначала две русские буквы, потом цифры. Ноль пишите цифрой",
            ),
        ] {
            assert_eq!(said(kind, typed), expected);
        }
    }
}
