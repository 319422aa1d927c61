//! What a browser is called by people.

use crate::shell::Shell;

/// Told apart in this order: later ones name earlier ones, too.
const BROWSERS: [(&str, &str); 5] = [
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
];

/// Such as `Firefox on Linux`; what it says of itself if it is no browser; a sentence if it says nothing.
pub(super) fn named(shell: &Shell, agent: &str) -> String {
    let found = |names: &[(&str, &'static str)]| {
        names
            .iter()
            .find(|(sign, _)| agent.contains(sign))
            .map(|(_, name)| *name)
    };
    match (found(&BROWSERS), found(&SYSTEMS)) {
        (Some(browser), Some(system)) => shell
            .say("account-device")
            .put("browser", browser)
            .put("system", system)
            .to_string(),
        _ if agent.trim().is_empty() => shell.say("account-device-unknown").to_string(),
        _ => agent.chars().take(60).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_by_its_name() {
        let shell = Shell::default();
        let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
        assert_eq!(named(&shell, chrome), "Chrome on Linux");
        assert_eq!(named(&shell, "curl/8.0"), "curl/8.0");
        assert_eq!(
            named(&shell, ""),
            "A program, or a browser that we do not know"
        );
    }
}
