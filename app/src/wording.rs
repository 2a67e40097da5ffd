//! Texts of messages in Russian.

use accounts::Wording;
use accounts::clock::Instant;
use accounts::outbox::{Letter, Meeting, Notice, NoticeKind};
use domain::centre::LocalTime;

use crate::date;

/// The portal's words; the last line of an SMS binds its code to the portal's host.
#[derive(Clone, Debug, Default)]
pub struct RussianWording {
    /// Host of the portal's public address.
    pub host: String,
}

impl RussianWording {
    /// For the portal at this address.
    #[must_use]
    pub fn new(public_url: &str) -> Self {
        let host = public_url
            .split_once("://")
            .map_or(public_url, |(_, host)| host);
        Self {
            host: host.to_owned(),
        }
    }
}

impl Wording for RussianWording {
    fn short(&self, notice: &Notice) -> String {
        let Some(code) = &notice.code else {
            return format!("Ступени: {}", body(&notice.kind));
        };
        if notice.channel == accounts::outbox::Channel::Voice {
            let spelled: Vec<String> = code.chars().map(String::from).collect();
            let spelled = spelled.join(", ");
            return format!("Портал Ступени. Ваш код: {spelled}. Повторяю: {spelled}.");
        }
        let hint = match notice.kind {
            NoticeKind::RegistrationCodeExisting => {
                " У вас уже есть учётная запись: войдите или восстановите пароль."
            }
            _ => "",
        };
        if notice.kind == NoticeKind::DeskCode {
            return format!("{code} — код портала Ступени. {}", body(&notice.kind));
        }
        let host = self.host.split(':').next().unwrap_or_default();
        format!("{code} — код портала Ступени. Никому его не говорите.{hint}\n\n@{host} #{code}")
    }

    fn letter(&self, notice: &Notice) -> Letter {
        let subject = subject(&notice.kind).to_owned();
        let mut text = format!("{}\n", body(&notice.kind));
        let mut html = format!("<p>{}</p>", body(&notice.kind));
        if let Some(code) = &notice.code {
            let minutes = notice
                .minutes
                .map(|minutes| format!(" Код действует {minutes} мин."))
                .unwrap_or_default();
            let secret = match notice.kind {
                NoticeKind::DeskCode => "",
                _ => " Никому его не говорите.",
            };
            text.push_str(&format!("\nКод: {code}.{minutes}{secret}\n"));
            html.push_str(&format!(
                "<p>Код: <strong>{code}</strong>.{minutes}{secret}</p>"
            ));
        }
        if let Some(link) = &notice.link {
            text.push_str(&format!("\nИли откройте ссылку (она действует 24 часа) и нажмите кнопку на странице:\n{link}\n"));
            html.push_str(&format!(
                "<p>Или откройте ссылку (она действует 24 часа) и нажмите кнопку на странице: <a href=\"{link}\">{}</a></p>",
                subject.to_lowercase()
            ));
        }
        text.push('\n');
        if let Some(foot) = foot(notice) {
            text.push_str(&format!("{foot}\n"));
            html.push_str(&format!("<p>{foot}</p>"));
        }
        text.push_str(&format!("Ступени, {}\n", self.host));
        html.push_str(&format!("<p>Ступени, {}</p>", self.host));
        Letter {
            subject,
            text,
            html: format!("<!DOCTYPE html><html lang=\"ru\"><body>{html}</body></html>"),
        }
    }
}

/// What to do with a code that was not asked for. Every other letter says itself what to do.
fn foot(notice: &Notice) -> Option<&'static str> {
    notice.code.as_ref()?;
    Some(match notice.kind {
        NoticeKind::DeskCode => "Если вы сейчас не в центре, никому не сообщайте код.",
        _ => "Если это были не вы, ничего не делайте и никому не сообщайте код.",
    })
}

/// «28 ноября, 10:15, МФЦ на Садовой, Тверь, ул. Садовая, 7»
fn meeting(at: &Meeting) -> String {
    let here = LocalTime::at(at.starts_ms, at.ahead_minutes);
    format!("{}, {}", date::at_place(here), at.place)
}

