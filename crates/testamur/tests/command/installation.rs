//! Making an administrator, importing, checking.

use crate::program::{Bench, demo};

#[test]
fn a_new_installation_with_an_administrator_and_a_package_is_sound() {
    let bench = Bench::with_an_installation();
    let checked = bench.run(&["check"]);
    assert_eq!(checked.code, 0, "{}{}", checked.out, checked.error);
    assert!(checked.out.contains("1 can sign"), "{}", checked.out);
    let json: serde_json::Value =
        serde_json::from_str(&bench.run(&["check", "--json"]).out).unwrap();
    assert_eq!(json["sound"], true);
}

#[test]
fn a_check_changes_nothing_and_says_that_there_is_no_installation() {
    let bench = Bench::new();
    let checked = bench.run(&["check"]);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("testamur serve"), "{}", checked.out);
    assert!(!bench.path("testamur-data").exists());
}

#[test]
fn another_master_key_is_found_by_the_check() {
    let bench = Bench::with_an_installation();
    bench.write("testamur-data/master.key", "ab".repeat(32));
    let checked = bench.run(&["check"]);
    assert_eq!(checked.code, 1);
    assert!(
        checked.out.contains("does not open that of riverbend"),
        "{}",
        checked.out
    );
}

#[cfg(unix)]
#[test]
fn a_master_key_that_others_can_read_is_found_by_the_check() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::with_an_installation();
    let key = bench.path("testamur-data/master.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    let checked = bench.run(&["check"]);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("chmod 600"), "{}", checked.out);
}

#[test]
fn without_a_password_file_a_password_is_made_and_shown() {
    let bench = Bench::with_an_installation();
    let made = bench.run(&[
        "admin",
        "create",
        "--email",
        "lea@riverbend.example",
        "--name",
        "Lea Ortiz",
    ]);
    assert_eq!(made.code, 0, "{}", made.error);
    assert!(
        made.out.contains("Password, shown this once: "),
        "{}",
        made.out
    );
    let again = bench.run(&[
        "admin",
        "create",
        "--email",
        "lea@riverbend.example",
        "--name",
        "Lea Ortiz",
    ]);
    assert_eq!(again.code, 2, "{}", again.out);
}

#[test]
fn the_first_administrator_needs_an_organization() {
    let bench = Bench::new();
    let made = bench.run(&[
        "admin",
        "create",
        "--email",
        "ada@riverbend.example",
        "--name",
        "Ada Vale",
    ]);
    made.refused("--organization-name");
}

#[test]
fn the_same_package_again_is_refused_and_another_is_not() {
    let bench = Bench::with_an_installation();
    assert_eq!(bench.import("wait-time-that-works").code, 2);
    let done = bench.import("teach-your-routines");
    assert_eq!(done.code, 0, "{}", done.error);
    assert!(done.out.contains("in the name of Ada Vale"), "{}", done.out);
}

#[test]
fn a_package_that_cannot_be_used_is_told_with_file_and_line() {
    let bench = Bench::with_an_installation();
    std::fs::create_dir(bench.path("package")).unwrap();
    let text = std::fs::read_to_string(demo("wait-time-that-works").join("micro-credential.toml"))
        .unwrap();
    bench.write(
        "package/micro-credential.toml",
        format!("colour = \"red\"\n{text}"),
    );
    let done = bench.run(&["import", "package", "--organization", "riverbend"]);
    done.refused("package/micro-credential.toml:1 colour: expected ");
    done.refused("turn-log.csv");
}

#[cfg(unix)]
#[test]
fn a_link_in_a_package_is_not_followed() {
    let bench = Bench::with_an_installation();
    std::fs::create_dir(bench.path("package")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", bench.path("package/turn-log.csv")).unwrap();
    bench
        .run(&["import", "package", "--organization", "riverbend"])
        .refused("a link is not followed");
}
