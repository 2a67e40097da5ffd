//! Receptions: compared and confirmed, refused, registered, let in again (R-CTR-08, R-OPR, R-RCV-03, R-IDC).

use std::collections::BTreeMap;

use accounts::operator::Role;
use accounts::outbox::NoticeKind;
use accounts::profile::ProfileState;
use accounts::proofing::{self, IdentityView};
use accounts::reception::{
    self, DocumentsInput, Handed, ReceptionView, RefusalInput, SheetInput, Stage, State,
};
use accounts::sign_in::{LoginKind, SignInInput};
use accounts::{Outcome, PortalError, appointment};
use domain::centre::Service;
use domain::level::AssuranceLevel;
use domain::proofing::{Method, RouteState};
use domain::registry::Registry;

use crate::browser::Browser;
use crate::bureau::Reply;
use crate::desk::employee::{Employee, REASON};
use crate::house::House;
use crate::people::{OTHER_PASSWORD, OTHER_PHONE, PASSWORD, PHONE};
use crate::profiles::{SNILS, russian};

const HOUR_S: i64 = 3_600;
/// Fields of the sheet.
const FIELDS: [&str; 13] = [
    "citizenship",
    "document_kind",
    "document_number",
    "surname",
    "first_name",
    "patronymic",
    "birth_date",
    "sex",
    "birth_place",
    "issue_date",
    "issued_by",
    "division_code",
    "snils",
];

