//! What the product costs beside the least that such a page can cost, in the same run.
//!
//! Both servers get the same load in turn (A B A B); only figures of one run are divided by one
//! another, so that a slow or busy machine moves both.

mod client;
mod counters;
pub mod credentials;
mod http;
mod load;
mod scenarios;
mod server;
mod table;
mod work;

use std::path::{Path, PathBuf};

use crate::arguments::BenchWish;
use crate::child::{self, Ending, Showing};
use crate::failure::Failure;
use crate::place::Place;

use http::Connection;
use load::{drive, repeat};
use scenarios::{CONNECTIONS, SCENARIOS, Scenario, Start};
use server::Server;
use table::Row;
use work::Work;

/// Requests that nobody measures, at the start.
const WARMING: usize = 40;

/// Builds both programs in release, measures every scenario, prints the table.
///
/// # Errors
/// If a program does not build or start, or a scenario does not find its way.
pub fn run(place: &Place, wish: BenchWish) -> Result<(), Failure> {
    build(place)?;
    let folder = place.own_folder("bench")?;
    let bare = start_bare(place, &folder)?;
    let product = start_product(place, &folder)?;
    let work = Work::read(&place.root)?;
    let mut rows = Vec::new();
    for scenario in SCENARIOS {
        println!("{} ...", scenario.name);
        rows.push(measure(scenario, &bare, &product, &work, wish)?);
    }
    println!("\n{}", table::render(&rows));
    println!(
        "Medians of {} rounds; ratio: what ours costs in what bare costs.",
        wish.rounds
    );
    Ok(())
}

fn measure(
    scenario: &Scenario,
    bare: &Server,
    product: &Server,
    work: &Work,
    wish: BenchWish,
) -> Result<Row, Failure> {
    let requests = wish
        .requests
        .min(scenario.most)
        .next_multiple_of(CONNECTIONS);
    let start = Start {
        port: product.port,
        work,
        requests: counters::TRIES + WARMING + wish.rounds * requests,
    };
    let mut ours = (scenario.prepare)(&start)?;
    let mut theirs: Vec<_> = ours.iter().map(|_| repeat((scenario.bare)())).collect();
    let queries = match ours.first_mut() {
        Some(script) => {
            let mut connection = Connection::open(product.port)?;
            counters::queries(&mut connection, script)?
        }
        None => None,
    };
    // Once unmeasured, so that caches and statements are ready on both sides.
    drive(bare, &mut theirs, WARMING)?;
    drive(product, &mut ours, WARMING)?;
    let mut row = Row {
        name: scenario.name,
        bare: Vec::new(),
        product: Vec::new(),
        queries,
    };
    for _ in 0..wish.rounds {
        row.bare.push(drive(bare, &mut theirs, requests)?);
        row.product.push(drive(product, &mut ours, requests)?);
    }
    Ok(row)
}

fn build(place: &Place) -> Result<(), Failure> {
    let mut command = place.cargo();
    command.args([
        "build",
        "--release",
        "--package",
        "bare",
        "--package",
        "testamur",
    ]);
    match child::run(&mut command, Showing::AsItComes)?.ending {
        Ending::Well => Ok(()),
        Ending::Badly => Err(Failure::new("the programs do not build")),
    }
}

fn start_bare(place: &Place, folder: &Path) -> Result<Server, Failure> {
    let data = fresh(folder, "bare")?;
    let port = throwaway::free_port()?;
    let words = [port.to_string(), data.display().to_string()];
    let program = place.built("release", "bare");
    Server::start(&program, &words, port, "/list", folder.join("bare.log"))
}

fn start_product(place: &Place, folder: &Path) -> Result<Server, Failure> {
    let data = fresh(folder, "testamur")?;
    let port = throwaway::free_port()?;
    let words = [
        "demo".to_owned(),
        "--fresh".to_owned(),
        "--port".to_owned(),
        port.to_string(),
        "--data".to_owned(),
        data.display().to_string(),
    ];
    let program = place.built("release", "testamur");
    let log = folder.join("testamur.log");
    Server::start(&program, &words, port, "/readyz", log)
}

/// An empty folder for one server's data.
fn fresh(folder: &Path, name: &str) -> Result<PathBuf, Failure> {
    let path = folder.join(name);
    let doing = format!("cannot empty {}", path.display());
    if path.exists() {
        std::fs::remove_dir_all(&path).map_err(Failure::during(&doing))?;
    }
    std::fs::create_dir_all(&path).map_err(Failure::during(&doing))?;
    Ok(path)
}
