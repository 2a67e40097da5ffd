//! From the tags of a document to its forms, labels and text.

use std::collections::BTreeMap;

use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};

use super::{Button, Element, Field, Form, Page};

/// Elements that have no end tag.
const VOID: [&str; 6] = ["input", "link", "meta", "br", "img", "hr"];
/// What nobody reads.
const UNSEEN: [&str; 5] = ["script", "style", "head", "template", "title"];

/// Reads a page's source into its parts.
pub(super) fn read(mut page: Page) -> Page {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let source = std::mem::take(&mut page.source);
    let mut reader = Reader {
        page,
        ..Reader::default()
    };
    for token in Tokenizer::new_with_emitter(&source, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.open(element(&tag)),
            Token::EndTag(tag) => reader.close(&text(&tag.name)),
            Token::String(string) => reader.say(&text(&string.value)),
            _ => {}
        }
    }
    let mut page = reader.finish();
    page.source = source;
    page
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn element(tag: &StartTag<()>) -> Element {
    let pairs = tag.attributes.iter();
    Element {
        name: text(&tag.name),
        attributes: pairs
            .map(|(name, value)| (text(name), text(&value.value)))
            .collect(),
    }
}

#[derive(Default)]
struct Reader {
    page: Page,
    /// The open elements, each with the text read inside it so far.
    open: Vec<(Element, String)>,
    in_form: bool,
    labels: BTreeMap<String, String>,
    errors: BTreeMap<String, String>,
}

impl Reader {
    fn open(&mut self, element: Element) {
        self.page.elements.push(element.clone());
        let get = |name| element.get(name).unwrap_or_default().to_owned();
        match element.name.as_str() {
            "form" => {
                self.in_form = true;
                let method = get("method").to_lowercase();
                self.page.forms.push(Form {
                    action: get("action"),
                    method,
                    ..Form::default()
                });
            }
            "input" if self.in_form => {
                let field = Field {
                    name: get("name"),
                    id: get("id"),
                    kind: get("type"),
                    value: get("value"),
                    checked: element.get("checked").is_some(),
                    ..Field::default()
                };
                if let Some(form) = self.page.forms.last_mut() {
                    form.fields.push(field);
                }
            }
            "select" | "textarea" if self.in_form => {
                let field = Field {
                    name: get("name"),
                    id: get("id"),
                    kind: element.name.clone(),
                    ..Field::default()
                };
                if let Some(form) = self.page.forms.last_mut() {
                    form.fields.push(field);
                }
            }
            "option" if element.get("selected").is_some() => self.field_is(&get("value")),
            _ => {}
        }
        if !VOID.contains(&element.name.as_str()) {
            self.open.push((element, String::new()));
        }
    }

    fn close(&mut self, name: &str) {
        let Some(place) = self
            .open
            .iter()
            .rposition(|(element, _)| element.name == name)
        else {
            return;
        };
        while self.open.len() > place {
            let Some((element, text)) = self.open.pop() else {
                return;
            };
            if element.name == "textarea" && self.in_form {
                self.field_is(&text);
            }
            self.ended(&element, &single_spaced(&text));
            // What an element says, those around it say too, with a gap between blocks.
            if !is_unseen(&element)
                && let Some((_, around)) = self.open.last_mut()
            {
                let gap = if is_inline(&element.name) { "" } else { " " };
                around.push_str(gap);
                around.push_str(&text);
                around.push_str(gap);
            }
        }
    }

    /// The value of the newest field.
    fn field_is(&mut self, value: &str) {
        let form = self.page.forms.last_mut();
        if let Some(field) = form.and_then(|form| form.fields.last_mut()) {
            value.clone_into(&mut field.value);
        }
    }

    fn say(&mut self, text: &str) {
        if let Some((_, said)) = self.open.last_mut() {
            said.push_str(text);
        }
    }

