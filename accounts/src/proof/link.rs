//! Finding what a link leads to.

use super::{LinkPurpose, LinkView};
use crate::contact_index::contact_index;
use crate::draft::{self, Draft, DraftFlow};
use crate::error::PortalError;
use crate::portal::Portal;
use crate::store::Connection;
use crate::store::statement::code as sql;
use crate::token::Token;

/// What a link leads to.
pub(super) enum Link {
    /// To nothing any more.
    Dead,
    /// To a draft whose proof it is.
    Alive(Box<Found>),
    /// To a draft that has it already.
    Used(Box<Found>),
}

/// A link and its draft.
pub(super) struct Found {
    pub(super) code_id: String,
    pub(super) token: Token,
    pub(super) draft: Draft,
}

impl Link {
    pub(super) fn view(&self) -> LinkView {
        match self {
            Self::Dead => LinkView::Dead,
            Self::Alive(found) => LinkView::Alive(purpose(found.draft.flow)),
            Self::Used(found) => LinkView::Used(purpose(found.draft.flow)),
        }
    }
}

fn purpose(flow: DraftFlow) -> LinkPurpose {
    match flow {
        DraftFlow::Registration => LinkPurpose::Registration,
        DraftFlow::Resume => LinkPurpose::Resume,
        DraftFlow::Recovery => LinkPurpose::Recovery,
        // The last two send no links.
        DraftFlow::Contact(_) | DraftFlow::PersonalData | DraftFlow::Reception => {
            LinkPurpose::ContactChange
        }
    }
}

/// What the link with this token leads to. It counts for the contact it was sent to, and for no other that
/// the draft waits for by now.
pub(super) async fn find(
    c: &mut Connection,
    portal: &Portal,
    token: &str,
) -> Result<Link, PortalError> {
    let Some(token) = Token::parse(token) else {
        return Ok(Link::Dead);
    };
    let Some(row) = c
        .fetch_optional(sql::FIND_LINK, &[token.hash().into()])
        .await?
    else {
        return Ok(Link::Dead);
    };
    let Some(draft) = draft::load(c, portal, &row.text(3)?).await? else {
        return Ok(Link::Dead);
    };
    let (ends_at, used_at, index) = (row.opt_instant(1)?, row.opt_instant(2)?, row.blob(4)?);
    let waited = draft
        .payload
        .contact()
        .map(|contact| contact_index(&portal.vault, &contact));
    let finished = draft.finished;
    let found = Box::new(Found {
        code_id: row.text(0)?,
        token,
        draft,
    });
    if used_at.is_some() || finished {
        return Ok(Link::Used(found));
    }
    let in_time = ends_at.is_some_and(|ends_at| ends_at > portal.clock.now());
    Ok(if in_time && waited == Some(index) {
        Link::Alive(found)
    } else {
        Link::Dead
    })
}