pub(crate) fn input(pairs: &[(&str, &str)]) -> SheetInput {
    pairs
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

/// Identity document and SNILS were seen.
fn seen() -> SheetInput {
    input(&[("seen-identity", "true"), ("seen-snils", "true")])
}

/// Everything agrees.
pub(crate) fn all_same() -> SheetInput {
    let same = FIELDS.map(|field| (format!("same-{field}"), "true".to_owned()));
    seen().into_iter().chain(same).collect()
}

/// Everything typed from the documents of the citizen of [`russian`].
fn typed(snils: &str) -> SheetInput {
    let fields = russian(snils).into_iter().flat_map(|(_, values)| values);
    let consent = ("consent".to_owned(), "true".to_owned());
    seen().into_iter().chain(fields).chain([consent]).collect()
}

pub(crate) fn centre(house: &House) -> String {
    let directory = house.portal.centres();
    let mut fit = directory
        .centres()
        .iter()
        .filter(|centre| centre.services.contains(&Service::Confirmation));
    fit.next().expect("there are some").id.clone()
}

impl House {
    /// An operator at a centre.
    pub(crate) async fn clerk(&self, login: &str) -> Employee {
        let mut clerk = self.employee(login, Role::Operator).await;
        let browser = &clerk.browser;
        let done = reception::choose_workplace(&browser.portal, &browser.visit, centre(self));
        let done = done.await.expect("an answer");
        assert_eq!(clerk.browser.take(&done), reception::VISITS);
        clerk
    }

    /// A citizen whose data the registries have confirmed.
    async fn standard(&self, contact: &str) -> Browser {
        let citizen = self.sent(contact).await;
        self.until_state(&citizen, ProfileState::Passed).await;
        citizen
    }

    async fn until_level(&self, citizen: &Browser, level: AssuranceLevel) {
        self.until(|| async { citizen.account_level().await == level })
            .await;
    }
}

impl Browser {
    pub(crate) async fn identity(&self) -> IdentityView {
        proofing::view(&self.portal, &self.visit)
            .await
            .expect("a view")
    }

    pub(crate) async fn begin_way(&mut self, method: Method) -> String {
        let done = proofing::begin(&self.portal, &self.visit, method.code().into()).await;
        self.take(&done.expect("an answer"))
    }

    /// Books the first free time of a centre.
    pub(crate) async fn book_at(&mut self, centre: &str) {
        let (portal, visit) = (&self.portal, &self.visit);
        let view = appointment::view(portal, visit, centre.into(), String::new()).await;
        let slot = view.expect("a view").offer.expect("an offer").times[0];
        let at = slot.starts_at.millis().to_string();
        let done = appointment::hold(portal, visit, centre.into(), at).await;
        self.take(&done.expect("an answer"));
        let done = appointment::book(&self.portal, &self.visit).await;
        self.take(&done.expect("an answer"));
    }

    /// The code to show at the desk.
    async fn visit_code(&mut self) -> String {
        self.begin_way(Method::Centre).await;
        let routes = self.identity().await.routes;
        let shown = routes.iter().find_map(|route| route.code.clone());
        shown.expect("a code")
    }

    pub(crate) async fn identity_code(&mut self, code: &str) -> String {
        let done = proofing::submit_code(&self.portal, &self.visit, code.into(), false).await;
        self.take(&done.expect("an answer"))
    }
}

impl Employee {
    pub(crate) async fn open(&mut self, code: &str) -> String {
        let browser = &self.browser;
        let done = reception::open_by_code(&browser.portal, &browser.visit, code.into()).await;
        self.browser.take(&done.expect("an answer"))
    }

    pub(crate) async fn find(&mut self, snils: &str, number: &str, kind: &str) -> String {
        let input = DocumentsInput {
            snils: snils.into(),
            document_kind: "russian_passport".into(),
            document_number: number.into(),
            birth_date: "17.03.1984".into(),
            kind: kind.into(),
        };
        let browser = &self.browser;
        let done = reception::open_by_documents(&browser.portal, &browser.visit, input).await;
        self.browser.take(&done.expect("an answer"))
    }

    pub(crate) async fn register(&mut self, sheet: SheetInput) -> String {
        let browser = &self.browser;
        let done = reception::begin_registration(&browser.portal, &browser.visit, sheet).await;
        let next = self.browser.take(&done.expect("an answer"));
        id_of(&next)
    }

    pub(crate) async fn confirm(&mut self, id: &str, sheet: SheetInput) {
        let browser = &self.browser;
        let done = reception::confirm(&browser.portal, &browser.visit, id.into(), sheet).await;
        self.browser.take(&done.expect("an answer"));
    }

    pub(crate) async fn page(&self, id: &str) -> Option<ReceptionView> {
        let browser = &self.browser;
        reception::view(&browser.portal, &browser.visit, id)
            .await
            .expect("an answer")
    }

    pub(crate) async fn refuse_with(&mut self, id: &str, cause: &str, reason: &str) {
        let input = RefusalInput {
            reception: id.into(),
            cause: cause.into(),
            reason: reason.into(),
        };
        let browser = &self.browser;
        let done = reception::refuse(&browser.portal, &browser.visit, input).await;
        self.browser.take(&done.expect("an answer"));
    }

    /// Sends a code to a contact, which the citizen tells.
    async fn prove(&mut self, house: &House, id: &str, contact: &str, sheet: &SheetInput) {
        let mut sheet = sheet.clone();
        sheet.insert("contact".into(), contact.into());
        let browser = &self.browser;
        let done = reception::send_code(&browser.portal, &browser.visit, id.into(), sheet.clone());
        let done = done.await.expect("an answer");
        self.browser.take(&done);
        sheet.insert("contact_code".into(), house.code(contact).await);
        let browser = &self.browser;
        let done = reception::prove_contact(&browser.portal, &browser.visit, id.into(), sheet);
        let done = done.await.expect("an answer");
        self.browser.take(&done);
    }

    async fn handed(&self, id: &str) -> Handed {
        let page = self.page(id).await.expect("its own reception");
        page.handed.expect("something is handed out")
    }

    pub(crate) async fn agree_with(&mut self, id: &str) {
        let browser = &self.browser;
        let done = reception::agree(&browser.portal, &browser.visit, id.into()).await;
        self.browser.take(&done.expect("an answer"));
    }
}

impl Employee {
    async fn disagree_with(&mut self, id: &str) {
        let browser = &self.browser;
        let done = reception::reject(&browser.portal, &browser.visit, id.into()).await;
        self.browser.take(&done.expect("an answer"));
    }
}

fn id_of(path: &str) -> String {
    let id = path.strip_prefix("/desk/visits/");
    id.unwrap_or_else(|| panic!("{path} is no reception"))
        .to_owned()
}

/// Entries of the journal with this event, each with its particulars.
async fn entries(house: &House, event: &'static str) -> Vec<BTreeMap<String, String>> {
    let rows: Result<Vec<_>, accounts::store::StoreError> = house
        .fresh
        .store
        .read(move |c| {
            Box::pin(async move {
                let sql = "SELECT detail FROM journal WHERE event = $1 ORDER BY seq";
                c.fetch_all(sql, &[event.into()]).await
            })
        })
        .await;
    let rows = rows.expect("the database answers");
    let read = |row: &accounts::store::Row| {
        serde_json::from_str(&row.text(0).expect("particulars")).expect("an object")
    };
    rows.iter().map(read).collect()
}

async fn a_booked_visit_ends_confirmed(house: House) {
    let mut citizen = house.standard(PHONE).await;
    let place = centre(&house);
    citizen.book_at(&place).await;
    let view = citizen.identity().await;
    let code = view.booked.expect("booked").code;
    assert_eq!(
        view.routes[0].state,
        RouteState::Begun,
        "booking begins the way"
    );

    let mut clerk = house.clerk("anna").await;
    let id = id_of(&clerk.open(&code.to_lowercase().replace('-', " ")).await);
    assert_eq!(
        id_of(&clerk.open(&code).await),
        id,
        "the same reception again"
    );
    let Stage::Sheet(sheet) = clerk.page(&id).await.expect("its own").stage else {
        panic!("a sheet");
    };
    assert!(sheet.rows.iter().any(|row| row.entered == "Рябинина"));
    // One field is not compared, one document not seen.
    let mut part = all_same();
    part.remove("same-surname");
    part.remove("seen-snils");
    clerk.confirm(&id, part).await;
    let Stage::Sheet(sheet) = clerk.page(&id).await.expect("its own").stage else {
        panic!("still a sheet");
    };
    let wrong: Vec<_> = sheet
        .rows
        .iter()
        .filter(|row| row.error.is_some())
        .collect();
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].field.code(), "surname");
    assert_eq!(sheet.wrong.len(), 1);
    assert!(
        sheet.rows.iter().filter(|row| row.same).count() > 10,
        "nothing is lost"
    );
    assert_eq!(citizen.account_level().await, AssuranceLevel::Standard);

    clerk.confirm(&id, all_same()).await;
    assert!(clerk.browser.hears(Outcome::IdentityProven));
    let page = clerk.page(&id).await.expect("its own");
    assert_eq!(page.state, State::Done);
    assert!(
        matches!(page.stage, Stage::Over),
        "what was told is shown no more"
    );
    assert_eq!(citizen.account_level().await, AssuranceLevel::Confirmed);
    let view = citizen.identity().await;
    let proof = view.proof.expect("proven");
    assert_eq!(proof.method, Method::Centre);
    assert_eq!(proof.place.expect("a place").centre, place);
    assert!(view.booked.is_none());
    let told = house.kinds_to(PHONE).await;
    assert!(told.contains(&NoticeKind::IdentityProven), "{told:?}");
    for event in ["reception_opened", "comparison_done"] {
        let noted = entries(&house, event).await;
        assert_eq!(noted.len(), 1, "{event}");
        assert!(noted[0].contains_key("actor") && noted[0]["reception"] == id);
    }
}

