//! SMTP: `mailin` speaks the protocol, this moves the bytes.

use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use mailin::{Action, Handler, Response, SessionBuilder, response};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::fault::{Faults, Mode};
use crate::inbox::Inbox;
use crate::letter;
use crate::message::Channel;

const LONGEST_LETTER: usize = 1024 * 1024;
const LONGEST_LINE: u64 = 64 * 1024;
const PATIENCE: Duration = Duration::from_secs(60);

/// Receives mail until it is stopped.
pub(crate) async fn serve(
    listener: TcpListener,
    inbox: Inbox,
    faults: Faults,
    stop: CancellationToken,
) {
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => {
                let Ok((stream, peer)) = accepted else { continue };
                let (inbox, faults, stop) = (inbox.clone(), faults.clone(), stop.clone());
                tokio::spawn(async move {
                    tokio::select! {
                        () = stop.cancelled() => {}
                        ended = converse(stream, peer.ip(), &inbox, &faults) => {
                            if let Err(error) = ended {
                                tracing::debug!(%error, "smtp");
                            }
                        }
                    }
                });
            }
        }
    }
}

async fn converse(
    stream: TcpStream,
    peer: IpAddr,
    inbox: &Inbox,
    faults: &Faults,
) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let slot = Slot::default();
    let mut session = SessionBuilder::new("sandbox").build(peer, slot.clone());
    answer(&mut stream, &session.greeting()).await?;
    let mut line = Vec::new();
    loop {
        line.clear();
        let mut limited = (&mut stream).take(LONGEST_LINE);
        let read = timeout(PATIENCE, limited.read_until(b'\n', &mut line)).await;
        if !matches!(read, Ok(Ok(count)) if count > 0) {
            return Ok(());
        }
        let mut reply = session.process(&line);
        if let Some(letter) = slot.take() {
            match deliver(letter, inbox, faults).await {
                Some(refusal) => reply = refusal,
                None => return Ok(()),
            }
        }
        answer(&mut stream, &reply).await?;
        if reply.action == Action::Close {
            return Ok(());
        }
    }
}

/// Keeps the letter and gives the answer; `None` closes the connection without one.
async fn deliver(letter: Letter, inbox: &Inbox, faults: &Faults) -> Option<Response> {
    let mode = faults.next(Channel::Email).await;
    if mode == Mode::Down {
        return Some(Response::custom(451, "try again later".into()));
    }
    for arrival in letter::arrivals(&letter.body, &letter.to) {
        if let Err(error) = inbox.keep(&arrival).await {
            tracing::error!(%error, "sandbox file");
            return Some(Response::custom(451, "not kept".into()));
        }
    }
    (mode != Mode::Twice).then_some(response::OK)
}

async fn answer(stream: &mut BufReader<TcpStream>, reply: &Response) -> io::Result<()> {
    if reply.action == Action::NoReply {
        return Ok(());
    }
    stream.get_mut().write_all(&reply.buffer()?).await
}

#[derive(Clone, Debug, Default)]
struct Letter {
    to: Vec<String>,
    body: Vec<u8>,
    whole: bool,
}

/// The letter of a session, shared with the protocol's call-backs.
#[derive(Clone, Default)]
struct Slot(Arc<Mutex<Letter>>);

impl Slot {
    /// The letter, once it is whole.
    fn take(&self) -> Option<Letter> {
        let mut letter = self.letter();
        letter.whole.then(|| std::mem::take(&mut *letter))
    }

    fn letter(&self) -> std::sync::MutexGuard<'_, Letter> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Handler for Slot {
    fn data_start(&mut self, _domain: &str, _from: &str, _is8bit: bool, to: &[String]) -> Response {
        *self.letter() = Letter {
            to: to.to_vec(),
            ..Letter::default()
        };
        response::OK
    }

    fn data(&mut self, part: &[u8]) -> io::Result<()> {
        let mut letter = self.letter();
        if letter.body.len() + part.len() > LONGEST_LETTER {
            return Err(io::Error::other("the letter is too long"));
        }
        letter.body.extend_from_slice(part);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        self.letter().whole = true;
        response::OK
    }
}
