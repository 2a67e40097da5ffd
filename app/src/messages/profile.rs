//! Words of the personal-data stage: labels, hints, and a text for every refusal of every field.

use domain::field::birth_date::BirthDateError;
use domain::field::foreign_document::ForeignDocumentError;
use domain::field::inn::InnError;
use domain::field::passport::PassportError;
use domain::field::passport_division_code::PassportDivisionCodeError;
use domain::field::passport_issue_date::PassportIssueDateError;
use domain::field::person_name::{Part, PersonNameError};
use domain::field::plain_text::PlainTextError;
use domain::field::postal_index::PostalIndexError;
use domain::field::snils::SnilsError;
use domain::profile::{AddressPart, ProfileError, ProfileField};

use super::{Detail, person_name};

/// The words of one field.
struct Words {
    label: &'static str,
    hint: &'static str,
    /// «Укажите …»
    accusative: &'static str,
}

/// «Фамилия», «СНИЛС»
pub fn label(field: ProfileField) -> &'static str {
    words(field).label
}

/// One sentence under the label; empty: none.
pub fn hint(field: ProfileField, is_russian: bool) -> &'static str {
    match field {
        ProfileField::DocumentNumber if !is_russian => "Как в документе: буквы и цифры",
        ProfileField::Surname | ProfileField::FirstName | ProfileField::Patronymic
            if !is_russian =>
        {
            "Как в документе, русскими или латинскими буквами"
        }
        _ => words(field).hint,
    }
}

fn words(field: ProfileField) -> Words {
    use ProfileField as F;
    let words = |label, hint, accusative| Words {
        label,
        hint,
        accusative,
    };
    match field {
        F::Citizenship => words("Гражданство", "", "гражданство"),
        F::DocumentKind => words("Тип документа", "", "тип документа"),
        F::Surname => words("Фамилия", "Как в паспорте", "фамилию"),
        F::FirstName => words("Имя", "Как в паспорте", "имя"),
        F::Patronymic => words(
            "Отчество (если есть)",
            "Если отчества нет в документе, оставьте поле пустым",
            "отчество",
        ),
        F::BirthDate => words("Дата рождения", "ДД.ММ.ГГГГ", "дату рождения"),
        F::Sex => words("Пол", "", "пол"),
        F::BirthPlace => words(
            "Место рождения",
            "Слово в слово как в документе",
            "место рождения",
        ),
        F::DocumentNumber => words(
            "Серия и номер",
            "10 цифр, пробелы не важны",
            "серию и номер",
        ),
        F::IssueDate => words("Дата выдачи", "ДД.ММ.ГГГГ", "дату выдачи"),
        F::IssuedBy => words(
            "Кем выдан",
            "Слово в слово как в документе",
            "кем выдан документ",
        ),
        F::DivisionCode => words(
            "Код подразделения",
            "6 цифр, например 770-001",
            "код подразделения",
        ),
        F::SameResidence => words("Адрес проживания совпадает с адресом регистрации", "", ""),
        F::Snils => words(
            "СНИЛС",
            "11 цифр: номер на зелёной карточке пенсионного страхования",
            "СНИЛС",
        ),
        F::Inn => words("ИНН (необязательно)", "12 цифр", "ИНН"),
        F::Registration(part) | F::Residence(part) => match part {
            AddressPart::Region => words("Регион", "Республика, край, область или город", "регион"),
            AddressPart::District => words("Район (если есть)", "", "район"),
            AddressPart::City => words(
                "Город или населённый пункт",
                "",
                "город или населённый пункт",
            ),
            AddressPart::Street => words("Улица", "", "улицу"),
            AddressPart::House => words("Дом", "С корпусом и строением, если они есть", "дом"),
            AddressPart::Flat => words("Квартира (если есть)", "", "квартиру"),
            AddressPart::PostalIndex => words("Индекс", "6 цифр", "индекс"),
        },
    }
}

