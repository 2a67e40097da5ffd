//! The ways that many trials begin with.

use crate::{Outbox, Page, Person, Trouble, Visitor, must};

/// Which contacts are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contacts {
    /// The phone alone.
    Phone,
    /// The e-mail alone.
    Email,
    /// Both: the phone is confirmed first.
    Both,
}

/// The steps of the personal-data stage that something is typed into, in order: path, and what its form sends.
pub const PERSONAL_DATA: [(&str, &[(&str, &str)]); 5] = [
    (
        "/cabinet/personal-data",
        &[("citizenship", "RU"), ("document_kind", "russian_passport")],
    ),
    (
        "/cabinet/personal-data/person",
        &[
            ("surname", "Рябинина"),
            ("first_name", "Вера"),
            ("birth_date", "17.03.1984"),
            ("sex", "female"),
            ("birth_place", "гор. Примерск"),
        ],
    ),
    (
        "/cabinet/personal-data/document",
        &[
            ("document_number", "45 10 123456"),
            ("issue_date", "20.04.2010"),
            ("issued_by", "ОВД Примерска"),
            ("division_code", "690-001"),
        ],
    ),
    (
        "/cabinet/personal-data/address",
        &[
            ("registration_region", "Тверская область"),
            ("registration_city", "Примерск"),
            ("registration_street", "Садовая"),
            ("registration_house", "7"),
            ("registration_postal_index", "170000"),
            ("same_residence", "true"),
        ],
    ),
    (
        "/cabinet/personal-data/numbers",
        &[("snils", "112-233-445 95")],
    ),
];

/// Whether the visitor has come to this page.
///
/// # Errors
/// [`Trouble::Wrong`] with what the page says, when it is another one.
pub fn at(visitor: &Visitor, route: &str) -> Result<(), Trouble> {
    let Page {
        path,
        status,
        title,
        text,
        ..
    } = visitor.page();
    must(*status == 200 && visitor.route() == route, || {
        format!("at {path} ({status} «{title}») instead of {route}: {text}")
    })
}

/// Fills in the registration form and leaves it unsent.
///
/// # Errors
/// [`Trouble`] when the form is not there.
pub async fn type_form(
    visitor: &mut Visitor,
    person: &Person,
    contacts: Contacts,
) -> Result<(), Trouble> {
    visitor.open("/register").await?;
    at(visitor, "/register")?;
    visitor.fill("Фамилия", &person.surname)?;
    visitor.fill("Имя", &person.first_name)?;
    visitor.fill("Отчество (необязательно)", &person.patronymic)?;
    if contacts != Contacts::Email {
        visitor.fill("Мобильный телефон", &person.phone)?;
    }
    if contacts != Contacts::Phone {
        visitor.fill("Электронная почта", &person.email)?;
    }
    visitor.tick("Я согласен на обработку персональных данных")
}

/// Sends the registration form; the code page is open.
///
/// # Errors
/// [`Trouble`] when it does not come to that.
pub async fn send_form(
    visitor: &mut Visitor,
    person: &Person,
    contacts: Contacts,
) -> Result<(), Trouble> {
    type_form(visitor, person, contacts).await?;
    visitor.press("Зарегистрироваться").await?;
    at(visitor, "/register/code")
}

/// Types a code and sends it.
///
/// # Errors
/// [`Trouble`] when the page asks for none.
pub async fn type_code(visitor: &mut Visitor, code: &str) -> Result<(), Trouble> {
    visitor.fill("Код", code)?;
    visitor.press("Подтвердить").await?;
    Ok(())
}

/// Types a new password twice and sends it.
///
/// # Errors
/// [`Trouble`] when the page asks for none.
pub async fn type_password(visitor: &mut Visitor, password: &str) -> Result<(), Trouble> {
    visitor.fill("Пароль", password)?;
    visitor.fill("Повторите пароль", password)?;
    visitor.press("Готово").await?;
    Ok(())
}

/// From the form to the password page, the contact proven by its code.
///
/// # Errors
/// [`Trouble`] when it does not come to that.
pub async fn prove(
    visitor: &mut Visitor,
    outbox: &Outbox,
    person: &Person,
    contacts: Contacts,
) -> Result<(), Trouble> {
    let to = if contacts == Contacts::Email {
        &person.email
    } else {
        &person.phone
    };
    let before = outbox.to(to).await?.len();
    send_form(visitor, person, contacts).await?;
    let messages = outbox.wait_for(to, before + 1).await?;
    let code = messages.first().and_then(|message| message.code.clone());
    let code = code.ok_or_else(|| Trouble::wrong("a message without a code"))?;
    type_code(visitor, &code).await
}

/// A whole registration: `/register/done` is open and the visitor is signed in.
///
/// # Errors
/// [`Trouble`] when it does not come to that.
pub async fn register(
    visitor: &mut Visitor,
    outbox: &Outbox,
    person: &Person,
    contacts: Contacts,
) -> Result<(), Trouble> {
    prove(visitor, outbox, person, contacts).await?;
    at(visitor, "/register/password")?;
    type_password(visitor, &person.password).await?;
    at(visitor, "/register/done")
}

/// Signs in with a login and a password; where it leads is open.
///
/// # Errors
/// [`Trouble`] when there is no form.
pub async fn sign_in(visitor: &mut Visitor, login: &str, password: &str) -> Result<(), Trouble> {
    if visitor.route() != "/login" || !visitor.page().has_button("Войти") {
        visitor.open("/login").await?;
        at(visitor, "/login")?;
    }
    visitor.fill("Логин", login)?;
    visitor.fill("Пароль", password)?;
    visitor.press("Войти").await?;
    Ok(())
}
