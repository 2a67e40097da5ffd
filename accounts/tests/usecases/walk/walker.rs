//! One walk.

use std::collections::VecDeque;
use std::time::Duration;

use accounts::clock::Clock as _;
use accounts::journal::Event;
use accounts::store::Value;
use accounts::{Done, PortalError};

use super::act::Act;
use super::choose::Chooser;
use super::dice::Dice;
use super::mail::Mail;
use super::people::{Visitor, arrive, contacts};
use super::process::Process;
use super::seen::{self, Seen};
use super::watch::Watch;
use crate::house::Ground;
use crate::post::{Post, Treatment};

/// Messages of this process that nobody has tried to send yet.
const UNTRIED: &str =
    "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL AND attempts = 0";
const EVENTS: &str = "SELECT COUNT(*) FROM journal WHERE event = $1";
/// Steps that a failure tells.
const TRAIL: usize = 40;

pub(super) struct Walker {
    url: String,
    dice: Dice,
    ground: Ground,
    process: Option<Process>,
    watch: Watch,
    mail: Mail,
    visitors: Vec<Visitor>,
    trail: VecDeque<String>,
    busy: usize,
    killed: usize,
}

impl Walker {
    pub(super) fn new(url: &str, seed: u64) -> Self {
        let moods = Dice::new(seed ^ 0x9e37_79b9);
        let post = Post::with_mood(Box::new(move || match moods.below(100) {
            0..=7 => Treatment::Lose,
            8..=15 => Treatment::DeliverSilently,
            _ => Treatment::Deliver,
        }));
        let ground = Ground::new(seed, post);
        let process = Process::start(&ground, url);
        let visitors = arrive(&process.portal, &ground);
        Self {
            url: url.to_owned(),
            dice: Dice::new(seed),
            ground,
            process: Some(process),
            watch: Watch::over(url),
            mail: Mail::default(),
            visitors,
            trail: VecDeque::new(),
            busy: 0,
            killed: 0,
        }
    }

    /// The last steps, one a line.
    pub(super) fn trail(&self) -> String {
        let steps: Vec<_> = self.trail.iter().map(String::as_str).collect();
        steps.join("\n")
    }

    /// Walks so many events and looks back over the whole way.
    pub(super) fn walk(&mut self, events: usize) {
        for number in 0..events {
            self.step(number);
            self.watch.check(self.ground.clock.now().millis());
            if number % 50 == 49 {
                self.watch.verify_journal();
                self.look_everywhere();
            }
            self.time_passes();
        }
        self.watch.verify_journal();
        self.arrive_at_the_end();
    }

    fn step(&mut self, number: usize) {
        // Mostly one visitor goes on for a while.
        if self.dice.chance(25) {
            self.busy = self.dice.below(self.visitors.len());
        }
        let at = self.busy;
        let visitor = &mut self.visitors[at];
        let (act, repeated) = match &visitor.last {
            Some((act, visit)) if self.dice.chance(12) => (act.clone(), Some(visit.clone())),
            _ => {
                let chooser = Chooser {
                    dice: &self.dice,
                    mail: &self.mail,
                    number,
                };
                (chooser.next(visitor), None)
            }
        };
        let again = if repeated.is_some() { " again" } else { "" };
        self.note(format!("{number}: {at} {}{again}", act.name()));
        // A repeat of a browser that never got the first answer, or of one that did.
        let visit = match repeated {
            Some(before) if self.dice.chance(50) => {
                // What other cookies it has by now it sends all the same.
                self.visitors[at].browser.visit = before.clone();
                before
            }
            _ => self.visitors[at].browser.visit.clone(),
        };
        self.visitors[at].last = Some((act.clone(), visit.clone()));
        self.ground.clock.advance_ms(1);
        let since = self.ground.clock.now().millis();
        let answer = if self.dice.chance(6) {
            self.killed += 1;
            self.submit_and_kill(act.clone(), visit)
        } else {
            let process = self.process();
            Some(process.run(act.clone().submit(process.portal.clone(), visit)))
        };
        self.collect(since, at);
        self.follow(at, &act, answer);
    }

    /// The browser takes the answer, and must be where it may be.
    fn follow(&mut self, at: usize, act: &Act, answer: Option<Result<Done, PortalError>>) {
        match answer {
            Some(Ok(done)) => {
                let next = self.visitors[at].browser.take(&done);
                self.note(format!("    -> {}", shown(&next)));
                self.look(at);
                // What is saved on the way leads nowhere.
                let leads = !matches!(act, Act::Autosave(_));
                let seen = &self.visitors[at].seen;
                assert!(!leads || seen.may_see(&next), "led to {}", shown(&next));
            }
            Some(Err(PortalError::NotSignedIn)) if act.needs_session() => {
                self.look(at);
                assert!(
                    self.visitors[at].seen.account.is_none(),
                    "signed in and refused"
                );
            }
            Some(Err(PortalError::TooMany { .. })) if act.begins_draft() => self.look(at),
            Some(Err(error)) => panic!("{}: {error}", act.name()),
            None => self.look(at),
        }
    }

