//! The fields of the personal-data stage (R-PRS-02).

use crate::flow::Step;

/// A field of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProfileField {
    /// «Гражданство»
    Citizenship,
    /// «Тип документа»
    DocumentKind,
    /// «Фамилия»
    Surname,
    /// «Имя»
    FirstName,
    /// «Отчество (если есть)»
    Patronymic,
    /// «Дата рождения»
    BirthDate,
    /// «Пол»
    Sex,
    /// «Место рождения»
    BirthPlace,
    /// «Серия и номер»
    DocumentNumber,
    /// «Дата выдачи»
    IssueDate,
    /// «Кем выдан»
    IssuedBy,
    /// «Код подразделения»
    DivisionCode,
    /// A part of the registered address.
    Registration(AddressPart),
    /// «Адрес проживания совпадает с адресом регистрации»
    SameResidence,
    /// A part of the residence address.
    Residence(AddressPart),
    /// «СНИЛС»
    Snils,
    /// «ИНН (необязательно)»
    Inn,
}

/// A part of an address (R-PRS-12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AddressPart {
    /// «Регион»
    Region,
    /// «Район (если есть)»
    District,
    /// «Город или населённый пункт»
    City,
    /// «Улица»
    Street,
    /// «Дом»
    House,
    /// «Квартира (если есть)»
    Flat,
    /// «Индекс»
    PostalIndex,
}

impl AddressPart {
    /// Every part, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Region,
        Self::District,
        Self::City,
        Self::Street,
        Self::House,
        Self::Flat,
        Self::PostalIndex,
    ];
}

/// Each field with its name in forms, drafts and on the wire, and the step that asks for it.
const TABLE: [(ProfileField, &str, Step); 29] = {
    use AddressPart::{City, District, Flat, House, PostalIndex, Region, Street};
    use ProfileField as F;
    use Step::{
        PersonalAddress, PersonalCitizenship, PersonalDocument, PersonalNumbers, PersonalPerson,
        PersonalResidence,
    };
    [
        (F::Citizenship, "citizenship", PersonalCitizenship),
        (F::DocumentKind, "document_kind", PersonalCitizenship),
        (F::Surname, "surname", PersonalPerson),
        (F::FirstName, "first_name", PersonalPerson),
        (F::Patronymic, "patronymic", PersonalPerson),
        (F::BirthDate, "birth_date", PersonalPerson),
        (F::Sex, "sex", PersonalPerson),
        (F::BirthPlace, "birth_place", PersonalPerson),
        (F::DocumentNumber, "document_number", PersonalDocument),
        (F::IssueDate, "issue_date", PersonalDocument),
        (F::IssuedBy, "issued_by", PersonalDocument),
        (F::DivisionCode, "division_code", PersonalDocument),
        (
            F::Registration(Region),
            "registration_region",
            PersonalAddress,
        ),
        (
            F::Registration(District),
            "registration_district",
            PersonalAddress,
        ),
        (F::Registration(City), "registration_city", PersonalAddress),
        (
            F::Registration(Street),
            "registration_street",
            PersonalAddress,
        ),
        (
            F::Registration(House),
            "registration_house",
            PersonalAddress,
        ),
        (F::Registration(Flat), "registration_flat", PersonalAddress),
        (
            F::Registration(PostalIndex),
            "registration_postal_index",
            PersonalAddress,
        ),
        (F::SameResidence, "same_residence", PersonalAddress),
        (F::Residence(Region), "residence_region", PersonalResidence),
        (
            F::Residence(District),
            "residence_district",
            PersonalResidence,
        ),
        (F::Residence(City), "residence_city", PersonalResidence),
        (F::Residence(Street), "residence_street", PersonalResidence),
        (F::Residence(House), "residence_house", PersonalResidence),
        (F::Residence(Flat), "residence_flat", PersonalResidence),
        (
            F::Residence(PostalIndex),
            "residence_postal_index",
            PersonalResidence,
        ),
        (F::Snils, "snils", PersonalNumbers),
        (F::Inn, "inn", PersonalNumbers),
    ]
};

impl ProfileField {
    /// Every field, in the order of the steps.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|(field, ..)| *field)
    }

    /// The fields that a step asks for, in order.
    pub fn of_step(step: Step) -> impl Iterator<Item = Self> {
        TABLE
            .iter()
            .filter(move |(_, _, asked)| *asked == step)
            .map(|(field, ..)| *field)
    }

    /// The field with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        TABLE
            .iter()
            .find(|(_, name, _)| *name == code)
            .map(|(field, ..)| *field)
    }

    /// Name in forms, drafts and on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.line().1
    }

    /// The step that asks for it.
    #[must_use]
    pub fn step(self) -> Step {
        self.line().2
    }

    fn line(self) -> &'static (Self, &'static str, Step) {
        // A test finds every field in the table; the first line is never the answer.
        TABLE
            .iter()
            .find(|(field, ..)| *field == self)
            .unwrap_or(&TABLE[0])
    }
}
