//! What it costs to render the registration form, against the same bytes from a file. One visitor asks over one
//! connection; the same portal serves both.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde::Serialize;
use tempfile::TempDir;
use trials::Trouble;

use crate::plan::Plan;
use crate::report::Finding;
use crate::site;
use crate::stage::{Stage, address};
use crate::statistics::median;
use crate::wire::Wire;

const PAGE: &str = "/register";
const FILE: &str = "register-as-a-file.html";
const ROUNDS: usize = 5;

/// As they are, and with Brotli as browsers ask for it: rendered pages are compressed on the way.
#[derive(Debug, Serialize)]
pub(crate) struct Rendering {
    bytes: usize,
    plain: Pair,
    brotli: Pair,
}

/// Requests a second.
#[derive(Clone, Copy, Debug, Serialize)]
struct Pair {
    rendered_per_s: f64,
    file_per_s: f64,
    ratio: f64,
}

pub(crate) fn measure(stage: &Stage, plan: &Plan) -> Result<Rendering, Trouble> {
    let folder = TempDir::new()?;
    site::copy_to(folder.path())?;
    let mut wire = Wire::open(stage.address())?;
    let page = wire.get(PAGE, "")?.whole()?.body;
    std::fs::write(folder.path().join(FILE), &page)?;
    let packed = wire.get(PAGE, BROTLI)?.whole()?.body;
    std::fs::write(folder.path().join(format!("{FILE}.br")), packed)?;
    let portal = stage.portal_with_site(folder.path())?;
    let time = plan.round() / 10;
    Ok(Rendering {
        bytes: page.len(),
        plain: pair(address(&portal), "", time)?,
        brotli: pair(address(&portal), BROTLI, time)?,
    })
}

const BROTLI: &str = "Accept-Encoding: br\r\n";

fn pair(portal: SocketAddr, lines: &str, time: Duration) -> Result<Pair, Trouble> {
    let mut wire = Wire::open(portal)?;
    let file = format!("/{FILE}");
    let (mut rendered, mut files) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        rendered.push(rate(&mut wire, PAGE, lines, time)?);
        files.push(rate(&mut wire, &file, lines, time)?);
    }
    let (rendered_per_s, file_per_s) = (median(&rendered), median(&files));
    Ok(Pair {
        rendered_per_s,
        file_per_s,
        ratio: rendered_per_s / file_per_s,
    })
}

fn rate(wire: &mut Wire, path: &str, lines: &str, time: Duration) -> Result<f64, Trouble> {
    let (begun, mut requests) = (Instant::now(), 0.0);
    while begun.elapsed() < time {
        wire.get(path, lines)?.whole()?;
        requests += 1.0;
    }
    Ok(requests / begun.elapsed().as_secs_f64())
}

impl Finding for Rendering {
    const TITLE: &'static str =
        "Rendering /register against the same bytes from a file, requests a second";

    fn rows(&self) -> Vec<(String, String)> {
        let of = |name: &str, pair: Pair| {
            [
                (
                    format!("rendered{name}"),
                    format!("{:.0}", pair.rendered_per_s),
                ),
                (
                    format!("from a file{name}"),
                    format!("{:.0}", pair.file_per_s),
                ),
                ("  ratio".to_owned(), format!("{:.3}", pair.ratio)),
            ]
        };
        let size = [("bytes of the page".to_owned(), self.bytes.to_string())];
        let pairs = of("", self.plain)
            .into_iter()
            .chain(of(", with Brotli", self.brotli));
        size.into_iter().chain(pairs).collect()
    }
}
