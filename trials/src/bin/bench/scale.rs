//! Whether a region of a million is served as quickly as a village: the same citizens sign in and open their pages in a
//! portal with a small and in one with a large database, in turns, so that both meet the same moments of the machine.

use std::time::{Duration, Instant, SystemTime};

use serde::Serialize;
use trials::journey::PERSONAL_DATA;
use trials::{Database, Person, Server, Setup, Trouble};

use crate::browser::Browser;
use crate::journey::Newcomer;
use crate::plan::Plan;
use crate::report::{Finding, Verdict, say};
use crate::stage::{Stage, address};
use crate::statistics::place;

const CITIZENS: usize = 8;
const FACTOR_LIMIT: f64 = 1.4;
/// What a citizen opens: the cabinet, what is known, the form with everything typed, news, checks, journal and sessions.
const PAGES: [&str; 6] = [
    "/cabinet",
    "/cabinet/data",
    "/cabinet/personal-data/check",
    "/cabinet/feed",
    "/cabinet/checks",
    "/cabinet/security",
];

/// One comparison for each database.
#[derive(Debug, Serialize)]
pub(crate) struct Scale(Vec<Comparison>);

#[derive(Debug, Serialize)]
struct Comparison {
    database: &'static str,
    accounts: [u64; 2],
    sign_in: Pair,
    pages: Pair,
}

/// 99 of 100 took no longer, in milliseconds: in the small database and in the large one.
#[derive(Debug, Serialize)]
struct Pair {
    requests: usize,
    p99_ms: [f64; 2],
    factor: f64,
}

impl Pair {
    fn of(times: &[Vec<f64>; 2]) -> Self {
        let p99_ms = [place(&times[0], 0.99), place(&times[1], 0.99)];
        Self {
            requests: times[0].len(),
            p99_ms,
            factor: p99_ms[1] / p99_ms[0],
        }
    }
}

/// A portal and those of its citizens who have a password.
struct Region {
    citizens: Vec<(Person, Browser)>,
    /// Ends with the region.
    _portal: Server,
}

pub(crate) fn measure(stage: &Stage, plan: &Plan) -> Result<Scale, Trouble> {
    let sqlite = compare(stage, plan, "SQLite", Ok)?;
    let postgres = compare(stage, plan, "PostgreSQL", |setup| {
        Ok(setup.on(&stage.wait(Database::new_on_postgres())?))
    })?;
    Ok(Scale(vec![sqlite, postgres]))
}

fn compare(
    stage: &Stage,
    plan: &Plan,
    database: &'static str,
    on: impl Fn(Setup) -> Result<Setup, Trouble>,
) -> Result<Comparison, Trouble> {
    let open = |accounts| Region::open(stage, on(cheap(stage))?, accounts);
    let mut regions = [open(plan.population[0])?, open(plan.population[1])?];
    let (mut sign_in, mut pages) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
    for turn in 0..plan.turns {
        for place in [turn % 2, (turn + 1) % 2] {
            let (person, browser) = &mut regions[place].citizens[turn % CITIZENS];
            sign_in[place].push(timed(|| enter(browser, person))?);
            for page in PAGES {
                pages[place].push(timed(|| browser.get(page).map(drop))?);
            }
        }
    }
    Ok(Comparison {
        database,
        accounts: plan.population,
        sign_in: Pair::of(&sign_in),
        pages: Pair::of(&pages),
    })
}

/// Hashing set aside: it costs the same whoever else is registered.
fn cheap(stage: &Stage) -> Setup {
    stage
        .setup()
        .set("hashing.memory_kib", 64)
        .set("hashing.iterations", 1)
}

fn timed(work: impl FnOnce() -> Result<(), Trouble>) -> Result<f64, Trouble> {
    let begun = Instant::now();
    work()?;
    Ok(begun.elapsed().as_secs_f64() * 1_000.0)
}

fn enter(browser: &mut Browser, person: &Person) -> Result<(), Trouble> {
    let fields = [
        ("login", person.phone.as_str()),
        ("password", &person.password),
    ];
    browser.send("/api/login", &fields).map(drop)
}

impl Region {
    /// Citizens register and fill in their data while the database is empty; then it is filled.
    fn open(stage: &Stage, setup: Setup, accounts: u64) -> Result<Self, Trouble> {
        let mut portal = stage.start(setup)?;
        let at = address(&portal);
        let mut newcomer = Newcomer::arrive(at, stage.sandbox())?;
        let mut citizens = Vec::new();
        for _ in 0..CITIZENS {
            let person = Person::new();
            newcomer.register(&person)?;
            newcomer.browser.fill_in()?;
            citizens.push(person);
        }
        stage.wait(portal.stop())?;
        let begun = Instant::now();
        stage.wait(portal.database().populate(accounts, now_ms()))?;
        say(&format!(
            "  {accounts} accounts made in {} s",
            begun.elapsed().as_secs()
        ));
        stage.wait(portal.restart())?;
        let citizens = citizens
            .into_iter()
            .map(|person| Ok((person, Browser::open(at)?)));
        Ok(Self {
            citizens: citizens.collect::<Result<_, Trouble>>()?,
            _portal: portal,
        })
    }
}

impl Browser {
    /// Every step of the personal-data stage.
    fn fill_in(&mut self) -> Result<(), Trouble> {
        for (path, typed) in PERSONAL_DATA {
            let fields = [&[("step", path)], typed].concat();
            self.send("/api/profile", &fields)?;
        }
        Ok(())
    }
}

fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    i64::try_from(since.unwrap_or(Duration::ZERO).as_millis()).unwrap_or(i64::MAX)
}

impl Finding for Scale {
    const TITLE: &'static str = "A large database beside a small one";

    fn rows(&self) -> Vec<(String, String)> {
        let of = |comparison: &Comparison, name: &str, pair: &Pair| {
            (0..2)
                .map(|place| {
                    (
                        format!(
                            "{}, {name}, p99 of {} with {} accounts",
                            comparison.database, pair.requests, comparison.accounts[place]
                        ),
                        format!("{:.2} ms", pair.p99_ms[place]),
                    )
                })
                .collect::<Vec<_>>()
        };
        self.0
            .iter()
            .flat_map(|comparison| {
                let mut rows = of(comparison, "sign-in", &comparison.sign_in);
                rows.extend(of(comparison, "pages", &comparison.pages));
                rows
            })
            .collect()
    }

    fn verdicts(&self) -> Vec<Verdict> {
        let verdict = |comparison: &Comparison, name: &str, pair: &Pair| {
            Verdict::new(
                format!(
                    "{}, {name}: p99 at most {FACTOR_LIMIT} times",
                    comparison.database
                ),
                format!("{:.2}", pair.factor),
                pair.factor <= FACTOR_LIMIT,
            )
        };
        self.0
            .iter()
            .flat_map(|comparison| {
                [
                    verdict(comparison, "sign-in", &comparison.sign_in),
                    verdict(comparison, "pages", &comparison.pages),
                ]
            })
            .collect()
    }
}
