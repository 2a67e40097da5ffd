//! Ports for processes that have to know theirs before they start.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicU16, Ordering};

/// Below the ports that the kernel gives to outgoing connections: none of them takes a port away
/// while its process is down.
const FIRST: u16 = 10_300;
const COUNT: u16 = 20_000;

/// An address on loopback that nobody listens on. Never the same twice in one process; another process
/// may be faster, so whoever starts something on it tries again.
pub(crate) fn free() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Test binaries that run side by side begin far from each other.
    let begin = std::process::id().wrapping_mul(1_009);
    loop {
        let step = u32::from(NEXT.fetch_add(1, Ordering::Relaxed));
        let place = begin.wrapping_add(step) % u32::from(COUNT);
        let port = FIRST + u16::try_from(place).unwrap_or_default();
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        if TcpListener::bind(address).is_ok() {
            return address;
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_port_comes_twice() {
        let mut ports: Vec<_> = (0..50).map(|_| super::free()).collect();
        ports.sort_unstable();
        ports.dedup();
        assert_eq!(ports.len(), 50);
    }
}
