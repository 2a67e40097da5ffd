//! The page that shows every message.

use std::fmt::Write;

use crate::html::{self, Page, escaped};
use crate::message::Message;

/// The whole page, newest message first.
pub(crate) fn render(messages: &[Message], to: &str) -> String {
    let mut list = String::new();
    for message in messages {
        // Writing to a String cannot fail.
        let _ = write!(list, "{}", article(message));
    }
    if messages.is_empty() {
        list.push_str("<p>Пока ничего не пришло.</p>");
    }
    let to = escaped(to);
    let main = format!(
        "<h1>Песочница</h1>\
         <p>Сюда приходит всё, что портал отправляет наружу: СМС, звонки и письма.</p>\
         <form method=\"get\" action=\"/\"><label for=\"to\">Кому</label>\
         <input id=\"to\" name=\"to\" value=\"{to}\"><button>Показать</button> \
         <a href=\"/\">Все сообщения</a></form>{list}"
    );
    html::page(Page::Messages, &main)
}

fn article(message: &Message) -> String {
    let kind = match message.channel.as_str() {
        "sms" => "СМС",
        "voice" => "Звонок",
        _ => "Письмо",
    };
    let subject = message
        .subject
        .as_deref()
        .map(|subject| format!("<h3>{}</h3>", escaped(subject)));
    let link = message.link.as_deref().map(|link| {
        let link = escaped(link);
        format!("<p><a href=\"{link}\" rel=\"noreferrer\">{link}</a></p>")
    });
    let code = message
        .code
        .as_deref()
        .map(|code| format!("<p>Код: <strong>{}</strong></p>", escaped(code)));
    format!(
        "<article><h2>{kind} для {}</h2><p><time>{}</time></p>{}<pre>{}</pre>{}{}</article>",
        escaped(&message.to),
        escaped(&message.at),
        subject.unwrap_or_default(),
        escaped(&message.text),
        code.unwrap_or_default(),
        link.unwrap_or_default(),
    )
}
