//! What is handed in, in words.

use domain::catalogue::{Content, Form, Prompt, Requirement};

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
        limits: limits(shell, it),
        indicators: it.completion_indicators.clone(),
        template: file,
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
