//! `testamur demo`: an installation of its own with a district, people of every role, and work in
//! every state.

mod district;
mod files;
mod folder;
mod load;
mod past;
mod scoring;
mod settle;
mod work;

use std::path::PathBuf;

use app::people::{DemoPerson, list_demo_people};
use app::{App, Mode};
use tokio::net::TcpListener;

use self::folder::Folder;
pub use self::load::{load, loaded_at};
use crate::cli::block_on;
use crate::config::{Config, File};
use crate::serve::{self, say};
use crate::world::{self, Unusable};

/// Where its data are if nothing is said.
const FOLDER: &str = "testamur-data/demo";

/// A demo that is ready to be served.
pub struct Demo {
    /// The installation, in [`Mode::Demo`].
    pub app: App,
    /// The port, taken already.
    pub listener: TcpListener,
    /// The public address at which its data were made; that of an earlier start if they were kept.
    pub made_at: String,
    folder: Folder,
}

/// Makes the demo's data on the first start, or keeps them, and serves. The environment has no
/// say: what is set there is meant for a real installation.
///
/// # Errors
/// With a sentence if the port or the folder cannot be used.
pub fn run(port: u16, fresh: bool, folder: Option<PathBuf>) -> Result<(), Unusable> {
    serve::start_log();
    block_on(async {
        let demo = open(port, fresh, folder).await?;
        announce(&demo).await?;
        let Demo {
            app,
            listener,
            folder,
            ..
        } = demo;
        let served = serve::run(app, listener, None).await;
        drop(folder);
        served
    })
}

/// Takes the port and the folder, and makes or keeps the data. Data whose making was interrupted
/// are made anew.
///
/// # Errors
/// With a sentence if the port or the folder cannot be used.
pub async fn open(port: u16, fresh: bool, folder: Option<PathBuf>) -> Result<Demo, Unusable> {
    let config = File {
        listen: Some(format!("127.0.0.1:{port}")),
        folder,
        ..File::default()
    }
    .settle(FOLDER)?;
    let (listener, config) = serve::bind(config).await?;
    let folder = Folder::take(&config.folder)?;
    if fresh {
        folder.clear()?;
    }
    let (app, made_at) = match kept(&config).await? {
        Some(kept) => kept,
        None => (made(&config, &folder).await?, config.public_url.clone()),
    };
    Ok(Demo {
        app,
        listener,
        made_at,
        folder,
    })
}

/// What an earlier start made, if it is complete.
async fn kept(config: &Config) -> Result<Option<(App, String)>, Unusable> {
    if !config.folder.join("testamur.db").exists() {
        return Ok(None);
    }
    let unreadable = |error| {
        Unusable::Refused(format!(
            "{error}\nTo start over with new data: testamur demo --fresh"
        ))
    };
    let app = world::open(config, Mode::Demo).await.map_err(unreadable)?;
    let made_at = loaded_at(&app).await?;
    if made_at.is_none() {
        app.store.close().await;
    }
    Ok(made_at.map(|made_at| (app, made_at)))
}

async fn made(config: &Config, folder: &Folder) -> Result<App, Unusable> {
    say("Making the demo district; this takes a few seconds.");
    folder.clear()?;
    let app = world::open(config, Mode::Demo).await?;
    load(&app).await?;
    Ok(app)
}

async fn announce(demo: &Demo) -> Result<(), Unusable> {
    let address = &demo.app.settings.public_url;
    say("");
    say(&format!("Testamur's demo is at {address}"));
    say(&format!("Be anybody, with one click, at {address}/demo"));
    if demo.made_at != *address {
        say(&format!(
            "Its data were made at {}, and credentials name that address: use the same port, or --fresh for new data.",
            demo.made_at
        ));
    }
    say("");
    for line in table(&list_demo_people(&demo.app).await?) {
        say(&line);
    }
    say("");
    say("Ctrl-C stops it; the next start finds everything as it was.");
    Ok(())
}

/// Names and roles, one person a line.
fn table(people: &[DemoPerson]) -> Vec<String> {
    let width = people
        .iter()
        .map(|it| it.name.chars().count())
        .max()
        .unwrap_or(0);
    let line = |it: &DemoPerson| {
        let roles: Vec<_> = it
            .roles
            .iter()
            .map(|role| role.as_str().replace('-', " "))
            .collect();
        format!("  {:width$}  {}", it.name, roles.join(", "))
    };
    people.iter().map(line).collect()
}