async fn what_is_confirmed_stays_so(house: House) {
    let mut citizen = house.standard(PHONE).await;
    citizen.book_at(&centre(&house)).await;
    let code = citizen.identity().await.booked.expect("booked").code;
    let mut clerk = house.clerk("anna").await;
    let id = id_of(&clerk.open(&code).await);
    clerk.confirm(&id, all_same()).await;
    // A second press, and a second visit.
    clerk.confirm(&id, all_same()).await;
    assert_eq!(entries(&house, "identity_proven").await.len(), 1);
    clerk.open(&code).await;
    assert!(clerk.browser.hears(Outcome::VisitCodeUnknown));
    // Nobody becomes another person by that.
    let other = input(&[("snils", "087-654-303 00")]);
    let next = citizen.step("/cabinet/personal-data/numbers", &other).await;
    assert_eq!(next, "/cabinet/personal-data/check");
    citizen.send_profile().await;
    assert!(citizen.hears(Outcome::IdentityFixed));
}

async fn without_a_living_code_nobody_reads_anything(mut house: House) {
    let mut citizen = house.standard(PHONE).await;
    let code = citizen.visit_code().await;
    let mut clerk = house.clerk("anna").await;
    assert_eq!(clerk.open("").await, reception::VISITS);
    assert_eq!(clerk.browser.refusals(), [("code".into(), "empty".into())]);
    clerk.open("ZZZZ-0000").await;
    assert_eq!(
        clerk.browser.refusals(),
        [("code".into(), "code_unreadable".into())]
    );
    // An office without the agreement serves nobody.
    let directory = house.portal.centres();
    let mut centres = directory.centres().iter();
    let without = centres.find(|centre| centre.services.is_empty());
    let without = without.expect("there are some").id.clone();
    let browser = &clerk.browser;
    let done = reception::choose_workplace(&browser.portal, &browser.visit, without).await;
    clerk.browser.take(&done.expect("an answer"));
    assert_eq!(
        clerk.browser.refusals(),
        [("centre".into(), "choice_missing".into())]
    );
    // Numbers that do not belong together find nobody.
    assert_eq!(
        clerk.find(SNILS, "4510999999", "confirmation").await,
        reception::VISITS
    );
    assert!(clerk.browser.hears(Outcome::CitizenUnknown));
    let id = id_of(&clerk.find(SNILS, "45 10 123456", "confirmation").await);
    let mut other = house.clerk("boris").await;
    assert!(other.page(&id).await.is_none(), "another one's reception");
    other.confirm(&id, all_same()).await;
    assert!(other.browser.hears(Outcome::ReceptionClosed));
    // Its time is over.
    house.pass(4 * HOUR_S + 1);
    let mut clerk = house.clerk("vera").await;
    assert!(clerk.page(&id).await.is_none());
    // The way is given up: its code leads nowhere.
    let mut citizen = house.signed_in(PHONE, PASSWORD).await;
    let route = citizen.identity().await.routes[0].id.clone();
    let done = proofing::withdraw(&citizen.portal, &citizen.visit, route).await;
    citizen.take(&done.expect("an answer"));
    clerk.open(&code).await;
    assert!(clerk.browser.hears(Outcome::VisitCodeUnknown));
    // Too many misses are an alarm.
    house
        .restart_with(|config| config.desk.misses_per_hour = 2)
        .await;
    let mut clerk = house.clerk("gleb").await;
    for _ in 0..4 {
        clerk.open("2222-2222").await;
    }
    assert!(clerk.browser.hears(Outcome::TooManyLookUps));
    assert_eq!(entries(&house, "operator_alarm").await.len(), 1);
    assert!(entries(&house, "look_up_missed").await.len() >= 4);
    // Other roles have no business here.
    for (login, role) in [
        ("dina", Role::Specialist),
        ("egor", Role::Auditor),
        ("zoya", Role::Administrator),
    ] {
        let stranger = house.employee(login, role).await;
        let browser = &stranger.browser;
        let opened = reception::open_by_code(&browser.portal, &browser.visit, code.clone());
        assert_eq!(opened.await.err(), Some(PortalError::Forbidden), "{role:?}");
        let seen = reception::view(&browser.portal, &browser.visit, &id).await;
        assert_eq!(seen.err(), Some(PortalError::Forbidden), "{role:?}");
    }
    let nobody = house.browser();
    let opened = reception::open_by_code(&nobody.portal, &nobody.visit, code).await;
    assert_eq!(opened.err(), Some(PortalError::NotSignedIn));
}

