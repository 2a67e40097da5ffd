//! Every endpoint in every state: never a fault, never a framework's answer, nothing by half.

use domain::flow::{Flow, Step};
use trials::journey::Contacts;
use trials::{Answer, Person, Server, Setup, Trouble, Visitor};

use crate::both::Outcome;
use crate::states::{self, State};

/// Endpoints that need no field: an empty body is all they ask for.
const WITHOUT_FIELDS: [&str; 15] = [
    "/api/register/save",
    "/api/register/resend",
    "/api/resume/resend",
    "/api/recover/resend",
    "/api/logout",
    "/api/session/end-others",
    "/api/desk/logout",
    "/api/profile/submit",
    "/api/profile/discard",
    "/api/feed/read",
    "/api/appointment/book",
    "/api/appointment/cancel",
    "/api/desk/registration",
    "/api/restoration/stop",
    "/api/desk/journal/check",
];
/// Endpoints that answer with data, whoever asks.
const FOR_SCRIPTS: [&str; 5] = [
    "/api/screen",
    "/api/register/autosave",
    "/api/register/code/status",
    "/api/password/advice",
    "/api/profile/autosave",
];

macro_rules! flows {
    ($($name:ident: $flow:expr),+ $(,)?) => {
        $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() -> Outcome {
            every_endpoint(states::of($flow)).await
        })+
    };
}

flows! {
    in_every_state_of_a_registration: Flow::Registration,
    in_every_state_of_a_resumption: Flow::Resume,
    in_every_state_of_a_recovery: Flow::Recovery,
    in_every_state_of_a_new_phone: Flow::ContactChange(domain::field::contact::ContactKind::Phone),
    in_every_state_of_personal_data: Flow::PersonalData,
    in_every_state_of_a_new_address: Flow::ContactChange(domain::field::contact::ContactKind::Email),
}

async fn every_endpoint(states: Vec<State>) -> Outcome {
    let server = Setup::new().start().await?;
    for state in states {
        for endpoint in app::endpoints() {
            let (visitor, person) = states::reach(&server, state).await?;
            let case = Case {
                server: &server,
                state,
                endpoint,
                person,
            };
            case.empty(visitor.clone()).await?;
            case.nonsense(visitor.clone()).await?;
            case.plausible(visitor).await?;
        }
    }
    assert_eq!(server.database().half_made().await?, 0);
    assert_eq!(server.log().errors(), Vec::<String>::new());
    assert!(!server.log().says("panic"));
    Ok(())
}

struct Case<'a> {
    server: &'a Server,
    state: State,
    endpoint: &'static str,
    person: Person,
}

impl Case<'_> {
    /// A redirect where nothing is asked for, otherwise our own 400 page or code.
    async fn empty(&self, mut visitor: Visitor) -> Outcome {
        let mut script = visitor.clone();
        let answer = visitor.post(self.endpoint, &[]).await?;
        let expected = match self.endpoint {
            endpoint if WITHOUT_FIELDS.contains(&endpoint) => 303,
            _ => 400,
        };
        assert_eq!(answer.status, expected, "{}", self.name("nothing", &answer));
        self.judge(&mut visitor, "nothing", &answer).await?;
        if expected == 400 {
            let nothing: [(&str, &str); 0] = [];
            let request = script
                .script_request(reqwest::Method::POST, self.endpoint)
                .form(&nothing);
            let answer = script.take(request).await?;
            let text = answer.text();
            assert_eq!(
                (answer.status, text.as_str()),
                (400, r#"{"error":"bad-request"}"#),
                "{}",
                self.endpoint
            );
        }
        Ok(())
    }

    /// Every field there is, filled with what nobody types.
    async fn nonsense(&self, mut visitor: Visitor) -> Outcome {
        let strange = [
            "\u{0}\r\nSet-Cookie: a=b",
            "💥\u{202e}'\"<script>alert(1)</script>",
            &"я".repeat(400),
        ];
        for value in strange {
            let fields: Vec<_> = self
                .fields("")
                .into_iter()
                .map(|(name, _)| (name, value.to_owned()))
                .collect();
            let answer = visitor.post(self.endpoint, &fields).await?;
            self.judge(&mut visitor, value, &answer).await?;
        }
        Ok(())
    }

    /// Every field there is, filled with what would be right somewhere.
    async fn plausible(&self, mut visitor: Visitor) -> Outcome {
        let newest = self.server.outbox().to(&self.person.phone).await?;
        let code = newest.into_iter().next().and_then(|message| message.code);
        let fields = self.fields(code.as_deref().unwrap_or("000000"));
        for _ in 0..2 {
            let answer = visitor.post(self.endpoint, &fields).await?;
            self.judge(&mut visitor, "what may be right", &answer)
                .await?;
        }
        Ok(())
    }

    fn fields(&self, code: &str) -> Vec<(String, String)> {
        let person = &self.person;
        let kind = match self.state {
            State::At(Step::ContactNew(kind) | Step::ContactCode(kind)) => kind.code(),
            _ => "phone",
        };
        let new = Person::new();
        let pairs = [
            ("form_id", new.email.as_str()),
            ("surname", &person.surname),
            ("first_name", &person.first_name),
            ("patronymic", ""),
            ("centre", "tver-mfc-1"),
            ("phone", &new.phone),
            ("email", &new.email),
            ("consent", "true"),
            ("code", code),
            ("channel", "voice"),
            ("password", &person.password),
            ("password_repeat", &person.password),
            ("current", &person.password),
            ("login", &person.phone),
            ("contact", &person.phone),
            ("foreign_computer", "true"),
            ("return_to", "/cabinet/data"),
            ("kind", kind),
            ("id", "none"),
            ("token", "none"),
            ("step", "/cabinet/personal-data/person"),
            ("registry", "snils"),
            ("snils", "11223344595"),
            ("birth_date", "17.03.1984"),
            ("sex", "female"),
            ("birth_place", "гор. Примерск"),
        ];
        pairs
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into()
    }

    /// Whatever was sent: a page of ours, or a redirect to a page that is open.
    async fn judge(&self, visitor: &mut Visitor, sent: &str, answer: &Answer) -> Outcome {
        let name = || self.name(sent, answer);
        assert!(answer.status < 500, "{}", name());
        let text = answer.text();
        assert!(!text.contains("__err"), "{}", name());
        if answer.status != 303 {
            let told = answer.status == 200 && FOR_SCRIPTS.contains(&self.endpoint);
            let refused = matches!(answer.status, 400 | 401 | 403 | 404 | 405)
                && text.contains("Номер обращения");
            assert!(told || refused, "{}: {text}", name());
            return Ok(());
        }
        let to = answer.location().unwrap_or_default();
        assert!(
            to.starts_with('/') && !to.starts_with("//") && !to.contains("__err"),
            "{}",
            name()
        );
        let mut shown = visitor.get(to).await?;
        // Who is signed in already has no business there.
        if to.starts_with("/login") && shown.location() == Some("/cabinet") {
            shown = visitor.get("/cabinet").await?;
        }
        assert_eq!(
            shown.status,
            200,
            "{} and then to {:?}",
            name(),
            shown.location()
        );
        Ok(())
    }

    fn name(&self, sent: &str, answer: &Answer) -> String {
        let (state, endpoint) = (self.state, self.endpoint);
        format!(
            "{sent:?} to {endpoint} in {state:?}: {} to {:?}",
            answer.status,
            answer.location()
        )
    }
}

