//! «Доступ к учётной записи»: a login and a code that opens the account once.

use crate::error::PaperError;
use crate::panel::Panel;
use crate::sheet::Sheet;

/// A way into an account. Not shown by `Debug`: the code is a secret.
#[derive(Clone)]
pub struct AccessSheet {
    /// What the login is: «телефон», «электронная почта», «СНИЛС»; may be empty.
    pub login_kind: String,
    /// What to sign in with; up to 300 signs.
    pub login: String,
    /// The one-time code.
    pub code: String,
    /// From when the code works; empty where it works at once.
    pub valid_from: String,
    /// Until when it works.
    pub valid_until: String,
    /// The address of the portal.
    pub site: String,
}

impl AccessSheet {
    /// The sheet as PDF.
    ///
    /// # Errors
    /// The library or its fonts fail; no value does that.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let mut sheet = Sheet::new("Доступ к учётной записи")?;
        let label = match self.login_kind.as_str() {
            "" => "Логин".to_owned(),
            kind => format!("Логин — {kind}"),
        };
        sheet.name(&Panel {
            label: &label,
            value: &self.login,
            note: "",
        });
        sheet.code(&Panel {
            label: "Временный код",
            value: &self.code,
            note: "Код действует один раз.",
        });
        sheet.facts([
            ("Код действует с", self.start()),
            ("Код действует до", &self.valid_until),
            ("Где войти", &self.site),
        ]);
        sheet.section("Как войти");
        sheet.steps(&[
            &self.first_step(),
            "Введите логин, а вместо пароля — временный код с этого листа.",
            "Придумайте свой пароль. После этого лист больше не нужен: уничтожьте его.",
        ]);
        sheet.notice(
            "Никому не показывайте код.",
            "Кто знает код, может войти вместо вас. Пароль, который вы придумаете, сотрудник не узнает и не вправе \
             спрашивать.",
        );
        sheet.print()
    }

    /// A SNILS has a page of its own, and opens nothing before the registries have confirmed it.
    fn first_step(&self) -> String {
        match self.login_kind.as_str() {
            "СНИЛС" => format!(
                "Откройте сайт {}, нажмите «Вход», затем «СНИЛС». Войти можно, когда реестры подтвердят данные: обычно \
                 через 15 минут.",
                self.site
            ),
            _ => format!("Откройте сайт {} и нажмите «Вход».", self.site),
        }
    }

    fn start(&self) -> &str {
        match self.valid_from.as_str() {
            "" => "момента выдачи",
            from => from,
        }
    }
}
