//! The requirements: what is asked, what is there, the form for one more.

use app::evidence::{accepted_endings, limit_of};
use domain::catalogue::{Form as FormKind, Requirement, Slug, prose};
use domain::evidence::{FILE_TYPES, Item, size_in_words};
use domain::pursuit::Field as DraftField;

use super::findings::standing as standing_of;
use super::{Ink, icon_of};
use crate::form::Mend;
use crate::icon::Mark;
use crate::pages::catalogue::Block;
use crate::pages::part::State;
use crate::pages::pursuit::{Answer, Attach, Piece, Task, Upload};
use crate::site::Site;

pub(super) fn tasks(site: &Site, ink: &Ink<'_>) -> Vec<Task> {
    let all = ink.view.offer.content.requirements.iter();
    all.map(|it| task(site, ink, it)).collect()
}

fn task(site: &Site, ink: &Ink<'_>, of: &Requirement) -> Task {
    let draft = &ink.view.draft.draft;
    let files: Vec<_> = draft.files(&of.id).collect();
    let written = draft.written(&of.id).count() + draft.links(&of.id).count();
    let there = files.len() + written;
    let has_room = files.len() < usize::from(of.max_count);
    let takes_files = of.forms.iter().any(|it| it.is_file());
    let resting = ink.view.offer.content.criteria_resting_on(&of.id);
    let shows: Vec<_> = resting.map(|it| it.title.clone()).collect();
    Task {
        id: Mend {
            field: format!("requirement/{}", of.id),
            text: String::new(),
        }
        .id(),
        title: of.title.clone(),
        text: blocks(&of.instructions),
        limits: limits(ink, of),
        indicators: of.completion_indicators.clone(),
        template: of.template.as_ref().map(|it| {
            let address = format!("/pursuits/{}/templates/{}", ink.view.pursuit, of.id);
            (address, it.file.clone())
        }),
        shows: shows.join(", "),
        state: standing(ink, of, there),
        texts: texts(ink, of),
        links: links(ink, of),
        pieces: files.into_iter().map(|it| piece(ink, it)).collect(),
        upload: (takes_files && has_room).then(|| upload(site, ink, of)),
    }
}

fn blocks(text: &str) -> Vec<Block> {
    let all = prose::blocks(text).into_iter();
    all.map(|it| match it {
        prose::Block::Paragraph(text) => Block::Paragraph(text.to_owned()),
        prose::Block::List(items) => Block::List(items.into_iter().map(str::to_owned).collect()),
    })
    .collect()
}

fn limits(ink: &Ink<'_>, of: &Requirement) -> Vec<String> {
    let say = |id: &str| ink.shell.say(id);
    let count = say("limit-count")
        .put("least", of.min_count)
        .put("most", of.max_count);
    let purpose = say(&format!("requirement-purpose-{}", of.purpose.as_str()));
    let mut lines = vec![purpose.to_string(), count.to_string()];
    if of.forms.iter().any(|it| it.is_file()) {
        let size = size_in_words(limit_of(of));
        let files = say("limit-files")
            .put("endings", accepted_endings(of))
            .put("size", size);
        lines.push(files.to_string());
    }
    if let Some(words) = of.word_limits() {
        let line = say("limit-words")
            .put("least", words.min)
            .put("most", words.max);
        lines.push(line.to_string());
    }
    if let Some(seconds) = of.max_seconds {
        let line = say("limit-minutes").put("minutes", seconds.div_ceil(60));
        lines.push(line.to_string());
    }
    if of.forms.contains(&FormKind::Link) {
        lines.push(say("limit-links").to_string());
    }
    if of.students_may_appear {
        lines.push(say("limit-students").to_string());
    }
    if of.team_may_share {
        lines.push(say("limit-team").to_string());
    }
    lines
}

fn standing(ink: &Ink<'_>, of: &Requirement, there: usize) -> State {
    let needed = of.min_count.max(1);
    let word = ink
        .shell
        .say("task-count")
        .put("there", there)
        .put("needed", needed);
    let mark = match there {
        0 => Mark::Todo,
        _ if there < usize::from(of.min_count) => Mark::Draft,
        _ => Mark::Ready,
    };
    State::new(mark, word)
}

