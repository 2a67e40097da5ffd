//! Every state a visitor can be in, one for each line of the step table and some beside it.

use domain::field::contact::ContactKind;
use domain::flow::{Facts, Flow, Step};
use trials::journey::{
    Contacts, PERSONAL_DATA, at, prove, register, send_form, sign_in, type_code,
};
use trials::{Person, Server, Trouble, Visitor};

/// Where a visitor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// The furthest open step is this one.
    At(Step),
    /// The first form was refused.
    Refused,
    /// Registered and signed out again, the registration's cookie kept.
    Served,
    /// Cookies that the portal never made.
    Forged,
}

/// Every state that begins in this flow.
pub(crate) fn of(flow: Flow) -> Vec<State> {
    let mut states: Vec<_> = flow.steps().map(|spec| State::At(spec.step)).collect();
    if flow == Flow::Registration {
        states.extend([State::Refused, State::Served, State::Forged]);
    }
    states
}

/// Brings a new citizen there.
pub(crate) async fn reach(server: &Server, state: State) -> Result<(Visitor, Person), Trouble> {
    let (mut visitor, person) = (server.visitor(), Person::new());
    match state {
        State::At(step) => walk(server, &mut visitor, &person, step).await?,
        State::Refused => {
            visitor.open("/register").await?;
            visitor.fill("Фамилия", "И.")?;
            visitor.press("Зарегистрироваться").await?;
        }
        State::Served => {
            register(&mut visitor, &server.outbox(), &person, Contacts::Phone).await?;
            let draft = visitor
                .jar
                .get("stupeni-draft")
                .map(|cookie| cookie.value.clone());
            visitor.press("Выйти").await?;
            visitor.jar.put("stupeni-draft", &draft.unwrap_or_default());
        }
        State::Forged => {
            for name in [
                "session", "draft", "recovery", "resume", "device", "flash", "desk",
            ] {
                visitor
                    .jar
                    .put(&format!("stupeni-{name}"), &"Zm9yZ2Vk".repeat(6)[..43]);
            }
        }
    }
    Ok((visitor, person))
}

async fn walk(
    server: &Server,
    visitor: &mut Visitor,
    person: &Person,
    step: Step,
) -> Result<(), Trouble> {
    let outbox = server.outbox();
    match step {
        Step::RegisterForm | Step::ResumeContact | Step::RecoverLogin => {}
        Step::RegisterCode => send_form(visitor, person, Contacts::Phone).await?,
        Step::RegisterPassword => prove(visitor, &outbox, person, Contacts::Phone).await?,
        Step::RegisterExists => {
            register(&mut server.visitor(), &outbox, person, Contacts::Phone).await?;
            outbox.wait_for(&person.phone, 2).await?;
            prove(visitor, &outbox, person, Contacts::Phone).await?;
        }
        Step::RegisterDone => register(visitor, &outbox, person, Contacts::Phone).await?,
        Step::ResumeCode => {
            ask(
                visitor,
                "/register/resume",
                "Телефон или почта",
                &person.phone,
            )
            .await?;
        }
        Step::RecoverCode => ask(visitor, "/recover", "Логин", &person.phone).await?,
        Step::RecoverPassword => {
            register(&mut server.visitor(), &outbox, person, Contacts::Phone).await?;
            let before = outbox.wait_for(&person.phone, 2).await?.len();
            ask(visitor, "/recover", "Логин", &person.phone).await?;
            let messages = outbox.wait_for(&person.phone, before + 1).await?;
            type_code(visitor, messages[0].code.as_deref().unwrap_or_default()).await?;
        }
        Step::ContactNew(kind) => change(server, visitor, person, kind).await?,
        Step::ContactCode(kind) => {
            change(server, visitor, person, kind).await?;
            let new = Person::new();
            let (label, contact) = match kind {
                ContactKind::Phone => ("Мобильный телефон", &new.phone),
                ContactKind::Email => ("Электронная почта", &new.email),
            };
            visitor.fill(label, contact)?;
            visitor.fill("Пароль", &person.password)?;
            visitor.press("Продолжить").await?;
        }
        Step::PersonalCitizenship
        | Step::PersonalPerson
        | Step::PersonalDocument
        | Step::PersonalAddress
        | Step::PersonalResidence
        | Step::PersonalNumbers
        | Step::PersonalCheck => {
            register(visitor, &outbox, person, Contacts::Phone).await?;
            fill_in(visitor, step).await?;
        }
    }
    visitor.open(step.path()).await?;
    at(visitor, step.path())
}

/// Fills in every step of the personal-data stage before this one.
pub(crate) async fn fill_in(visitor: &mut Visitor, until: Step) -> Result<(), Trouble> {
    let elsewhere = until == Step::PersonalResidence;
    for (path, typed) in PERSONAL_DATA {
        if path == until.path() {
            break;
        }
        let typed = typed
            .iter()
            .filter(|(name, _)| !(elsewhere && *name == "same_residence"));
        let fields: Vec<_> = [("step", path)]
            .iter()
            .chain(typed)
            .map(|&(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        visitor.post("/api/profile", &fields).await?;
        if elsewhere && path == Step::PersonalAddress.path() {
            break;
        }
    }
    Ok(())
}

async fn ask(visitor: &mut Visitor, path: &str, label: &str, value: &str) -> Result<(), Trouble> {
    visitor.open(path).await?;
    visitor.fill(label, value)?;
    visitor.press("Продолжить").await?;
    Ok(())
}

async fn change(
    server: &Server,
    visitor: &mut Visitor,
    person: &Person,
    kind: ContactKind,
) -> Result<(), Trouble> {
    register(
        &mut server.visitor(),
        &server.outbox(),
        person,
        Contacts::Phone,
    )
    .await?;
    sign_in(visitor, &person.phone, &person.password).await?;
    visitor.open(Step::ContactNew(kind).path()).await?;
    Ok(())
}

impl State {
    /// What is true in this state of a flow, by the step table.
    pub(crate) fn facts(self, flow: Flow) -> Facts {
        let step = match self {
            Self::At(step) if step.flow() == flow => step,
            // Whoever is here has just registered, and may still look at the end of it.
            Self::At(step) if (step.flow(), flow) == (Flow::PersonalData, Flow::Registration) => {
                Step::RegisterDone
            }
            _ => return Facts::default(),
        };
        let required = step.spec().requires.iter();
        required.fold(Facts::default(), |facts, &fact| facts.with(fact, true))
    }

    /// Whether the visitor is signed in.
    pub(crate) fn is_signed_in(self) -> bool {
        match self {
            Self::At(step) => {
                matches!(step.flow(), Flow::ContactChange(_) | Flow::PersonalData)
                    || step == Step::RegisterDone
            }
            _ => false,
        }
    }
}
