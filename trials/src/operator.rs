//! An operator: added on the command line, with an authenticator application.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Deserialize;
use totp_rs::{Builder, Secret, Totp};

use crate::{Server, Trouble, Visitor};

/// Seconds of a step.
const STEP_S: u64 = 30;

/// Somebody who works at the desk.
#[derive(Clone, Debug, Deserialize)]
pub struct Operator {
    /// The login.
    pub login: String,
    /// The password: first the one-time one.
    pub password: String,
    /// The application's secret, base32.
    pub totp_secret: String,
    /// Step of the newest code that was used.
    #[serde(default)]
    used: u64,
}

impl Operator {
    /// Adds one while the server runs.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] with what the command says.
    pub async fn add(server: &Server, login: &str, role: &str) -> Result<Self, Trouble> {
        let command = format!("operator add --login {login} --role {role} --json");
        let (_, said) = server.run(&command).await?;
        let object = said.lines().find(|line| line.starts_with('{'));
        object
            .and_then(|object| serde_json::from_str(object).ok())
            .ok_or_else(|| Trouble::wrong(said))
    }

    /// The next code that the portal takes. The one of this step, or of the next where that was used.
    ///
    /// # Errors
    /// [`Trouble::Wrong`] when the secret is none.
    pub async fn code(&mut self) -> Result<String, Trouble> {
        let wrong = |_| Trouble::wrong("the secret is none");
        let secret = Secret::try_from_base32(&self.totp_secret).map_err(wrong)?;
        let totp: Totp = Builder::new()
            .with_secret(secret)
            .build()
            .map_err(|error| Trouble::wrong(error.to_string()))?;
        while now_s() / STEP_S < self.used {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        self.used = (self.used + 1).max(now_s() / STEP_S);
        Ok(totp.generate(self.used * STEP_S).to_string())
    }

    /// Signs in on the page that is open, or on the desk's own; what that leads to is open then.
    ///
    /// # Errors
    /// [`Trouble`] when the form is not there.
    pub async fn sign_in(&mut self, visitor: &mut Visitor) -> Result<(), Trouble> {
        if visitor.route() != "/desk/login" {
            visitor.open("/desk/login").await?;
        }
        visitor.fill("Логин", &self.login)?;
        visitor.fill("Пароль", &self.password)?;
        let code = self.code().await?;
        visitor.fill("Код из приложения", &code)?;
        visitor.press("Войти").await?;
        Ok(())
    }

    /// Signs in for the first time and chooses a password.
    ///
    /// # Errors
    /// [`Trouble`] when a form is not there.
    pub async fn begin(&mut self, visitor: &mut Visitor, password: &str) -> Result<(), Trouble> {
        self.sign_in(visitor).await?;
        visitor.fill("Новый пароль", password)?;
        visitor.fill("Повторите новый пароль", password)?;
        visitor.press("Сохранить пароль").await?;
        password.clone_into(&mut self.password);
        Ok(())
    }
}

fn now_s() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |time| time.as_secs())
}
