//! Installing Debian packages, only when something is missing.

use std::process::Command;

use crate::child::{self, Ending, Showing};
use crate::failure::Failure;

/// The browser that the browser tests drive.
pub const CHROMIUM: &str = "/usr/bin/chromium";

/// A Debian package and how to tell that it is not needed.
struct Need {
    package: &'static str,
    is_met: fn() -> bool,
}

const NEEDS: [Need; 3] = [
    Need {
        package: "chromium",
        is_met: || std::path::Path::new(CHROMIUM).exists(),
    },
    Need {
        package: "postgresql-15",
        is_met: || throwaway::programs().is_ok(),
    },
    Need {
        package: "python3-venv",
        is_met: || succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"])),
    },
];

/// Installs what is missing; does nothing, and asks for nothing, if nothing is.
///
/// # Errors
/// If packages are missing and cannot be installed, with the command that would do it.
pub fn install_missing() -> Result<(), Failure> {
    let missing: Vec<&str> = NEEDS
        .iter()
        .filter(|need| !(need.is_met)())
        .map(|need| need.package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("installing {}", missing.join(", "));
    let list = missing.join(" ");
    let by_hand = format!("please run: apt-get install {list}");
    let prefix = way_to_root().ok_or_else(|| {
        Failure::new(format!(
            "{list} missing, and this is neither root nor allowed to use sudo; {by_hand}"
        ))
    })?;
    apt_get(prefix, &["update", "-q"])
        .and_then(|()| {
            let mut words = vec!["install", "-q", "-y", "--no-install-recommends"];
            words.extend(&missing);
            apt_get(prefix, &words)
        })
        .map_err(|failure| Failure::new(format!("{failure}; {by_hand}")))
}

/// What goes before a command that must run as root, or nothing if there is no way.
fn way_to_root() -> Option<&'static [&'static str]> {
    let id = child::answer(Command::new("id").arg("-u")).ok()?;
    if id.trim() == "0" {
        return Some(&["env"]);
    }
    succeeds(Command::new("sudo").args(["-n", "true"])).then_some(&["sudo", "-n", "env"])
}

fn apt_get(prefix: &[&str], words: &[&str]) -> Result<(), Failure> {
    let [program, rest @ ..] = prefix else {
        return Err(Failure::new("no way to run apt-get"));
    };
    let mut command = Command::new(program);
    command
        .args(rest)
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
        .args(words);
    match child::run(&mut command, Showing::IfItFails)?.ending {
        Ending::Well => Ok(()),
        Ending::Badly => Err(Failure::new(format!("apt-get {} failed", words.join(" ")))),
    }
}

fn succeeds(command: &mut Command) -> bool {
    child::answer(command).is_ok()
}
