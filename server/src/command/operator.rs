//! `stupeni operator`: the people at the desk. The server may run meanwhile.

use accounts::Portal;
use accounts::operator::{self, Issued, OperatorError, OperatorLine, OperatorLogin, Role};
use clap::Subcommand;
use serde_json::json;

use crate::settings::Settings;

use super::{Failure, say, serve::open_portal};

#[derive(Subcommand)]
pub(crate) enum OperatorCommand {
    /// Adds an operator; prints a one-time password and the secret of the authenticator application, once.
    Add {
        /// 3 to 64 of a-z 0-9 . _ -
        #[arg(long)]
        login: String,
        /// specialist, operator, senior, auditor or administrator
        #[arg(long)]
        role: String,
        /// Where they work: id of a centre in the directory. Who has none says at the desk where they are.
        #[arg(long)]
        centre: Option<String>,
        /// Prints one JSON object instead of text.
        #[arg(long)]
        json: bool,
    },
    /// Prints every operator: login, role, state.
    List,
    /// Ends an operator's sessions and lets nobody sign in as them.
    Disable {
        /// Whom.
        #[arg(long)]
        login: String,
    },
    /// Prints a new one-time password and secret, once; who was disabled may sign in again.
    Reset {
        /// Whose.
        #[arg(long)]
        login: String,
        /// Prints one JSON object instead of text.
        #[arg(long)]
        json: bool,
    },
}

impl OperatorCommand {
    /// Exit code 2 for wrong input, 1 where the portal refuses.
    pub(crate) async fn run(self, settings: Settings) -> Result<(), Failure> {
        match self {
            Self::Add {
                login,
                role,
                centre,
                json,
            } => {
                let (login, role) = (read_login(&login)?, read_role(&role)?);
                let portal = open_portal(&settings).await?;
                print(&operator::add(&portal, &login, role, centre).await?, json);
            }
            Self::List => {
                let portal = open_portal(&settings).await?;
                list(&portal).await?;
            }
            Self::Disable { login } => {
                let login = read_login(&login)?;
                let portal = open_portal(&settings).await?;
                operator::disable(&portal, &login).await?;
                say(&format!("{login} отключён"));
            }
            Self::Reset { login, json } => {
                let login = read_login(&login)?;
                let portal = open_portal(&settings).await?;
                print(&operator::reset(&portal, &login).await?, json);
            }
        }
        Ok(())
    }
}

impl From<OperatorError> for Failure {
    fn from(error: OperatorError) -> Self {
        match error {
            OperatorError::Taken | OperatorError::Unknown | OperatorError::Own => {
                Self::new(2, format!("--login: {error}"))
            }
            OperatorError::Nowhere => Self::new(2, format!("--centre: {error}")),
            OperatorError::Portal(_) => Self::new(1, error.to_string()),
        }
    }
}

fn read_login(text: &str) -> Result<OperatorLogin, Failure> {
    OperatorLogin::parse(text)
        .ok_or_else(|| Failure::new(2, "--login: must be 3 to 64 of a-z 0-9 . _ -"))
}

fn read_role(text: &str) -> Result<Role, Failure> {
    Role::from_code(text).ok_or_else(|| {
        let codes: Vec<_> = Role::ALL.iter().map(|role| role.code()).collect();
        Failure::new(2, format!("--role: must be one of {}", codes.join(", ")))
    })
}

/// What is printed here is nowhere else.
fn print(issued: &Issued, json: bool) {
    let Issued {
        login,
        role,
        password,
        totp_secret,
        totp_uri,
    } = issued;
    let role = role.code();
    if json {
        let object = json!({
            "login": login,
            "role": role,
            "password": password.as_str(),
            "totp_secret": totp_secret.as_str(),
            "totp_uri": totp_uri.as_str(),
        });
        return say(&object.to_string());
    }
    say(&format!(
        "Логин:              {login}\n\
         Роль:               {role}\n\
         Одноразовый пароль: {}\n\
         Ключ приложения:    {}\n\
         Ссылка приложения:  {}\n\n\
         Пароль и ключ показаны один раз: передайте их сотруднику лично. Ключ или ссылку добавляют в\n\
         приложение с одноразовыми кодами. При первом входе (/desk/login) сотрудник задаст свой пароль.",
        password.as_str(),
        totp_secret.as_str(),
        totp_uri.as_str(),
    ));
}

async fn list(portal: &Portal) -> Result<(), Failure> {
    for line in operator::list(portal).await? {
        let OperatorLine {
            login,
            role,
            must_change,
            disabled_at,
            ..
        } = line;
        let state = match (disabled_at, must_change) {
            (Some(_), _) => "отключён",
            (None, true) => "ещё не входил",
            (None, false) => "действует",
        };
        say(&format!("{login}\t{}\t{state}", role.code()));
    }
    Ok(())
}
