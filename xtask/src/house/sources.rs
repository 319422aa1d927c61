//! What no source file may hold.

use std::path::Path;

use super::Breach;
use crate::failure::Failure;

/// Lines that a file may have. Past it the design is asking for something.
pub const MOST_LINES: usize = 500;

/// Endings of the files whose length is limited.
const LIMITED: [&str; 5] = ["rs", "js", "mjs", "html", "css"];

/// Endings of the files that are read for unfinished work.
const READ: [&str; 11] = [
    "rs", "js", "mjs", "html", "css", "ftl", "py", "sh", "sql", "toml", "yml",
];

/// Folders that hold what others wrote or what programs made.
const SKIPPED: [&str; 7] = [
    "node_modules",
    "results",
    "target",
    "testamur-data",
    "vectors",
    "vendor",
    "corpus",
];

/// Templates that may print a value without escaping it, each with the reason beside it.
const UNESCAPED: [&str; 0] = [];

/// Every breach in the files under a folder.
///
/// # Errors
/// If a file or folder cannot be read.
pub fn breaches(root: &Path) -> Result<Vec<Breach>, Failure> {
    let mut breaches = Vec::new();
    visit(root, root, &mut breaches)?;
    breaches.sort();
    Ok(breaches)
}

fn visit(root: &Path, folder: &Path, breaches: &mut Vec<Breach>) -> Result<(), Failure> {
    let doing = format!("cannot read {}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(Failure::during(&doing))? {
        let entry = entry.map_err(Failure::during(&doing))?;
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let kind = entry.file_type().map_err(Failure::during(&doing))?;
        if kind.is_dir() && !name.starts_with('.') && !SKIPPED.contains(&name.as_ref()) {
            visit(root, &path, breaches)?;
        }
        if kind.is_file() && has_ending(&path, &READ) {
            let text = std::fs::read_to_string(&path)
                .map_err(Failure::during(format!("cannot read {}", path.display())))?;
            let shown = path.strip_prefix(root).unwrap_or(&path);
            breaches.extend(judge(shown, &text));
        }
    }
    Ok(())
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| endings.contains(&ending))
}

fn judge(path: &Path, text: &str) -> Vec<Breach> {
    let shown = path.display().to_string();
    let mut breaches = Vec::new();
    let lines = text.lines().count();
    if has_ending(path, &LIMITED) && lines > MOST_LINES {
        let what = format!("{lines} lines; a file has at most {MOST_LINES}");
        breaches.push(Breach::new(&shown, what));
    }
    for (index, line) in text.lines().enumerate() {
        let at = format!("{shown}:{}", index + 1);
        if let Some(mark) = UNFINISHED.iter().find(|mark| holds_word(line, mark)) {
            breaches.push(Breach::new(&at, format!("unfinished work: {mark}")));
        }
        if has_ending(path, &["html"]) && unescaped(line) && !UNESCAPED.contains(&shown.as_str()) {
            breaches.push(Breach::new(&at, "prints a value without escaping it"));
        }
    }
    breaches
}

/// The marks of unfinished work, spelled so that this file does not hold them.
const UNFINISHED: [&str; 5] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("to", "do!"),
    concat!("unimple", "mented!"),
];

fn holds_word(line: &str, word: &str) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(word).any(|(start, found)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        let after = line
            .get(start + found.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// The filters by which a template says "do not escape", with any spaces around the bar.
fn unescaped(line: &str) -> bool {
    let tight: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    tight.contains("|safe") || tight.contains("|escape(\"none\")") || tight.contains("|e(\"none\")")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge_file(name: &str, text: &str) -> Vec<Breach> {
        judge(Path::new(name), text)
    }

    #[test]
    fn a_file_that_is_too_long_is_named_with_its_length() {
        let long = "x\n".repeat(MOST_LINES + 1);
        assert_eq!(judge_file("a.rs", &"x\n".repeat(MOST_LINES)), []);
        let found = judge_file("a.rs", &long);
        assert!(found[0].what.contains("501 lines"), "{}", found[0]);
    }

    #[test]
    fn data_files_may_be_long() {
        assert_eq!(judge_file("a.ftl", &"x\n".repeat(MOST_LINES * 2)), []);
    }

    #[test]
    fn unfinished_work_is_found_with_its_line() {
        let line = format!("fine\n// {}: write this\n", UNFINISHED[0]);
        let found = judge_file("a.rs", &line);
        assert_eq!(
            found.first().map(|breach| breach.at.as_str()),
            Some("a.rs:2")
        );
        assert_eq!(
            judge_file("a.rs", &format!("{}();", UNFINISHED[3])).len(),
            1
        );
    }

    #[test]
    fn a_mark_inside_a_longer_word_is_not_unfinished_work() {
        assert_eq!(
            judge_file("a.rs", &format!("let s = \"ab{}cd\";", UNFINISHED[2])),
            []
        );
    }

    #[test]
    fn a_template_may_not_switch_escaping_off() {
        assert_eq!(judge_file("a.html", "<p>{{ name }}</p>"), []);
        assert_eq!(judge_file("a.html", "<p>{{ name|safe }}</p>").len(), 1);
        assert_eq!(judge_file("a.html", "<p>{{ name | safe }}</p>").len(), 1);
        assert_eq!(judge_file("a.rs", "let safe = a|safe;"), []);
    }
}
