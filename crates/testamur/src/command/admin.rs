//! `testamur admin create`: somebody with a role, and the first organization where there is none.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::people::{AddOrganization, MakePerson, make_person};
use app::{Entropy as _, Mode};
use clap::{Args, Subcommand};
use domain::people::Role;

use super::refusal;
use crate::cli::{Place, block_on};
use crate::serve::say;
use crate::world::{self, SystemEntropy, Unusable};

/// Longest password file, in bytes.
const MAX_PASSWORD_BYTES: u64 = 4096;
/// Characters that nobody mistakes for each other; 32, so that a byte picks one evenly.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Length of a password that is made: 100 bits.
const LENGTH: usize = 20;

/// `testamur admin`
#[derive(Debug, Args)]
pub struct Admin {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Makes a person with a role: an administrator, if nothing else is said.
    #[command(after_help = EXAMPLE)]
    Create(Create),
}

const EXAMPLE: &str = "\
Example: testamur admin create --email ada@district.example --name \"Ada Vale\" \\
           --organization riverbend --organization-name \"Riverbend Unified\"

Without a password file a password is made and printed once.";

#[derive(Debug, Args)]
struct Create {
    /// Their e-mail address.
    #[arg(long, value_name = "E")]
    email: String,
    /// Their name, as it stands on credentials.
    #[arg(long, value_name = "N")]
    name: String,
    /// Short name of the organization; needed only where there are several roots.
    #[arg(long, value_name = "SLUG")]
    organization: Option<String>,
    /// Name of the first organization, where there is none yet.
    #[arg(long, value_name = "NAME")]
    organization_name: Option<String>,
    /// What the first organization is: state, district, school or provider.
    #[arg(long, value_name = "KIND", default_value = "district")]
    organization_kind: String,
    /// The zone in which the days of the first organization end.
    #[arg(long, value_name = "ZONE", default_value = "UTC")]
    time_zone: String,
    /// What they become.
    #[arg(long, default_value = "administrator", value_parser = role)]
    role: Role,
    /// A file with their password, 10 to 200 characters.
    #[arg(long, value_name = "FILE", env = "TESTAMUR_PASSWORD_FILE")]
    password_file: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

fn role(word: &str) -> Result<Role, String> {
    let known = || Role::ALL.map(Role::as_str).join(", ");
    Role::parse(word).ok_or_else(|| format!("expected one of {}", known()))
}

impl Admin {
    /// Runs it.
    ///
    /// # Errors
    /// What was refused, and why.
    pub fn run(self) -> Result<ExitCode, Unusable> {
        let Act::Create(it) = self.act;
        it.run()
    }
}

impl Create {
    fn run(self) -> Result<ExitCode, Unusable> {
        let config = self.place.settle()?;
        let given = self.password_file.as_deref().map(password_of).transpose()?;
        let password = given.clone().unwrap_or_else(made);
        let first = self.organization_name.as_ref().map(|name| AddOrganization {
            slug: self
                .organization
                .clone()
                .unwrap_or_else(|| "main".to_owned()),
            name: name.clone(),
            kind: self.organization_kind.clone(),
            time_zone: self.time_zone.clone(),
            issues: true,
            ..AddOrganization::default()
        });
        let command = MakePerson {
            name: self.name,
            email: self.email.clone(),
            password: password.clone(),
            role: self.role,
            organization: self.organization,
            first,
        };
        block_on(async {
            let app = world::open(&config, Mode::Serving).await?;
            let made = make_person(&app, command).await;
            app.store.close().await;
            made.map_err(|failure| with_advice(refusal::unusable(failure)))
        })?;
        say(&format!(
            "Made {} as {}. They sign in at {}/sign-in",
            self.email,
            self.role.as_str(),
            config.public_url
        ));
        if given.is_none() {
            say(&format!("Password, shown this once: {password}"));
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn with_advice(error: Unusable) -> Unusable {
    const ADVICE: &str = "The first organization needs --organization-name NAME (and --organization SLUG for its \
                          short name); later ones are found by --organization SLUG.";
    Unusable::Refused(format!("{error}\n{ADVICE}"))
}

fn password_of(path: &Path) -> Result<String, Unusable> {
    let size = std::fs::metadata(path)
        .map_err(|error| Unusable::place(path, error))?
        .len();
    if size > MAX_PASSWORD_BYTES {
        return Err(Unusable::place(
            path,
            format!("{size} bytes; a password file has at most {MAX_PASSWORD_BYTES}"),
        ));
    }
    let text = std::fs::read_to_string(path).map_err(|error| Unusable::place(path, error))?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

fn made() -> String {
    let mut bytes = [0; LENGTH];
    SystemEntropy.fill(&mut bytes);
    bytes
        .iter()
        .map(|byte| char::from(ALPHABET[usize::from(byte % 32)]))
        .collect()
}
