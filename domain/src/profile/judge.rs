//! One judgement for a field of a profile, in the light of the others: the document decides about the script of names
//! (D-57) and about what its number looks like, the birth date about what can have been issued.

use super::{ProfileField, Values, value};
use crate::Unicode;
use crate::date::Date;
use crate::field::birth_date::{BirthDate, BirthDateError};
use crate::field::foreign_document::{ForeignDocument, ForeignDocumentError};
use crate::field::inn::InnError;
use crate::field::inn_person::InnPerson;
use crate::field::passport::{Passport, PassportError};
use crate::field::passport_division_code::{PassportDivisionCode, PassportDivisionCodeError};
use crate::field::passport_issue_date::{PassportIssueDate, PassportIssueDateError};
use crate::field::person_name::{Citizenship, Part, PersonName, PersonNameError};
use crate::field::plain_text::{PlainText, PlainTextError};
use crate::field::postal_index::{PostalIndex, PostalIndexError};
use crate::field::snils::{Snils, SnilsError};
use crate::flow::Step;
use crate::profile::AddressPart;

/// The age from which citizens hold a passport (docs.cntd.ru/document/9045518, item 1) [law].
pub const MIN_AGE: u16 = 14;

/// Characters of a place of birth and of an issuing body.
const LONG_TEXT: usize = 300;
/// Characters of a line of an address.
const ADDRESS_LINE: usize = 150;
/// Characters of a house or a flat.
const SHORT_TEXT: usize = 30;

/// Citizenship of the Russian Federation, as the field keeps it: ISO 3166-1 alpha-2.
const RUSSIA: &str = "RU";

/// Kinds of identity documents (R-PRS-09).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// Passport of the Russian Federation.
    RussianPassport,
    /// Identity document of a foreign state.
    ForeignDocument,
    /// What Russia gives to those who have neither: residence permit and the like.
    ResidencePermit,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [
        Self::RussianPassport,
        Self::ForeignDocument,
        Self::ResidencePermit,
    ];

    /// The field's value.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::RussianPassport => "russian_passport",
            Self::ForeignDocument => "foreign_document",
            Self::ResidencePermit => "residence_permit",
        }
    }

    /// The kind with this value.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// «Пол» (F05).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sex {
    /// «Женский»
    Female,
    /// «Мужской»
    Male,
}

impl Sex {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Female, Self::Male];

    /// The field's value.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }

    /// The sex with this value.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sex| sex.code() == code)
    }
}

impl ProfileError {
    /// Code of the error.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::BeforeBirth => "before_birth",
            Self::Name(error) => error.code(),
            Self::BirthDate(error) => error.code(),
            Self::Passport(error) => error.code(),
            Self::ForeignDocument(error) => error.code(),
            Self::IssueDate(error) => error.code(),
            Self::DivisionCode(error) => error.code(),
            Self::Text(error) => error.code(),
            Self::PostalIndex(error) => error.code(),
            Self::Snils(error) => error.code(),
            Self::Inn(error) => error.code(),
        }
    }
}

/// What the judgement of a field needs besides its own value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The document is a passport of the Russian Federation.
    pub is_russian: bool,
    /// The birth date, where it is right.
    pub birth: Option<Date>,
    /// Today in Moscow.
    pub today: Date,
}

impl Context {
    /// What these values say about each other.
    #[must_use]
    pub fn of(values: &Values, today: Date) -> Self {
        let kind = DocumentKind::from_code(value(values, ProfileField::DocumentKind));
        let birth = BirthDate::parse(value(values, ProfileField::BirthDate), today, 0);
        Self {
            is_russian: kind == Some(DocumentKind::RussianPassport),
            birth: birth.ok().map(BirthDate::date),
            today,
        }
    }
}

/// Why a value of a profile is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileError {
    /// Nothing chosen, or nothing of the list.
    Choice,
    /// A name.
    Name(PersonNameError),
    /// The birth date.
    BirthDate(BirthDateError),
    /// Series and number of a passport of the Russian Federation.
    Passport(PassportError),
    /// Series and number of another document.
    ForeignDocument(ForeignDocumentError),
    /// The date of issue of a passport of the Russian Federation.
    IssueDate(PassportIssueDateError),
    /// A document that was issued before its holder was born.
    BeforeBirth,
    /// The code of a division.
    DivisionCode(PassportDivisionCodeError),
    /// A line of text.
    Text(PlainTextError),
    /// A postal code.
    PostalIndex(PostalIndexError),
    /// SNILS
    Snils(SnilsError),
    /// INN
    Inn(InnError),
}

