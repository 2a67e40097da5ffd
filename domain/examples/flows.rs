//! Draws `docs/flows/*.md` from the step table.

use domain::field::contact::ContactKind;
use domain::flow::{Flow, mermaid};

fn main() -> std::io::Result<()> {
    let drawings = [
        ("registration", "Registration", Flow::Registration),
        (
            "resume",
            "Going on with a registration on another device",
            Flow::Resume,
        ),
        ("recovery", "Recovery of access", Flow::Recovery),
        (
            "contact-change",
            "Change or confirmation of a contact",
            Flow::ContactChange(ContactKind::Phone),
        ),
    ];
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/flows");
    std::fs::create_dir_all(folder)?;
    for (name, title, flow) in drawings {
        let text = format!(
            "# {title}\n\nDrawn from `domain::flow` by `cargo run -p domain --example flows`.\n\n```mermaid\n{}```\n",
            mermaid(flow)
        );
        std::fs::write(format!("{folder}/{name}.md"), text)?;
    }
    Ok(())
}
