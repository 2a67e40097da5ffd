//! Random walks through the standard account: citizens fill in, correct, send and drop their data in any order, registries
//! answer what they like or nothing, specialists decide, operators compare, register and let in again, time jumps and the
//! portal is started again. After every event the database is as it must be.
//!
//! A walk follows from its seed; `STUPENI_TEST_SEED` walks another one. By night there are 10,000 walks.

mod desk;

use accounts::operator::Role;
use accounts::profile::{self, ProfileState};
use accounts::{PortalError, check};
use domain::level::AssuranceLevel;
use domain::profile::Values;
use domain::registry::{Outcome, Registry};

use crate::browser::Browser;
use crate::bureau::Reply;
use crate::desk::employee::Employee;
use crate::house::House;
use crate::people::{PASSWORD, form};
use crate::walk::dice::Dice;

/// Walks of every run, on each database.
const WALKS: u64 = 100;
/// Walks of a night, on each database.
const NIGHT: u64 = 5_000;
/// Events of one walk.
const EVENTS: usize = 30;

/// A citizen of a walk, and what has to be true of them.
struct Citizen {
    phone: String,
    browser: Browser,
    level: AssuranceLevel,
    /// What was typed last into the fields that are followed.
    typed: Values,
    /// The identity code they were given last.
    code: Option<String>,
}

struct Walk {
    dice: Dice,
    citizens: Vec<Citizen>,
    numbers: Vec<String>,
    seed: u64,
    operators: usize,
    trail: Vec<String>,
}

