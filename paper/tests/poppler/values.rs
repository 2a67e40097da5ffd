//! Values as people have them: long, foreign, broken.

use paper::{AccessSheet, Application, Certificate, IdentityCode, VisitSheet};

use crate::read::Paper;

/// 20 mm in points, a hair less.
const MARGIN: f32 = 56.6;
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;

fn long(piece: &str) -> String {
    piece.chars().cycle().take(300).collect()
}

/// Every word lies between the margins, and none over another.
fn assert_in_place(paper: &Paper) {
    let pages = paper.words();
    assert!(!pages.is_empty());
    for words in pages {
        assert!(!words.is_empty());
        for (place, [left, top, right, bottom]) in words.iter().enumerate() {
            assert!(
                *left >= MARGIN && *right <= WIDTH - MARGIN,
                "{left}…{right}"
            );
            // Page numbers stand in the lower margin.
            assert!(
                *top >= MARGIN - 5.0 && *bottom <= HEIGHT - MARGIN + 22.0,
                "{top}…{bottom}"
            );
            // Boxes are as high as the font, a little more than a line.
            let over = |other: &&[f32; 4]| {
                let [x, y, to_x, to_y] = **other;
                x.max(*left) + 0.5 < to_x.min(*right) && y.max(*top) + 4.0 < to_y.min(*bottom)
            };
            assert_eq!(
                words.iter().skip(place + 1).find(over),
                None,
                "{left} {top} {right} {bottom}"
            );
        }
    }
}

fn papers(value: &str) -> Vec<Vec<u8>> {
    let text = || value.to_owned();
    let visit = VisitSheet {
        centre: text(),
        address: text(),
        when: text(),
        code: text(),
    };
    let certificate = Certificate {
        number: text(),
        full_name: text(),
        level: text(),
        method: text(),
        place: text(),
        registered_at: text(),
        confirmed_at: text(),
        issued_at: text(),
    };
    let access = AccessSheet {
        login_kind: text(),
        login: text(),
        code: text(),
        valid_from: text(),
        valid_until: text(),
        site: text(),
    };
    let identity = IdentityCode {
        code: text(),
        valid_until: text(),
        tries: 5,
        site: text(),
    };
    let application = Application {
        rows: vec![(text(), text()); 20],
        code: text(),
    };
    [
        visit.pdf(),
        certificate.pdf(),
        access.pdf(),
        identity.pdf(),
        application.pdf(),
    ]
    .map(Result::unwrap)
    .to_vec()
}

#[test]
fn long_values_wrap_and_go_on_over_pages() {
    for piece in ["Ш", "Анна-Мария ", "name@", " "] {
        for pdf in papers(&long(piece)) {
            assert_in_place(&Paper::new(&pdf));
        }
    }
}

#[test]
fn twenty_rows_take_numbered_pages() {
    let row = |number| (format!("Строка {number}"), long("Римский-Корсаков "));
    let application = Application {
        rows: (1..=20).map(row).collect(),
        code: "K7MH-9PXT".to_owned(),
    };
    let paper = Paper::new(&application.pdf().unwrap());
    assert_in_place(&paper);
    let pages = paper.drawn();
    assert!(pages > 1);
    assert_eq!(paper.fact("Pages"), pages.to_string());
    let text = paper.text();
    assert!((1..=20).all(|number| text.contains(&format!("Строка {number}"))));
    assert!(text.contains(&format!("страница {pages} из {pages}")));
    let whole = "Римский-Корсаков ".trim();
    assert!(paper.structure().contains(whole));
}

#[test]
fn foreign_names_keep_their_signs() {
    // The font has no «ễ» of its own: it is drawn as a letter with a mark, and poppler parts words there.
    let names = [
        "Łukasz Żółć",
        "Nguyễ",
        "Ҡарағай Әлия",
        "José D’Souza",
        "Ёлкина",
    ];
    let application = Application {
        rows: names
            .map(|name| ("Имя".to_owned(), name.to_owned()))
            .to_vec(),
        code: "K7MH-9PXT".to_owned(),
    };
    let text = Paper::new(&application.pdf().unwrap()).text();
    for name in names {
        assert!(text.contains(name), "{name}: {text}");
    }
}

/// Nothing that can stand in a text makes a paper fail.
#[test]
fn signs_the_font_lacks_are_replaced() {
    let strange = "\0\u{1}張偉 🙂 \u{E000}\u{FEFF}\u{FFFE}\u{FFFF}\u{10FFFF} عمر \u{301}a\u{323} \u{202E}נועה\u{2028}क्षि";
    for value in [strange, "", " ", "\u{200B}", "\u{301}"] {
        for pdf in papers(value) {
            let paper = Paper::new(&pdf);
            assert_eq!(paper.fact("Tagged"), "yes");
            assert!(paper.drawn() > 0);
        }
    }
}