async fn a_correction_is_checked_before_it_counts(house: House) {
    // An account with a name and nothing else.
    let mut citizen = house.citizen(PHONE).await;
    let code = citizen.visit_code().await;
    let mut clerk = house.clerk("anna").await;
    let id = id_of(&clerk.open(&code).await);
    house
        .ground
        .bureau
        .plan(Registry::Passport, Reply::differs(&["issue_date"]));
    clerk.confirm(&id, typed(SNILS)).await;
    assert!(clerk.browser.hears(Outcome::ComparisonWaits));
    house
        .until(|| async { clerk.page(&id).await.expect("its own").state == State::Open })
        .await;
    let Stage::Sheet(sheet) = clerk.page(&id).await.expect("its own").stage else {
        panic!("the sheet is open again");
    };
    assert!(
        sheet.checks.iter().any(|row| !row.fields.is_empty()),
        "it says what differs"
    );
    // The very same again is refused, the right date is not.
    clerk.confirm(&id, typed(SNILS)).await;
    assert!(clerk.browser.hears(Outcome::RegistryDisagrees));
    let mut right = typed(SNILS);
    right.insert("issue_date".into(), "21.04.2010".into());
    clerk.confirm(&id, right).await;
    house.until_level(&citizen, AssuranceLevel::Confirmed).await;
    assert_eq!(clerk.page(&id).await.expect("its own").state, State::Done);
    assert_eq!(
        house.ground.bureau.asked(Registry::Snils).len(),
        1,
        "asked once"
    );
    let proven = entries(&house, "identity_proven").await;
    assert_eq!(proven.len(), 1);
}

