//! The name that an upload came with. It is shown to its educator alone and never becomes a path.

/// The longest name that is kept, in characters.
const LONGEST: usize = 120;

/// What is left of an uploaded name: its last part, without control and direction characters.
pub(super) fn tamed(uploaded: &str) -> String {
    let last = uploaded.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .filter(|it| !it.is_control() && !turns_direction(*it))
        .take(LONGEST)
        .collect();
    let plain = plain.trim();
    if plain.chars().all(|it| it == '.') {
        String::new()
    } else {
        plain.to_owned()
    }
}

/// The ending of a name in lower case, if there is one.
pub(super) fn ending(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    (!stem.is_empty()).then(|| ending.to_lowercase())
}

/// Characters that make `exe.txt` read as `txt.exe`.
fn turns_direction(it: char) -> bool {
    matches!(it, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_cut_to_its_last_part() {
        assert_eq!(tamed("../../etc/passwd"), "passwd");
        assert_eq!(tamed("C:\\Users\\Mara\\log.pdf"), "log.pdf");
        assert_eq!(tamed("a/.."), "");
        assert_eq!(tamed("/"), "");
    }

    #[test]
    fn nothing_in_a_name_can_turn_it_around_or_break_a_line() {
        assert_eq!(tamed("log\u{202e}fdp.exe\r\nX: y\0"), "logfdp.exeX: y");
        assert_eq!(tamed(&"x".repeat(500)).len(), LONGEST);
    }

    #[test]
    fn an_ending_is_read_in_any_case() {
        assert_eq!(ending("Log.CSV").as_deref(), Some("csv"));
        assert_eq!(ending(".csv"), None);
        assert_eq!(ending("log"), None);
    }
}
