//! The threads and their queue.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use tokio::sync::oneshot;
use zeroize::Zeroizing;

use super::argon::Argon;
use super::memory::Memory;
use super::{HashError, Verdict};

/// How long an idle thread keeps its memory: 19 MiB by default.
const KEEP_MEMORY: Duration = Duration::from_secs(1);

/// A password on its way through the pool.
pub(super) enum Job {
    Hash {
        password: Zeroizing<String>,
        answer: oneshot::Sender<Result<String, HashError>>,
    },
    Verify {
        phc: Option<String>,
        password: Zeroizing<String>,
        answer: oneshot::Sender<Result<Verdict, HashError>>,
    },
}

pub(super) struct Pool(Arc<Shared>);

struct Shared {
    argon: Argon,
    limit: usize,
    queue: Mutex<Queue>,
    ready: Condvar,
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    idle: usize,
    closed: bool,
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        // Nothing panics while it holds the lock; if it did, the queue would still be whole.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next job; `None` ends the thread. While nothing comes, the memory is given back.
    fn next(&self, memory: &mut Memory) -> Option<Job> {
        let mut queue = self.queue();
        loop {
            if let Some(job) = queue.jobs.pop_front() {
                return Some(job);
            }
            if queue.closed {
                return None;
            }
            queue.idle += 1;
            if memory.is_empty() {
                queue = self
                    .ready
                    .wait(queue)
                    .unwrap_or_else(PoisonError::into_inner);
                queue.idle -= 1;
                continue;
            }
            let (guard, timeout) = self
                .ready
                .wait_timeout(queue, KEEP_MEMORY)
                .unwrap_or_else(PoisonError::into_inner);
            queue = guard;
            queue.idle -= 1;
            if timeout.timed_out() && queue.jobs.is_empty() {
                drop(queue);
                *memory = Memory::default();
                queue = self.queue();
            }
        }
    }
}

impl Pool {
    pub(super) fn start(name: &str, threads: usize, limit: usize, argon: Argon) -> Self {
        let shared = Arc::new(Shared {
            argon,
            limit,
            queue: Mutex::default(),
            ready: Condvar::new(),
        });
        for _ in 0..threads.max(1) {
            let shared = Arc::clone(&shared);
            thread::Builder::new()
                .name(name.into())
                .spawn(move || work(&shared))
                .expect("the operating system starts a thread");
        }
        Self(shared)
    }

    /// Puts a job into the queue. Jobs that idle threads are about to take do not count as waiting.
    pub(super) fn push(&self, job: Job) -> Result<(), HashError> {
        let mut queue = self.0.queue();
        if queue.jobs.len() >= self.0.limit + queue.idle {
            return Err(HashError::Full);
        }
        queue.jobs.push_back(job);
        drop(queue);
        self.0.ready.notify_one();
        Ok(())
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.0.queue().closed = true;
        self.0.ready.notify_all();
    }
}

fn work(shared: &Shared) {
    give_way();
    let mut memory = Memory::default();
    while let Some(job) = shared.next(&mut memory) {
        // An answer nobody waits for any more is not worth its work.
        match job {
            Job::Hash { password, answer } if !answer.is_closed() => {
                drop(answer.send(shared.argon.hash(password.as_bytes(), &mut memory)));
            }
            Job::Verify {
                phc,
                password,
                answer,
            } if !answer.is_closed() => {
                let verdict = shared
                    .argon
                    .verify(phc.as_deref(), password.as_bytes(), &mut memory);
                drop(answer.send(verdict));
            }
            Job::Hash { .. } | Job::Verify { .. } => {}
        }
    }
}

/// Lets every other thread of the machine go first: pages stay quick while passwords are hashed.
/// On Linux the priority belongs to the thread; elsewhere it would be the whole process's.
fn give_way() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(None, 19) {
        tracing::warn!(%error, "hashing threads keep their priority");
    }
}
