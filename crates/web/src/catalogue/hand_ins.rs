//! What is handed in, in words.

use domain::catalogue::{Content, Form, Prompt, Purpose, Requirement};

use super::show::blocks;
use crate::pages::catalogue::HandIn;
use crate::shell::Shell;

/// Prompts and requirements in their order.
pub fn hand_ins(shell: &Shell, slug: &str, content: &Content) -> Vec<HandIn> {
    let overview = content.overview.iter().map(|it| prompt(shell, it));
    let evidence = content
        .requirements
        .iter()
        .map(|it| requirement(shell, slug, it));
    let reflection = content.reflection.iter().map(|it| prompt(shell, it));
    overview.chain(evidence).chain(reflection).collect()
}

fn prompt(shell: &Shell, it: &Prompt) -> HandIn {
    HandIn {
        title: it.text.clone(),
        text: it.hint.as_deref().map(blocks).unwrap_or_default(),
        kind: shell.say("hand-in-written").to_string(),
        limits: vec![words(shell, it.min_words, it.max_words)],
        indicators: Vec::new(),
        template: None,
    }
}

fn requirement(shell: &Shell, slug: &str, it: &Requirement) -> HandIn {
    let file = it.template.as_ref().map(|file| {
        (
            format!("{}/templates/{}", super::address(slug), it.id),
            file.file.clone(),
        )
    });
    HandIn {
        title: it.title.clone(),
        text: blocks(&it.instructions),
        kind: shell.say(word_of_purpose(it.purpose)).to_string(),
        limits: limits(shell, it)
            .into_iter()
            .chain(sharing(shell, it))
            .collect(),
        indicators: it.completion_indicators.clone(),
        template: file,
    }
}

/// What holds for a piece besides its limits: it may be left out, a team may share it, students may
/// be seen or heard in it.
fn sharing(shell: &Shell, it: &Requirement) -> Vec<String> {
    [
        (it.is_optional(), "hand-in-optional"),
        (it.team_may_share, "hand-in-team"),
        (it.students_may_appear, "hand-in-consent"),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, word)| shell.say(word).to_string())
    .collect()
}

/// What one needs to have before starting, each as a sentence.
pub fn needs(shell: &Shell, content: &Content) -> Vec<String> {
    let word = |is: bool, yes, no| shell.say(if is { yes } else { no }).to_string();
    let consent = content
        .requirements
        .iter()
        .filter(|it| it.students_may_appear)
        .count();
    let mut needs = vec![
        word(
            content.students_needed,
            "needs-students",
            "needs-no-students",
        ),
        word(content.video_needed, "needs-video", "needs-no-video"),
    ];
    if consent > 0 {
        needs.push(shell.say("needs-consent").put("count", consent).to_string());
    }
    let window = shell
        .say("needs-window")
        .put("months", content.window_months);
    needs.push(window.to_string());
    if let Some(months) = content.valid_for_months {
        needs.push(shell.say("award-ends").put("months", months).to_string());
    }
    needs
}

const fn word_of_purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Learning => "purpose-learning",
        Purpose::Practice => "purpose-practice",
        Purpose::Impact => "purpose-impact",
    }
}

/// Forms, counts and limits of a requirement, each as a phrase.
pub fn limits(shell: &Shell, it: &Requirement) -> Vec<String> {
    let forms: Vec<_> = it
        .forms
        .iter()
        .map(|form| shell.say(word_of(*form)).to_string())
        .collect();
    let mut phrases = vec![forms.join(", "), pieces(shell, it)];
    if let Some(limits) = it.word_limits() {
        phrases.push(words(shell, limits.min, limits.max));
    }
    if let Some(bytes) = it.max_bytes {
        phrases.push(
            shell
                .say("limit-size")
                .put("megabytes", bytes.div_ceil(1_000_000))
                .to_string(),
        );
    }
    if let Some(seconds) = it.max_seconds {
        phrases.push(
            shell
                .say("hand-in-minutes")
                .put("minutes", seconds.div_ceil(60))
                .to_string(),
        );
    }
    phrases
}

fn pieces(shell: &Shell, it: &Requirement) -> String {
    if it.min_count == it.max_count {
        return shell
            .say("limit-pieces")
            .put("count", it.max_count)
            .to_string();
    }
    shell
        .say("limit-pieces-between")
        .put("minimum", it.min_count)
        .put("maximum", it.max_count)
        .to_string()
}

fn words(shell: &Shell, minimum: u32, maximum: u32) -> String {
    shell
        .say("hand-in-words")
        .put("minimum", minimum)
        .put("maximum", maximum)
        .to_string()
}

const fn word_of(form: Form) -> &'static str {
    match form {
        Form::Text => "form-text",
        Form::Document => "form-document",
        Form::Image => "form-image",
        Form::Audio => "form-audio",
        Form::Video => "form-video",
        Form::Link => "form-link",
    }
}