/// The text of every refusal of a field by code, with what is filled in in braces; and `understood`, where the value is
/// shown back.
pub fn texts(field: ProfileField, is_russian: bool) -> Vec<(String, String)> {
    use ProfileField as F;
    let all = |errors: Vec<ProfileError>| errors.into_iter().map(|error| text(field, error));
    let name = || PersonNameError::ALL.map(ProfileError::Name).to_vec();
    let mut texts: Vec<(String, String)> = match field {
        F::Citizenship | F::DocumentKind | F::Sex => all(vec![ProfileError::Choice]).collect(),
        F::SameResidence => Vec::new(),
        F::Surname | F::FirstName | F::Patronymic => all(name()).collect(),
        F::BirthDate => all(BirthDateError::ALL.map(ProfileError::BirthDate).to_vec())
            .chain(months())
            .collect(),
        F::BirthPlace | F::IssuedBy => {
            all(PlainTextError::ALL.map(ProfileError::Text).to_vec()).collect()
        }
        F::DocumentNumber if is_russian => {
            all(PassportError::ALL.map(ProfileError::Passport).to_vec()).collect()
        }
        F::DocumentNumber => all(ForeignDocumentError::ALL
            .map(ProfileError::ForeignDocument)
            .to_vec())
        .collect(),
        F::IssueDate => {
            let mut errors = PassportIssueDateError::ALL
                .map(ProfileError::IssueDate)
                .to_vec();
            errors.push(ProfileError::BeforeBirth);
            all(errors).collect()
        }
        F::DivisionCode => all(PassportDivisionCodeError::ALL
            .map(ProfileError::DivisionCode)
            .to_vec())
        .collect(),
        F::Registration(AddressPart::PostalIndex) | F::Residence(AddressPart::PostalIndex) => {
            all(PostalIndexError::ALL
                .map(ProfileError::PostalIndex)
                .to_vec())
            .collect()
        }
        F::Registration(_) | F::Residence(_) => {
            all(PlainTextError::ALL.map(ProfileError::Text).to_vec()).collect()
        }
        F::Snils => all(SnilsError::ALL.map(ProfileError::Snils).to_vec()).collect(),
        F::Inn => all(InnError::ALL.map(ProfileError::Inn).to_vec()).collect(),
    };
    let understood = match field {
        F::Snils => Some("СНИЛС: "),
        F::DocumentNumber if is_russian => Some("Серия и номер: "),
        _ => None,
    };
    texts.extend(understood.map(|text| ("understood".to_owned(), text.to_owned())));
    texts
}

fn text(field: ProfileField, error: ProfileError) -> (String, String) {
    (error.code().to_owned(), refusal(field, error))
}

/// What a text speaks of.
struct Said {
    missing: String,
    too_long: String,
}

fn refusal(field: ProfileField, error: ProfileError) -> String {
    let what = words(field).accusative;
    let said = Said {
        missing: format!("Укажите {what}"),
        too_long: format!("Здесь слишком много символов. Проверьте, что вставили только {what}"),
    };
    match error {
        ProfileError::Choice => format!("Выберите {what}"),
        ProfileError::BeforeBirth => "Документ не может быть выдан раньше дня рождения".to_owned(),
        ProfileError::Name(error) => name(field, error),
        ProfileError::BirthDate(error) => birth_date(error, said),
        ProfileError::Passport(error) => passport(error, said),
        ProfileError::ForeignDocument(error) => foreign_document(error, said),
        ProfileError::IssueDate(error) => issue_date(error, said),
        ProfileError::DivisionCode(error) => division_code(error, said),
        ProfileError::Text(error) => plain_text(error, what, said),
        ProfileError::PostalIndex(error) => postal_index(error, said),
        ProfileError::Snils(error) => snils(error, said),
        ProfileError::Inn(error) => inn(error, said),
    }
}

fn birth_date(error: BirthDateError, said: Said) -> String {
    let text = match error {
        BirthDateError::Empty => return said.missing,
        BirthDateError::TooLong => return said.too_long,
        BirthDateError::BadFormat => "Дата рождения пишется так: 17.03.1984",
        BirthDateError::NotADate(_) => "Такой даты нет: сверьте день и месяц с документом",
        BirthDateError::TooEarly => "Проверьте год рождения: он не может быть раньше 1900",
        BirthDateError::Future => "Дата рождения должна быть в прошлом",
        BirthDateError::UnderAge => "Паспорт выдают с 14 лет. Проверьте дату рождения",
    };
    text.to_owned()
}

