//! Words of receptions for the portal's codes.

use accounts::reception::{Kind, RefusalReason, State};
use domain::comparison::{ComparisonError, Evidence};
use domain::profile::{Context, ProfileField};
use domain::proofing::Method;

use crate::messages::profile::label;
use crate::pages::fields;

/// What is done.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Confirmation => "Подтверждение личности",
        Kind::Registration => "Регистрация",
        Kind::Restoration => "Восстановление доступа",
    }
}

/// Where a reception stands.
pub(crate) fn state(kind: Kind, state: State) -> &'static str {
    match (state, kind) {
        (State::Open, _) => "Идёт",
        (State::Waiting, Kind::Restoration) => "Ждёт второго сотрудника или срока",
        (State::Waiting, _) => "Ждёт ответа реестров",
        (State::Done, _) => "Завершён",
        (State::Refused, _) => "Отказ",
        (State::Ended, _) => "Прерван",
    }
}

/// The button that ends a comparison well.
pub(crate) fn ends_well(kind: Kind) -> &'static str {
    match kind {
        Kind::Confirmation => "Подтвердить личность",
        Kind::Registration => "Зарегистрировать",
        Kind::Restoration => "Восстановить доступ",
    }
}

/// A document on the table.
pub(crate) fn evidence(kind: Evidence) -> &'static str {
    match kind {
        Evidence::Identity => "Документ, удостоверяющий личность",
        Evidence::Snils => "СНИЛС (карточка или выписка)",
        Evidence::Inn => "ИНН (свидетельство)",
        Evidence::Residence => "Документ о регистрации по месту жительства",
        Evidence::Phone => "Телефон гражданина",
        Evidence::Form => "Заполненное и подписанное заявление",
    }
}

/// Why an operator refuses.
pub(crate) fn cause(reason: RefusalReason) -> &'static str {
    match reason {
        RefusalReason::Differs => "Данные не совпадают с документом",
        RefusalReason::Unfit => "Документ недействителен, повреждён или не подходит",
        RefusalReason::Stranger => "Человек не похож на фото в документе",
        RefusalReason::Missing => "Нет обязательного документа",
        RefusalReason::Power => "Доверенность не подходит",
        RefusalReason::Unwanted => "Гражданин передумал",
    }
}

/// How an identity is proven.
pub(crate) fn method(method: Method) -> &'static str {
    match method {
        Method::Centre => "Лично в центре обслуживания",
        Method::PostOffice => "Почта России: лично в отделении",
        Method::Representative => "Через представителя с доверенностью",
        Method::PensionFund => "Лично в клиентской службе Пенсионного фонда",
        Method::Letter => "Заказным письмом с кодом",
        Method::PaperSet => "Заказным письмом с документами",
        Method::Bank => "Через интернет-банк",
        Method::Signature => "Электронной подписью",
        Method::Card => "Универсальной электронной картой",
        Method::Video => "По видеосвязи",
    }
}

/// What is wrong with a field of the sheet.
pub(crate) fn refusal(
    field: ProfileField,
    error: ComparisonError,
    typed: &str,
    context: &Context,
) -> String {
    match error {
        ComparisonError::NotCompared => {
            "Отметьте «Совпадает» или впишите, как в документе".to_owned()
        }
        ComparisonError::OtherDocument => {
            "Гражданам России нужен паспорт России, остальным — их документ".to_owned()
        }
        ComparisonError::UnderAge => "Документ с 14 лет: за ребёнка действуют родители".to_owned(),
        ComparisonError::Field(_) => {
            let judged = fields::filled(fields::profile(field, context), typed, true);
            match judged.error.is_empty() {
                true => format!("Проверьте поле «{}»", label(field)),
                false => judged.error,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_and_document_has_its_word() {
        for reason in RefusalReason::ALL {
            assert!(!cause(reason).is_empty());
        }
        for document in Evidence::ALL {
            assert!(!evidence(document).is_empty());
        }
        for own in Kind::ALL {
            for stands in State::ALL {
                assert!(!state(own, stands).is_empty());
            }
        }
    }
}
