//! Finding a citizen: by a living code that they show, or by the numbers of documents in hand. There is no other way.

use domain::field::snils::Snils;
use domain::paper_code::PaperCode;
use domain::profile::{Context, DocumentKind, ProfileField, judge, value};
use domain::proofing::RouteState;

use crate::account;
use crate::error::PortalError;
use crate::portal::Portal;
use crate::profile::today;
use crate::snils;
use crate::store::Connection;
use crate::store::statement::{appointment as appointment_sql, proofing_route as route_sql};
use crate::vault::IndexKind;

/// How long after its beginning a booked visit can still be begun: people come late, and queues are long.
const LATE_S: i64 = 12 * 3600;

/// Whom a code has led to.
pub(super) struct Found {
    pub(super) account_id: String,
    /// Where they are expected.
    pub(super) centre: Option<String>,
}

/// The citizen who shows a visit code.
pub(super) async fn by_code(
    c: &mut Connection,
    portal: &Portal,
    code: &PaperCode,
) -> Result<Option<Found>, PortalError> {
    let index = portal.vault.blind_index(IndexKind::Visit, code.value());
    let now = portal.clock.now();
    let booked = c
        .fetch_optional(appointment_sql::FIND_BY_CODE, &[index.clone().into()])
        .await?;
    if let Some(row) = booked {
        let in_time = row.instant(2)?.plus_s(LATE_S) > now;
        return Ok(match in_time {
            true => Some(Found {
                account_id: row.text(0)?,
                centre: Some(row.text(1)?),
            }),
            false => None,
        });
    }
    let route = c
        .fetch_optional(route_sql::FIND_BY_CODE, &[index.into()])
        .await?;
    let Some(row) = route else { return Ok(None) };
    let state = RouteState::from_code(&row.text(2)?);
    let is_open = state.is_some_and(RouteState::is_open) && row.instant(3)? > now;
    Ok(match is_open {
        true => Some(Found {
            account_id: row.text(0)?,
            centre: None,
        }),
        false => None,
    })
}

/// The form in which documents are typed.
#[derive(Clone, Default)]
pub struct DocumentsInput {
    /// «СНИЛС»
    pub snils: String,
    /// «Тип документа»
    pub document_kind: String,
    /// «Серия и номер»
    pub document_number: String,
    /// «Дата рождения»
    pub birth_date: String,
    /// What is to be done: `confirmation` or `restoration`.
    pub kind: String,
}

/// Documents as they were read.
pub(super) struct Documents {
    snils: String,
    number: String,
    birth_date: String,
}

impl DocumentsInput {
    /// What stands in the documents, or the fields that cannot be read, each with the code of its error.
    pub(super) fn read(
        &self,
        portal: &Portal,
    ) -> Result<Documents, Vec<(&'static str, &'static str)>> {
        let russian = DocumentKind::RussianPassport.code();
        let context = Context {
            is_russian: self.document_kind == russian || self.document_kind.is_empty(),
            birth: None,
            today: today(portal),
        };
        let mut wrong = Vec::new();
        let mut field = |field: ProfileField, text: &str| {
            judge(field, text, &context, &unicode::Tables).unwrap_or_else(|error| {
                wrong.push((field.code(), error.code()));
                String::new()
            })
        };
        let number = field(ProfileField::DocumentNumber, &self.document_number);
        let birth_date = field(ProfileField::BirthDate, &self.birth_date);
        let snils = match Snils::parse(&self.snils) {
            Ok(snils) => snils.as_str().to_owned(),
            Err(error) => {
                wrong.push((ProfileField::Snils.code(), error.code()));
                String::new()
            }
        };
        match wrong.is_empty() {
            true => Ok(Documents {
                snils,
                number,
                birth_date,
            }),
            false => Err(wrong),
        }
    }
}

/// Whom documents have led to.
pub(super) struct Holder {
    pub(super) account_id: String,
    /// The identity document is another one than the account's.
    pub(super) other_document: bool,
}

/// The citizen with these documents: an account whose data the registries have confirmed, and with which SNILS and birth
/// date agree. Documents run out: the number of the identity document may be another one, which whoever asks judges.
pub(super) async fn by_documents(
    c: &mut Connection,
    portal: &Portal,
    documents: &Documents,
) -> Result<Option<Holder>, PortalError> {
    let Some(account_id) = snils::owner(c, portal, &documents.snils).await? else {
        return Ok(None);
    };
    let account = account::load(c, portal, &account_id).await?;
    let values = account::attributes(c, &account_id, &account.key).await?;
    let is_holder = value(&values, ProfileField::BirthDate) == documents.birth_date;
    Ok(is_holder.then(|| Holder {
        account_id,
        other_document: value(&values, ProfileField::DocumentNumber) != documents.number,
    }))
}
