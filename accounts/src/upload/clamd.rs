//! The virus check: clamd's own protocol, `INSTREAM`, over TCP or a Unix socket.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

use super::Unfit;
use crate::config::Uploads as Config;

/// Bytes of a file in one piece.
const PIECE: usize = 64 << 10;
/// Longest answer that is read, in bytes: the name of what was found is in it.
const LONGEST_ANSWER: u64 = 1024;

/// Whether an address of `[uploads] clamd` can be read.
#[must_use]
pub fn is_address(address: &str) -> bool {
    let tcp = address.strip_prefix("tcp://");
    let host = tcp.and_then(|host| host.rsplit_once(':'));
    let tcp = host.is_some_and(|(name, port)| !name.is_empty() && port.parse::<u16>().is_ok());
    tcp || address
        .strip_prefix("unix://")
        .is_some_and(|path| path.starts_with('/'))
}

/// Asks clamd about a file, where one is configured. What it did not call clean is never kept.
pub(super) async fn check(config: &Config, bytes: &[u8]) -> Result<(), Unfit> {
    if config.clamd.is_empty() {
        return Ok(());
    }
    let patience = Duration::from_secs(config.clamd_timeout_s);
    match timeout(patience, ask(&config.clamd, bytes)).await {
        Ok(Ok(answer)) => judge(&answer),
        Ok(Err(error)) => {
            tracing::error!(kind = %error.kind(), "the virus check broke off");
            Err(Unfit::Failed)
        }
        Err(_) => {
            tracing::error!("the virus check takes too long");
            Err(Unfit::Failed)
        }
    }
}

async fn ask(address: &str, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    if let Some(path) = address.strip_prefix("unix://") {
        talk(UnixStream::connect(path).await?, bytes).await
    } else {
        let host = address.strip_prefix("tcp://").unwrap_or(address);
        talk(TcpStream::connect(host).await?, bytes).await
    }
}

/// Sends the file in pieces and reads the answer, which ends with a zero byte as the command did.
async fn talk(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    bytes: &[u8],
) -> std::io::Result<Vec<u8>> {
    // Whoever has refused a large file stops listening, and has said why.
    let sent = send(&mut stream, bytes).await;
    let mut answer = Vec::new();
    let read = stream.take(LONGEST_ANSWER).read_to_end(&mut answer).await;
    if answer.is_empty() {
        sent?;
        read?;
    }
    Ok(answer)
}

async fn send(stream: &mut (impl AsyncWrite + Unpin), bytes: &[u8]) -> std::io::Result<()> {
    stream.write_all(b"zINSTREAM\0").await?;
    for piece in bytes.chunks(PIECE) {
        let length = u32::try_from(piece.len()).unwrap_or(u32::MAX);
        stream.write_all(&length.to_be_bytes()).await?;
        stream.write_all(piece).await?;
    }
    stream.write_all(&0_u32.to_be_bytes()).await?;
    stream.flush().await
}

fn judge(answer: &[u8]) -> Result<(), Unfit> {
    let answer = answer.strip_suffix(b"\0").unwrap_or(answer);
    if answer == b"stream: OK" {
        return Ok(());
    }
    if answer.starts_with(b"stream: ") && answer.ends_with(b" FOUND") {
        // What was found is no secret; whose file it was in is not said.
        tracing::warn!("the virus check found something");
        return Err(Unfit::Virus);
    }
    tracing::error!("the virus check did not check");
    Err(Unfit::Failed)
}

#[cfg(test)]
#[path = "clamd_tests.rs"]
mod tests;
