//! What content looks like: running text, rubric, seal.

use app::catalogue::{Looked, Offer as Listed, PublishedVersion, Standing};
use domain::catalogue::{Card, Content, LevelScale, prose};
use domain::time::Timestamp;
use jiff::tz::TimeZone;

use super::changed;
use super::hand_ins::{hand_ins, needs};
use crate::accent::Accent;
use crate::dates::Dates;
use crate::pages::catalogue::{
    Block, MicroCredential, Offer, Reason, Resource, Start, VersionLine,
};
use crate::pages::part::{self, Crumb, Fact, Note, Tone};
use crate::seal::{self, SealData, Variant};
use crate::shell::Shell;

/// Running text as blocks of a page.
pub fn blocks(text: &str) -> Vec<Block> {
    let block = |it: prose::Block<'_>| match it {
        prose::Block::Paragraph(text) => Block::Paragraph(text.to_owned()),
        prose::Block::List(items) => Block::List(items.into_iter().map(str::to_owned).collect()),
    };
    prose::blocks(text).into_iter().map(block).collect()
}

/// The rubric as a table.
pub fn rubric(content: &Content) -> part::Rubric {
    let levels = &content.rubric.levels;
    let criteria = content.rubric.criteria.iter().map(|it| part::Criterion {
        title: it.title.clone(),
        passing: it.passing_level,
        descriptors: levels
            .iter()
            .map(|level| it.descriptor(level.number).unwrap_or_default().to_owned())
            .collect(),
    });
    part::Rubric {
        levels: levels
            .iter()
            .map(|it| part::Level {
                number: it.number,
                name: it.name.clone(),
            })
            .collect(),
        criteria: criteria.collect(),
    }
}

/// The seal of a micro-credential, with every criterion met.
pub fn seal(shell: &Shell, card: &Card, issuer: &str, accent: Accent, year: i16) -> SealData {
    let criteria = card.leading.iter().map(|leading| seal::Criterion {
        met: true,
        leading: *leading,
    });
    SealData {
        title: card.title.clone(),
        issuer: issuer.to_owned(),
        year,
        code: card.code.to_string(),
        level: card.level.to_string(),
        step: LevelScale::default().step(&card.level).unwrap_or(1),
        criteria: criteria.collect(),
        accent,
        language: shell.language,
    }
}

/// The year of a moment, in the zone of the world.
pub fn year(moment: Timestamp) -> i16 {
    moment.to_zoned_datetime(TimeZone::UTC).year()
}

/// A line of the list.
pub fn offer(shell: &Shell, it: &Listed) -> Offer {
    let card = &it.card;
    let needs = [
        if card.students_needed {
            "need-students"
        } else {
            "need-no-students"
        },
        if card.video_needed {
            "need-video"
        } else {
            "need-no-video"
        },
    ];
    let seal = seal(
        shell,
        card,
        &it.issuer,
        Accent::named(&it.accent),
        year(it.published_at),
    );
    Offer {
        address: super::address(&it.slug),
        title: card.title.clone(),
        competency: card.competency.clone(),
        issuer: it.issuer.clone(),
        level: card.level.to_string(),
        hours: card.hours,
        needs: needs
            .iter()
            .map(|need| shell.say(need).to_string())
            .collect(),
        standing: None,
        seal: seal.draw(Variant::Small),
    }
}

/// The whole page of one micro-credential.
pub fn micro_credential(shell: Shell, looked: &Looked, start: Start) -> MicroCredential {
    let (content, version) = (&looked.content, &looked.version);
    let accent = Accent::named(&version.accent);
    let seal = seal(
        &shell,
        &Card::of(content),
        &version.issuer,
        accent,
        year(version.published_at),
    );
    let parts = |parts: Vec<(&str, u16)>| {
        parts
            .into_iter()
            .map(|(what, hours)| (what.to_owned(), hours))
            .collect()
    };
    MicroCredential {
        crumbs: vec![
            Crumb::above("/catalogue", shell.say("nav-catalogue")),
            Crumb::here(&content.title),
        ],
        title: content.title.clone(),
        competency: content.competency.clone(),
        summary: blocks(&content.summary),
        facts: facts(&shell, looked),
        for_whom: content.for_whom.clone(),
        not_for_whom: content.not_for_whom.clone(),
        note: (version.state == "retired").then(|| retired(&shell)),
        start,
        seal: seal.draw(Variant::Full),
        needs: needs(&shell, content),
        hand_ins: hand_ins(&shell, &version.slug, content),
        ai_use: content.ai_use.clone(),
        rubric: rubric(content),
        assessors: content.plan.assessors(),
        turnaround: content.plan.turnaround_business_days,
        hours: content.hours,
        time: parts(
            content
                .time
                .iter()
                .map(|it| (it.what.as_str(), it.hours))
                .collect(),
        ),
        method: content.key_method.name.clone(),
        method_text: blocks(&content.key_method.description),
        steps: content
            .key_method
            .components
            .iter()
            .map(|it| (it.name.clone(), it.description.clone()))
            .collect(),
        reasons: content.rationale.iter().map(reason).collect(),
        resources: content.resources.iter().map(resource).collect(),
        alignments: content.alignments.iter().map(alignment).collect(),
        versions: version_lines(&shell, looked),
        shell: shell.in_accent(accent),
    }
}