    fn submit_and_kill(
        &mut self,
        act: Act,
        visit: accounts::Visit,
    ) -> Option<Result<Done, PortalError>> {
        let after = Duration::from_micros(self.dice.below(6_000) as u64);
        let process = self.process.take().expect("a process");
        let answer = process.submit_and_kill(act, visit, after);
        self.note(format!("    killed, answer heard: {}", answer.is_some()));
        // The leases of the dead run out.
        self.ground.clock.advance_s(3);
        let process = Process::start(&self.ground, &self.url);
        for visitor in &mut self.visitors {
            visitor.browser.portal = process.portal.clone();
        }
        self.process = Some(process);
        answer
    }

    fn process(&self) -> &Process {
        self.process.as_ref().expect("a process")
    }

    /// Waits until the new messages were tried, and reads what has arrived.
    fn collect(&mut self, since: i64, at: usize) {
        const NEW: &str = "SELECT key FROM outbox WHERE created_at >= $1";
        let mut tries = 0;
        while self.watch.count(UNTRIED, Vec::new()) > 0 {
            tries += 1;
            assert!(tries < 5_000, "messages lie in the outbox");
            std::thread::sleep(Duration::from_millis(1));
        }
        let person = self.visitors[at].person;
        for row in self.watch.rows(NEW, vec![Value::from(since)]) {
            self.mail.written_by(row.text(0).expect("a key"), person);
        }
        self.mail.fetch(&self.ground.post);
    }

    /// Every page of one browser.
    fn look(&mut self, at: usize) {
        let process = self.process.as_ref().expect("a process");
        let visitor = &mut self.visitors[at];
        let (portal, visit) = (&process.portal, &visitor.browser.visit);
        visitor.seen = process.run(Seen::look(portal, visit));
        let own = contacts(visitor.person);
        for contact in &visitor.seen.confirmed {
            assert!(own.contains(contact), "in a stranger's account");
        }
    }

    /// Every page of every browser, and every link that has arrived.
    fn look_everywhere(&mut self) {
        for at in 0..self.visitors.len() {
            self.look(at);
        }
        let process = self.process();
        let visit = &self.visitors[0].browser.visit;
        for one in self.ground.post.delivered() {
            if let Some(token) = one
                .notice
                .link
                .as_ref()
                .and_then(|link| link.rsplit('/').next())
            {
                process.run(seen::look_at_link(&process.portal, visit, token));
            }
        }
    }

    fn time_passes(&mut self) {
        let seconds = match self.dice.below(100) {
            0..=79 => self.dice.below(5),
            80..=91 => 61,
            92..=95 => 700,
            96..=98 => 3_700,
            _ if self.dice.chance(60) => 90_000,
            _ => 260_000,
        };
        self.ground
            .clock
            .advance_s(i64::try_from(seconds).expect("small"));
        self.note(format!("    {seconds} s"));
    }

    fn note(&mut self, step: String) {
        if self.trail.len() == 3 * TRAIL {
            self.trail.pop_front();
        }
        self.trail.push_back(step);
    }
}

/// A path without the secret in it.
fn shown(path: &str) -> &str {
    match path.starts_with("/confirm/") {
        true => "/confirm/…",
        false => path,
    }
}

/// The end of a walk.
impl Walker {
    /// The outside gets well again: everything that was written has arrived, once or more often but under one
    /// key, and what was told is what happened.
    fn arrive_at_the_end(&mut self) {
        const WAITING: &str =
            "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL";
        const SENT: &str = "SELECT key FROM outbox WHERE sealed IS NULL";
        const GIVEN_UP: &str = "SELECT COUNT(*) FROM outbox WHERE dead_at IS NOT NULL";
        self.ground.post.becomes_reliable();
        let mut tries = 0;
        while self.watch.count(WAITING, Vec::new()) > 0 {
            tries += 1;
            assert!(tries < 200, "messages never arrive");
            self.ground.clock.advance_s(60);
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(self.watch.count(GIVEN_UP, Vec::new()), 0);
        self.mail.fetch(&self.ground.post);
        let arrived = self.mail.keys();
        for row in self.watch.rows(SENT, Vec::new()) {
            let key = row.text(0).expect("a key");
            assert!(
                arrived.contains(key.as_str()),
                "marked as sent and not arrived"
            );
        }
        for (about, event, most) in [
            ("account_ready", "account_created", 1),
            ("contact_changed", "contact_changed", 2),
            ("password_changed", "password_changed", 2),
            ("password_recovered", "password_recovered", 2),
            ("signed_in_new_device", "signed_in", 1),
        ] {
            let happened = self.watch.count(EVENTS, vec![Value::from(event)]);
            let told = i64::try_from(self.mail.words(about)).expect("small");
            assert!(
                told <= most * happened,
                "{about}: {told} words, {happened} events"
            );
            if about != "signed_in_new_device" {
                assert!(told >= happened, "{about}: {told} words, {happened} events");
            }
        }
        assert!(self.killed > 10, "killed {} times", self.killed);
        let mut happened = Event::ALL.to_vec();
        happened.retain(|event| self.watch.count(EVENTS, vec![event.code().into()]) > 0);
        assert!(
            happened.len() >= 10,
            "the walk saw no more than {happened:?}"
        );
    }

    /// Ends the process and the watch.
    pub(super) fn close(self) {
        if let Some(process) = self.process {
            process.kill();
        }
        self.watch.close();
    }
}