fn subject(kind: &NoticeKind) -> &'static str {
    match kind {
        NoticeKind::RegistrationCode | NoticeKind::RegistrationCodeExisting => {
            "Подтверждение регистрации"
        }
        NoticeKind::ResumeCode => "Продолжение регистрации",
        NoticeKind::RecoveryCode => "Восстановление доступа",
        NoticeKind::ContactCode => "Подтверждение контакта",
        NoticeKind::AccountReady => "Учётная запись готова",
        NoticeKind::PasswordChanged => "Пароль изменён",
        NoticeKind::PasswordRecovered => "Доступ восстановлен",
        NoticeKind::ContactChanged { .. } => "Контакт изменён",
        NoticeKind::ContactAdded { .. } => "Добавлен контакт",
        NoticeKind::SignedInNewDevice => "Вход с нового устройства",
        NoticeKind::SessionsEnded => "Сеансы завершены",
        NoticeKind::ChecksPassed => "Личные данные подтверждены",
        NoticeKind::ChecksFailed => "Личные данные не совпали с реестрами",
        NoticeKind::SnilsClaimed => "СНИЛС уже привязан к учётной записи",
        NoticeKind::PapersAsked => "Нужен документ",
        NoticeKind::AppointmentBooked(_) => "Вы записаны в центр обслуживания",
        NoticeKind::AppointmentReminder(_) => "Завтра вас ждут в центре обслуживания",
        NoticeKind::AppointmentCancelled(_) => "Запись отменена",
        NoticeKind::AppointmentCalledOff(_) => "Центр обслуживания отменил запись",
        NoticeKind::DeskCode => "Код для сотрудника центра",
        NoticeKind::IdentityProven => "Личность подтверждена",
        NoticeKind::IdentityRefused => "Личность не подтверждена",
        NoticeKind::IdentityCodeGiven => "Выдан код подтверждения личности",
        NoticeKind::AccessRestored { .. } => "В центре восстанавливают доступ",
        NoticeKind::RestorationRefused => "Отказ в восстановлении доступа",
    }
}

/// What a message says of a visit with its place and time, or of a contact.
fn particular(kind: &NoticeKind) -> Option<String> {
    let text = match kind {
        NoticeKind::ContactChanged { old } => format!(
            "Контакт {old} заменён в вашей учётной записи. Если это были не вы, обратитесь в поддержку."
        ),
        NoticeKind::ContactAdded { new } => format!(
            "К вашей учётной записи добавлен контакт {new}. Если это были не вы, смените пароль и обратитесь в поддержку."
        ),
        NoticeKind::AppointmentBooked(at) => format!(
            "Вы записаны: {}. Возьмите паспорт, СНИЛС и телефон, код визита — в личном кабинете.",
            meeting(at)
        ),
        NoticeKind::AppointmentReminder(at) => format!(
            "Завтра вас ждут: {}. Возьмите паспорт, СНИЛС и телефон, код визита — в личном кабинете.",
            meeting(at)
        ),
        NoticeKind::AppointmentCancelled(at) => format!("Запись отменена: {}.", meeting(at)),
        NoticeKind::AppointmentCalledOff(Some(at)) => format!(
            "Центр не сможет вас принять: {}. Запись отменена, выберите другое время в личном кабинете.",
            meeting(at)
        ),
        _ => return None,
    };
    Some(text)
}

