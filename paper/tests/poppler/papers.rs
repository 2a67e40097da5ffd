//! Each paper, read and drawn by poppler.

use paper::{AccessSheet, Application, Certificate, IdentityCode, VisitSheet};

use crate::read::Paper;

const CODE: &str = "K7MH-9PXT";
const BRING: &str = "паспорт или другой документ, который указали в личных данных, — обязательно";

/// One page of A4, tagged, with language and title, and with these texts.
fn assert_paper(pdf: &[u8], title: &str, texts: &[&str]) -> Paper {
    let paper = Paper::new(pdf);
    let text = paper.text();
    for expected in texts.iter().chain(&["Ступени", title]) {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    assert_eq!(paper.fact("Title"), title);
    assert_eq!(paper.fact("Tagged"), "yes");
    assert_eq!(paper.fact("Page size"), "595.276 x 841.89 pts (A4)");
    assert_eq!(paper.fact("Pages"), "1");
    assert_eq!(paper.drawn(), 1);
    let structure = paper.structure();
    assert!(structure.contains("H1 ") && structure.contains(&format!("\"{title}\"")));
    assert!(pdf.windows(9).any(|bytes| bytes == b"/Lang(ru)"));
    paper
}

fn visit() -> VisitSheet {
    VisitSheet {
        centre: "Центр обслуживания «Заречный»".to_owned(),
        address: "г. Тверь, ул. Зелёная, д. 5".to_owned(),
        when: "14 июля 2025 г., понедельник, 10:20".to_owned(),
        code: CODE.to_owned(),
    }
}

fn access() -> AccessSheet {
    AccessSheet {
        login_kind: "электронная почта".to_owned(),
        login: "anna.sokolova@example.org".to_owned(),
        code: "4729-HKXY".to_owned(),
        valid_from: "15 июля 2025 г., 10:20".to_owned(),
        valid_until: "18 июля 2025 г., 10:20".to_owned(),
        site: "https://stupeni.example".to_owned(),
    }
}

#[test]
fn visit_with_and_without_booking() {
    let booked = [
        "Центр обслуживания «Заречный»",
        "г. Тверь, ул. Зелёная, д. 5",
        "14 июля 2025 г., понедельник, 10:20",
        CODE,
        BRING,
        "СНИЛС, если он есть",
    ];
    let paper = assert_paper(&visit().pdf().unwrap(), "Лист визита", &booked);
    let structure = paper.structure();
    for part in ["Table", "TH", "TD", "L ", "LI", "LBody", "H2", "Figure"] {
        assert!(structure.contains(part), "{part}: {structure}");
    }
    let walk_in = VisitSheet {
        centre: String::new(),
        address: String::new(),
        when: String::new(),
        ..visit()
    };
    let open = [
        "В любом центре обслуживания",
        "Без записи, в часы работы",
        CODE,
    ];
    let paper = assert_paper(&walk_in.pdf().unwrap(), "Лист визита", &open);
    assert!(!paper.text().contains("Адрес"));
}

#[test]
fn certificate() {
    let certificate = Certificate {
        number: "1042 7781".to_owned(),
        full_name: "Соколова Анна Сергеевна".to_owned(),
        level: "подтверждённая".to_owned(),
        method: "лично, по паспорту".to_owned(),
        place: "Центр обслуживания «Заречный», г. Тверь".to_owned(),
        registered_at: "2 июля 2025 г.".to_owned(),
        confirmed_at: "14 июля 2025 г.".to_owned(),
        issued_at: "15 июля 2025 г.".to_owned(),
    };
    let texts = [
        "1042 7781",
        "Соколова Анна Сергеевна",
        "подтверждённая",
        "лично, по паспорту",
        "2 июля 2025 г.",
        "14 июля 2025 г.",
        "15 июля 2025 г.",
        "Как проверить",
        "подпись",
        "М. П.",
    ];
    assert_paper(
        &certificate.pdf().unwrap(),
        "Свидетельство о регистрации",
        &texts,
    );
    let simplified = Certificate {
        confirmed_at: String::new(),
        ..certificate
    };
    let text = Paper::new(&simplified.pdf().unwrap()).text();
    assert!(!text.contains("Дата подтверждения"));
}

#[test]
fn access_later_and_at_once() {
    let title = "Доступ к учётной записи";
    let texts = [
        "Логин — электронная почта",
        "anna.sokolova@example.org",
        "4729-HKXY",
        "Код действует с 15 июля 2025 г., 10:20",
        "Код действует до 18 июля 2025 г., 10:20",
        "Откройте сайт https://stupeni.example",
        "Никому не показывайте код.",
    ];
    assert_paper(&access().pdf().unwrap(), title, &texts);
    let at_once = AccessSheet {
        valid_from: String::new(),
        ..access()
    };
    assert_paper(
        &at_once.pdf().unwrap(),
        title,
        &["Код действует с момента выдачи"],
    );
}

#[test]
fn identity_code() {
    let code = IdentityCode {
        code: CODE.to_owned(),
        valid_until: "30 июля 2025 г.".to_owned(),
        tries: 5,
        site: "https://stupeni.example".to_owned(),
    };
    let texts = [
        CODE,
        "30 июля 2025 г.",
        "Личный кабинет → Подтверждение личности, поле «Код подтверждения личности»",
        "5, потом код перестаёт действовать",
    ];
    assert_paper(&code.pdf().unwrap(), "Код подтверждения личности", &texts);
}

#[test]
fn application() {
    let application = Application {
        rows: vec![
            ("Фамилия".to_owned(), "Соколова".to_owned()),
            ("Серия и номер".to_owned(), "4509 № 123456".to_owned()),
            ("ИНН".to_owned(), String::new()),
        ],
        code: CODE.to_owned(),
    };
    let texts = [
        "Фамилия Соколова",
        "4509 № 123456",
        "ИНН —",
        CODE,
        "Даю согласие на обработку",
        "дата",
        "подпись",
    ];
    let title = "Заявление на подтверждение личности";
    assert_paper(&application.pdf().unwrap(), title, &texts);
    let blank = Application::blank(["Фамилия", "Имя"].map(str::to_owned));
    let texts = ["Фамилия ____", "Имя ____", "подпись"];
    let paper = assert_paper(&blank.pdf().unwrap(), title, &texts);
    assert!(!paper.text().contains("Код визита"));
}

#[test]
fn equal_values_make_equal_bytes() {
    assert_eq!(visit().pdf().unwrap(), visit().pdf().unwrap());
    assert_eq!(access().pdf().unwrap(), access().pdf().unwrap());
}