/// Judges a value and answers its canonical form; `""` where an optional field is left empty. Citizenship is looked up
/// by the caller, who has the list: here it has the form of an entry.
///
/// # Errors
/// Why the value is refused.
pub fn judge(
    field: ProfileField,
    raw: &str,
    context: &Context,
    unicode: &impl Unicode,
) -> Result<String, ProfileError> {
    use ProfileField as F;
    if is_optional(field) && raw.trim().is_empty() {
        return Ok(String::new());
    }
    let name = |part| {
        let citizenship = match context.is_russian {
            true => Citizenship::Russian,
            false => Citizenship::Other,
        };
        PersonName::parse(raw, part, citizenship, unicode)
            .map(|name| name.as_str().to_owned())
            .map_err(ProfileError::Name)
    };
    let text = |limit| {
        PlainText::parse(raw, limit, unicode)
            .map(|text| text.as_str().to_owned())
            .map_err(ProfileError::Text)
    };
    match field {
        F::Citizenship => chosen(raw, is_country(raw)),
        F::DocumentKind => chosen(raw, DocumentKind::from_code(raw).is_some()),
        F::Sex => chosen(raw, Sex::from_code(raw).is_some()),
        F::SameResidence => Ok(if raw.is_empty() { "" } else { "true" }.to_owned()),
        F::Surname => name(Part::Last),
        F::FirstName => name(Part::First),
        F::Patronymic => name(Part::Patronymic),
        F::BirthDate => BirthDate::parse(raw, context.today, 0)
            .map(|date| date.date().iso())
            .map_err(ProfileError::BirthDate),
        F::BirthPlace | F::IssuedBy => text(LONG_TEXT),
        F::DocumentNumber if context.is_russian => Passport::parse(raw, context.today)
            .map(|number| number.as_str().to_owned())
            .map_err(ProfileError::Passport),
        F::DocumentNumber => ForeignDocument::parse(raw)
            .map(|number| number.as_str().to_owned())
            .map_err(ProfileError::ForeignDocument),
        F::IssueDate => issue_date(raw, context),
        F::DivisionCode => PassportDivisionCode::parse(raw)
            .map(|code| code.as_str().to_owned())
            .map_err(ProfileError::DivisionCode),
        F::Registration(AddressPart::PostalIndex) | F::Residence(AddressPart::PostalIndex) => {
            PostalIndex::parse(raw)
                .map(|index| index.as_str().to_owned())
                .map_err(ProfileError::PostalIndex)
        }
        F::Registration(part) | F::Residence(part) => text(match part {
            AddressPart::House | AddressPart::Flat => SHORT_TEXT,
            _ => ADDRESS_LINE,
        }),
        F::Snils => Snils::parse(raw)
            .map(|snils| snils.as_str().to_owned())
            .map_err(ProfileError::Snils),
        F::Inn => InnPerson::parse(raw)
            .map(|inn| inn.as_str().to_owned())
            .map_err(ProfileError::Inn),
    }
}

/// The rules of 1997, of 14, 20 and 45 years are those of the Russian passport; of another document it is known that
/// it was issued between its holder's birth and today.
fn issue_date(raw: &str, context: &Context) -> Result<String, ProfileError> {
    if context.is_russian {
        return PassportIssueDate::parse(raw, context.birth, context.today)
            .map(|date| date.date().iso())
            .map_err(ProfileError::IssueDate);
    }
    let date = BirthDate::parse(raw, context.today, 0).map_err(|error| {
        ProfileError::IssueDate(match error {
            BirthDateError::Empty => PassportIssueDateError::Empty,
            BirthDateError::TooLong => PassportIssueDateError::TooLong,
            BirthDateError::NotADate(_) => PassportIssueDateError::NotADate,
            BirthDateError::Future => PassportIssueDateError::Future,
            _ => PassportIssueDateError::BadFormat,
        })
    })?;
    if context.birth.is_some_and(|birth| date.date() < birth) {
        return Err(ProfileError::BeforeBirth);
    }
    Ok(date.date().iso())
}

