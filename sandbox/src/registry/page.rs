//! The page with a form for a rule, the rules and the log.

use super::Registry;
use super::answer::Outcome;
use super::limits::LONGEST_NUMBER;
use super::log::{Entry, Event};
use super::rule::{ANY, Fault, LONGEST_DELAY_MS, Rule};
use super::word::{self, Word};
use crate::html::{self, Page, escaped};

/// The whole page. The log comes oldest first and is shown newest first.
pub(crate) fn render(rules: &[Rule], log: &[Entry], number: &str) -> String {
    let main = format!(
        "<h1>Реестры</h1>\
         <p>Так государственные реестры отвечают порталу. Без правила реестр через две секунды \
         отвечает «{}».</p>{}<h2>Правила</h2>{}<h2>Журнал</h2>{}{}",
        Outcome::Match.label(),
        form(),
        rule_table(rules),
        search(number),
        log_table(log),
    );
    html::page(Page::Registries, &main)
}

fn form() -> String {
    format!(
        "<form method=\"post\" action=\"/registries/rules\">\
         {}<p><label for=\"key\">Номер без пробелов и дефисов или {ANY} для всех</label>\
         <input id=\"key\" name=\"key\" value=\"{ANY}\" maxlength=\"{LONGEST_NUMBER}\" required></p>\
         {}<p><label for=\"fields\">Имена полей через запятую, которые не совпали</label>\
         <input id=\"fields\" name=\"fields\" placeholder=\"surname, birth_date\"></p>\
         <p><label for=\"delay_ms\">Задержка ответа в миллисекундах</label>\
         <input id=\"delay_ms\" name=\"delay_ms\" type=\"number\" min=\"0\" \
         max=\"{LONGEST_DELAY_MS}\" value=\"0\" required></p>\
         {}<p class=\"box\"><input id=\"duplicate\" name=\"duplicate\" type=\"checkbox\" \
         value=\"true\"><label for=\"duplicate\">Звать портал дважды</label></p>\
         <button>Задать правило</button></form>",
        select::<Registry>("registry", "Реестр"),
        select::<Outcome>("outcome", "Ответ"),
        select::<Fault>("fault", "Неисправность"),
    )
}

fn select<W: Word>(id: &str, label: &str) -> String {
    let option = |word: &W| format!("<option value=\"{}\">{}", word.name(), word.label());
    let options: String = W::ALL.iter().map(option).collect();
    format!(
        "<p><label for=\"{id}\">{label}</label><select id=\"{id}\" name=\"{id}\">{options}</select></p>"
    )
}

fn rule_table(rules: &[Rule]) -> String {
    if rules.is_empty() {
        return "<p>Правил нет.</p>".to_owned();
    }
    let rows: String = rules.iter().map(rule_row).collect();
    let head = [
        "Реестр",
        "Номер",
        "Ответ",
        "Задержка, мс",
        "Дважды",
        "Неисправность",
    ];
    format!(
        "<p>Действует верхнее из подходящих.</p>{}\
         <form method=\"post\" action=\"/registries/rules/clear\">\
         <button>Убрать все правила</button></form>",
        table("Правила", &head, &rows)
    )
}

fn rule_row(rule: &Rule) -> String {
    row(&[
        rule.registry.label().to_owned(),
        escaped(&rule.key),
        told(rule.outcome.label(), &rule.fields),
        rule.delay_ms.to_string(),
        if rule.duplicate { "да" } else { "нет" }.to_owned(),
        rule.fault.label().to_owned(),
    ])
}

fn search(number: &str) -> String {
    format!(
        "<form method=\"get\" action=\"/registries\"><label for=\"shown\">Номер</label>\
         <input id=\"shown\" name=\"key\" value=\"{}\"><button>Показать</button> \
         <a href=\"/registries\">Весь журнал</a></form>",
        escaped(number)
    )
}

fn log_table(log: &[Entry]) -> String {
    if log.is_empty() {
        return "<p>Пока ничего не было.</p>".to_owned();
    }
    let rows: String = log.iter().rev().map(log_row).collect();
    let head = ["Когда", "Реестр", "Номер", "Что", "Ответ", "Номер запроса"];
    table("Журнал", &head, &rows)
}

fn log_row(entry: &Entry) -> String {
    let fields = entry.fields.as_deref().unwrap_or_default();
    let outcome = entry.outcome.as_deref().map(word::label::<Outcome>);
    row(&[
        format!("<time>{}</time>", escaped(&entry.at)),
        escaped(word::label::<Registry>(&entry.registry)),
        escaped(&entry.key),
        escaped(word::label::<Event>(&entry.event)),
        outcome.map_or_else(String::new, |outcome| told(outcome, fields)),
        format!("<small>{}</small>", escaped(&entry.ticket)),
    ])
}

/// An outcome with the fields that differ.
fn told(outcome: &str, fields: &[String]) -> String {
    if fields.is_empty() {
        return escaped(outcome);
    }
    escaped(&format!("{outcome}: {}", fields.join(", ")))
}

/// A table that scrolls in itself on a narrow screen, with the keyboard too.
fn table(name: &str, head: &[&str], rows: &str) -> String {
    let cell = |text: &&str| format!("<th scope=\"col\">{text}</th>");
    let head: String = head.iter().map(cell).collect();
    format!(
        "<div class=\"table\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">\
         <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
}

fn row(cells: &[String]) -> String {
    let cells: String = cells
        .iter()
        .map(|cell| format!("<td>{cell}</td>"))
        .collect();
    format!("<tr>{cells}</tr>")
}
