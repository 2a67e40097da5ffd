//! `stupeni serve`: database, outside world, worker, listener.

use std::net::SocketAddr;
use std::sync::Arc;

use accounts::centre::Directory;
use accounts::clock::SystemClock;
use accounts::config::PortalConfig;
use accounts::rng::SystemRng;
use accounts::store::Store;
use accounts::vault::{MasterKey, Vault};
use accounts::{Portal, worker};
use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::settings::Settings;
use crate::{http, logging};

use super::{Failure, complain, say};

/// Serves until SIGTERM or SIGINT; running requests are finished first.
pub(crate) async fn run(mut settings: Settings) -> Result<(), Failure> {
    logging::start(&settings.log.filter).map_err(|error| Failure::new(2, error))?;
    tame_allocator();
    let listener = TcpListener::bind(settings.site.addr)
        .await
        .map_err(|error| Failure::new(1, format!("{}: {error}", settings.site.addr)))?;
    // Port 0 means any free one; links and cookies need to know which.
    settings.site.addr = listener.local_addr().unwrap_or(settings.site.addr);
    let sandbox = match settings.sandbox.enabled && !settings.sandbox.external {
        true => Some(super::sandbox::start(&settings).await?),
        false => None,
    };
    if let Some(running) = &sandbox {
        settings.sandbox.addr = running.addr;
        settings.sandbox.smtp_addr = running.smtp_addr;
    }
    let portal = open_portal(&settings).await?;
    portal
        .uploads
        .ready()
        .map_err(|error| Failure::new(1, format!("[uploads] url: {error}")))?;
    let worker = worker::start(portal.clone())
        .map_err(|error| Failure::new(2, format!("outside world: {error}")))?;
    if !settings.limits.enabled {
        tracing::warn!(
            "LIMITS ARE OFF: every limit and delay is lifted, for tests on loopback only"
        );
    }
    let listened = portal.clone();
    let router = http::router(portal, &settings)?;
    announce(&settings, sandbox.as_ref().map(|running| running.addr));
    // A file is sent as head and body: without this the body waits until the head is acknowledged, 40 ms later.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "answers wait for acknowledgements");
        }
    });
    axum::serve(
        listener,
        router.into_make_service_with_connect_info::<SocketAddr>(),
    )
    .with_graceful_shutdown(async move {
        stop_signal().await;
        listened.changes.end();
    })
    .await
    .map_err(|error| Failure::new(1, error.to_string()))?;
    worker.stop().await;
    if let Some(sandbox) = sandbox {
        sandbox.stop().await;
    }
    Ok(())
}

/// Opens the database of the configuration, without migrating it.
pub(crate) async fn open_store(settings: &Settings) -> Result<Store, Failure> {
    accounts::store::create_private_folder(&settings.data.dir)
        .map_err(|error| Failure::new(1, format!("[data] dir: {error}")))?;
    Store::open(&settings.database.url_or_file(&settings.data))
        .await
        .map_err(|error| Failure::new(1, format!("database: {error}")))
}

/// Opens the database, brings it to the newest form, and puts the portal together.
pub(crate) async fn open_portal(settings: &Settings) -> Result<Portal, Failure> {
    let store = open_store(settings).await?;
    store
        .migrate()
        .await
        .map_err(|error| Failure::new(1, format!("migration: {error}")))?;
    let vault = Vault::new(&master_key(settings)?);
    let portal = Portal::new(
        store,
        vault,
        Arc::new(SystemClock),
        Arc::new(SystemRng),
        portal_config(settings, centres(settings)?),
        Arc::new(app::wording::RussianWording::new(&settings.public_url())),
    );
    accounts::centre::load_changes(&portal)
        .await
        .map_err(|error| Failure::new(1, format!("centres: {error}")))?;
    Ok(portal)
}

fn master_key(settings: &Settings) -> Result<MasterKey, Failure> {
    if !settings.vault.key.is_empty() {
        return MasterKey::from_text(&settings.vault.key)
            .map_err(|error| Failure::new(2, format!("[vault] key: {error}")));
    }
    let file = settings.vault.file(&settings.data);
    let made = !file.exists();
    let key = MasterKey::from_file_or_new(&file, &SystemRng)
        .map_err(|error| Failure::new(1, format!("{}: {error}", file.display())))?;
    if made {
        complain(&format!(
            "a new master key was written to {}. Without it the database cannot be read: keep a copy apart from the database's own.",
            file.display()
        ));
    }
    Ok(key)
}

fn centres(settings: &Settings) -> Result<Directory, Failure> {
    let folder = &settings.centres.dir;
    if folder.as_os_str().is_empty() {
        return Ok(Directory::default());
    }
    Directory::from_folder(folder)
        .map_err(|error| Failure::new(2, format!("[centres] dir: {}: {error}", folder.display())))
}

/// Empty addresses of the outside world are the sandbox's, that of the object store is the data folder.
fn portal_config(settings: &Settings, centres: Directory) -> PortalConfig {
    let mut config = PortalConfig {
        public_url: settings.public_url(),
        password: settings.password.clone(),
        hashing: settings.hashing.clone(),
        codes: settings.codes.clone(),
        session: settings.session.clone(),
        desk: settings.desk.clone(),
        drafts: settings.drafts.clone(),
        limits: settings.limits.clone(),
        mail: settings.mail.clone(),
        sms: settings.sms.clone(),
        voice: settings.voice.clone(),
        checks: settings.checks.clone(),
        uploads: settings.uploads.clone(),
        visits: settings.visits.clone(),
        identity: settings.identity.clone(),
        centres,
    };
    let (sandbox, smtp) = (settings.sandbox.addr, settings.sandbox.smtp_addr);
    let or_own = |url: &mut String, own: String| {
        if url.is_empty() {
            *url = own;
        }
    };
    or_own(&mut config.mail.url, format!("smtp://{smtp}"));
    or_own(
        &mut config.sms.url,
        format!("http://{sandbox}/sms/messages"),
    );
    or_own(
        &mut config.voice.url,
        format!("http://{sandbox}/voice/calls"),
    );
    or_own(
        &mut config.checks.url,
        format!("http://{sandbox}/registries"),
    );
    or_own(
        &mut config.uploads.url,
        format!("file://{}", settings.data.dir.join("uploads").display()),
    );
    config
}

fn announce(settings: &Settings, sandbox: Option<SocketAddr>) {
    say(&format!("Ступени:   {}", settings.public_url()));
    if let Some(sandbox) = sandbox {
        say(&format!("Песочница: http://{sandbox}"));
    }
}

/// Resolves on SIGTERM or SIGINT.
pub(crate) async fn stop_signal() {
    let Ok(mut term) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

/// Fixes what glibc would choose by what it sees: left alone it keeps the 19 MiB of a hash for ever once they
/// were given back, and gives the megabyte that each page takes back to the kernel after every page.
#[expect(
    unsafe_code,
    reason = "mallopt has no safe wrapper; it only sets numbers"
)]
fn tame_allocator() {
    let choices = [
        // Above this, memory is mapped apart and goes back when it is freed.
        (libc::M_MMAP_THRESHOLD, 1 << 20),
        // So much may lie free at the end of a heap.
        (libc::M_TRIM_THRESHOLD, 4 << 20),
        // Heaps that threads share: each one keeps what lies free in it.
        (libc::M_ARENA_MAX, 4),
    ];
    for (choice, value) in choices {
        // SAFETY: glibc allows it at any time; the arguments are plain numbers.
        unsafe {
            libc::mallopt(choice, value);
        }
    }
}
