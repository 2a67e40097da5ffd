//! Files that a specialist has asked for, or that an operator scans: added, taken back, handed in. Plain forms: they work without scripts; in the
//! browser [`crate::browser::upload`] shows how far a file is.

use accounts::flash::{Flash, Form as FlashForm};
use accounts::upload::{PapersView, Unfit, UploadView};
use leptos::prelude::*;

use super::flash;
use crate::components::plain::InlineForm;
use crate::messages;

/// Where the forms lead back to.
const BACK: &str = "/cabinet/checks";

/// The part of the timeline that asks for files.
pub(super) fn ask(papers: &PapersView, name: &str, found: Option<&Flash>) -> AnyView {
    if !papers.is_open {
        let text =
            "Документы переданы специалисту. Делать ничего не нужно: решение придёт в сообщении.";
        return view! { <p>{text}</p> }.into_any();
    }
    let hidden = vec![("request", papers.request.clone())];
    view! {
        <div class="papers">
            <p>"Специалист просит скан или фото документа."</p>
            {form(papers, &format!("file-{name}"), BACK, true, found)}
            <InlineForm action="/api/checks/papers" text="Отправить специалисту" look="primary" hidden/>
        </div>
    }
    .into_any()
}

/// The files, and the form that adds one; `back`: the page it stands on. Only their citizen `opens` them here.
pub(crate) fn form(
    papers: &PapersView,
    id: &str,
    back: &str,
    opens: bool,
    found: Option<&Flash>,
) -> impl IntoView + use<> {
    let id = id.to_owned();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = format!("{hint_id} {error_id}");
    let error = refusal(found, papers);
    let wrong = error.is_some();
    let files: Vec<_> = papers
        .files
        .iter()
        .map(|file| listed(file, &papers.request, back, opens))
        .collect();
    let action = format!("/uploads/{}", papers.request);
    let hint = format!(
        "PDF, JPG или PNG, до {}, не больше {} файлов",
        messages::size(papers.max_bytes),
        papers.max_files
    );
    view! {
        <ul class="papers__files">{files}</ul>
        <form
            class="form"
            method="post"
            action=action
            enctype="multipart/form-data"
            data-upload=back.to_owned()
            data-max-bytes=papers.max_bytes.to_string()
            data-too-large=messages::upload(Unfit::TooLarge, papers)
        >
            <input type="hidden" name="return_to" value=back.to_owned()/>
            <div class="field">
                <label class="field__label" for=id.clone()>"Файл"</label>
                <p class="field__hint" id=hint_id>{hint}</p>
                <p class="field__error" id=error_id hidden=!wrong>
                    <span class="visually-hidden">"Ошибка: "</span>
                    <span data-refusal="">{error}</span>
                </p>
                <input
                    id=id
                    class="papers__input"
                    type="file"
                    name="file"
                    accept=".pdf,.jpg,.jpeg,.png"
                    aria-describedby=described
                    aria-invalid=wrong.then_some("true")
                />
            </div>
            <p class="form__status" role="status"></p>
            <div class="papers__progress" hidden="">
                <progress class="papers__bar" max="100" value="0" aria-label="Загрузка файла"></progress>
                <button type="button" class="button button--quiet">"Отменить загрузку"</button>
            </div>
            <div class="form__actions">
                <button type="submit" class="button button--secondary">"Добавить файл"</button>
            </div>
        </form>
    }
}

fn listed(file: &UploadView, request: &str, back: &str, opens: bool) -> impl IntoView + use<> {
    let action = format!("/uploads/{request}/discard");
    let (name, id) = (file.name.clone(), file.id.clone());
    let title = match opens {
        true => {
            let open = format!("/uploads/file/{id}");
            view! { <a href=open rel="external">{name.clone()}</a> }.into_any()
        }
        false => name.clone().into_any(),
    };
    view! {
        <li class="papers__file">
            {title}
            <form class="inline-form" method="post" action=action>
                <input type="hidden" name="upload" value=id/>
                <input type="hidden" name="return_to" value=back.to_owned()/>
                <button type="submit" class="button button--quiet">
                    "Удалить"<span class="visually-hidden">{format!(": {name}")}</span>
                </button>
            </form>
        </li>
    }
}

/// Why the last file was not taken in.
pub(crate) fn refusal(found: Option<&Flash>, papers: &PapersView) -> Option<String> {
    let codes = &flash::of(found, FlashForm::Upload)?.codes;
    codes.iter().find_map(|refusal| {
        let unfit = Unfit::ALL
            .into_iter()
            .find(|unfit| unfit.code() == refusal.code);
        unfit.map(|unfit| messages::upload(unfit, papers))
    })
}