fn passport(error: PassportError, said: Said) -> String {
    let text = match error {
        PassportError::Empty => "Укажите серию и номер паспорта",
        PassportError::TooLong => return said.too_long,
        PassportError::InvalidCharacters => {
            "Серия и номер паспорта состоят только из цифр. Уберите лишние знаки"
        }
        PassportError::WrongLength(_) => "В серии и номере паспорта 10 цифр, вы ввели {n}",
        PassportError::BadSeriesRegion | PassportError::BadSeriesYear => {
            "Такой серии паспорта не бывает: сверьте первые четыре цифры с документом"
        }
        PassportError::BadNumber => {
            "Такого номера паспорта не бывает: сверьте последние шесть цифр"
        }
    };
    text.to_owned()
}

fn foreign_document(error: ForeignDocumentError, said: Said) -> String {
    let text = match error {
        ForeignDocumentError::Empty => "Укажите серию и номер документа",
        ForeignDocumentError::TooLong => return said.too_long,
        ForeignDocumentError::InvalidCharacters => {
            "В серии и номере документа бывают только буквы и цифры. Уберите лишние знаки"
        }
        ForeignDocumentError::WrongLength(_) => {
            "В серии и номере документа от 3 до 20 знаков, вы ввели {n}"
        }
        ForeignDocumentError::NoDigit => "В номере документа есть цифры: сверьте с документом",
    };
    text.to_owned()
}

fn issue_date(error: PassportIssueDateError, said: Said) -> String {
    let text = match error {
        PassportIssueDateError::Empty => "Укажите дату выдачи",
        PassportIssueDateError::TooLong => return said.too_long,
        PassportIssueDateError::BadFormat => "Дата выдачи пишется так: 17.03.2014",
        PassportIssueDateError::NotADate => "Такой даты нет: сверьте день и месяц с документом",
        PassportIssueDateError::Future => "Дата выдачи не может быть позже сегодняшнего дня",
        PassportIssueDateError::Before1997 => {
            "Российские паспорта выдают с 1997 года. Проверьте дату"
        }
        PassportIssueDateError::Before14 => {
            "Паспорт выдают с 14 лет. Проверьте дату выдачи и дату рождения"
        }
        PassportIssueDateError::Expired => {
            "Срок этого паспорта истёк: его меняют в 20 и 45 лет. Укажите данные нового паспорта"
        }
    };
    text.to_owned()
}

fn division_code(error: PassportDivisionCodeError, said: Said) -> String {
    let text = match error {
        PassportDivisionCodeError::Empty => return said.missing,
        PassportDivisionCodeError::TooLong => return said.too_long,
        PassportDivisionCodeError::InvalidCharacters => {
            "Код подразделения состоит только из цифр. Уберите лишние знаки"
        }
        PassportDivisionCodeError::WrongLength(_) => "В коде подразделения 6 цифр, вы ввели {n}",
        PassportDivisionCodeError::BadRegion => "Код подразделения не начинается с двух нулей",
    };
    text.to_owned()
}

fn postal_index(error: PostalIndexError, said: Said) -> String {
    let text = match error {
        PostalIndexError::Empty => return said.missing,
        PostalIndexError::TooLong => return said.too_long,
        PostalIndexError::InvalidCharacters => {
            "Почтовый индекс состоит только из цифр. Уберите лишние знаки"
        }
        PostalIndexError::WrongLength(_) => "В почтовом индексе 6 цифр, вы ввели {n}",
        PostalIndexError::OutOfRange => {
            "Почтовый индекс состоит из 6 цифр и начинается с цифры от 1 до 6"
        }
    };
    text.to_owned()
}

