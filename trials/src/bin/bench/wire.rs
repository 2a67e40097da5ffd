//! HTTP/1.1 written by hand over one kept connection. The visitor shares the cores with the portal it
//! measures: whatever it spends is missing there, so it does as little as possible.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use trials::Trouble;

/// Longer than any answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection.
pub(crate) struct Wire {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
    request: Vec<u8>,
}

/// An answer as it came.
pub(crate) struct Reply {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Wire {
    pub(crate) fn open(address: SocketAddr) -> Result<Self, Trouble> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self {
            stream: BufReader::with_capacity(16 * 1024, stream),
            address,
            request: Vec::with_capacity(1024),
        })
    }

    /// `GET` with these further lines of the head, each with its line end.
    pub(crate) fn get(&mut self, path: &str, lines: &str) -> Result<Reply, Trouble> {
        self.ask("GET", path, lines, "")
    }

    /// `POST` of a form.
    pub(crate) fn post(&mut self, path: &str, lines: &str, form: &str) -> Result<Reply, Trouble> {
        self.ask("POST", path, lines, form)
    }

    fn ask(&mut self, method: &str, path: &str, lines: &str, form: &str) -> Result<Reply, Trouble> {
        self.request.clear();
        write!(
            self.request,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nUser-Agent: Mozilla/5.0 (bench)\r\nAccept: text/html,*/*;q=0.8\r\n{lines}",
            self.address
        )?;
        if method == "POST" {
            write!(
                self.request,
                "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
                form.len()
            )?;
        }
        write!(self.request, "\r\n{form}")?;
        self.stream.get_mut().write_all(&self.request)?;
        read(&mut self.stream)
    }
}

fn read(stream: &mut impl BufRead) -> Result<Reply, Trouble> {
    let mut head = String::with_capacity(1024);
    loop {
        let begin = head.len();
        if stream.read_line(&mut head)? == 0 {
            return Err(Trouble::Lost("the connection was closed".into()));
        }
        if head[begin..].trim_end().is_empty() {
            break;
        }
    }
    let mut reply = Reply {
        status: head
            .get(9..12)
            .and_then(|status| status.parse().ok())
            .unwrap_or_default(),
        head,
        body: Vec::new(),
    };
    if reply
        .header("transfer-encoding")
        .is_some_and(|coding| coding.eq_ignore_ascii_case("chunked"))
    {
        read_chunks(stream, &mut reply.body)?;
    } else if let Some(length) = reply.header("content-length") {
        let length = length.parse().unwrap_or_default();
        reply.body.resize(length, 0);
        stream.read_exact(&mut reply.body)?;
    }
    Ok(reply)
}

fn read_chunks(stream: &mut impl BufRead, body: &mut Vec<u8>) -> Result<(), Trouble> {
    let mut line = String::new();
    loop {
        line.clear();
        stream.read_line(&mut line)?;
        let size = usize::from_str_radix(line.trim(), 16)
            .map_err(|_| Trouble::Lost("a chunk without a size".into()))?;
        let begin = body.len();
        body.resize(begin + size, 0);
        stream.read_exact(&mut body[begin..])?;
        line.clear();
        stream.read_line(&mut line)?;
        if size == 0 {
            return Ok(());
        }
    }
}

impl Reply {
    /// The value of a header; of several the first.
    pub(crate) fn header(&self, name: &'static str) -> Option<&str> {
        self.headers(name).next()
    }

    /// Every value of a header.
    pub(crate) fn headers(&self, name: &'static str) -> impl Iterator<Item = &str> {
        self.head.lines().skip(1).filter_map(move |line| {
            let (own, value) = line.split_once(':')?;
            own.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// Where it leads.
    pub(crate) fn location(&self) -> &str {
        self.header("location").unwrap_or_default()
    }

    /// Fails when it is anything else than 200.
    pub(crate) fn whole(self) -> Result<Self, Trouble> {
        self.with_status(200)
    }

    /// Fails when it has another status.
    pub(crate) fn with_status(self, status: u16) -> Result<Self, Trouble> {
        match self.status == status {
            true => Ok(self),
            false => Err(Trouble::wrong(format!(
                "{} instead of {status}: {}",
                self.status,
                String::from_utf8_lossy(&self.body)
                    .chars()
                    .take(200)
                    .collect::<String>()
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_giving_a_length_are_read() {
        let mut plain: &[u8] =
            b"HTTP/1.1 303 See Other\r\nLocation: /next\r\nContent-Length: 2\r\n\r\nokHTTP";
        let reply = read(&mut plain).unwrap();
        assert_eq!(
            (reply.status, reply.location(), &reply.body[..]),
            (303, "/next", &b"ok"[..])
        );
        assert_eq!(plain, b"HTTP");
        let mut chunked: &[u8] =
            b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\nrest";
        assert_eq!(read(&mut chunked).unwrap().body, b"abcd");
        assert_eq!(chunked, b"rest");
        let mut broken: &[u8] = b"HTTP/1.1 200 OK\r\n";
        assert!(read(&mut broken).is_err_and(|trouble| trouble.is_lost()));
    }
}