async fn a_refusal_is_explained(house: House) {
    let mut citizen = house.standard(PHONE).await;
    let code = citizen.visit_code().await;
    let mut clerk = house.clerk("anna").await;
    let id = id_of(&clerk.open(&code).await);
    clerk.refuse_with(&id, "", "коротко").await;
    let refused: Vec<_> = clerk
        .browser
        .refusals()
        .into_iter()
        .map(|(field, _)| field)
        .collect();
    assert_eq!(refused, ["cause", "reason"]);
    clerk
        .refuse_with(&id, "unfit", "Паспорт без фотографии, нужен новый")
        .await;
    assert!(clerk.browser.hears(Outcome::ReceptionRefused));
    assert_eq!(citizen.account_level().await, AssuranceLevel::Standard);
    let view = citizen.identity().await;
    assert_eq!(view.routes[0].state, RouteState::Refused);
    let reason = view.routes[0].reason.as_deref();
    assert_eq!(reason, Some("Паспорт без фотографии, нужен новый"));
    let told = house.kinds_to(PHONE).await;
    assert!(told.contains(&NoticeKind::IdentityRefused));
    // And begins again.
    let again = citizen.visit_code().await;
    assert_ne!(again, code);
    let id = id_of(&clerk.open(&again).await);
    clerk.confirm(&id, all_same()).await;
    assert_eq!(citizen.account_level().await, AssuranceLevel::Confirmed);
}

async fn somebody_without_an_account_leaves_confirmed(house: House) {
    let mut clerk = house.clerk("anna").await;
    let id = clerk.register(input(&[("surname", "Рябинина")])).await;
    let Stage::Sheet(sheet) = clerk.page(&id).await.expect("its own").stage else {
        panic!("a sheet");
    };
    assert!(
        sheet.rows.iter().any(|row| row.error.is_some()),
        "what is missing is said"
    );
    let mut whole = typed(SNILS);
    whole.insert("contact".into(), PHONE.into());
    clerk.confirm(&id, whole.clone()).await;
    assert_eq!(
        house.count("SELECT COUNT(*) FROM account").await,
        0,
        "the phone is not proven"
    );
    clerk.prove(&house, &id, PHONE, &whole).await;
    assert!(clerk.browser.hears(Outcome::ContactConfirmed));
    clerk.confirm(&id, whole.clone()).await;
    clerk.confirm(&id, whole).await;
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 1);
    let handed = clerk.handed(&id).await;
    assert_eq!(handed.login, PHONE);
    house
        .until(|| async { clerk.page(&id).await.expect("its own").state == State::Done })
        .await;
    // The code opens nothing but the choice of a password.
    let mut citizen = house.browser();
    assert_eq!(
        citizen.sign_in(PHONE, &handed.code.to_lowercase()).await,
        "/recover/password"
    );
    assert!(citizen.session().await.is_none());
    let mut slow = house.browser();
    assert_eq!(slow.sign_in(PHONE, &handed.code).await, "/recover/password");
    assert_eq!(citizen.new_password(PASSWORD).await, "/cabinet");
    assert_eq!(citizen.account_level().await, AssuranceLevel::Confirmed);
    assert_eq!(
        slow.new_password(OTHER_PASSWORD).await,
        "/recover",
        "the first one counts"
    );
    let mut late = house.browser();
    assert_eq!(late.sign_in(PHONE, &handed.code).await, "/login");
    assert!(late.hears(Outcome::SignInFailed));
    // One person behind one SNILS; whoever asks for it has looked somebody up.
    let second = clerk.register(typed(SNILS)).await;
    clerk.confirm(&second, typed(SNILS)).await;
    assert!(clerk.browser.hears(Outcome::SnilsTaken));
    assert_eq!(entries(&house, "look_up_missed").await.len(), 1);
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 1);
    assert_eq!(entries(&house, "account_created").await[0]["way"], "desk");
}

async fn what_the_registries_refuse_leaves_no_account(house: House) {
    let mut clerk = house.clerk("anna").await;
    house
        .ground
        .bureau
        .plan(Registry::Snils, Reply::differs(&["snils"]));
    // Without a contact the SNILS is the login.
    let id = clerk.register(typed(SNILS)).await;
    clerk.confirm(&id, typed(SNILS)).await;
    assert_eq!(clerk.handed(&id).await.login, "11223344595");
    house
        .until(|| async { clerk.page(&id).await.expect("its own").state == State::Open })
        .await;
    clerk.refuse_with(&id, "differs", REASON).await;
    assert_eq!(house.count("SELECT COUNT(*) FROM account").await, 0);
    assert_eq!(
        clerk.page(&id).await.expect("its own").state,
        State::Refused
    );
    // A person without SNILS needs another login, and has one.
    let mut none = typed("");
    none.remove("seen-snils");
    none.insert("no_snils".into(), "true".into());
    let id = clerk.register(none.clone()).await;
    clerk.confirm(&id, none.clone()).await;
    let Stage::Sheet(sheet) = clerk.page(&id).await.expect("its own").stage else {
        panic!("a sheet");
    };
    assert_eq!(sheet.wrong[0].code, "contact_missing");
    clerk.prove(&house, &id, OTHER_PHONE, &none).await;
    none.insert("contact".into(), OTHER_PHONE.into());
    clerk.confirm(&id, none).await;
    house
        .until(|| async { clerk.page(&id).await.expect("its own").state == State::Done })
        .await;
    let level = "SELECT COUNT(*) FROM account WHERE level = 'confirmed'";
    assert_eq!(house.count(level).await, 1);
}

