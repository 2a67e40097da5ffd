//! The code step of a registration.

use domain::flow::Step;

use super::standing::{facts, furthest, standing};
use super::{CodeInput, ResendInput};
use crate::challenge::{CodePage, Order, Typed};
use crate::done::Done;
use crate::draft;
use crate::error::PortalError;
use crate::flash::Form;
use crate::journal::Event;
use crate::note::note;
use crate::portal::Portal;
use crate::store::Connection;
use crate::visit::Visit;

fn page() -> CodePage {
    CodePage {
        form: Form::RegisterCode,
        path: Step::RegisterCode.path(),
    }
}

pub(super) async fn submit(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: CodeInput,
) -> Result<Done, PortalError> {
    let (mut held, before) = match standing(c, portal, visit).await?.open() {
        Ok(open) => open,
        Err(done) => return Ok(done),
    };
    if before.contact_proven || !before.form_accepted {
        return Ok(Done::on(furthest(&before)));
    }
    let order = Order::of(c, portal, &held.draft).await?;
    match page().judge(c, portal, visit, &order, &input.code).await? {
        Typed::Refused(done, ended) => {
            if ended {
                note(
                    c,
                    portal,
                    visit,
                    None,
                    Event::CodesEnded,
                    &[("flow", "registration")],
                )
                .await?;
            }
            Ok(done)
        }
        Typed::Right => {
            draft::prove(c, portal, &mut held).await?;
            Ok(Done::on(furthest(&facts(c, portal, &held).await?)))
        }
    }
}

pub(super) async fn resend(
    c: &mut Connection,
    portal: &Portal,
    visit: &Visit,
    input: ResendInput,
) -> Result<Done, PortalError> {
    let (held, before) = match standing(c, portal, visit).await?.open() {
        Ok(open) => open,
        Err(done) => return Ok(done),
    };
    if before.contact_proven || !before.form_accepted {
        return Ok(Done::on(furthest(&before)));
    }
    let order = Order::of(c, portal, &held.draft).await?;
    page()
        .resend(c, portal, visit, &order, &input.channel)
        .await
}