fn chosen(raw: &str, is_listed: bool) -> Result<String, ProfileError> {
    if is_listed {
        Ok(raw.to_owned())
    } else {
        Err(ProfileError::Choice)
    }
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// A canonical value as people write it, where that differs enough to be shown back (F6).
#[must_use]
pub fn display(field: ProfileField, canonical: &str, context: &Context) -> Option<String> {
    match field {
        ProfileField::Snils => Snils::parse(canonical).ok().map(|snils| snils.display()),
        ProfileField::DocumentNumber if context.is_russian => {
            let number = Passport::parse(canonical, context.today).ok()?;
            Some(number.display())
        }
        _ => None,
    }
}

/// Whether the form of a value can be judged before the whole form is sent (V1).
#[must_use]
pub fn has_format(field: ProfileField) -> bool {
    matches!(
        field,
        ProfileField::BirthDate
            | ProfileField::DocumentNumber
            | ProfileField::IssueDate
            | ProfileField::DivisionCode
            | ProfileField::Registration(AddressPart::PostalIndex)
            | ProfileField::Residence(AddressPart::PostalIndex)
            | ProfileField::Snils
            | ProfileField::Inn
    )
}

/// Whether a field may stay empty.
#[must_use]
pub fn is_optional(field: ProfileField) -> bool {
    use AddressPart::{District, Flat};
    use ProfileField as F;
    matches!(
        field,
        F::Patronymic
            | F::SameResidence
            | F::Inn
            | F::Registration(District | Flat)
            | F::Residence(District | Flat)
    )
}

/// Whether a field is asked for at all: the division's code stands in the Russian passport alone.
#[must_use]
pub fn is_field_asked(field: ProfileField, context: &Context) -> bool {
    field != ProfileField::DivisionCode || context.is_russian
}

/// Whether a step is asked for at all: the residence address is not where it is the registered one.
#[must_use]
pub fn is_asked(step: Step, values: &Values) -> bool {
    step != Step::PersonalResidence || value(values, ProfileField::SameResidence).is_empty()
}

/// Too young for a document of their own. No field is wrong then: parents act for the child.
#[must_use]
pub fn is_under_age(values: &Values, today: Date) -> bool {
    let birth = Context::of(values, today).birth;
    birth.is_some_and(|birth| birth.birthday(MIN_AGE) > today)
}

/// Whether every field of a step is right, in the light of the others.
#[must_use]
pub fn is_right(step: Step, values: &Values, today: Date, unicode: &impl Unicode) -> bool {
    if !is_asked(step, values) {
        return true;
    }
    let context = Context::of(values, today);
    let fields = ProfileField::of_step(step)
        .filter(|&field| is_field_asked(field, &context))
        .all(|field| judge(field, value(values, field), &context, unicode).is_ok());
    fields
        && match step {
            Step::PersonalCitizenship => is_own_document(values),
            Step::PersonalPerson => !is_under_age(values, today),
            _ => true,
        }
}

/// Citizens of Russia show the Russian passport, others their own document (R-PRS-09).
#[must_use]
pub fn is_own_document(values: &Values) -> bool {
    let russian = value(values, ProfileField::Citizenship) == RUSSIA;
    let passport =
        value(values, ProfileField::DocumentKind) == DocumentKind::RussianPassport.code();
    russian == passport
}

/// The canonical values of all fields that are asked for and right. Where the addresses are the same, the residence
/// address is the registered one.
#[must_use]
pub fn canonical(values: &Values, today: Date, unicode: &impl Unicode) -> Values {
    let context = Context::of(values, today);
    let same = !value(values, ProfileField::SameResidence).is_empty();
    let source = |field| match field {
        ProfileField::Residence(part) if same => ProfileField::Registration(part),
        other => other,
    };
    ProfileField::all()
        .filter(|&field| is_field_asked(field, &context))
        .filter_map(|field| {
            let canonical = judge(field, value(values, source(field)), &context, unicode).ok()?;
            Some((field.code().to_owned(), canonical))
        })
        .collect()
}
