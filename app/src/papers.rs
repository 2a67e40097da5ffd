//! What is printed: sheets and certificates as PDF, with the words of the pages.

use accounts::clock::Instant;
use accounts::proofing::{self, Certificate};
use accounts::reception::{self, Handed, Paper};
use accounts::{PortalError, Visit, appointment};
use domain::centre::LocalTime;
use domain::field::contact::Contact;
use domain::profile::{ProfileField, value};
use paper::{AccessSheet, Application, IdentityCode, PaperError, VisitSheet};

use crate::components::plain::level_word;
use crate::context::PageContext;
use crate::date;
use crate::desk::reception::words;
use crate::messages::profile::label;
use crate::pages::personal::readable;

/// Why a paper is not printed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum PrintError {
    /// The portal does not let it be.
    #[error(transparent)]
    Portal(#[from] PortalError),
    /// The paper cannot be made.
    #[error(transparent)]
    Paper(#[from] PaperError),
}

/// A paper of the signed-in citizen, by its name in the address; `None`: there is none.
///
/// # Errors
/// [`PrintError`].
pub async fn own(
    context: &PageContext,
    visit: &Visit,
    name: &str,
) -> Result<Option<Vec<u8>>, PrintError> {
    let portal = &context.site.portal;
    match name {
        "visit-sheet.pdf" => visit_sheet(context, visit).await,
        "application.pdf" => application(context, visit).await,
        "certificate.pdf" => {
            let found = proofing::certificate(portal, visit).await?;
            Ok(Some(certificate(&found)?))
        }
        _ => Ok(None),
    }
}

/// A paper of a reception, for its operator.
///
/// # Errors
/// [`PrintError`].
pub async fn of_reception(
    context: &PageContext,
    visit: &Visit,
    reception: String,
    name: &str,
) -> Result<Option<Vec<u8>>, PrintError> {
    let is_certificate = match name {
        "certificate.pdf" => true,
        "handed.pdf" => false,
        _ => return Ok(None),
    };
    let portal = &context.site.portal;
    let found = reception::paper(portal, visit, reception, is_certificate).await?;
    Ok(match found {
        Some(Paper::Certificate(own)) => Some(certificate(&own)?),
        Some(Paper::Handed(own)) => Some(handed(context, &own)?),
        None => None,
    })
}

/// The sheet of the visit that is booked, or of one without a time.
async fn visit_sheet(context: &PageContext, visit: &Visit) -> Result<Option<Vec<u8>>, PrintError> {
    let portal = &context.site.portal;
    let none = String::new;
    let view = appointment::view(portal, visit, none(), none()).await?;
    let sheet = match view.booked {
        Some(booked) => {
            let here = LocalTime::at(booked.starts_at.millis(), booked.place.ahead_minutes);
            VisitSheet {
                centre: booked.place.name,
                address: booked.place.address,
                when: format!("{} по местному времени", date::at_place(here)),
                code: booked.code,
            }
        }
        None => match proofing::application(portal, visit).await?.code {
            Some(code) => VisitSheet {
                centre: none(),
                address: none(),
                when: none(),
                code,
            },
            None => return Ok(None),
        },
    };
    Ok(Some(sheet.pdf()?))
}

/// The application to fill in by hand, for whoever comes without an account (R-CTR-07).
///
/// # Errors
/// [`PrintError`].
pub fn blank() -> Result<Vec<u8>, PrintError> {
    let labels = asked().map(|field| label(field).to_owned());
    let contacts = ["Мобильный телефон", "Электронная почта"].map(str::to_owned);
    Ok(Application::blank(labels.chain(contacts)).pdf()?)
}

/// What an application tells.
fn asked() -> impl Iterator<Item = ProfileField> {
    ProfileField::all()
        .filter(|&field| field != ProfileField::SameResidence)
        .filter(|&field| !matches!(field, ProfileField::Residence(_)))
}

/// The application, with everything that a clerk compares.
async fn application(context: &PageContext, visit: &Visit) -> Result<Option<Vec<u8>>, PrintError> {
    let view = proofing::application(&context.site.portal, visit).await?;
    let rows = asked()
        .map(|field| (field, value(&view.values, field)))
        .filter(|(_, text)| !text.is_empty())
        .map(|(field, text)| {
            (
                label(field).to_owned(),
                readable(field, text, &view.context),
            )
        });
    let paper = Application {
        rows: rows.collect(),
        code: view.code.unwrap_or_default(),
    };
    Ok(Some(paper.pdf()?))
}

fn certificate(own: &Certificate) -> Result<Vec<u8>, PaperError> {
    let place = own.place.as_ref();
    let day = |at: Option<Instant>| at.map(date::day).unwrap_or_default();
    let paper = paper::Certificate {
        number: own.reference.clone(),
        full_name: own.full_name.clone(),
        level: level_word(own.level).to_lowercase(),
        method: own
            .method
            .map(words::method)
            .unwrap_or_default()
            .to_lowercase(),
        place: place
            .map(|place| format!("{}, {}", place.name, place.address))
            .unwrap_or_default(),
        registered_at: day(Some(own.registered_at)),
        confirmed_at: day(own.confirmed_at),
        issued_at: day(Some(own.issued_at)),
    };
    paper.pdf()
}

/// Login and code for one sign-in, or an identity code.
fn handed(context: &PageContext, own: &Handed) -> Result<Vec<u8>, PaperError> {
    let now = context.site.portal.clock.now();
    let from = Instant::from_millis(own.from_ms);
    let valid_until = date::day_and_time(Instant::from_millis(own.until_ms));
    let site = context.site.public_url.clone();
    if own.login.is_empty() {
        let paper = IdentityCode {
            code: own.code.clone(),
            valid_until,
            tries: context.site.portal.config.identity.code_tries,
            site,
        };
        return paper.pdf();
    }
    let (login_kind, login) = login(&own.login);
    let paper = AccessSheet {
        login_kind: login_kind.to_owned(),
        login,
        code: own.code.clone(),
        valid_from: match from > now {
            true => date::day_and_time(from),
            false => String::new(),
        },
        valid_until,
        site,
    };
    paper.pdf()
}

/// What a login is called, and how it is read.
pub(crate) fn login(stored: &str) -> (&'static str, String) {
    if let Ok(snils) = domain::field::snils::Snils::parse(stored) {
        return ("СНИЛС", snils.display());
    }
    match Contact::parse_login(stored, &unicode::Tables) {
        Some(Contact::Phone(phone)) => ("Мобильный телефон", phone.display()),
        _ => ("Электронная почта", stored.to_owned()),
    }
}