/// What is said above a version that is no longer offered.
fn retired(shell: &Shell) -> Note {
    Note::new(
        Tone::Look,
        shell.say("mc-retired"),
        shell.say("mc-retired-text"),
    )
}

fn facts(shell: &Shell, looked: &Looked) -> Vec<Fact> {
    let content = &looked.content;
    let students = if content.students_needed {
        "students-needed"
    } else {
        "students-not-needed"
    };
    let film = if content.video_needed {
        "video-needed"
    } else {
        "video-not-needed"
    };
    let mut facts = vec![
        Fact::new(shell.say("fact-level"), &content.level),
        Fact::new(
            shell.say("fact-hours"),
            shell.say("hours").put("count", content.hours),
        ),
        Fact::new(shell.say("fact-students"), shell.say(students)),
        Fact::new(shell.say("facet-video"), shell.say(film)),
        Fact::linked(
            shell.say("fact-issuer"),
            &looked.version.issuer,
            format!("/issuers/{}", looked.version.organization),
        ),
    ];
    facts.extend(looked.stacks.iter().map(|(slug, title)| {
        Fact::linked(
            shell.say("stacks-with"),
            title,
            super::stacks::address(slug),
        )
    }));
    facts
}

fn reason(it: &domain::catalogue::RationaleParagraph) -> Reason {
    let works = it.citations.iter();
    Reason {
        text: it.text.clone(),
        works: works
            .map(|work| {
                (
                    work.text.clone(),
                    work.url.as_ref().map(ToString::to_string),
                )
            })
            .collect(),
    }
}

fn resource(it: &domain::catalogue::Resource) -> Resource {
    Resource {
        title: it.title.clone(),
        address: it.url.as_ref().map(ToString::to_string),
        note: it.note.clone(),
    }
}

fn alignment(it: &domain::catalogue::Alignment) -> (String, String) {
    let code = it
        .code
        .as_deref()
        .map(|code| format!(" {code}"))
        .unwrap_or_default();
    (
        format!("{}{code}, {}", it.framework, it.title),
        it.url.to_string(),
    )
}

fn version_lines(shell: &Shell, looked: &Looked) -> Vec<VersionLine> {
    let zone = TimeZone::get(&looked.version.time_zone).unwrap_or(TimeZone::UTC);
    let dates = Dates::new(shell.language, zone);
    let page = super::address(&looked.version.slug);
    let line = |it: &PublishedVersion| VersionLine {
        number: it.number,
        published: dates.day(it.published_at),
        changes: match &it.changes {
            Some(changes) => changed::sentences(shell, changes),
            None if it.number == 1 => vec![shell.say("version-first").to_string()],
            None => vec![shell.say("version-next").to_string()],
        },
        rubric: it.rubric.chars().take(8).collect(),
        address: format!("{page}?version={}", it.number),
        is_here: it.number == looked.version.number,
    };
    looked.versions.iter().map(line).collect()
}

/// What a visitor can do with it.
pub fn start(looked: &Looked, educator: Educator, key: String) -> Start {
    match (educator, looked.standing) {
        (_, Standing::Earned(award)) => Start::Earned {
            address: format!("/awards/{award}"),
        },
        (_, Standing::Working(pursuit)) => Start::GoOn {
            address: format!("/pursuits/{pursuit}"),
        },
        (Educator::Nobody, Standing::New) => Start::SignIn,
        (Educator::Yes, Standing::New) if looked.version.state == "published" => Start::Open {
            action: format!("{}/pursuits", super::address(&looked.version.slug)),
            key,
        },
        _ => Start::Look,
    }
}

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Educator {
    /// Nobody is signed in.
    Nobody,
    /// Somebody who may pursue micro-credentials.
    Yes,
    /// Somebody else.
    No,
}
