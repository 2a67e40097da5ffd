//! Whether time tells a stranger who is registered. Each form is sent for a registered contact and for two free
//! ones, in an order that changes; the two free ones show what is noise.

use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use trials::{Person, Trouble};

use crate::browser::Browser;
use crate::journey::{form_id, registration};
use crate::plan::Plan;
use crate::report::Finding;
use crate::stage::Stage;
use crate::statistics::median;

/// Between two requests, for the message of the first to be on its way.
const PAUSE: Duration = Duration::from_millis(8);
/// Orders in which registered, free and free come: each as often before as after the others.
const ORDERS: [[usize; 3]; 6] = [
    [0, 1, 2],
    [1, 2, 0],
    [2, 0, 1],
    [0, 2, 1],
    [2, 1, 0],
    [1, 0, 2],
];

/// One comparison for each form.
#[derive(Debug, Serialize)]
pub(crate) struct Strangers(Vec<Comparison>);

#[derive(Debug, Serialize)]
struct Comparison {
    form: &'static str,
    pairs: usize,
    registered_ms: f64,
    free_ms: f64,
    /// Difference of the medians in per cent of the free one's.
    difference_percent: f64,
    /// The same between the two free contacts.
    noise_percent: f64,
    /// Share of pairs in which the registered contact took longer: half of them when time tells nothing.
    longer_share: f64,
    /// The same between the two free contacts.
    noise_share: f64,
}

/// A form, and what is done before it is sent, untimed.
struct Form {
    name: &'static str,
    before: fn(&mut Browser, &Person) -> Result<(), Trouble>,
    send: fn(&mut Browser, &Person) -> Result<(), Trouble>,
}

const FORMS: [Form; 5] = [
    Form {
        name: "registration",
        before: |_, _| Ok(()),
        send: register,
    },
    Form {
        name: "registration, code again",
        before: register,
        send: |browser, _| again(browser, "/api/register/resend", "/register/code"),
    },
    Form {
        name: "sign-in, wrong password",
        before: |_, _| Ok(()),
        send: |browser, person| {
            let fields = [("login", person.phone.as_str()), ("password", "Zqwrong7!")];
            leads(&browser.send("/api/login", &fields)?, "/login")
        },
    },
    Form {
        name: "recovery",
        before: |_, _| Ok(()),
        send: recover,
    },
    Form {
        name: "recovery, code again",
        before: recover,
        send: |browser, _| again(browser, "/api/recover/resend", "/recover/code"),
    },
];

fn register(browser: &mut Browser, person: &Person) -> Result<(), Trouble> {
    let form_id = form_id();
    let fields = registration(&form_id, person);
    leads(&browser.send("/api/register", &fields)?, "/register/code")
}

fn recover(browser: &mut Browser, person: &Person) -> Result<(), Trouble> {
    let form_id = form_id();
    let fields = [("form_id", form_id.as_str()), ("login", &person.phone)];
    leads(&browser.send("/api/recover", &fields)?, "/recover/code")
}

fn again(browser: &mut Browser, path: &str, next: &str) -> Result<(), Trouble> {
    leads(&browser.send(path, &[])?, next)
}

fn leads(led: &str, next: &str) -> Result<(), Trouble> {
    match led == next {
        true => Ok(()),
        false => Err(Trouble::wrong(format!("{led} instead of {next}"))),
    }
}

pub(crate) fn measure(stage: &Stage, plan: &Plan) -> Result<Strangers, Trouble> {
    let comparisons = FORMS.iter().map(|form| compare(stage, plan, form));
    Ok(Strangers(comparisons.collect::<Result<_, _>>()?))
}

fn compare(stage: &Stage, plan: &Plan, form: &Form) -> Result<Comparison, Trouble> {
    let mut browser = Browser::open(stage.address())?;
    let mut times = [const { Vec::new() }; 3];
    for (round, registered) in (0..plan.comparisons).zip(stage.people.iter().cycle()) {
        let contacts = [registered.clone(), Person::new(), Person::new()];
        for who in ORDERS[round % ORDERS.len()] {
            times[who].push(time(&mut browser, form, &contacts[who])?);
        }
    }
    let [registered, free, other] = &times;
    let (registered_ms, free_ms) = (median(registered), median(free));
    let percent = |ms: f64| (ms - free_ms) / free_ms * 100.0;
    Ok(Comparison {
        form: form.name,
        pairs: free.len(),
        registered_ms,
        free_ms,
        difference_percent: percent(registered_ms),
        noise_percent: percent(median(other)),
        longer_share: longer_share(registered, free),
        noise_share: longer_share(other, free),
    })
}

/// Milliseconds of one submission by somebody who has never been here.
fn time(browser: &mut Browser, form: &Form, person: &Person) -> Result<f64, Trouble> {
    browser.forget();
    (form.before)(browser, person)?;
    thread::sleep(PAUSE);
    let begun = Instant::now();
    (form.send)(browser, person)?;
    Ok(begun.elapsed().as_secs_f64() * 1_000.0)
}

fn longer_share(these: &[f64], those: &[f64]) -> f64 {
    let longer = these.iter().zip(those).filter(|(this, that)| this > that);
    longer.count() as f64 / (these.len() as f64).max(1.0)
}

impl Finding for Strangers {
    const TITLE: &'static str =
        "Registered contact against a free one (in brackets: two free ones)";

    fn rows(&self) -> Vec<(String, String)> {
        self.0.iter().flat_map(rows).collect()
    }
}

fn rows(found: &Comparison) -> [(String, String); 3] {
    [
        (
            format!("{}, medians of {}", found.form, found.pairs),
            format!("{:.2} / {:.2} ms", found.registered_ms, found.free_ms),
        ),
        (
            "  difference in % of the median".into(),
            format!(
                "{:+.1} ({:+.1})",
                found.difference_percent, found.noise_percent
            ),
        ),
        (
            "  share of pairs in which the registered one took longer".into(),
            format!("{:.2} ({:.2})", found.longer_share, found.noise_share),
        ),
    ]
}
