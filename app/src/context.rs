//! What the server gives every page.

use std::net::IpAddr;
use std::sync::Arc;

use accounts::{Portal, Visit, cookie};
use http::{HeaderMap, header};

/// Paths of the built files.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// For whoever is not signed in.
    pub stranger: Bundle,
    /// For signed-in citizens.
    pub citizen: Bundle,
    /// The drawing beneath the map; `cargo leptos watch` makes none.
    pub map: Option<String>,
}

/// The pages as wasm.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    /// The script that loads the wasm.
    pub js: String,
    /// The wasm.
    pub wasm: String,
}

/// Where help is to be had; at the foot of every page.
#[derive(Clone, Debug, Default)]
pub struct Support {
    /// Phones, as they are shown.
    pub phones: Vec<String>,
    /// When they answer.
    pub hours: String,
    /// Address for letters.
    pub email: String,
    /// Postal address.
    pub address: String,
}

/// What is the same for every page.
pub struct SiteContext {
    /// The portal behind the pages.
    pub portal: Portal,
    /// Paths of the built files.
    pub assets: Assets,
    /// Where help is to be had.
    pub support: Support,
    /// Address of a tile server with `{z}`, `{x}` and `{y}`, where there is one.
    pub tiles: Option<String>,
    /// Messages go to the sandbox: every page says so.
    pub sandbox: bool,
    /// `/design` is there.
    pub gallery: bool,
    /// Address citizens see.
    pub public_url: String,
    /// Port of the socket that tells of a new build, under `cargo leptos watch`.
    pub reload_port: Option<u32>,
}

/// What a request brings.
#[derive(Clone)]
pub struct PageContext {
    /// What is the same for every page.
    pub site: Arc<SiteContext>,
    /// Address of the client.
    pub address: IpAddr,
    /// Id of the request.
    pub request_id: String,
}

impl PageContext {
    /// Cookies are for https alone.
    #[must_use]
    pub fn secure(&self) -> bool {
        cookie::is_secure(&self.site.public_url)
    }

    /// The visit with its cookies.
    #[must_use]
    pub fn visit(&self, headers: &HeaderMap) -> Visit {
        let text = |name| {
            headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        let visit = Visit::bare(self.address, text(header::USER_AGENT), &self.request_id);
        cookies(visit, headers, &self.site.public_url)
    }
}

/// The visit with the cookies of these headers.
pub(crate) fn cookies(visit: Visit, headers: &HeaderMap, public_url: &str) -> Visit {
    let secure = cookie::is_secure(public_url);
    let values = headers.get_all(header::COOKIE).iter();
    values
        .filter_map(|value| value.to_str().ok())
        .fold(visit, |visit, cookies| visit.with_cookies(cookies, secure))
}

/// Path and query of the page of ours that a request comes from. A stranger's `Referer` leads nowhere.
#[must_use]
pub fn referring_page(headers: &HeaderMap) -> Option<&str> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let (_, rest) = text(header::REFERER)?.split_once("://")?;
    let (host, page) = rest.split_at(rest.find('/')?);
    (Some(host) == text(header::HOST)).then_some(page)
}
