//! What was found, in words.

use domain::evidence::blindness::{Check, Finding, Fit, Whose};

use crate::pages::evidence::FindingLine;
use crate::shell::Shell;

/// What a finding tells.
pub(crate) fn why(shell: &Shell, finding: &Finding) -> String {
    let id = format!("why-{}", finding.why.as_str());
    let phrase = shell.say(&id);
    match finding.whose {
        Whose::School | Whose::District => phrase.put("whose", finding.whose.as_str()).to_string(),
        _ => phrase.to_string(),
    }
}

/// A place in a file, such as `page-3`, in words.
pub(crate) fn place(shell: &Shell, word: &str) -> String {
    match word.rsplit_once('-') {
        Some((kind, number)) if number.bytes().all(|it| it.is_ascii_digit()) => shell
            .say(&format!("place-{kind}"))
            .put("number", number)
            .to_string(),
        _ => shell.say(&format!("place-{word}")).to_string(),
    }
}

/// What was left behind, as a list in words.
pub(crate) fn removed(shell: &Shell, all: &[String]) -> String {
    let words: Vec<_> = all
        .iter()
        .map(|it| shell.say(&format!("removed-{it}")).to_string())
        .collect();
    words.join(", ")
}

/// Every finding of a check, with links into the workspace; `label` names a field of the draft.
pub(crate) fn lines(
    shell: &Shell,
    check: &Check,
    label: impl Fn(&str) -> (String, String),
) -> Vec<FindingLine> {
    let line = |place: String, address: &str, it: &Finding| FindingLine {
        place: shell
            .say("findings-line")
            .put("place", place)
            .put("line", it.line)
            .to_string(),
        address: address.to_owned(),
        before: it.before.clone(),
        words: it.words.clone(),
        behind: it.behind.clone(),
        why: why(shell, it),
    };
    let texts = check.texts.iter().flat_map(|text| {
        let (name, address) = label(&text.field);
        let all = text.findings.iter();
        all.map(|it| line(name.clone(), &address, it))
            .collect::<Vec<_>>()
    });
    let pieces = check.pieces.iter().flat_map(|piece| {
        let address = format!("#piece-{}", piece.evidence);
        let all = piece.found.findings.iter();
        all.map(|(at, it)| {
            let name = format!("{}, {}", piece.shown_name, place(shell, at));
            line(name, &address, it)
        })
        .collect::<Vec<_>>()
    });
    texts.chain(pieces).collect()
}

/// Text that no machine could read, file by file.
pub(crate) fn unread(shell: &Shell, check: &Check) -> Vec<String> {
    let files = check.pieces.iter().filter_map(|it| match &it.fit {
        Fit::Ready { unread, .. } if !unread.is_empty() => Some((it, unread)),
        _ => None,
    });
    files
        .map(|(it, unread)| {
            let places: Vec<_> = unread.iter().take(12).map(|at| place(shell, at)).collect();
            shell
                .say("findings-unread")
                .put("name", &it.shown_name)
                .put("places", places.join(", "))
                .to_string()
        })
        .collect()
}
