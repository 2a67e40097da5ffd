//! Papers as poppler reads them.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A paper in a file of its own.
pub(crate) struct Paper {
    folder: TempDir,
    file: PathBuf,
}

impl Paper {
    pub(crate) fn new(pdf: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("paper.pdf");
        std::fs::write(&file, pdf).unwrap();
        Self { folder, file }
    }

    /// Everything that stands on it, white space as one space each.
    pub(crate) fn text(&self) -> String {
        let text = run("pdftotext", &["-layout"], &self.file, &["-"]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// One line of what `pdfinfo` tells.
    pub(crate) fn fact(&self, name: &str) -> String {
        let facts = run("pdfinfo", &[], &self.file, &[]);
        let line = facts
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .unwrap();
        line.trim_start_matches(':').trim().to_owned()
    }

    /// The structure with its text.
    pub(crate) fn structure(&self) -> String {
        run("pdfinfo", &["-struct-text"], &self.file, &[])
    }

    /// Left, top, right and bottom of every word, page by page, in points.
    pub(crate) fn words(&self) -> Vec<Vec<[f32; 4]>> {
        let html = run("pdftotext", &["-bbox"], &self.file, &["-"]);
        let pages = html.split("<page ").skip(1);
        pages
            .map(|page| page.lines().filter_map(bounds).collect())
            .collect()
    }

    /// How many pages `pdftoppm` draws, and that each of them is an A4 page with something dark on it.
    pub(crate) fn drawn(&self) -> usize {
        let target = self.folder.path().join("page");
        run(
            "pdftoppm",
            &["-r", "36", "-gray"],
            &self.file,
            &[target.to_str().unwrap()],
        );
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        let pages = files
            .map(|file| file.unwrap().path())
            .filter(|file| file.extension().is_some_and(|ending| ending == "pgm"));
        pages.inspect(|page| assert_page(page)).count()
    }
}

fn assert_page(file: &Path) {
    let picture = std::fs::read(file).unwrap();
    let head = b"P5\n298 421\n255\n";
    assert_eq!(&picture[..head.len()], head);
    assert!(picture[head.len()..].iter().any(|grey| *grey < 0x80));
}

fn bounds(line: &str) -> Option<[f32; 4]> {
    let line = line.trim().strip_prefix("<word ")?;
    let numbers: Vec<f32> = line
        .split('"')
        .skip(1)
        .step_by(2)
        .map_while(|number| number.parse().ok())
        .collect();
    numbers.try_into().ok()
}

fn run(tool: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(tool)
        .args(before)
        .arg(file)
        .args(after)
        .output();
    let output = output.unwrap_or_else(|error| panic!("{tool} of poppler-utils: {error}"));
    assert!(
        output.status.success(),
        "{tool}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let errors = String::from_utf8(output.stderr).unwrap();
    // Poppler of Debian 12 does not know the boolean of the standard (ISO 32000-1, table 321).
    let known = "Syntax Error: Suspects object is wrong type (boolean)";
    let unknown = errors
        .lines()
        .find(|line| !line.is_empty() && *line != known);
    assert_eq!(unknown, None, "{tool}");
    // Names of headings come as UTF-16 between texts in UTF-8.
    String::from_utf8_lossy(&output.stdout).into_owned()
}
