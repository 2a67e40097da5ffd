//! The client's address: the socket's, or what a trusted proxy says.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::{middleware::Next, response::Response};
use http::HeaderMap;
use ipnet::IpNet;

/// Networks whose `X-Forwarded-For` is believed (`[server] trusted_proxies`).
#[derive(Clone, Debug, Default)]
pub(crate) struct TrustedProxies(Arc<[IpNet]>);

impl TrustedProxies {
    /// Reads addresses (`10.0.0.1`) and networks (`10.0.0.0/8`); the error is the wrong entry.
    pub(crate) fn parse(entries: &[String]) -> Result<Self, String> {
        let parse = |entry: &String| {
            let network = entry.parse::<IpNet>();
            network
                .or_else(|_| entry.parse::<IpAddr>().map(IpNet::from))
                .map_err(|_| entry.clone())
        };
        Ok(Self(entries.iter().map(parse).collect::<Result<_, _>>()?))
    }

    fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }

    /// Walks `X-Forwarded-For` from the right and stops at the first address that is no proxy of ours.
    fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        if !self.contains(client) {
            return client;
        }
        let lines: Vec<&str> = headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|line| line.to_str().ok())
            .collect();
        for hop in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
            let Ok(address) = hop.trim().parse::<IpAddr>() else {
                break;
            };
            client = address.to_canonical();
            if !self.contains(client) {
                break;
            }
        }
        client
    }
}

/// Address of the client, after trusted proxies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClientAddress(pub(crate) IpAddr);

/// Puts [`ClientAddress`] into the request's extensions.
pub(crate) async fn layer(
    State(proxies): State<TrustedProxies>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Response {
    let client = proxies.client(peer.ip(), request.headers());
    request.extensions_mut().insert(ClientAddress(client));
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(trusted: &[&str], peer: &str, forwarded: &[&str]) -> String {
        let trusted: Vec<String> = trusted.iter().map(ToString::to_string).collect();
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        TrustedProxies::parse(&trusted)
            .unwrap()
            .client(peer.parse().unwrap(), &headers)
            .to_string()
    }

    #[test]
    fn a_stranger_cannot_choose_an_address() {
        assert_eq!(client(&[], "192.0.2.1", &["198.51.100.7"]), "192.0.2.1");
        assert_eq!(
            client(&["10.0.0.0/8"], "10.1.1.1", &["203.0.113.9, 198.51.100.7"]),
            "198.51.100.7"
        );
    }

    #[test]
    fn a_chain_of_trusted_proxies_is_followed() {
        let trusted = ["10.0.0.0/8", "192.0.2.5"];
        assert_eq!(
            client(
                &trusted,
                "10.1.1.1",
                &["198.51.100.7, 192.0.2.5", "10.2.2.2"]
            ),
            "198.51.100.7"
        );
        assert_eq!(client(&trusted, "10.1.1.1", &["nonsense"]), "10.1.1.1");
        assert_eq!(
            client(&trusted, "::ffff:10.1.1.1", &[" 2001:db8::1"]),
            "2001:db8::1"
        );
    }

    #[test]
    fn a_wrong_entry_is_named() {
        assert_eq!(
            TrustedProxies::parse(&["10.0.0.0/33".into()]).unwrap_err(),
            "10.0.0.0/33"
        );
    }
}