/// Where a draft can hold a contact already, the form is still one that can be sent.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bodies_that_are_no_form() -> Outcome {
    let server = Setup::new().start().await?;
    let (visitor, _) = states::reach(&server, State::At(Step::RegisterCode)).await?;
    let bodies: [(&str, &[u8]); 5] = [
        (
            "application/x-www-form-urlencoded",
            b"code=%FF%FE&password=%C3%28&login=%ED%A0%80",
        ),
        (
            "application/x-www-form-urlencoded",
            b"code=1&code=2&code[]=3&=&&&",
        ),
        ("application/json", b"{\"code\":\"123456\"}"),
        (
            "multipart/form-data; boundary=x",
            b"--x\r\n\r\n123456\r\n--x--",
        ),
        ("text/plain", b"\xff\x00\xff"),
    ];
    for endpoint in app::endpoints() {
        for (kind, body) in bodies {
            let mut visitor = visitor.clone();
            let request = visitor
                .request(reqwest::Method::POST, endpoint)
                .header("content-type", kind);
            let answer = visitor.take(request.body(body.to_vec())).await?;
            let case = format!(
                "{kind} to {endpoint}: {} to {:?}",
                answer.status,
                answer.location()
            );
            assert!(
                answer.status < 500 && !answer.text().contains("__err"),
                "{case}"
            );
            assert!(
                answer.location().is_none_or(|to| !to.contains("__err")),
                "{case}"
            );
            let told = answer.status == 303 || FOR_SCRIPTS.contains(endpoint);
            assert!(told || answer.text().contains("Номер обращения"), "{case}");
        }
    }
    assert_eq!(server.log().errors(), Vec::<String>::new());
    Ok::<_, Trouble>(())
}

/// Two registrations that differ in their form id alone never share a draft.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_id_of_somebody_else_opens_nothing() -> Outcome {
    let server = Setup::new().start().await?;
    let (anna, boris, mut first, mut second) = (
        Person::new(),
        Person::new(),
        server.visitor(),
        server.visitor(),
    );
    trials::journey::type_form(&mut first, &anna, Contacts::Phone).await?;
    let sent = first.page().submission("Зарегистрироваться")?;
    first.send(&sent).await?;
    trials::journey::type_form(&mut second, &boris, Contacts::Phone).await?;
    let form_id = sent.get("form_id").unwrap_or_default();
    let stolen = second
        .page()
        .submission("Зарегистрироваться")?
        .with("form_id", form_id);
    second.send(&stolen).await?;
    second.open("/register").await?;
    assert!(
        !second.page().source.contains(&anna.surname),
        "somebody else's draft"
    );
    assert_eq!(second.page().field("Фамилия")?.value, boris.surname);
    Ok(())
}
