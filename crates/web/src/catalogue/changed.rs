//! What changed between two versions, in sentences.

use domain::catalogue::change::{Aspect, Changes, CriterionChange, EntryChange, How};

use crate::shell::Shell;

/// Each change as a sentence; one that says so if nothing differs.
pub fn sentences(shell: &Shell, changes: &Changes) -> Vec<String> {
    let mut said: Vec<String> = changes.entries.iter().map(|it| entry(shell, it)).collect();
    said.extend(changes.criteria.iter().map(|it| criterion(shell, it)));
    let mut fields: Vec<&str> = changes.fields.iter().map(|it| word_of(it)).collect();
    fields.sort_unstable();
    fields.dedup();
    if !fields.is_empty() {
        let words: Vec<_> = fields.iter().map(|it| shell.say(it).to_string()).collect();
        said.push(
            shell
                .say("change-fields")
                .put("fields", words.join(", "))
                .to_string(),
        );
    }
    if !changes.criteria.is_empty() || !changes.entries.is_empty() {
        let count = changes.carried.len();
        said.push(shell.say("change-carried").put("count", count).to_string());
    } else if fields.is_empty() {
        said.push(shell.say("change-none").to_string());
    } else {
        said.push(shell.say("change-none-judged").to_string());
    }
    said
}

fn entry(shell: &Shell, it: &EntryChange) -> String {
    let word = match it.how {
        How::Added => "change-entry-added",
        How::Removed => "change-entry-removed",
        How::Changed => "change-entry-changed",
    };
    shell.say(word).put("title", &it.title).to_string()
}

fn criterion(shell: &Shell, it: &CriterionChange) -> String {
    let title = &it.title;
    match it.how {
        How::Added => shell
            .say("change-criterion-added")
            .put("title", title)
            .to_string(),
        How::Removed => shell
            .say("change-criterion-removed")
            .put("title", title)
            .to_string(),
        How::Changed => {
            let aspects = it.aspects.iter().map(|aspect| {
                shell
                    .say(match aspect {
                        Aspect::Text => "change-aspect-text",
                        Aspect::Levels => "change-aspect-levels",
                        Aspect::PassingLevel => "change-aspect-passing",
                        Aspect::Sources => "change-aspect-sources",
                    })
                    .to_string()
            });
            shell
                .say("change-criterion-changed")
                .put("title", title)
                .put("aspects", aspects.collect::<Vec<_>>().join(", "))
                .to_string()
        }
    }
}

/// The words for a key of the content; keys that are told together have the same.
fn word_of(key: &str) -> &'static str {
    match key {
        "ai_use" => "content-ai-use",
        "code" | "title" => "content-name",
        "competency" => "content-competency",
        "for_whom" | "not_for_whom" | "summary" => "content-description",
        "hours" | "time" => "content-time",
        "key_method" | "rationale" | "resources" => "content-method",
        "level" => "content-level",
        "plan" => "content-plan",
        "students_needed" | "video_needed" => "content-needs",
        "valid_for_months" | "window_months" => "content-periods",
        _ => "content-finding",
    }
}
