//! Texts for [`Unfit`] files (F13, R-ERR-07).

use accounts::upload::Unfit;

/// Why a file is not taken in, and what to do.
pub fn upload(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::Missing => "Выберите файл",
        Unfit::Empty => "Файл пустой",
        Unfit::TooLarge => "Файл должен быть не больше 5 МБ",
        Unfit::WrongType => "Файл должен быть в формате PDF, JPG или PNG",
        Unfit::TooMany => "Можно добавить не больше 5 файлов. Удалите лишний и попробуйте ещё раз",
        Unfit::Locked => "Файл защищён паролем, снимите защиту",
        Unfit::ActiveContent => {
            "В файле есть сценарии или вложения. Сохраните его заново как обычный PDF"
        }
        Unfit::Damaged => "Файл повреждён. Сохраните или сфотографируйте документ ещё раз",
        Unfit::Virus => "В файле найден вирус, выберите другой",
        Unfit::Failed => "Файл не загрузился, проверьте связь и попробуйте ещё раз",
        Unfit::TooManyPixels => "Картинка слишком большая. Уменьшите её и попробуйте ещё раз",
    }
}
