//! What the visitors do.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use trials::{Message, Person, Trouble, must};

use crate::browser::{Browser, escaped, form};
use crate::wire::Wire;

/// How long a code may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often the sandbox is asked for it.
const EVERY: Duration = Duration::from_millis(3);

/// An id no other form has.
pub(crate) fn form_id() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("bench-{}-{number}", std::process::id())
}

/// Somebody on the way to an account: one connection to the portal, one to the sandbox.
pub(crate) struct Newcomer {
    pub(crate) browser: Browser,
    sandbox: Wire,
}

impl Newcomer {
    pub(crate) fn arrive(portal: SocketAddr, sandbox: SocketAddr) -> Result<Self, Trouble> {
        Ok(Self {
            browser: Browser::open(portal)?,
            sandbox: Wire::open(sandbox)?,
        })
    }

    /// Everything from the form to the page that says the account is there.
    pub(crate) fn register(&mut self, person: &Person) -> Result<(), Trouble> {
        self.browser.forget();
        self.browser.get("/register")?;
        let form_id = form_id();
        let fields = registration(&form_id, person);
        self.browser
            .go("/api/register", &fields, "/register/code")?;
        let code = self.code(&person.phone)?;
        let code = [("code", code.as_str())];
        self.browser
            .go("/api/register/code", &code, "/register/password")?;
        let password = person.password.as_str();
        let passwords = [("password", password), ("password_repeat", password)];
        self.browser
            .go("/api/register/password", &passwords, "/register/done")
    }

    fn code(&mut self, phone: &str) -> Result<String, Trouble> {
        let path = format!("/outbox?to={}", escaped(phone));
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let reply = self.sandbox.get(&path, "")?.whole()?;
            let messages: Vec<Message> = serde_json::from_slice(&reply.body)
                .map_err(|error| Trouble::wrong(error.to_string()))?;
            if let Some(code) = messages.into_iter().find_map(|message| message.code) {
                return Ok(code);
            }
            std::thread::sleep(EVERY);
        }
        Err(Trouble::wrong("a code does not arrive"))
    }
}

/// The fields of the registration form, with a phone alone.
pub(crate) fn registration<'a>(form_id: &'a str, person: &'a Person) -> [(&'a str, &'a str); 5] {
    [
        ("form_id", form_id),
        ("surname", &person.surname),
        ("first_name", &person.first_name),
        ("phone", &person.phone),
        ("consent", "on"),
    ]
}

/// A form ready to be sent: signing in costs the visitor as little as can be.
pub(crate) fn sign_in_form(login: &str, password: &str) -> String {
    form(&[("login", login), ("password", password)])
}

/// Signs in from a browser the portal has never seen: of known and unknown ones the dearer.
pub(crate) fn sign_in(wire: &mut Wire, form: &str) -> Result<(), Trouble> {
    let reply = wire.post("/api/login", "", form)?.with_status(303)?;
    must(reply.location() == "/cabinet", || {
        format!("signing in leads to {}", reply.location())
    })
}