fn body(kind: &NoticeKind) -> String {
    if let Some(text) = particular(kind) {
        return text;
    }
    let text = match kind {
        NoticeKind::RegistrationCode => "Вы регистрируетесь на портале Ступени.",
        NoticeKind::RegistrationCodeExisting => {
            "Кто-то начал регистрацию с этим контактом. У вас уже есть учётная запись: войдите или восстановите пароль."
        }
        NoticeKind::ResumeCode => "Вы продолжаете регистрацию на другом устройстве.",
        NoticeKind::RecoveryCode => "Вы восстанавливаете доступ к учётной записи.",
        NoticeKind::ContactCode => "Вы подтверждаете контакт учётной записи.",
        NoticeKind::AccountReady => {
            "Упрощённая учётная запись готова. Логин — ваш телефон или почта."
        }
        NoticeKind::PasswordChanged => {
            "Пароль учётной записи изменён. Если это были не вы, восстановите доступ."
        }
        NoticeKind::PasswordRecovered => {
            "Доступ восстановлен с новым паролем, остальные сеансы завершены. Если это были не вы, обратитесь в поддержку."
        }
        NoticeKind::ContactChanged { .. }
        | NoticeKind::ContactAdded { .. }
        | NoticeKind::AppointmentBooked(_)
        | NoticeKind::AppointmentReminder(_)
        | NoticeKind::AppointmentCancelled(_)
        | NoticeKind::AppointmentCalledOff(Some(_)) => "",
        NoticeKind::AppointmentCalledOff(None) => {
            "Центр, в который вы записаны, больше не принимает. Запись отменена, выберите другой в личном кабинете."
        }
        NoticeKind::AccessRestored { from_ms } => {
            let from = from_ms.map(|from_ms| date::day_and_time(Instant::from_millis(from_ms)));
            let from = from.map_or_else(
                || "после согласия второго сотрудника".to_owned(),
                |from| format!("с {from}"),
            );
            return format!(
                "В центре обслуживания по вашим документам восстановлен доступ к учётной записи. Код центра действует {from}. Если это были не вы, войдите и отмените восстановление в настройках безопасности или позвоните в поддержку."
            );
        }
        NoticeKind::DeskCode => {
            "Назовите код сотруднику центра обслуживания, который сейчас вас принимает."
        }
        NoticeKind::IdentityProven => {
            "Личность подтверждена: учётная запись подтверждённая, открыты все услуги. Чтобы новый уровень начал действовать, войдите ещё раз."
        }
        NoticeKind::IdentityRefused => {
            "В центре обслуживания не удалось подтвердить личность. Причина и что делать — на портале в разделе «Подтверждение личности»."
        }
        NoticeKind::IdentityCodeGiven => {
            "В центре обслуживания вам выдан код подтверждения личности. Введите его на портале в разделе «Подтверждение личности»."
        }
        NoticeKind::RestorationRefused => {
            "В центре обслуживания просили восстановить доступ к вашей учётной записи, сотрудник отказал. Если это были не вы, ничего делать не нужно."
        }
        NoticeKind::SignedInNewDevice => {
            "В вашу учётную запись вошли с нового устройства. Если это были не вы, смените пароль."
        }
        NoticeKind::SessionsEnded => "Остальные сеансы вашей учётной записи завершены.",
        NoticeKind::ChecksPassed => {
            "Реестры подтвердили ваши личные данные. Уровень учётной записи и открытые услуги — в личном кабинете."
        }
        NoticeKind::ChecksFailed => {
            "Личные данные не совпали с реестрами. Что исправить, написано на портале в разделе «Проверка данных»."
        }
        NoticeKind::PapersAsked => {
            "Специалист просит скан или фото документа. Добавьте его на портале в разделе «Проверка данных»."
        }
        NoticeKind::SnilsClaimed => {
            "Проверка данных остановлена: этот СНИЛС уже привязан к учётной записи. Что делать, написано на портале в разделе «Проверка данных»."
        }
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use accounts::outbox::Channel;

    #[test]
    fn only_letters_with_a_code_tell_to_keep_it() {
        let wording = RussianWording::new("https://stupeni.example");
        let mut notice = Notice::new(Channel::Email, "a@example.ru", NoticeKind::PapersAsked);
        assert!(!wording.letter(&notice).text.contains("не сообщайте код"));
        notice.kind = NoticeKind::RecoveryCode;
        notice.code = Some("123456".to_owned());
        assert!(wording.letter(&notice).text.contains("не сообщайте код"));
    }
}