fn pairs(of: &[(&str, &str)]) -> Values {
    of.iter()
        .map(|&(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// A SNILS with its check number.
fn snils(number: u64) -> String {
    let digits = format!("{:09}", 2_000_000 + number % 900_000_000);
    let weights = (1..=9u32).rev();
    let sum: u32 = digits
        .bytes()
        .zip(weights)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    format!("{digits}{:02}", sum % 101 % 100)
}

impl Walk {
    async fn begin(house: &House, seed: u64) -> Self {
        let mut citizens = Vec::new();
        for number in 0..2 {
            let phone = format!("+79{:09}", seed * 2 + number);
            let mut browser = house.browser();
            browser.register(form(&phone, "")).await;
            let code = house.code(&phone).await;
            browser.code(&code).await;
            assert_eq!(browser.password(PASSWORD).await, "/register/done");
            citizens.push(Citizen {
                phone,
                browser,
                level: AssuranceLevel::Simplified,
                typed: Values::new(),
                code: None,
            });
        }
        Self {
            dice: Dice::new(seed),
            citizens,
            numbers: vec![snils(seed * 3), snils(seed * 3 + 1)],
            seed,
            operators: 0,
            trail: Vec::new(),
        }
    }

    /// A step and what somebody types into it: mostly what is right.
    fn step(&self) -> (&'static str, Values) {
        let dice = &self.dice;
        match dice.below(6) {
            0 => (
                "/cabinet/personal-data",
                match dice.below(6) {
                    0 => pairs(&[("citizenship", "KZ"), ("document_kind", "foreign_document")]),
                    1 => pairs(&[("citizenship", "RU"), ("document_kind", "foreign_document")]),
                    _ => pairs(&[("citizenship", "RU"), ("document_kind", "russian_passport")]),
                },
            ),
            1 => (
                "/cabinet/personal-data/person",
                pairs(&[
                    (
                        "surname",
                        if dice.chance(15) {
                            "Ivanova"
                        } else {
                            "Рябинина"
                        },
                    ),
                    ("first_name", "Вера"),
                    (
                        "birth_date",
                        *dice.pick(&["17.03.1984", "17.03.1984", "31.02.1984"]),
                    ),
                    ("sex", "female"),
                    ("birth_place", "гор. Примерск"),
                ]),
            ),
            2 => {
                let number = format!("45 10 {:06}", 100_000 + dice.below(4));
                (
                    "/cabinet/personal-data/document",
                    pairs(&[
                        ("document_number", &number),
                        ("issue_date", "20.04.2010"),
                        ("issued_by", "ОВД Примерска"),
                        ("division_code", "690-001"),
                    ]),
                )
            }
            3 => (
                "/cabinet/personal-data/address",
                pairs(&[
                    ("registration_region", "Тверская область"),
                    ("registration_city", "Примерск"),
                    ("registration_street", "Садовая"),
                    ("registration_house", "7"),
                    ("registration_postal_index", "170000"),
                    ("same_residence", "true"),
                ]),
            ),
            _ => {
                let own = dice.pick(&self.numbers);
                let wrong = dice.chance(10);
                let inn = if dice.chance(30) { "500100732259" } else { "" };
                let typed = if wrong { "112-233" } else { own.as_str() };
                (
                    "/cabinet/personal-data/numbers",
                    pairs(&[("snils", typed), ("inn", inn)]),
                )
            }
        }
    }

    /// Fills in what is missing and sends everything.
    async fn send(&mut self, who: usize) {
        for _ in 0..12 {
            let facts = self.view(who).await.facts;
            if domain::flow::allowed(domain::flow::Step::PersonalCheck, &facts) {
                break;
            }
            let (path, typed) = self.step();
            self.submit(who, path, typed).await;
        }
        let citizen = &mut self.citizens[who];
        let done = profile::submit(&citizen.browser.portal, &citizen.browser.visit, true).await;
        if self.dice.chance(30) {
            // A second tab sends the same.
            let again = profile::submit(&citizen.browser.portal, &citizen.browser.visit, true);
            drop(again.await);
        }
        // What is sent is shown as it is understood, and may be decided already.
        if citizen.browser.take(&done.expect("an answer")) == "/cabinet/checks" {
            citizen.typed = Values::new();
        }
    }

    async fn submit(&mut self, who: usize, path: &str, typed: Values) {
        let citizen = &mut self.citizens[who];
        let (portal, visit) = (&citizen.browser.portal, &citizen.browser.visit);
        let done = if self.dice.chance(20) {
            profile::save(portal, visit, path.into(), typed.clone()).await
        } else {
            profile::submit_step(portal, visit, path.into(), typed.clone()).await
        };
        let next = citizen.browser.take(&done.expect("an answer"));
        if next != "/cabinet/checks" {
            citizen.typed.extend(typed);
        }
    }

    async fn view(&self, who: usize) -> profile::ProfileView {
        let browser = &self.citizens[who].browser;
        profile::view(&browser.portal, &browser.visit)
            .await
            .expect("a view")
    }

    async fn state(&self, who: usize) -> Option<ProfileState> {
        let browser = &self.citizens[who].browser;
        let checks = check::view(&browser.portal, &browser.visit).await;
        checks.expect("a view").profile.map(|profile| profile.state)
    }

    fn plan(&self, house: &House) {
        let registry = *self.dice.pick(&Registry::ALL);
        let reply = match self.dice.below(9) {
            0 => Reply::differs(&["surname", "number"]),
            1 => Reply::of(Outcome::NotFound),
            2 => Reply::of(Outcome::Unclear),
            3 => Reply::of(Outcome::Error),
            4 => Reply::Silent,
            5 => Reply::Forgets,
            _ => Reply::of(Outcome::Match),
        };
        house.ground.bureau.plan(registry, reply);
        house
            .ground
            .bureau
            .set_down(*self.dice.pick(&Registry::ALL), self.dice.chance(15));
    }

    /// A specialist looks at the oldest case.
    async fn decide(&mut self, house: &House) {
        self.operators += 1;
        let login = format!("op{}-{}", self.seed, self.operators);
        let mut first: Employee = house.employee(&login, Role::Specialist).await;
        let queue = first.queue().await.expect("a queue");
        let Some(row) = queue.rows.first() else {
            return;
        };
        let case = row.id.clone();
        first.take(&case).await;
        match self.dice.below(4) {
            0 => first.decide(&case, "ask_again", &[]).await,
            1 => first.decide(&case, "mismatch", &["surname"]).await,
            _ => first.decide(&case, "match", &[]).await,
        };
        // Where it overrides a registry a second one answers, if anybody does.
        if self.dice.chance(70) {
            let mut second = house.employee(&format!("{login}-b"), Role::Senior).await;
            if self.dice.chance(70) {
                second.agree(&case).await;
            } else {
                second.reject(&case).await;
            }
        }
    }

    async fn pass(&mut self, house: &mut House) {
        let seconds = *self
            .dice
            .pick(&[2, 60, 400, 3_600, 86_400, 6 * 86_400, 11 * 86_400]);
        house.pass(seconds);
        tokio::time::sleep(std::time::Duration::from_millis(3)).await;
        if self.dice.chance(10) {
            let former = house.portal.store.clone();
            house.restart().await;
            former.close().await;
        }
        for citizen in &mut self.citizens {
            citizen.browser.portal = house.portal.clone();
            if citizen.browser.session().await.is_none() {
                citizen.browser = house.signed_in(&citizen.phone, PASSWORD).await;
            }
        }
    }

    async fn event(&mut self, house: &mut House) {
        let who = self.dice.below(self.citizens.len());
        let event = self.dice.below(16);
        self.trail.push(format!("{event} by {who}"));
        match event {
            0..=2 => {
                let (path, typed) = self.step();
                self.submit(who, path, typed).await;
            }
            3 | 4 => self.send(who).await,
            5 => self.plan(house),
            6 => self.decide(house).await,
            7 => {
                let registry = self.dice.pick(&Registry::ALL).code().to_owned();
                let browser = &self.citizens[who].browser;
                let done = check::appeal(&browser.portal, &browser.visit, registry).await;
                done.expect("an answer");
            }
            10 => self.choose_way(house, who).await,
            11 | 12 => self.come(house, who).await,
            13 => self.type_code(who).await,
            14 => self.help(house, who).await,
            15 if self.dice.chance(20) => self.intrude(house).await,
            8 if self.dice.chance(20) => {
                let browser = &self.citizens[who].browser;
                let done = profile::discard(&browser.portal, &browser.visit).await;
                done.expect("an answer");
                self.citizens[who].typed = Values::new();
            }
            _ => self.pass(house).await,
        }
    }

    /// What is true whatever has happened.
    async fn look(&mut self, house: &House) {
        for (what, sql) in NEVER.into_iter().chain(desk::NEVER) {
            assert_eq!(house.count(sql).await, 0, "{what}");
        }
        for who in 0..self.citizens.len() {
            let before = self.state(who).await;
            let view = self.view(who).await;
            let citizen = &mut self.citizens[who];
            let session = citizen.browser.session().await.expect("signed in");
            assert!(session.account_level >= citizen.level, "a level has fallen");
            citizen.level = session.account_level;
            if view.expires_at.is_some() {
                for (name, typed) in &citizen.typed {
                    assert_eq!(view.values.get(name), Some(typed), "{name} is lost");
                }
            }
            let state = self.state(who).await;
            // What is shown is the newest version: it can be waited for, corrected or lived with.
            assert_ne!(state, Some(ProfileState::Superseded));
            // The registries answer at any moment: two looks are compared when nothing came between.
            if before == state {
                assert_eq!(view.is_checking, state == Some(ProfileState::Checking));
            }
        }
    }
}

/// What no database ever holds: the count of each is zero.
const NEVER: [(&str, &str); 7] = [
    (
        "two open versions of one account",
        "SELECT COUNT(*) FROM (SELECT account_id FROM profile WHERE state = 'checking' \
         GROUP BY account_id HAVING COUNT(*) > 1) AS twice",
    ),
    (
        "a check of a version that is over",
        "SELECT COUNT(*) FROM registry_check c JOIN profile p ON p.id = c.profile_id \
         WHERE p.state = 'superseded' AND c.state IN ('asking', 'waiting', 'review')",
    ),
    (
        "a version that waits for nothing",
        "SELECT COUNT(*) FROM profile p WHERE p.state = 'checking' AND NOT EXISTS \
         (SELECT 1 FROM registry_check c WHERE c.profile_id = p.id AND c.state IN ('asking', 'waiting', 'review'))",
    ),
    (
        "a check with specialists and no case",
        "SELECT COUNT(*) FROM registry_check c WHERE c.state = 'review' AND NOT EXISTS \
         (SELECT 1 FROM review r WHERE r.check_id = c.id AND r.state <> 'closed')",
    ),
    (
        "a case about a check that is not with specialists",
        "SELECT COUNT(*) FROM review r JOIN registry_check c ON c.id = r.check_id \
         WHERE r.state <> 'closed' AND c.state <> 'review'",
    ),
    (
        "a standard account without its SNILS",
        "SELECT COUNT(*) FROM account a WHERE a.level <> 'simplified' AND NOT EXISTS \
         (SELECT 1 FROM identifier i WHERE i.account_id = a.id AND i.kind = 'snils')",
    ),
    (
        "a SNILS of an account that is not standard",
        "SELECT COUNT(*) FROM identifier i JOIN account a ON a.id = i.account_id WHERE a.level = 'simplified'",
    ),
];

async fn walk(house: &mut House, seed: u64) {
    let mut walk = Walk::begin(house, seed).await;
    for _ in 0..EVENTS {
        walk.event(house).await;
        walk.look(house).await;
    }
}

async fn walks(mut house: House, first: u64, count: u64) {
    house
        .restart_with(|config| config.limits.enabled = false)
        .await;
    let chosen = crate::walk::chosen_seed();
    let seeds = match chosen {
        Some(seed) => seed..seed + 1,
        None => first..first + count,
    };
    for seed in seeds {
        let told = Told(seed);
        walk(&mut house, seed).await;
        std::mem::forget(told);
    }
    if chosen.is_none() {
        for (what, sql) in desk::SEEN {
            assert!(house.count(sql).await > 0, "no walk came to {what}");
        }
    }
    let verified = accounts::journal::verify(&house.portal.store).await;
    assert!(verified.expect("a whole chain") > 0);
    let stranger = house.browser();
    let refused = profile::view(&stranger.portal, &stranger.visit).await;
    assert_eq!(refused.err(), Some(PortalError::NotSignedIn));
}

/// Says which seed a walk had that did not come to its end.
struct Told(u64);

impl Drop for Told {
    fn drop(&mut self) {
        crate::walk::tell(&format!("STUPENI_TEST_SEED={}", self.0));
    }
}

async fn every_walk_leaves_things_as_they_must_be(house: House) {
    walks(house, 1, WALKS).await;
}

on_both! {
    every_walk_leaves_things_as_they_must_be
}

mod by_night {
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    #[ignore = "five thousand walks take hours"]
    async fn sqlite() {
        crate::fresh::on_sqlite(|fresh| {
            crate::house::House::lend(fresh, |house| super::walks(house, 1_000, super::NIGHT))
        })
        .await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    #[ignore = "five thousand walks take hours"]
    async fn postgres() {
        crate::fresh::on_postgres(|fresh| {
            crate::house::House::lend(fresh, |house| super::walks(house, 6_000, super::NIGHT))
        })
        .await;
    }
}
