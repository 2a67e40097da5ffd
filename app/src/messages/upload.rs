//! Texts for [`Unfit`] files (F13, R-ERR-07).

use accounts::upload::{PapersView, Unfit};

const MEBIBYTE: u32 = 1_048_576;

/// Why a file is not taken in, and what to do.
pub fn upload(unfit: Unfit, papers: &PapersView) -> String {
    match unfit {
        Unfit::Missing => "Выберите файл".into(),
        Unfit::Empty => "Файл пустой".into(),
        Unfit::TooLarge => format!("Файл должен быть не больше {}", size(papers.max_bytes)),
        Unfit::WrongType => "Файл должен быть в формате PDF, JPG или PNG".into(),
        Unfit::TooMany => format!(
            "Файлов может быть не больше {}. Удалите лишний и попробуйте ещё раз",
            papers.max_files
        ),
        Unfit::Locked => "Файл защищён паролем, снимите защиту".into(),
        Unfit::ActiveContent => {
            "В файле есть сценарии или вложения. Сохраните его заново как обычный PDF".into()
        }
        Unfit::Damaged => "Файл повреждён. Сохраните или сфотографируйте документ ещё раз".into(),
        Unfit::Virus => "В файле найден вирус, выберите другой".into(),
        Unfit::Failed => "Файл не загрузился, проверьте связь и попробуйте ещё раз".into(),
        Unfit::TooManyPixels => {
            "Картинка слишком большая. Уменьшите её и попробуйте ещё раз".into()
        }
    }
}

/// «5 МБ», rounded down.
pub fn size(bytes: u32) -> String {
    match bytes / MEBIBYTE {
        0 => format!("{}\u{A0}КБ", bytes / 1024),
        whole => format!("{whole}\u{A0}МБ"),
    }
}
