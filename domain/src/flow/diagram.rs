//! A flow as a Mermaid diagram and as a page of the documentation.

use super::{Fact, Flow, Next, Step, StepSpec};

/// The flow as a Mermaid flowchart: steps, ways onward, and what opens them.
#[must_use]
pub fn mermaid(flow: Flow) -> String {
    let mut text = String::from("flowchart TD\n");
    for spec in flow.steps() {
        text.push_str(&format!("    {}[\"{}\"]\n", node(spec.step), spec.path));
    }
    for spec in flow.steps() {
        match spec.next {
            Next::Steps(steps) => {
                for &next in steps {
                    text.push_str(&arrow(spec, &condition(next.spec()), &node(next)));
                }
            }
            Next::Flow(other) => text.push_str(&arrow(
                spec,
                "",
                &format!("{}([\"{}\"])", page_node(other.code()), other.code()),
            )),
            Next::Page(path) => text.push_str(&arrow(
                spec,
                "",
                &format!("{}([\"{path}\"])", page_node(path)),
            )),
        }
    }
    text
}

/// The whole page: what it is, the diagram, and the table.
#[must_use]
pub fn document(flow: Flow) -> String {
    let mut text = format!(
        "# Steps of `{}`\n\nGenerated from the step table of `domain::flow` by \
         `cargo run --release --example flows`. Who asks for a step that is not open is sent to \
         the furthest one that is.\n\n```mermaid\n{}```\n\n\
         | step | path | progress | needs | not if | another contact undoes |\n\
         | --- | --- | --- | --- | --- | --- |\n",
        flow.code(),
        mermaid(flow)
    );
    for spec in flow.steps() {
        let progress = spec.progress.map_or_else(
            || "—".to_owned(),
            |(place, all)| format!("{place} of {all}"),
        );
        text.push_str(&format!(
            "| {} | `{}` | {progress} | {} | {} | {} |\n",
            label(spec.step),
            spec.path,
            list(spec.requires),
            list(spec.forbids),
            list(spec.undoes)
        ));
    }
    text
}

fn arrow(from: &StepSpec, condition: &str, to: &str) -> String {
    if condition.is_empty() {
        format!("    {} --> {to}\n", node(from.step))
    } else {
        format!("    {} -->|{condition}| {to}\n", node(from.step))
    }
}

fn condition(spec: &StepSpec) -> String {
    let needed = spec.requires.iter().map(|fact| fact.code().to_owned());
    let barred = spec
        .forbids
        .iter()
        .filter(|&&fact| fact != Fact::Finished)
        .map(|fact| format!("no {}", fact.code()));
    needed.chain(barred).collect::<Vec<_>>().join(", ")
}

fn list(facts: &[Fact]) -> String {
    if facts.is_empty() {
        return "—".to_owned();
    }
    facts
        .iter()
        .map(|fact| fact.code())
        .collect::<Vec<_>>()
        .join(", ")
}

fn label(step: Step) -> String {
    match step {
        Step::ContactNew(_) => "ContactNew".to_owned(),
        Step::ContactCode(_) => "ContactCode".to_owned(),
        other => format!("{other:?}"),
    }
}

fn node(step: Step) -> String {
    label(step)
}

fn page_node(name: &str) -> String {
    let letters = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' });
    format!("out{}", letters.collect::<String>())
}