async fn lost_access_comes_back(house: House) {
    let citizen = house.standard(PHONE).await;
    drop(citizen);
    let mut clerk = house.clerk("anna").await;
    let id = id_of(&clerk.find(SNILS, "4510123456", "restoration").await);
    // Documents that differ give nothing back.
    let mut differs = all_same();
    differs.remove("same-birth_date");
    differs.insert("birth_date".into(), "18.03.1984".into());
    clerk.confirm(&id, differs).await;
    assert!(clerk.browser.hears(Outcome::RestorationDiffers));
    clerk.prove(&house, &id, OTHER_PHONE, &all_same()).await;
    let mut sheet = all_same();
    sheet.insert("contact".into(), OTHER_PHONE.into());
    clerk.confirm(&id, sheet).await;
    assert!(clerk.browser.hears(Outcome::RestorationWaits));
    let handed = clerk.handed(&id).await;
    let told = house.kinds_to(PHONE).await;
    assert!(
        told.iter()
            .any(|kind| matches!(kind, NoticeKind::AccessRestored { .. }))
    );
    let by_snils = |code: &str| SignInInput {
        kind: LoginKind::Snils,
        login: SNILS.into(),
        password: code.into(),
        ..SignInInput::default()
    };
    let mut early = house.browser();
    assert_eq!(
        early.sign_in_with(by_snils(&handed.code)).await,
        "/login/snils"
    );
    assert!(early.hears(Outcome::TemporaryCodeEarly));
    // Until then the owner signs in as ever, and sees it.
    let owner = house.signed_in(PHONE, PASSWORD).await;
    assert!(owner.security().await.restoration_from.is_some());
    // One operator alone does not speed it up, two do.
    clerk.agree_with(&id).await;
    assert!(clerk.browser.hears(Outcome::RestorationOwn));
    let mut second = house.clerk("boris").await;
    second.agree_with(&id).await;
    assert!(second.browser.hears(Outcome::RestorationAgreed));
    let mut citizen = house.browser();
    assert_eq!(
        citizen.sign_in_with(by_snils(&handed.code)).await,
        "/recover/password"
    );
    assert_eq!(citizen.new_password(OTHER_PASSWORD).await, "/cabinet");
    assert!(owner.session().await.is_none(), "other sessions have ended");
    let mut stranger = house.browser();
    stranger.sign_in(PHONE, OTHER_PASSWORD).await;
    assert!(
        stranger.hears(Outcome::SignInFailed),
        "the old phone is gone"
    );
    house.signed_in(OTHER_PHONE, OTHER_PASSWORD).await;
}

/// Passports run out and names change: what no registry has confirmed yet, two operators have to have seen.
async fn a_newer_passport_needs_a_second_operator(house: House) {
    let citizen = house.standard(PHONE).await;
    drop(citizen);
    let mut clerk = house.clerk("anna").await;
    let number = "4610654321";
    let next = clerk.find(SNILS, number, "confirmation").await;
    assert_eq!(next, reception::VISITS, "access alone comes back so");
    let id = id_of(&clerk.find(SNILS, number, "restoration").await);
    let Stage::Sheet(sheet) = clerk.page(&id).await.expect("its own").stage else {
        panic!("a sheet");
    };
    assert!(sheet.unseen);
    assert!(
        sheet.rows.iter().all(|row| row.entered.is_empty()),
        "nothing of the account is shown"
    );
    let mut papers = typed(SNILS);
    papers.insert("document_number".into(), number.into());
    papers.insert("surname".into(), "Калинина".into());
    clerk.confirm(&id, papers).await;
    assert!(clerk.browser.hears(Outcome::RestorationNeedsSecond));
    let handed = clerk.handed(&id).await;
    let told = house.kinds_to(PHONE).await;
    assert!(told.contains(&NoticeKind::AccessRestored { from_ms: None }));
    house.pass(25 * HOUR_S);
    let mut early = house.browser();
    early.sign_in(PHONE, &handed.code).await;
    assert!(
        early.hears(Outcome::TemporaryCodeEarly),
        "time alone brings nothing"
    );
    let mut second = house.clerk("boris").await;
    second.agree_with(&id).await;
    assert!(second.browser.hears(Outcome::RestorationAgreed));
    let mut citizen = house.browser();
    let next = citizen.sign_in(PHONE, &handed.code).await;
    assert_eq!(next, "/recover/password");
}

