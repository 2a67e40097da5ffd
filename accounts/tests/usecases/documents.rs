//! Further documents of the profile (R-PRS-18): told by their owner, kept beside what the registries confirm.

use accounts::further_document::{self, DocumentsView, PATH};
use accounts::profile::ProfileState;
use accounts::{Outcome, PortalError, cabinet};
use domain::profile::{ProfileField, value};

use crate::browser::Browser;
use crate::house::House;
use crate::people::{OTHER_PHONE, PHONE};

impl Browser {
    async fn documents(&self) -> DocumentsView {
        let view = further_document::view(&self.portal, &self.visit).await;
        view.expect("a view")
    }

    async fn tell_document(&mut self, kind: &str, number: &str) -> String {
        let done = further_document::save(&self.portal, &self.visit, kind.into(), number.into());
        let done = done.await.expect("an answer");
        self.take(&done)
    }

    async fn remove_document(&mut self, kind: &str) -> String {
        let done = further_document::remove(&self.portal, &self.visit, kind.into()).await;
        self.take(&done.expect("an answer"))
    }
}

async fn a_document_is_told_changed_and_taken_away(house: House) {
    let mut citizen = house.citizen(PHONE).await;
    let page = format!("{PATH}/oms_policy");
    assert_eq!(citizen.tell_document("oms_policy", "123").await, page);
    let refusals = citizen.refusals();
    assert_eq!(refusals, [("number".to_owned(), "wrong_length".to_owned())]);
    let typed = citizen.documents().await.flash.expect("what is wrong");
    assert_eq!(typed.kept("number"), Some("123"));
    assert_eq!(typed.codes[0].number, Some(3));
    assert!(citizen.documents().await.further.is_empty());
    for (typed, kept) in [
        ("8451 9991 2289 9990", "8451999122899990"),
        ("7700007006000000", ""),
        ("8451999122899990", "8451999122899990"),
    ] {
        let next = citizen.tell_document("oms_policy", typed).await;
        if kept.is_empty() {
            assert_eq!(next, page);
            continue;
        }
        assert_eq!(next, PATH);
        assert!(citizen.hears(Outcome::DocumentSaved));
        assert_eq!(citizen.documents().await.further["oms_policy"], kept);
    }
    citizen.tell_document("vehicle_plate", "а123вс77").await;
    // Everything that is stored is shown where everything is.
    let all = cabinet::all_attributes(&citizen.portal, &citizen.visit).await;
    assert_eq!(all.expect("a view").further.len(), 2);
    assert!(
        house
            .citizen(OTHER_PHONE)
            .await
            .documents()
            .await
            .further
            .is_empty()
    );
    for _ in 0..2 {
        assert_eq!(citizen.remove_document("oms_policy").await, PATH);
        assert!(citizen.hears(Outcome::DocumentRemoved));
    }
    assert_eq!(citizen.documents().await.further.len(), 1);
    assert_eq!(house.noted("document_saved").await, 3);
    assert_eq!(house.noted("document_removed").await, 1);
}

/// The registries confirm the person: what they say takes the place of what was told, further documents stay.
async fn what_the_registries_confirm_leaves_them(house: House) {
    let mut citizen = house.citizen(PHONE).await;
    citizen.tell_document("military_id", "АН 1234567").await;
    citizen
        .fill_in(crate::profiles::russian(crate::profiles::SNILS))
        .await;
    citizen.send_profile().await;
    house.until_state(&citizen, ProfileState::Passed).await;
    let view = citizen.documents().await;
    assert_eq!(view.further["military_id"], "АН1234567");
    assert_eq!(value(&view.confirmed, ProfileField::Snils), "11223344595");
    assert!(!view.confirmed.contains_key("military_id"));
}

async fn strangers_and_unknown_kinds_are_refused(house: House) {
    let citizen = house.citizen(PHONE).await;
    for kind in ["", "passport", "snils"] {
        let (portal, visit) = (&citizen.portal, &citizen.visit);
        let saved = further_document::save(portal, visit, kind.into(), "1".into()).await;
        assert_eq!(saved.err(), Some(PortalError::Forbidden), "{kind}");
        let removed = further_document::remove(portal, visit, kind.into()).await;
        assert_eq!(removed.err(), Some(PortalError::Forbidden), "{kind}");
    }
    let nobody = house.browser();
    let (portal, visit) = (&nobody.portal, &nobody.visit);
    let refused = Some(PortalError::NotSignedIn);
    assert_eq!(further_document::view(portal, visit).await.err(), refused);
    let saved = further_document::save(portal, visit, "oms_policy".into(), "1".into()).await;
    assert_eq!(saved.err(), refused);
    let removed = further_document::remove(portal, visit, "oms_policy".into()).await;
    assert_eq!(removed.err(), refused);
}

on_both! {
    a_document_is_told_changed_and_taken_away
    what_the_registries_confirm_leaves_them
    strangers_and_unknown_kinds_are_refused
}
