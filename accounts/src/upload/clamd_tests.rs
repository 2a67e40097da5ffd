use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::super::Unfit;
use super::{PIECE, check, is_address};
use crate::config::Uploads;

/// What a clamd of the test does with its one caller.
enum Clamd {
    /// Reads everything and answers.
    Answers(&'static [u8]),
    /// Answers after the first piece and hangs up, as over its own size limit.
    Refuses,
    /// Reads everything and says nothing.
    Silent,
    /// Hangs up at once.
    Gone,
}

async fn ask(clamd: Clamd, bytes: &[u8]) -> (Result<(), Unfit>, Vec<u8>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a caller");
        serve(clamd, stream).await
    });
    let config = Uploads {
        clamd: format!("tcp://{address}"),
        clamd_timeout_s: 1,
        ..Uploads::default()
    };
    let verdict = check(&config, bytes).await;
    (verdict, server.await.expect("no panic"))
}

/// Speaks the protocol byte for byte; answers the file it was sent.
async fn serve(clamd: Clamd, mut stream: TcpStream) -> Vec<u8> {
    if matches!(clamd, Clamd::Gone) {
        return Vec::new();
    }
    let mut command = [0; 10];
    stream.read_exact(&mut command).await.expect("a command");
    assert_eq!(&command, b"zINSTREAM\0");
    let mut file = Vec::new();
    loop {
        let length = stream.read_u32().await.expect("a length");
        if length == 0 {
            break;
        }
        let begin = file.len();
        file.resize(begin + length as usize, 0);
        stream
            .read_exact(&mut file[begin..])
            .await
            .expect("a piece");
        if matches!(clamd, Clamd::Refuses) {
            let answer = b"INSTREAM size limit exceeded. ERROR\0";
            stream.write_all(answer).await.expect("heard");
            return file;
        }
    }
    match clamd {
        Clamd::Answers(answer) => stream.write_all(answer).await.expect("heard"),
        _ => tokio::time::sleep(std::time::Duration::from_secs(3)).await,
    }
    file
}

#[tokio::test]
async fn a_file_arrives_whole_and_is_called_clean() {
    for length in [0, 1, PIECE, PIECE + 1, 3 * PIECE + 7] {
        let bytes: Vec<u8> = (0..length).map(|place| (place % 251) as u8).collect();
        let (verdict, arrived) = ask(Clamd::Answers(b"stream: OK\0"), &bytes).await;
        assert_eq!(verdict, Ok(()));
        assert!(arrived == bytes, "{length}");
    }
}

#[tokio::test]
async fn what_is_not_called_clean_is_refused() {
    let found = Clamd::Answers(b"stream: Eicar-Signature FOUND\0");
    assert_eq!(ask(found, b"x").await.0, Err(Unfit::Virus));
    let strange: [&'static [u8]; 5] = [
        b"stream: OK FOUND OK\0",
        b"stream: Can't allocate memory ERROR\0",
        b"UNKNOWN COMMAND\0",
        b"\0",
        b"stream: ok\0",
    ];
    for answer in strange {
        let (verdict, _) = ask(Clamd::Answers(answer), b"x").await;
        assert_eq!(verdict, Err(Unfit::Failed), "{answer:?}");
    }
}

#[tokio::test]
async fn a_check_that_breaks_off_is_none() {
    let bytes = vec![7; 20 * PIECE];
    assert_eq!(ask(Clamd::Refuses, &bytes).await.0, Err(Unfit::Failed));
    assert_eq!(ask(Clamd::Gone, &bytes).await.0, Err(Unfit::Failed));
    assert_eq!(ask(Clamd::Silent, b"x").await.0, Err(Unfit::Failed));
    for nowhere in ["tcp://127.0.0.1:1", "unix:///nowhere/clamd.sock"] {
        let config = Uploads {
            clamd: nowhere.into(),
            ..Uploads::default()
        };
        assert_eq!(check(&config, b"x").await, Err(Unfit::Failed));
    }
}

#[tokio::test]
async fn a_unix_socket_speaks_the_same() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("clamd.sock");
    let listener = tokio::net::UnixListener::bind(&path).expect("a socket");
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a caller");
        let mut sent = vec![0; 10 + 4 + 1 + 4];
        stream.read_exact(&mut sent).await.expect("a file");
        stream.write_all(b"stream: OK\0").await.expect("heard");
        sent
    });
    let config = Uploads {
        clamd: format!("unix://{}", path.display()),
        ..Uploads::default()
    };
    assert_eq!(check(&config, b"x").await, Ok(()));
    let sent = server.await.expect("no panic");
    assert_eq!(sent, b"zINSTREAM\0\0\0\0\x01x\0\0\0\0");
}

#[test]
fn addresses_are_read() {
    for good in [
        "tcp://127.0.0.1:3310",
        "tcp://[::1]:1",
        "unix:///run/clamd.sock",
    ] {
        assert!(is_address(good), "{good}");
    }
    for bad in [
        "",
        "127.0.0.1:3310",
        "tcp://:1",
        "tcp://host",
        "tcp://host:99999",
        "unix://x",
    ] {
        assert!(!is_address(bad), "{bad}");
    }
}