async fn what_waits_can_still_be_refused(house: House) {
    let citizen = house.standard(PHONE).await;
    drop(citizen);
    let mut clerk = house.clerk("anna").await;
    let mut second = house.clerk("boris").await;
    for by_second in [true, false] {
        let id = id_of(&clerk.find(SNILS, "4510123456", "restoration").await);
        clerk.confirm(&id, all_same()).await;
        let handed = clerk.handed(&id).await;
        if by_second {
            clerk.disagree_with(&id).await;
            assert!(clerk.browser.hears(Outcome::RestorationOwn));
            second.disagree_with(&id).await;
            assert!(second.browser.hears(Outcome::RestorationRejected));
        } else {
            clerk.refuse_with(&id, "stranger", REASON).await;
            assert!(clerk.browser.hears(Outcome::ReceptionRefused));
            let page = clerk.page(&id).await.expect("its own");
            assert_eq!(page.refusal.as_deref(), Some(REASON));
        }
        let page = clerk.page(&id).await.expect("its own");
        assert_eq!(page.state, State::Refused);
        let mut citizen = house.browser();
        citizen.sign_in(PHONE, &handed.code).await;
        assert!(citizen.hears(Outcome::SignInFailed), "the code is void");
        second.agree_with(&id).await;
        assert!(second.browser.hears(Outcome::ReceptionClosed));
    }
    let told = house.kinds_to(PHONE).await;
    let refused = told
        .iter()
        .filter(|kind| **kind == NoticeKind::RestorationRefused);
    assert_eq!(refused.count(), 2);
}

/// The registries have refused a number that was mistyped: the paper gets the right login.
async fn a_corrected_registration_has_the_right_login(house: House) {
    let mut clerk = house.clerk("anna").await;
    for (snils, contact) in [("112-233-445 95", None), ("112-233-447 97", Some(PHONE))] {
        let bureau = &house.ground.bureau;
        bureau.plan(Registry::Snils, Reply::differs(&["snils"]));
        let mistyped = typed("112-233-446 96");
        let id = clerk.register(mistyped.clone()).await;
        clerk.confirm(&id, mistyped).await;
        assert_eq!(clerk.handed(&id).await.login, "11223344696");
        house
            .until(|| async { clerk.page(&id).await.expect("its own").state == State::Open })
            .await;
        let mut right = typed(snils);
        right.insert(
            "document_number".into(),
            format!("4510{}", &snils[8..11]) + "000",
        );
        if let Some(contact) = contact {
            clerk.prove(&house, &id, contact, &right).await;
            right.insert("contact".into(), contact.into());
        }
        clerk.confirm(&id, right).await;
        house
            .until(|| async { clerk.page(&id).await.expect("its own").state == State::Done })
            .await;
        let handed = clerk.handed(&id).await;
        let mut citizen = house.browser();
        let next = match contact {
            Some(contact) => citizen.sign_in(contact, &handed.code).await,
            None => {
                let by_snils = SignInInput {
                    kind: LoginKind::Snils,
                    login: snils.into(),
                    password: handed.code.clone(),
                    ..SignInInput::default()
                };
                citizen.sign_in_with(by_snils).await
            }
        };
        assert_eq!(next, "/recover/password");
        let expected = contact.map_or_else(|| snils.replace(['-', ' '], ""), str::to_owned);
        assert_eq!(handed.login, expected);
    }
}

