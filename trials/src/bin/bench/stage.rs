//! The portal, the sandbox beside it, and the people who live there.

use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::runtime::Runtime;
use trials::{Person, Sandbox, Server, Setup, Trouble};

use crate::bytes;
use crate::journey::{Newcomer, sign_in, sign_in_form};
use crate::load::{Done, while_visitors};
use crate::machine::cores;
use crate::others::Others;
use crate::plan::Plan;
use crate::process::Process;
use crate::wire::Wire;

/// Enough to keep every thread and the way around it busy, far from the queue's end.
const VISITORS_PER_THREAD: usize = 4;

/// Processes and people.
pub(crate) struct Stage {
    // The portal ends before the sandbox it talks to.
    portal: Server,
    sandbox: Sandbox,
    /// Who can sign in.
    pub(crate) people: Vec<Person>,
    /// What a first visit to the registration form loads beside the page.
    pub(crate) files: Vec<String>,
    runtime: Runtime,
}

impl Stage {
    /// Starts the sandbox and, beside it, a portal with a new SQLite database.
    pub(crate) fn set() -> Result<Self, Trouble> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let sandbox = runtime.block_on(Sandbox::start())?;
        let portal = runtime.block_on(setup(&sandbox).start())?;
        Ok(Self {
            files: bytes::needed(address(&portal))?,
            portal,
            sandbox,
            people: Vec::new(),
            runtime,
        })
    }

    /// Another portal with another folder of pages.
    pub(crate) fn portal_with_site(&self, root: &std::path::Path) -> Result<Server, Trouble> {
        self.start(setup(&self.sandbox).set("site.root", root.display()))
    }

    /// Another portal beside the same sandbox, with these settings.
    pub(crate) fn start(&self, setup: Setup) -> Result<Server, Trouble> {
        self.wait(setup.start())
    }

    /// The settings that a portal of this stage begins with.
    pub(crate) fn setup(&self) -> Setup {
        setup(&self.sandbox)
    }

    /// Waits for what a portal or a database is asked to do.
    pub(crate) fn wait<T>(
        &self,
        work: impl Future<Output = Result<T, Trouble>>,
    ) -> Result<T, Trouble> {
        self.runtime.block_on(work)
    }

    pub(crate) fn address(&self) -> SocketAddr {
        address(&self.portal)
    }

    pub(crate) fn sandbox(&self) -> SocketAddr {
        self.sandbox.address()
    }

    /// Watches what others do meanwhile.
    pub(crate) fn others(&self) -> Result<Others, Trouble> {
        Others::watch(vec![self.process(), Process(self.sandbox.process_id())])
    }

    pub(crate) fn process(&self) -> Process {
        Process(self.portal.process_id())
    }

    /// Registers the people who sign in later.
    pub(crate) fn people(&mut self, plan: &Plan) -> Result<(), Trouble> {
        let wanted: Vec<_> = (0..plan.accounts).map(|_| Person::new()).collect();
        let waiting = Mutex::new(wanted.clone());
        let (portal, sandbox) = (self.address(), self.sandbox());
        let outcomes: Vec<_> = std::thread::scope(|scope| {
            let newcomers: Vec<_> = (0..visitors())
                .map(|_| {
                    scope.spawn(|| {
                        let mut newcomer = Newcomer::arrive(portal, sandbox)?;
                        while let Some(person) = next(&waiting) {
                            newcomer.register(&person)?;
                        }
                        Ok(())
                    })
                })
                .collect();
            newcomers
                .into_iter()
                .map(|thread| {
                    thread
                        .join()
                        .unwrap_or_else(|_| Err(Trouble::wrong("a visitor panicked")))
                })
                .collect()
        });
        self.people = wanted;
        outcomes.into_iter().collect()
    }

    /// Runs `work` while visitors sign in as fast as they are let in.
    pub(crate) fn while_signing_in<T>(
        &self,
        work: impl FnOnce(&Done) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let forms: Vec<_> = self
            .people
            .iter()
            .map(|person| sign_in_form(&person.phone, &person.password))
            .collect();
        let next = AtomicUsize::new(0);
        while_visitors(
            visitors(),
            || Wire::open(self.address()),
            |wire| {
                let number = next.fetch_add(1, Ordering::Relaxed);
                sign_in(wire, &forms[number % forms.len()])
            },
            work,
        )
    }

    /// Runs `work` while newcomers register.
    pub(crate) fn while_registering<T>(
        &self,
        work: impl FnOnce(&Done) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        while_visitors(
            visitors(),
            || Newcomer::arrive(self.address(), self.sandbox()),
            |newcomer| newcomer.register(&Person::new()),
            work,
        )
    }
}

/// The settings of production, but for the limits and the minute between two codes: every visitor comes from
/// one address, and strangers ask for codes again.
fn setup(sandbox: &Sandbox) -> Setup {
    Setup::bare()
        .set("limits.enabled", false)
        .set("codes.resend_after_s", 0)
        .set("hashing.threads", cores())
        .beside(sandbox)
}

/// Where a portal listens.
pub(crate) fn address(portal: &Server) -> SocketAddr {
    let origin = portal.origin();
    origin
        .trim_start_matches("http://")
        .parse()
        .unwrap_or_else(|_| SocketAddr::from(([127, 0, 0, 1], 0)))
}

fn visitors() -> usize {
    VISITORS_PER_THREAD * cores()
}

fn next(waiting: &Mutex<Vec<Person>>) -> Option<Person> {
    waiting.lock().ok()?.pop()
}