    fn ended(&mut self, element: &Element, text: &str) {
        let get = |name| element.get(name).map(str::to_owned);
        match element.name.as_str() {
            "title" => text.clone_into(&mut self.page.title),
            "h1" => self.page.headings.push(text.to_owned()),
            "body" => text.clone_into(&mut self.page.text),
            "a" => self
                .page
                .links
                .push((text.to_owned(), get("href").unwrap_or_default())),
            "form" => self.in_form = false,
            "label" => {
                self.labels
                    .insert(get("for").unwrap_or_default(), text.to_owned());
            }
            "button" if self.in_form && element.get("type") != Some("button") => {
                let button = Button {
                    text: text.to_owned(),
                    action: get("formaction"),
                };
                if let Some(form) = self.page.forms.last_mut() {
                    form.buttons.push(button);
                }
            }
            "p" if element.get("id").is_some_and(|id| id.ends_with("-error")) => {
                let error = text.strip_prefix("Ошибка:").unwrap_or(text).trim();
                self.errors
                    .insert(get("id").unwrap_or_default(), error.to_owned());
            }
            _ => {}
        }
    }

    fn finish(mut self) -> Page {
        while let Some(name) = self.open.last().map(|(element, _)| element.name.clone()) {
            self.close(&name);
        }
        for field in self.page.forms.iter_mut().flat_map(|form| &mut form.fields) {
            field.label = self.labels.remove(&field.id).unwrap_or_default();
            field.error = self
                .errors
                .remove(&format!("{}-error", field.id))
                .unwrap_or_default();
        }
        self.page
    }
}

/// What a browser does not show: hidden elements, and dialogs until a script opens them.
fn is_unseen(element: &Element) -> bool {
    let closed = element.name == "dialog" && element.get("open").is_none();
    closed || element.get("hidden").is_some() || UNSEEN.contains(&element.name.as_str())
}

fn is_inline(name: &str) -> bool {
    matches!(name, "a" | "span" | "strong" | "b" | "em" | "svg" | "path")
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = r#"<!DOCTYPE html><html><head><title>Шаг 1 — Ступени</title></head><body>
        <h1>Вход</h1><a href="/help">По<span>мощь</span></a>
        <form method="post" action="/api/login"><input type="hidden" name="form_id" value="a&amp;b">
        <label for="login">Логин</label><p id="login-error"><span>Ошибка: </span><span>Заполните это поле</span></p>
        <input id="login" name="login" type="text" value="&lt;x&gt;">
        <input id="foreign" name="foreign" type="checkbox" value="true"><label for="foreign">Чужой <a href="/x">компьютер</a></label>
        <label for="why">Причина</label><textarea id="why" name="why">a &lt; b
c</textarea><label for="sort">Порядок</label><select id="sort" name="sort"><option value="">Нет</option>
        <option value="x" selected>Да</option></select>
        <input id="r1" name="r" type="radio" value="1"><label for="r1">Первый</label>
        <div hidden>Скрыто</div><button type="button">Показать</button>
        <button type="submit">Войти</button><button type="submit" formaction="/api/save">Сохранить</button></form>
        <script type="application/json" id="page">{"html":"<form action=\"/evil\">"}</script></body></html>"#;

    #[test]
    fn a_form_is_taken_apart() {
        let page = Page::read("/login?x=1", 200, DOCUMENT);
        assert_eq!(
            (page.title.as_str(), page.heading(), page.route()),
            ("Шаг 1 — Ступени", "Вход", "/login")
        );
        assert_eq!(page.link("Помощь").unwrap(), "/help");
        assert_eq!(page.forms.len(), 1);
        let login = page.field("Логин").unwrap();
        assert_eq!(
            (login.name.as_str(), login.value.as_str()),
            ("login", "<x>")
        );
        assert_eq!(page.errors(), ["Заполните это поле"]);
        let sent = page.submission("Войти").unwrap();
        assert_eq!(sent.action, "/api/login");
        assert_eq!(
            sent.fields,
            [
                ("form_id".into(), "a&b".into()),
                ("login".into(), "<x>".into()),
                ("why".into(), "a < b\nc".into()),
                ("sort".into(), "x".into())
            ]
        );
        assert_eq!(page.submission("Сохранить").unwrap().action, "/api/save");
        assert!(page.submission("Показать").is_err());
        assert!(page.field("Чужой").unwrap().is_box());
        assert!(page.says("Чужой компьютер") && !page.says("evil"));
        assert!(page.says("Войти") && !page.says("Скрыто"));
    }
}
