//! What is sent: to whom, for what, and whether a code can be right at all.

use domain::field::contact::{Contact, ContactKind};

use crate::account;
use crate::contact_index::contact_index;
use crate::draft::{Draft, DraftFlow};
use crate::error::PortalError;
use crate::outbox::NoticeKind;
use crate::portal::Portal;
use crate::store::Connection;

/// The message that a draft waits to be answered.
pub(crate) struct Order {
    pub(crate) draft_id: String,
    pub(crate) contact: Contact,
    pub(crate) index: Vec<u8>,
    pub(crate) notice: NoticeKind,
    /// False where nobody has this contact: everything is written, nothing is sent, no code is right.
    pub(crate) answerable: bool,
}

impl Order {
    /// The order of a draft. The owner of a contact that has an account reads a hint in the message;
    /// the page says the same either way.
    pub(crate) async fn of(
        c: &mut Connection,
        portal: &Portal,
        draft: &Draft,
    ) -> Result<Self, PortalError> {
        let contact = draft.payload.contact().ok_or(PortalError::Unavailable)?;
        let index = contact_index(&portal.vault, &contact);
        let owner = account::owner_of(c, contact.kind(), &index).await?;
        let notice = match draft.flow {
            DraftFlow::Registration if owner.is_some() => NoticeKind::RegistrationCodeExisting,
            DraftFlow::Registration => NoticeKind::RegistrationCode,
            DraftFlow::Resume => NoticeKind::ResumeCode,
            DraftFlow::Recovery => NoticeKind::RecoveryCode,
            DraftFlow::Contact(_) => NoticeKind::ContactCode,
            DraftFlow::Reception => NoticeKind::DeskCode,
            // Nothing is proven there.
            DraftFlow::PersonalData => return Err(PortalError::Unavailable),
        };
        Ok(Self {
            draft_id: draft.id.clone(),
            contact,
            index,
            notice,
            answerable: draft.payload.answerable(),
        })
    }

    pub(crate) fn kind(&self) -> ContactKind {
        self.contact.kind()
    }
}
