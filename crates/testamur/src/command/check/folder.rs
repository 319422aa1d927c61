//! Files on this machine: the master key, and the folder of bytes.

use std::fs;
use std::path::Path;

use store::blob::MasterKey;

use super::line::Line;

const KEY: &str = "master key";
const BYTES: &str = "bytes";
const SPACE: &str = "free space";
/// Less than one upload of 500 MB does not fit.
const TOO_LITTLE: u64 = 500_000_000;
/// Ten such uploads.
const LITTLE: u64 = 5_000_000_000;

/// The master key, if it can be read, and what there is to say about its file.
pub(super) fn master_key(path: &Path) -> (Option<MasterKey>, Vec<Line>) {
    let shown = path.display();
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            let fix = "Put back the copy that was kept apart; a new installation makes one when it first serves.";
            return (
                None,
                vec![Line::wrong(KEY, format!("{shown}: {error}"), fix)],
            );
        }
    };
    match MasterKey::parse(&text) {
        Err(error) => (
            None,
            vec![Line::wrong(
                KEY,
                format!("{shown}: {error}"),
                "Put back the copy that was kept apart.",
            )],
        ),
        Ok(key) if is_open_to_others(path) => {
            let fix = format!("chmod 600 {shown}");
            (
                Some(key),
                vec![Line::wrong(
                    KEY,
                    format!("{shown} can be read by others on this machine"),
                    fix,
                )],
            )
        }
        Ok(key) => (Some(key), vec![Line::ok(KEY, shown)]),
    }
}

#[cfg(unix)]
fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|it| it.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> bool {
    false
}

/// Can evidence be kept, and is there room for it?
pub(super) fn bytes(folder: &Path) -> Vec<Line> {
    let shown = folder.display();
    if let Err(error) = try_out(folder) {
        let fix = "Make the folder, and let the user that runs the server write there.";
        return vec![Line::wrong(BYTES, format!("{shown}: {error}"), fix)];
    }
    let mut lines = vec![Line::ok(BYTES, format!("{shown} can be written"))];
    if let Some(free) = free(folder) {
        let found = format!("{} MB at {shown}", free / 1_000_000);
        lines.push(match free {
            ..TOO_LITTLE => Line::wrong(SPACE, found, "Make room: one upload may have 500 MB."),
            TOO_LITTLE..LITTLE => {
                Line::warning(SPACE, found, "Make room: one upload may have 500 MB.")
            }
            _ => Line::ok(SPACE, found),
        });
    }
    lines
}

fn try_out(folder: &Path) -> std::io::Result<()> {
    let probe = folder.join(format!(".check-{}", std::process::id()));
    fs::write(&probe, b"testamur check")?;
    fs::remove_file(&probe)
}

#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let about = rustix::fs::statvfs(folder).ok()?;
    Some(about.f_bavail.saturating_mul(about.f_frsize))
}

#[cfg(not(unix))]
fn free(_: &Path) -> Option<u64> {
    None
}
