//! Writes `docs/flows/*.md` from the step table.

use domain::flow::{Flow, document};

fn main() -> std::io::Result<()> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/flows");
    std::fs::create_dir_all(folder)?;
    for flow in Flow::ALL {
        std::fs::write(format!("{folder}/{}.md", flow.code()), document(flow))?;
    }
    std::fs::write(
        format!("{folder}/identity.md"),
        domain::proofing::document(),
    )?;
    Ok(())
}
