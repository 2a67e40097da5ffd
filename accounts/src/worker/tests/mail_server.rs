//! A mail server that keeps letters and can refuse them.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

#[derive(Clone, Debug)]
pub(super) struct ReceivedLetter {
    pub(super) recipient: String,
    pub(super) source: String,
}

#[derive(Default)]
struct Behaviour {
    refusal: Option<&'static str>,
    letters: Vec<ReceivedLetter>,
}

#[derive(Clone)]
pub(super) struct MailServer {
    pub(super) address: SocketAddr,
    behaviour: Arc<Mutex<Behaviour>>,
}

impl MailServer {
    pub(super) async fn start() -> Self {
        let behaviour = Arc::new(Mutex::new(Behaviour::default()));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let shared = Arc::clone(&behaviour);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, Arc::clone(&shared)));
            }
        });
        Self { address, behaviour }
    }

    /// From now on every recipient gets this answer.
    pub(super) fn refuse(&self, answer: Option<&'static str>) {
        self.behaviour.lock().expect("no panic").refusal = answer;
    }

    pub(super) fn letters(&self) -> Vec<ReceivedLetter> {
        self.behaviour.lock().expect("no panic").letters.clone()
    }
}

async fn converse(stream: TcpStream, behaviour: Arc<Mutex<Behaviour>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut recipient = String::new();
    let mut answer = "220 test".to_owned();
    loop {
        if write
            .write_all(format!("{answer}\r\n").as_bytes())
            .await
            .is_err()
        {
            return;
        }
        let Ok(Some(line)) = lines.next_line().await else {
            return;
        };
        let refusal = behaviour.lock().expect("no panic").refusal;
        answer = match line
            .split([' ', ':'])
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase()
            .as_str()
        {
            "RCPT" => {
                recipient = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                refusal.unwrap_or("250 ok").to_owned()
            }
            "DATA" => {
                if write.write_all(b"354 go on\r\n").await.is_err() {
                    return;
                }
                let mut source = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    source.push_str(line.strip_prefix('.').unwrap_or(&line));
                    source.push('\n');
                }
                let letter = ReceivedLetter {
                    recipient: recipient.clone(),
                    source,
                };
                behaviour.lock().expect("no panic").letters.push(letter);
                "250 kept".to_owned()
            }
            _ => "250 ok".to_owned(),
        };
    }
}
