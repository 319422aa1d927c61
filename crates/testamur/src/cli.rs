//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::command;
use crate::config::{Config, File};
use crate::world::Unusable;

/// Micro-credentials for educators: evidence, blind assessment, signed awards.
#[derive(Debug, Parser)]
#[command(version, about, after_help = "Example: testamur demo --port 8080")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Where the installation is.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// Configuration file.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder for database, bytes and master key [default: ./testamur-data].
    #[arg(long = "data", value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serves; without a configuration with SQLite and files under ./testamur-data.
    #[command(after_help = "Example: testamur serve --config /etc/testamur.toml")]
    Serve {
        /// Where the installation is.
        #[command(flatten)]
        place: Place,
        /// Port on this machine; 0 for any free one.
        #[arg(long)]
        port: Option<u16>,
    },
    /// Serves a demo district with people of every role and work in every state.
    #[command(after_help = "Example: testamur demo --fresh")]
    Demo {
        /// Port on this machine; 0 for any free one.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Starts over with new data.
        #[arg(long)]
        fresh: bool,
        /// Folder for the demo's data [default: ./testamur-data/demo].
        #[arg(long = "data", value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },
    /// Tells whether this installation is sound, and how to fix what is not.
    Check(command::check::Check),
    /// Looks after administrators.
    Admin(command::admin::Admin),
    /// Brings in a micro-credential package.
    Import(command::import::Import),
    /// Writes a consistent copy of everything, also while serving.
    Backup(command::backup::Backup),
    /// Fills an empty installation from a backup.
    Restore(command::restore::Restore),
    /// Proves that the audit log is what was sealed.
    Audit(command::audit::Audit),
    /// Shows work that was given up, and tries it again.
    Jobs(command::jobs::Jobs),
    /// Shows every address and who may call it.
    Routes(command::routes::Routes),
    /// Signs, verifies and canonicalises credentials.
    #[command(subcommand)]
    Credential(command::credential::Credential),
}

impl Place {
    /// The configuration of that place.
    pub fn settle(&self) -> Result<Config, Unusable> {
        self.settle_in("testamur-data", None)
    }

    /// The same with another default folder, and a port that wins over everything.
    pub fn settle_in(&self, folder: &str, port: Option<u16>) -> Result<Config, Unusable> {
        let mut file = File::read(self.config.as_deref())?.over(|name| std::env::var(name).ok())?;
        file.folder = self.folder.clone().or(file.folder);
        if let Some(port) = port {
            file.listen = Some(format!("127.0.0.1:{port}"));
        }
        file.settle(folder)
    }
}

/// Runs a command; the exit code is 0 for yes or done, 1 for no, 2 for input that cannot be used.
pub fn run(cli: Cli) -> ExitCode {
    store::tls::use_ring();
    let done = match cli.command {
        Command::Serve { place, port } => {
            crate::serve::serve(&place, port).map(|()| ExitCode::SUCCESS)
        }
        Command::Demo {
            port,
            fresh,
            folder,
        } => crate::demo::run(port, fresh, folder).map(|()| ExitCode::SUCCESS),
        Command::Check(it) => it.run(),
        Command::Admin(it) => it.run(),
        Command::Import(it) => it.run(),
        Command::Backup(it) => it.run(),
        Command::Restore(it) => it.run(),
        Command::Audit(it) => it.run(),
        Command::Jobs(it) => it.run(),
        Command::Routes(it) => it.run(),
        Command::Credential(it) => it.run(),
    };
    done.unwrap_or_else(|error| {
        eprintln!("testamur: {error}");
        ExitCode::from(2)
    })
}

/// A runtime for one command.
pub fn block_on<T>(work: impl Future<Output = Result<T, Unusable>>) -> Result<T, Unusable> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    runtime
        .map_err(|error| Unusable::Configuration(error.to_string()))?
        .block_on(work)
}