/// A box for every text that is needed or there, and one more where more may be written.
fn texts(ink: &Ink<'_>, of: &Requirement) -> Vec<Answer> {
    if !of.forms.contains(&FormKind::Text) || of.word_limits().is_none() {
        return Vec::new();
    }
    let used = (1..=of.max_count).filter(|n| {
        let field = DraftField::Text(of.id.clone(), *n);
        !ink.view.draft.draft.text(&field).is_empty()
            || ink.retry.typed.contains_key(&field.to_string())
    });
    let only_text = !of.forms.iter().any(|it| it.is_file());
    let least = if only_text { of.min_count.max(1) } else { 1 };
    let shown = used.max().map_or(least, |n| (n + 1).max(least));
    (1..=shown.min(of.max_count))
        .map(|n| {
            let label = ink
                .shell
                .say("task-text")
                .put("title", &of.title)
                .put("number", n)
                .put("most", of.max_count);
            let field = DraftField::Text(of.id.clone(), n);
            let limits = of.word_limits();
            let mut answer = ink.answer(&field, label.to_string(), None, limits);
            answer.field.is_required = only_text && n <= of.min_count;
            answer
        })
        .collect()
}

/// A box for every link that is there, and one more where more may be given.
fn links(ink: &Ink<'_>, of: &Requirement) -> Vec<Answer> {
    if !of.forms.contains(&FormKind::Link) {
        return Vec::new();
    }
    let used = (1..=of.max_count).filter(|n| {
        let field = DraftField::Link(of.id.clone(), *n);
        !ink.view.draft.draft.text(&field).is_empty()
            || ink.retry.typed.contains_key(&field.to_string())
    });
    let shown = used.max().map_or(1, |n| n + 1);
    let hint = ink.shell.say("task-link-hint").to_string();
    (1..=shown.min(of.max_count))
        .map(|n| {
            let label = ink
                .shell
                .say("task-link")
                .put("title", &of.title)
                .put("number", n)
                .put("most", of.max_count);
            let field = DraftField::Link(of.id.clone(), n);
            let mut answer = ink.answer(&field, label.to_string(), Some(&hint), None);
            answer.field.is_required = false;
            answer.rows = 2;
            answer
        })
        .collect()
}

fn piece(ink: &Ink<'_>, item: &Item) -> Piece {
    let uploaded = ink.view.draft.uploaded_names.get(&item.id);
    let note = match uploaded.filter(|it| !it.is_empty()) {
        Some(name) => ink
            .shell
            .say("piece-from")
            .put("size", size_in_words(item.bytes))
            .put("name", name)
            .to_string(),
        None => size_in_words(item.bytes),
    };
    let (state, looked) = standing_of(ink, item);
    let note = match looked {
        Some(looked) => format!("{note}. {looked}"),
        None => note,
    };
    let action = format!("/pursuits/{}/files/{}", ink.view.pursuit, item.id);
    Piece {
        id: item.id.to_string(),
        name: item.shown_name.clone(),
        form: icon_of(item.form),
        caption: item.caption.clone(),
        note,
        state,
        address: format!("/files/{}/preview", item.id),
        attach: attach(ink, &item.requirement, |it| item.criteria.contains(it)),
        remove: format!("{action}/removal"),
        action,
    }
}

fn upload(site: &Site, ink: &Ink<'_>, of: &Requirement) -> Upload {
    let rests = ink.view.offer.content.criteria_resting_on(&of.id).count();
    let accepted = FILE_TYPES.iter().filter(|it| of.forms.contains(&it.form));
    let accept: Vec<_> = accepted.map(|it| format!(".{}", it.ending)).collect();
    let error = ink.retry.upload.as_ref();
    Upload {
        action: format!("/pursuits/{}/files", ink.view.pursuit),
        requirement: of.id.to_string(),
        accept: accept.join(","),
        hint: ink
            .shell
            .say("limit-files")
            .put("endings", accepted_endings(of))
            .put("size", size_in_words(limit_of(of)))
            .to_string(),
        attach: attach(ink, &of.id, |_| rests == 1),
        key: site.fresh_key(),
        error: error
            .filter(|(id, _)| id == of.id.as_str())
            .map(|(_, words)| words.clone()),
    }
}

fn attach(ink: &Ink<'_>, requirement: &Slug, chosen: impl Fn(&Slug) -> bool) -> Vec<Attach> {
    let resting = ink.view.offer.content.criteria_resting_on(requirement);
    resting
        .map(|it| Attach {
            id: it.id.to_string(),
            title: it.title.clone(),
            is_chosen: chosen(&it.id),
        })
        .collect()
}