async fn the_owner_stops_a_restoration_or_time_brings_it(house: House) {
    let citizen = house.standard(PHONE).await;
    drop(citizen);
    let mut clerk = house.clerk("anna").await;
    let id = id_of(&clerk.find(SNILS, "4510123456", "restoration").await);
    clerk.confirm(&id, all_same()).await;
    let stopped = clerk.handed(&id).await;
    let mut owner = house.signed_in(PHONE, PASSWORD).await;
    let done = reception::stop(&owner.portal, &owner.visit).await;
    owner.take(&done.expect("an answer"));
    assert!(owner.hears(Outcome::RestorationStopped));
    let id = id_of(&clerk.find(SNILS, "4510123456", "restoration").await);
    clerk.confirm(&id, all_same()).await;
    let handed = clerk.handed(&id).await;
    house.pass(24 * HOUR_S + 1);
    let mut citizen = house.browser();
    citizen.sign_in(PHONE, &stopped.code).await;
    assert!(
        citizen.hears(Outcome::SignInFailed),
        "what was stopped stays so"
    );
    let mut citizen = house.browser();
    assert_eq!(
        citizen.sign_in(PHONE, &handed.code).await,
        "/recover/password"
    );
    assert_eq!(citizen.new_password(OTHER_PASSWORD).await, "/cabinet");
}

async fn a_code_on_paper_proves_who_was_compared(house: House) {
    let mut citizen = house.standard(PHONE).await;
    citizen.begin_way(Method::PostOffice).await;
    let code = citizen.visit_code().await;
    let mut clerk = house.clerk("anna").await;
    let id = id_of(&clerk.open(&code).await);
    let mut sheet = all_same();
    sheet.insert("on_paper".into(), "true".into());
    clerk.confirm(&id, sheet.clone()).await;
    assert!(clerk.browser.hears(Outcome::IdentityCodeHanded));
    let handed = clerk.handed(&id).await;
    assert_eq!(citizen.account_level().await, AssuranceLevel::Standard);
    citizen.identity_code("").await;
    assert_eq!(
        citizen.refusals(),
        [("identity_code".into(), "empty".into())]
    );
    for _ in 0..4 {
        citizen.identity_code("2222-2222").await;
        assert!(citizen.hears(Outcome::WrongIdentityCode));
    }
    citizen.identity_code("2222-2222").await;
    assert!(citizen.hears(Outcome::IdentityCodeEnded));
    citizen.identity_code(&handed.code).await;
    assert!(citizen.hears(Outcome::WrongIdentityCode), "it has ended");
    // A new one, this time the right one at once.
    let code = citizen.visit_code().await;
    let id = id_of(&clerk.open(&code).await);
    clerk.confirm(&id, sheet).await;
    let handed = clerk.handed(&id).await;
    citizen.identity_code(&handed.code.to_lowercase()).await;
    assert!(citizen.hears(Outcome::IdentityProven));
    assert_eq!(citizen.account_level().await, AssuranceLevel::Confirmed);
    let states: Vec<_> = citizen
        .identity()
        .await
        .routes
        .iter()
        .map(|route| (route.method, route.state))
        .collect();
    assert!(
        states.contains(&(Method::PostOffice, RouteState::Superseded)),
        "{states:?}"
    );
    assert!(
        states.contains(&(Method::Centre, RouteState::Succeeded)),
        "{states:?}"
    );
}

async fn a_representative_leaves_the_power_of_attorney(house: House) {
    let mut citizen = house.standard(PHONE).await;
    let code = citizen.visit_code().await;
    let mut clerk = house.clerk("anna").await;
    let id = id_of(&clerk.open(&code).await);
    let mut sheet = all_same();
    sheet.insert("represented".into(), "true".into());
    clerk.confirm(&id, sheet.clone()).await;
    let Stage::Sheet(view) = clerk.page(&id).await.expect("its own").stage else {
        panic!("a sheet");
    };
    assert_eq!(
        view.wrong.len(),
        5,
        "everything about the power of attorney"
    );
    sheet.extend(input(&[
        ("representative_name", "Кленов Иван Петрович"),
        ("representative_document", "45 11 654321"),
        ("power_number", "77 АА 1234567"),
        ("power_date", "01.02.2026"),
        ("notary", "Дубова А. С."),
    ]));
    clerk.confirm(&id, sheet).await;
    let proof = citizen.identity().await.proof.expect("proven");
    assert_eq!(proof.method, Method::Representative);
}

on_both! {
    a_booked_visit_ends_confirmed
    what_is_confirmed_stays_so
    without_a_living_code_nobody_reads_anything
    a_correction_is_checked_before_it_counts
    a_refusal_is_explained
    somebody_without_an_account_leaves_confirmed
    what_the_registries_refuse_leaves_no_account
    lost_access_comes_back
    a_newer_passport_needs_a_second_operator
    what_waits_can_still_be_refused
    a_corrected_registration_has_the_right_login
    the_owner_stops_a_restoration_or_time_brings_it
    a_code_on_paper_proves_who_was_compared
    a_representative_leaves_the_power_of_attorney
}