fn snils(error: SnilsError, said: Said) -> String {
    let text = match error {
        SnilsError::Empty => return said.missing,
        SnilsError::TooLong => return said.too_long,
        SnilsError::InvalidCharacters => {
            "СНИЛС состоит только из цифр. Уберите буквы и другие знаки"
        }
        SnilsError::WrongLength(_) => "В СНИЛС 11 цифр, вы ввели {n}",
        SnilsError::AllZeros | SnilsError::Checksum => {
            "Такого СНИЛС не бывает: сверьте цифры с документом"
        }
    };
    text.to_owned()
}

fn inn(error: InnError, said: Said) -> String {
    let text = match error {
        InnError::Empty => return said.missing,
        InnError::TooLong => return said.too_long,
        InnError::InvalidCharacters => "ИНН состоит только из цифр. Уберите лишние знаки",
        InnError::WrongLength(_) => "В ИНН человека 12 цифр, вы ввели {n}",
        InnError::AllZeros | InnError::BadRegion | InnError::Checksum => {
            "Такого ИНН не бывает: сверьте цифры с документом"
        }
    };
    text.to_owned()
}

fn plain_text(error: PlainTextError, what: &str, said: Said) -> String {
    match error {
        PlainTextError::Empty => said.missing,
        PlainTextError::TooLong => said.too_long,
        PlainTextError::InvalidCharacters => {
            format!("Уберите знаки < и >: укажите {what} как в документе")
        }
        PlainTextError::NoLetters => format!("Укажите {what} буквами или цифрами"),
    }
}

/// The texts of names are those of registration; `{x}` is the letter that does not fit.
fn name(field: ProfileField, error: PersonNameError) -> String {
    let part = match field {
        ProfileField::FirstName => Part::First,
        ProfileField::Patronymic => Part::Patronymic,
        _ => Part::Last,
    };
    let text = person_name(error, part, Detail::default());
    match error {
        PersonNameError::NonRussianLetter(_) => text.replace("«»", "«{x}»"),
        _ => text,
    }
}

/// «Такой даты нет: в феврале 2011 года 28 дней»
fn months() -> impl Iterator<Item = (String, String)> {
    const MONTHS: [&str; 12] = [
        "январе",
        "феврале",
        "марте",
        "апреле",
        "мае",
        "июне",
        "июле",
        "августе",
        "сентябре",
        "октябре",
        "ноябре",
        "декабре",
    ];
    MONTHS.into_iter().enumerate().map(|(place, month)| {
        // January, March, May, July, August, October and December have 31 days.
        let days = if [0, 2, 4, 6, 7, 9, 11].contains(&place) {
            "день"
        } else {
            "дней"
        };
        (
            format!("not_a_date.{}", place + 1),
            format!("Такой даты нет: в {month} {{year}} года {{days}} {days}"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every refusal that the rules can give has a text that names no code and blames nobody (V6).
    #[test]
    fn every_refusal_of_every_field_has_words() {
        let banned = [
            "корректн",
            "валидн",
            "недопустим",
            "запрещен",
            "обязательн",
            "пожалуйста",
            "!",
        ];
        for field in ProfileField::all() {
            for is_russian in [true, false] {
                for (code, text) in texts(field, is_russian) {
                    assert!(!text.is_empty(), "{field:?} {code}");
                    let lower = text.to_lowercase();
                    let found = banned.iter().find(|word| lower.contains(**word));
                    assert_eq!(found, None, "{text}");
                }
            }
            assert!(!label(field).is_empty());
            assert!(hint(field, true).chars().count() <= 120);
        }
    }

    #[test]
    fn a_day_that_is_not_is_told_with_its_month() {
        use domain::date::Date;
        use domain::profile::{Context, judge};
        let context = Context {
            is_russian: true,
            birth: None,
            today: Date::parse("2026-11-25").expect("a date"),
        };
        let error = judge(
            ProfileField::BirthDate,
            "30.02.2011",
            &context,
            &unicode::Tables,
        )
        .expect_err("no such day");
        let filled_in = crate::messages::profile_detail(error);
        let texts = texts(ProfileField::BirthDate, true);
        let (_, text) = texts
            .iter()
            .find(|(code, _)| *code == filled_in.code)
            .expect("a text");
        assert_eq!(
            filled_in.put_into(text),
            "Такой даты нет: в феврале 2011 года 28 дней"
        );
    }
}
