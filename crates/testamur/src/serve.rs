//! The server: routes, background work, graceful stop.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::jobs::Runner;
use app::{App, Mode};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use web::cookies::Scheme;
use web::guard::{Guard, IdSource};
use web::site::{Metrics, Site};

use crate::cli::{Place, block_on};
use crate::config::Config;
use crate::world::{self, Unusable};

/// How long requests that have begun may take when the server stops.
const GRACE: Duration = Duration::from_secs(20);

/// `testamur serve`
pub fn serve(place: &Place, port: Option<u16>) -> Result<(), Unusable> {
    let config = place.settle_in("testamur-data", port)?;
    let token = config.metrics_token()?;
    start_log();
    block_on(async {
        let (listener, config) = bind(config).await?;
        let app = world::open(&config, Mode::Serving).await?;
        say(&format!("Testamur serves at {}", config.public_url));
        let waiting = app::letters::resume(&app).await?;
        if waiting > 0 {
            tracing::info!(waiting, "letters that were not sent yet are tried again");
        }
        if let Some(token) = app::people::setup_token(&app).await? {
            say("There is no administrator yet. Open this address once to become the first one:");
            say(&format!("{}/setup?token={token}", config.public_url));
        }
        run(app, listener, token).await
    })
}

/// Takes the port. A free port that the system chose becomes part of the public address.
pub async fn bind(mut config: Config) -> Result<(TcpListener, Config), Unusable> {
    let wanted = config.listen;
    let listener = TcpListener::bind(wanted).await.map_err(|error| {
        Unusable::Configuration(format!(
            "cannot listen at {wanted}: {error}; choose another port with --port"
        ))
    })?;
    let local: SocketAddr = listener
        .local_addr()
        .map_err(|error| Unusable::Configuration(error.to_string()))?;
    if wanted.port() == 0 {
        config.public_url = config
            .public_url
            .replace("localhost:0", &format!("localhost:{}", local.port()));
        config.listen = local;
    }
    Ok((listener, config))
}

/// Serves until the process is asked to stop, then lets what has begun end. `token` opens the
/// metrics.
pub async fn run(app: App, listener: TcpListener, token: Option<String>) -> Result<(), Unusable> {
    let handle = install_metrics()?;
    let fold = tokio::spawn(fold_regularly(handle.clone()));
    let metrics = Metrics {
        render: Arc::new(move || handle.render()),
        token: token.map(Arc::from),
    };
    let runner = Runner::new(app.clone());
    let site = site(&app, &runner, Some(metrics));
    let (stop, stopped) = tokio::sync::watch::channel(());
    let wait = |mut stopped: tokio::sync::watch::Receiver<()>| async move {
        let _ = stopped.changed().await;
    };
    let jobs = tokio::spawn(runner.run_until(wait(stopped.clone())));
    let routes = web::product(site).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, routes).with_graceful_shutdown(wait(stopped.clone()));
    let server = tokio::spawn(server.into_future());
    asked_to_stop().await;
    tracing::info!("stopping: what has begun is finished first");
    drop(stop);
    if tokio::time::timeout(GRACE, server).await.is_err() {
        tracing::warn!("some requests took too long and were cut off");
    }
    let _ = tokio::time::timeout(GRACE, jobs).await;
    fold.abort();
    app.store.close().await;
    Ok(())
}

/// The state of the routes.
pub fn site(app: &App, runner: &Runner, metrics: Option<Metrics>) -> Site {
    let url = &app.settings.public_url;
    let scheme = if url.starts_with("https://") {
        Scheme::Https
    } else {
        Scheme::Http
    };
    let entropy = Arc::clone(&app.entropy);
    let ids = IdSource::new(move || {
        let mut bytes = [0; 16];
        entropy.fill(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    });
    Site {
        app: app.clone(),
        guard: Guard {
            scheme,
            origin: Arc::from(url.as_str()),
            ids,
            is_demo: app.settings.mode == Mode::Demo,
        },
        metrics,
        nudge: runner.nudge(),
    }
}

/// Bounds of the durations, in seconds: a page is quick below the second, and lost beyond the last.
const BOUNDS: [f64; 7] = [0.002, 0.01, 0.05, 0.2, 1.0, 5.0, 30.0];
/// How often measurements are folded into their sums; what nobody reads must not pile up.
const FOLD: Duration = Duration::from_secs(5);

/// Collects the metrics of this process; durations as histograms, which can be added up over
/// several processes.
///
/// # Errors
/// If they are collected already.
pub fn install_metrics() -> Result<PrometheusHandle, Unusable> {
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &BOUNDS)
        .and_then(PrometheusBuilder::install_recorder)
        .map_err(|error| Unusable::Configuration(format!("metrics: {error}")))
}

async fn fold_regularly(handle: PrometheusHandle) {
    let mut times = tokio::time::interval(FOLD);
    loop {
        times.tick().await;
        handle.run_upkeep();
    }
}

/// Structured logs: lines for people at a terminal, JSON elsewhere. `RUST_LOG` chooses how much.
pub fn start_log() {
    use std::io::IsTerminal;
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = if std::io::stderr().is_terminal() {
        log.compact().try_init()
    } else {
        log.json().try_init()
    };
    if started.is_err() {
        tracing::debug!("a log was started before");
    }
}

/// Says something to the person who started the program.
#[allow(
    clippy::print_stdout,
    reason = "the program talks to whoever started it"
)]
pub fn say(sentence: &str) {
    println!("{sentence}");
}

#[cfg(unix)]
async fn asked_to_stop() {
    let mut terminated =
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(signal) => signal,
            Err(error) => {
                tracing::error!(%error, "cannot listen for SIGTERM");
                return std::future::pending().await;
            }
        };
    tokio::select! {
        _ = terminated.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

#[cfg(not(unix))]
async fn asked_to_stop() {
    let _ = tokio::signal::ctrl_c().await;
}
