//! Personal data and their checks: from the first step to the standard account (R-PRS, R-CHK).

use accounts::check::{self, ChecksView};
use accounts::operator::Role;
use accounts::outbox::NoticeKind;
use accounts::profile::{self, ProfileState, ProfileView};
use accounts::sign_in::{LoginKind, SignInInput};
use accounts::upload::PapersView;
use accounts::{Done, Outcome as Said, PortalError, desk, feed, session, upload};
use domain::check::Stage;
use domain::level::AssuranceLevel;
use domain::profile::{ProfileField, Values};
use domain::registry::{Outcome, Registry};

use crate::browser::Browser;
use crate::bureau::Reply;
use crate::desk::employee::Employee;
use crate::house::House;
use crate::people::{EMAIL, OTHER_PHONE, PASSWORD, PHONE};

pub(crate) const SNILS: &str = "112-233-445 95";
const DAY_S: i64 = 86_400;

/// Each step with what is typed into it.
pub(crate) type Steps = Vec<(&'static str, Values)>;

pub(crate) fn typed(pairs: &[(&str, &str)]) -> Values {
    pairs
        .iter()
        .map(|&(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn address() -> Values {
    typed(&[
        ("registration_region", "Тверская область"),
        ("registration_city", "Примерск"),
        ("registration_street", "Садовая"),
        ("registration_house", "7"),
        ("registration_postal_index", "170000"),
        ("same_residence", "true"),
    ])
}

/// A citizen with a passport.
pub(crate) fn russian(snils: &str) -> Steps {
    vec![
        (
            "/cabinet/personal-data",
            typed(&[("citizenship", "RU"), ("document_kind", "russian_passport")]),
        ),
        (
            "/cabinet/personal-data/person",
            typed(&[
                ("surname", "Рябинина"),
                ("first_name", "Вера"),
                ("patronymic", "Олеговна"),
                ("birth_date", "17.03.1984"),
                ("sex", "female"),
                ("birth_place", "гор. Примерск"),
            ]),
        ),
        (
            "/cabinet/personal-data/document",
            typed(&[
                ("document_number", "45 10 123456"),
                ("issue_date", "20.04.2010"),
                ("issued_by", "ОВД Примерска"),
                ("division_code", "690-001"),
            ]),
        ),
        ("/cabinet/personal-data/address", address()),
        ("/cabinet/personal-data/numbers", typed(&[("snils", snils)])),
    ]
}

impl Browser {
    pub(crate) async fn step(&mut self, path: &str, values: &Values) -> String {
        let done = profile::submit_step(&self.portal, &self.visit, path.into(), values.clone());
        let done = done.await.expect("an answer");
        self.take(&done)
    }

    /// Fills in every step; answers where the last one leads.
    pub(crate) async fn fill_in(&mut self, steps: Steps) -> String {
        let mut next = String::new();
        for (path, values) in steps {
            next = self.step(path, &values).await;
        }
        next
    }

    pub(crate) async fn send_profile(&mut self) -> String {
        let done = profile::submit(&self.portal, &self.visit, true).await;
        self.take(&done.expect("an answer"))
    }

    async fn profile(&self) -> ProfileView {
        profile::view(&self.portal, &self.visit)
            .await
            .expect("a view")
    }

    async fn checks(&self) -> ChecksView {
        check::view(&self.portal, &self.visit)
            .await
            .expect("a view")
    }

    async fn profile_state(&self) -> Option<ProfileState> {
        self.checks().await.profile.map(|profile| profile.state)
    }

    async fn stage(&self, registry: Registry) -> Option<Stage> {
        let rows = self.checks().await.profile?.rows;
        let row = rows.into_iter().find(|row| row.registry == registry)?;
        Some(row.stage)
    }

    /// The files that the citizen is asked for.
    async fn papers(&self) -> PapersView {
        let rows = self.checks().await.profile.expect("sent").rows;
        let mut papers = rows.into_iter().filter_map(|row| row.papers);
        papers.next().expect("asked for")
    }

    async fn hand_in(&self, request: &str) -> Result<Done, PortalError> {
        check::hand_in_papers(&self.portal, &self.visit, request.to_owned()).await
    }

    pub(crate) async fn account_level(&self) -> AssuranceLevel {
        self.session().await.expect("signed in").account_level
    }
}

/// Whether an operator can open a file of a case.
async fn opens(employee: &Employee, review: &str, id: &str) -> bool {
    let browser = &employee.browser;
    let file = desk::open_file(&browser.portal, &browser.visit, review.into(), id.into());
    file.await.expect("an answer").is_some()
}

impl House {
    /// A citizen who has sent everything.
    pub(crate) async fn sent(&self, contact: &str) -> Browser {
        let mut citizen = self.citizen(contact).await;
        assert_eq!(
            citizen.fill_in(russian(SNILS)).await,
            "/cabinet/personal-data/check"
        );
        assert_eq!(citizen.send_profile().await, "/cabinet/checks");
        citizen
    }

    /// Lets the registries work until this holds.
    pub(crate) async fn until<F: Future<Output = bool>>(&self, holds: impl Fn() -> F) {
        for _ in 0..2_000 {
            if holds().await {
                return;
            }
            self.ground.clock.advance_ms(20);
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        panic!("it never came to that");
    }

    pub(crate) async fn until_state(&self, citizen: &Browser, state: ProfileState) {
        self.until(|| async { citizen.profile_state().await == Some(state) })
            .await;
    }

    async fn until_review(&self, citizen: &Browser, registry: Registry) {
        self.until(|| async { citizen.stage(registry).await == Some(Stage::Review) })
            .await;
    }
}

async fn who_matches_becomes_standard(house: House) {
    let mut citizen = house.citizen_with_both(PHONE, EMAIL).await;
    assert_eq!(
        citizen.fill_in(russian(SNILS)).await,
        "/cabinet/personal-data/check"
    );
    assert_eq!(citizen.send_profile().await, "/cabinet/checks");
    house.until_state(&citizen, ProfileState::Passed).await;
    let question = &house.ground.bureau.asked(Registry::Snils)[0];
    assert_eq!(question.number, "11223344595");
    assert_eq!(question.attributes["birth_date"], "1984-03-17");
    assert!(question.callback.is_some());
    assert!(house.ground.bureau.asked(Registry::Inn).is_empty());
    // The level is the account's at once, the session keeps its own until the password is given in place (D-38).
    let session = citizen.session().await.expect("signed in");
    assert_eq!(session.account_level, AssuranceLevel::Standard);
    assert_eq!(session.level, AssuranceLevel::Simplified);
    let before = citizen.visit.session.clone();
    let done = session::raise(
        &citizen.portal,
        &citizen.visit,
        PASSWORD.into(),
        "/cabinet/checks".into(),
    );
    let next = citizen.take(&done.await.expect("an answer"));
    assert_eq!(next, "/cabinet/checks");
    assert!(citizen.hears(Said::LevelTaken));
    assert!(citizen.visit.session != before, "a new token");
    let session = citizen.session().await.expect("signed in");
    assert_eq!(session.level, AssuranceLevel::Standard);
    // Told at the confirmed contact, and in the feed.
    let kinds = house.kinds_to(PHONE).await;
    assert!(kinds.contains(&NoticeKind::ChecksPassed), "{kinds:?}");
    assert!(
        !house
            .kinds_to(EMAIL)
            .await
            .contains(&NoticeKind::ChecksPassed)
    );
    let feed = feed::view(&citizen.portal, &citizen.visit)
        .await
        .expect("a view");
    let codes: Vec<_> = feed.rows.iter().map(|row| row.event.code()).collect();
    assert_eq!(codes[0], "level_changed");
    assert!(codes.contains(&"profile_submitted") && codes.contains(&"registry_answered"));
    assert!(session.unread > 0);
    feed::mark_read(&citizen.portal, &citizen.visit)
        .await
        .expect("an answer");
    assert_eq!(citizen.session().await.expect("signed in").unread, 0);
}

async fn snils_leads_in_once_it_is_verified(house: House) {
    let sign_in = |snils: &str| SignInInput {
        kind: LoginKind::Snils,
        login: snils.into(),
        password: PASSWORD.into(),
        ..SignInInput::default()
    };
    let citizen = house.citizen(PHONE).await;
    let mut early = house.browser();
    assert_eq!(early.sign_in_with(sign_in(SNILS)).await, "/login/snils");
    assert!(early.hears(Said::SignInFailed));
    assert_eq!(
        early.flash().login,
        None,
        "a SNILS is not kept in the browser"
    );
    drop(citizen);
    let mut citizen = house.signed_in(PHONE, PASSWORD).await;
    citizen.fill_in(russian(SNILS)).await;
    citizen.send_profile().await;
    house.until_state(&citizen, ProfileState::Passed).await;
    let mut late = house.browser();
    assert_eq!(late.sign_in_with(sign_in("11223344595")).await, "/cabinet");
    let session = late.session().await.expect("signed in");
    assert_eq!(
        session.level,
        AssuranceLevel::Standard,
        "a new session has the new level"
    );
}

async fn a_mismatch_is_corrected_and_only_that_is_asked_again(house: House) {
    house
        .ground
        .bureau
        .plan(Registry::Snils, Reply::differs(&["snils"]));
    let mut citizen = house.sent(PHONE).await;
    house.until_state(&citizen, ProfileState::Failed).await;
    house
        .until(|| async {
            citizen.stage(Registry::Passport).await == Some(Stage::Answered(Outcome::Match))
        })
        .await;
    assert_eq!(citizen.account_level().await, AssuranceLevel::Simplified);
    let view = citizen.profile().await;
    assert!(view.marked.contains(&ProfileField::Snils));
    assert!(!view.marked.contains(&ProfileField::Surname));
    assert!(!view.is_checking);
    // The same again would bring the same answer.
    assert_eq!(citizen.send_profile().await, "/cabinet/personal-data/check");
    assert!(citizen.hears(Said::NothingCorrected));
    let right = typed(&[("snils", "087-654-303 00")]);
    let next = citizen.step("/cabinet/personal-data/numbers", &right).await;
    assert_eq!(next, "/cabinet/personal-data/check");
    assert!(citizen.profile().await.marked.is_empty());
    assert_eq!(citizen.send_profile().await, "/cabinet/checks");
    house.until_state(&citizen, ProfileState::Passed).await;
    assert_eq!(house.ground.bureau.asked(Registry::Snils).len(), 2);
    assert_eq!(house.ground.bureau.asked(Registry::Passport).len(), 1);
    assert_eq!(citizen.account_level().await, AssuranceLevel::Standard);
    let told = house.kinds_to(PHONE).await;
    assert!(told.contains(&NoticeKind::ChecksFailed) && told.contains(&NoticeKind::ChecksPassed));
}

async fn inn_does_not_hold_the_level_up(house: House) {
    house
        .ground
        .bureau
        .plan(Registry::Inn, Reply::differs(&["inn"]));
    let mut citizen = house.citizen(PHONE).await;
    citizen.fill_in(russian(SNILS)).await;
    let both = typed(&[("snils", SNILS), ("inn", "500100732259")]);
    citizen.step("/cabinet/personal-data/numbers", &both).await;
    citizen.send_profile().await;
    house.until_state(&citizen, ProfileState::Passed).await;
    house
        .until(|| async {
            citizen.stage(Registry::Inn).await == Some(Stage::Answered(Outcome::Mismatch))
        })
        .await;
    assert_eq!(citizen.account_level().await, AssuranceLevel::Standard);
    assert!(citizen.profile().await.marked.contains(&ProfileField::Inn));
}

async fn what_is_unclear_or_late_goes_to_a_specialist(house: House) {
    let bureau = &house.ground.bureau;
    bureau.plan(Registry::Snils, Reply::of(Outcome::Unclear));
    bureau.plan(Registry::Passport, Reply::Silent);
    let citizen = house.sent(PHONE).await;
    house.until_review(&citizen, Registry::Snils).await;
    house
        .until(|| async { citizen.stage(Registry::Passport).await == Some(Stage::Waiting) })
        .await;
    house.pass(5 * DAY_S);
    let citizen = house.signed_in(PHONE, PASSWORD).await;
    let rows = citizen.checks().await.profile.expect("sent").rows;
    let passport = rows.iter().find(|row| row.registry == Registry::Passport);
    assert!(
        passport.expect("asked").is_slow,
        "after five days people are named"
    );
    house.pass(5 * DAY_S);
    let citizen = house.signed_in(PHONE, PASSWORD).await;
    house.until_review(&citizen, Registry::Passport).await;
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM review WHERE cause = 'unclear'")
            .await,
        1
    );
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM review WHERE cause = 'late'")
            .await,
        1
    );
    assert_eq!(citizen.account_level().await, AssuranceLevel::Simplified);
}

async fn a_registry_that_fails_is_asked_again_and_then_given_up(house: House) {
    let bureau = &house.ground.bureau;
    for _ in 0..2 {
        bureau.plan(Registry::Passport, Reply::of(Outcome::Error));
    }
    bureau.plan(Registry::Passport, Reply::Forgets);
    for _ in 0..5 {
        bureau.plan(Registry::Snils, Reply::of(Outcome::Error));
    }
    let citizen = house.sent(PHONE).await;
    house.until_review(&citizen, Registry::Snils).await;
    house
        .until(|| async {
            citizen.stage(Registry::Passport).await == Some(Stage::Answered(Outcome::Match))
        })
        .await;
    assert_eq!(bureau.asked(Registry::Passport).len(), 4);
    assert_eq!(bureau.asked(Registry::Snils).len(), 5);
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM review WHERE cause = 'failing'")
            .await,
        1
    );
}

async fn an_hour_without_registries_costs_an_hour(mut house: House) {
    for registry in Registry::ALL {
        house.ground.bureau.set_down(registry, true);
    }
    let mut citizen = house.sent(PHONE).await;
    for _ in 0..60 {
        house.pass(60);
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(citizen.profile_state().await, Some(ProfileState::Checking));
    house.restart().await;
    citizen.portal = house.portal.clone();
    for registry in Registry::ALL {
        house.ground.bureau.set_down(registry, false);
    }
    house.pass(300);
    house.until_state(&citizen, ProfileState::Passed).await;
    assert_eq!(house.ground.bureau.asked(Registry::Snils).len(), 1);
}

async fn a_busy_registry_is_left_alone(house: House) {
    const PUT_OFF: &str =
        "SELECT COUNT(*) FROM registry_check WHERE registry = 'snils' AND polls > 0";
    let bureau = &house.ground.bureau;
    bureau.plan(Registry::Snils, Reply::Busy(1_800));
    let citizen = house.sent(PHONE).await;
    house
        .until(|| async { house.count(PUT_OFF).await == 1 })
        .await;
    house.pass(1_700);
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    assert_eq!(bureau.asked(Registry::Snils).len(), 0);
    house.pass(100);
    house.until_state(&citizen, ProfileState::Passed).await;
    assert_eq!(bureau.asked(Registry::Snils).len(), 1);
}

async fn a_restart_asks_nothing_twice(mut house: House) {
    house.ground.bureau.plan(Registry::Snils, Reply::Silent);
    let mut citizen = house.sent(PHONE).await;
    house
        .until(|| async { citizen.stage(Registry::Snils).await == Some(Stage::Waiting) })
        .await;
    for _ in 0..3 {
        house.restart().await;
        citizen.portal = house.portal.clone();
        house.pass(400);
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(house.ground.bureau.asked(Registry::Snils).len(), 1);
    assert_eq!(house.ground.bureau.asked(Registry::Passport).len(), 1);
}

async fn sent_twice_is_checked_once(house: House) {
    let mut citizen = house.citizen(PHONE).await;
    citizen.fill_in(russian(SNILS)).await;
    let (mut first, mut second) = (citizen.clone(), citizen.clone());
    let (one, two) = tokio::join!(first.send_profile(), second.send_profile());
    assert_eq!(
        (one.as_str(), two.as_str()),
        ("/cabinet/checks", "/cabinet/checks")
    );
    assert_eq!(house.count("SELECT COUNT(*) FROM profile").await, 1);
    house.until_state(&citizen, ProfileState::Passed).await;
    assert_eq!(house.ground.bureau.asked(Registry::Passport).len(), 1);
    // While the registries were at it nothing could be changed; now it can.
    assert!(!citizen.profile().await.is_checking);
}

async fn one_snils_belongs_to_one_account(house: House) {
    let first = house.sent(PHONE).await;
    house.until_state(&first, ProfileState::Passed).await;
    let mut second = house.sent(OTHER_PHONE).await;
    house.until_state(&second, ProfileState::Claimed).await;
    assert_eq!(second.account_level().await, AssuranceLevel::Simplified);
    assert!(
        house
            .kinds_to(OTHER_PHONE)
            .await
            .contains(&NoticeKind::SnilsClaimed)
    );
    assert!(
        !house
            .kinds_to(PHONE)
            .await
            .contains(&NoticeKind::SnilsClaimed)
    );
    assert_eq!(house.count("SELECT COUNT(*) FROM identifier").await, 1);
    // No registry is asked about an address: what is sent with another one is decided at once.
    let mut moved = address();
    moved.insert("registration_house".into(), "8".into());
    second.step("/cabinet/personal-data/address", &moved).await;
    assert_eq!(second.send_profile().await, "/cabinet/checks");
    assert_eq!(second.profile_state().await, Some(ProfileState::Claimed));
}

async fn a_foreigner_passes_with_a_document_of_their_own(house: House) {
    let mut citizen = house.citizen(PHONE).await;
    let mut steps = russian(SNILS);
    steps[0].1 = typed(&[("citizenship", "KZ"), ("document_kind", "foreign_document")]);
    steps[1].1.insert("surname".into(), "Akhmetova".into());
    steps[1].1.insert("first_name".into(), "Aigul".into());
    steps[1].1.insert("patronymic".into(), String::new());
    steps[2].1 = typed(&[
        ("document_number", "n 1234567"),
        ("issue_date", "01.02.2020"),
        ("issued_by", "Ministry of Internal Affairs"),
    ]);
    assert_eq!(citizen.fill_in(steps).await, "/cabinet/personal-data/check");
    assert_eq!(citizen.send_profile().await, "/cabinet/checks");
    house.until_state(&citizen, ProfileState::Passed).await;
    let question = &house.ground.bureau.asked(Registry::Passport)[0];
    assert_eq!(question.number, "N1234567");
    assert_eq!(question.attributes["citizenship"], "KZ");
    assert!(!question.attributes.contains_key("division_code"));
    assert_eq!(
        citizen.session().await.expect("signed in").surname,
        "Akhmetova"
    );
}

async fn another_document_undoes_what_does_not_fit(house: House) {
    let mut citizen = house.citizen(PHONE).await;
    citizen.fill_in(russian(SNILS)).await;
    // A citizen of Russia with a foreign document: the form says so and loses nothing.
    let odd = typed(&[("citizenship", "RU"), ("document_kind", "foreign_document")]);
    assert_eq!(
        citizen.step("/cabinet/personal-data", &odd).await,
        "/cabinet/personal-data"
    );
    let view = citizen.profile().await;
    assert!(!view.facts.citizenship_given);
    assert_eq!(view.values["snils"], SNILS);
    let foreign = typed(&[("citizenship", "KZ"), ("document_kind", "foreign_document")]);
    // Russian names and digits fit a foreign document, too.
    assert_eq!(
        citizen.step("/cabinet/personal-data", &foreign).await,
        "/cabinet/personal-data/check"
    );
    let latin = typed(&[
        ("surname", "Akhmetova"),
        ("first_name", "Aigul"),
        ("birth_date", "17.03.1984"),
        ("sex", "female"),
        ("birth_place", "Almaty"),
    ]);
    citizen.step("/cabinet/personal-data/person", &latin).await;
    let back = typed(&[("citizenship", "RU"), ("document_kind", "russian_passport")]);
    assert_eq!(
        citizen.step("/cabinet/personal-data", &back).await,
        "/cabinet/personal-data/person",
        "Latin names do not fit the Russian passport"
    );
}

async fn a_part_is_kept_and_goes_on_elsewhere(house: House) {
    let mut citizen = house.citizen(PHONE).await;
    let steps = russian(SNILS);
    for (path, values) in &steps[..4] {
        citizen.step(path, values).await;
    }
    // Without SNILS the stage stops; what is typed stays (R-PRS-21, D-58).
    let numbers = "/cabinet/personal-data/numbers";
    assert_eq!(
        citizen.step(numbers, &typed(&[("snils", "")])).await,
        numbers
    );
    let partial = typed(&[("snils", "112-233")]);
    let done = profile::save(&citizen.portal, &citizen.visit, numbers.into(), partial).await;
    assert_eq!(citizen.take(&done.expect("an answer")), "/cabinet");
    assert!(citizen.hears(Said::Saved));
    house.pass(30 * DAY_S);
    let mut elsewhere = house.signed_in(PHONE, PASSWORD).await;
    let view = elsewhere.profile().await;
    assert_eq!(view.values["snils"], "112-233");
    assert_eq!(view.values["issued_by"], "ОВД Примерска");
    assert!(view.facts.residence_given && !view.facts.numbers_given);
    assert_eq!(
        elsewhere.step(numbers, &typed(&[("snils", SNILS)])).await,
        "/cabinet/personal-data/check"
    );
    // A step too far leads back, and nothing is sent.
    let mut other = house.citizen(OTHER_PHONE).await;
    assert_eq!(other.send_profile().await, "/cabinet/personal-data");
    assert_eq!(house.count("SELECT COUNT(*) FROM profile").await, 0);
}

async fn consent_is_asked_for_and_kept(house: House) {
    let mut citizen = house.citizen(PHONE).await;
    citizen.fill_in(russian(SNILS)).await;
    let done = profile::submit(&citizen.portal, &citizen.visit, false).await;
    let next = citizen.take(&done.expect("an answer"));
    assert_eq!(next, "/cabinet/personal-data/check");
    assert_eq!(
        citizen.refusals(),
        [("consent".into(), Said::ConsentMissing.code().into())]
    );
    citizen.send_profile().await;
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM consent WHERE document = 'registry_check'")
            .await,
        1
    );
}

async fn a_draft_is_dropped(house: House) {
    let mut citizen = house.citizen(PHONE).await;
    citizen.fill_in(russian(SNILS)).await;
    let feed = feed::view(&citizen.portal, &citizen.visit)
        .await
        .expect("a view");
    assert!(feed.profile_draft.is_some());
    for _ in 0..2 {
        let done = profile::discard(&citizen.portal, &citizen.visit).await;
        assert_eq!(citizen.take(&done.expect("an answer")), "/cabinet/feed");
    }
    let view = citizen.profile().await;
    assert_eq!(view.expires_at, None);
    assert!(!view.values.contains_key("snils"));
    assert_eq!(
        view.values["surname"], "Рябинина",
        "what the portal knows already stays"
    );
}

async fn an_appeal_goes_to_a_specialist_once(house: House) {
    house
        .ground
        .bureau
        .plan(Registry::Passport, Reply::of(Outcome::NotFound));
    let mut citizen = house.sent(PHONE).await;
    house.until_state(&citizen, ProfileState::Failed).await;
    for _ in 0..2 {
        let done = check::appeal(&citizen.portal, &citizen.visit, "passport".into()).await;
        assert_eq!(citizen.take(&done.expect("an answer")), "/cabinet/checks");
    }
    assert_eq!(citizen.stage(Registry::Passport).await, Some(Stage::Review));
    assert_eq!(citizen.profile_state().await, Some(ProfileState::Checking));
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM review WHERE cause = 'appeal'")
            .await,
        1
    );
    let nowhere = check::appeal(&citizen.portal, &citizen.visit, "nowhere".into()).await;
    assert_eq!(nowhere.err(), Some(PortalError::Forbidden));
}

async fn documents_are_asked_for_and_handed_in(mut house: House) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("file://{}", folder.path().display());
    house.restart_with(|config| config.uploads.url = url).await;
    house
        .ground
        .bureau
        .plan(Registry::Snils, Reply::of(Outcome::Unclear));
    let mut citizen = house.sent(PHONE).await;
    house.until_review(&citizen, Registry::Snils).await;
    let mut maria = house.employee("maria", Role::Specialist).await;
    let case = maria.queue().await.expect("a queue").rows.remove(0).id;
    maria.take(&case).await;
    assert_eq!(maria.decide(&case, "ask_papers", &[]).await, "/desk");
    let told = house.kinds_to(PHONE).await;
    assert!(told.contains(&NoticeKind::PapersAsked), "{told:?}");
    let papers = citizen.papers().await;
    assert!(papers.is_open && papers.files.is_empty());
    // Nothing added, nothing handed in.
    let done = citizen.hand_in(&papers.request).await;
    citizen.take(&done.expect("an answer"));
    assert_eq!(citizen.refusals(), [("file".into(), "none".into())]);
    let file = upload::Arrived {
        name: "passport.png".into(),
        bytes: trials::file::png(40, 30, 1),
    };
    let kept = upload::accept(
        &citizen.portal,
        &citizen.visit,
        papers.request.clone(),
        file,
    )
    .await;
    let upload::Verdict::Kept { id } = kept.expect("an answer") else {
        panic!("a picture is refused");
    };
    for _ in 0..2 {
        let done = citizen.hand_in(&papers.request).await;
        citizen.take(&done.expect("an answer"));
        assert!(citizen.hears(Said::PapersHandedIn));
    }
    assert!(!citizen.papers().await.is_open);
    // Somebody else's request is nobody's business.
    let other = house.citizen(OTHER_PHONE).await;
    let done = other.hand_in(&papers.request).await.expect("an answer");
    assert_eq!(done.next, "/cabinet/checks");
    // Who has the case opens the file, and that is noted; nobody else does.
    assert!(!opens(&maria, &case, &id).await);
    maria.take(&case).await;
    assert_eq!(
        maria
            .view(&case)
            .await
            .papers
            .expect("asked for")
            .files
            .len(),
        1
    );
    assert!(opens(&maria, &case, &id).await);
    assert!(!opens(&maria, &case, "another").await);
    assert_eq!(
        house
            .count("SELECT COUNT(*) FROM journal WHERE event = 'papers_opened'")
            .await,
        1
    );
    maria.decide(&case, "match", &[]).await;
    house.until_state(&citizen, ProfileState::Passed).await;
    assert_eq!(citizen.account_level().await, AssuranceLevel::Standard);
}

async fn a_day_has_so_many_checks(house: House) {
    let mut citizen = house.citizen(PHONE).await;
    citizen.fill_in(russian(SNILS)).await;
    for number in 0..10 {
        house
            .ground
            .bureau
            .plan(Registry::Passport, Reply::differs(&["number"]));
        let other = typed(&[
            ("document_number", &format!("45 10 12345{number}")),
            ("issue_date", "20.04.2010"),
            ("issued_by", "ОВД Примерска"),
            ("division_code", "690-001"),
        ]);
        citizen
            .step("/cabinet/personal-data/document", &other)
            .await;
        assert_eq!(citizen.send_profile().await, "/cabinet/checks", "{number}");
        house.until_state(&citizen, ProfileState::Failed).await;
    }
    let eleventh = typed(&[
        ("document_number", "45 10 654321"),
        ("issue_date", "20.04.2010"),
        ("issued_by", "ОВД Примерска"),
        ("division_code", "690-001"),
    ]);
    citizen
        .step("/cabinet/personal-data/document", &eleventh)
        .await;
    assert_eq!(citizen.send_profile().await, "/cabinet/personal-data/check");
    assert!(citizen.hears(Said::TooManyChecks));
    assert_eq!(
        house.ground.bureau.asked(Registry::Snils).len(),
        1,
        "SNILS was asked about once"
    );
}

async fn a_call_of_a_registry_is_believed_to_be_one(mut house: House) {
    house
        .restart_with(|config| {
            config.checks.poll_first_ms = 3_600_000;
            config.checks.poll_max_ms = 3_600_000;
        })
        .await;
    house.ground.bureau.plan(Registry::Snils, Reply::Silent);
    let citizen = house.sent(PHONE).await;
    house
        .until(|| async { citizen.stage(Registry::Snils).await == Some(Stage::Waiting) })
        .await;
    let question = house.ground.bureau.asked(Registry::Snils).remove(0);
    let token = question.callback.expect("an address").token;
    let row = house
        .look(
            "SELECT key FROM registry_check WHERE registry = 'snils'",
            Vec::new(),
        )
        .await;
    let key = row.text(0).expect("a key");
    let call = |key: &str, token: &str| {
        let (portal, key, token) = (house.portal.clone(), key.to_owned(), token.to_owned());
        async move { check::callback::receive(&portal, key, &token).await }
    };
    assert_eq!(call(&key, "AAAA").await, Err(PortalError::Forbidden));
    assert_eq!(call("another", &token).await, Err(PortalError::Forbidden));
    // The next look is an hour away: nothing but a call makes the registry be asked what is new.
    let looks = "SELECT polls FROM registry_check WHERE registry = 'snils'";
    assert_eq!(house.count(looks).await, 0);
    assert_eq!(call(&key, &token).await, Ok(()));
    house
        .until(|| async { house.count(looks).await == 1 })
        .await;
}

async fn strangers_see_nothing_and_change_nothing(house: House) {
    let stranger = house.browser();
    let (portal, visit) = (&stranger.portal, &stranger.visit);
    let refused = Some(PortalError::NotSignedIn);
    let step = profile::submit_step(
        portal,
        visit,
        "/cabinet/personal-data".into(),
        Values::new(),
    );
    assert_eq!(step.await.err(), refused);
    assert_eq!(profile::view(portal, visit).await.err(), refused);
    assert_eq!(profile::submit(portal, visit, true).await.err(), refused);
    assert_eq!(profile::discard(portal, visit).await.err(), refused);
    assert_eq!(check::view(portal, visit).await.err(), refused);
    assert_eq!(
        check::appeal(portal, visit, "snils".into()).await.err(),
        refused
    );
    assert_eq!(feed::view(portal, visit).await.err(), refused);
    assert_eq!(check::stamp(portal, visit).await.expect("an answer"), None);
    let citizen = house.citizen(PHONE).await;
    let nowhere = profile::submit_step(
        &citizen.portal,
        &citizen.visit,
        "/cabinet".into(),
        Values::new(),
    );
    assert_eq!(nowhere.await.err(), Some(PortalError::Forbidden));
}

on_both! {
    who_matches_becomes_standard
    snils_leads_in_once_it_is_verified
    a_mismatch_is_corrected_and_only_that_is_asked_again
    inn_does_not_hold_the_level_up
    what_is_unclear_or_late_goes_to_a_specialist
    a_registry_that_fails_is_asked_again_and_then_given_up
    an_hour_without_registries_costs_an_hour
    a_busy_registry_is_left_alone
    a_restart_asks_nothing_twice
    sent_twice_is_checked_once
    one_snils_belongs_to_one_account
    a_foreigner_passes_with_a_document_of_their_own
    another_document_undoes_what_does_not_fit
    a_part_is_kept_and_goes_on_elsewhere
    consent_is_asked_for_and_kept
    a_draft_is_dropped
    an_appeal_goes_to_a_specialist_once
    documents_are_asked_for_and_handed_in
    a_day_has_so_many_checks
    a_call_of_a_registry_is_believed_to_be_one
    strangers_see_nothing_and_change_nothing
}
