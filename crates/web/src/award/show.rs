//! The page of an award, filled.

use app::award::{AwardShown, CheckName, CheckOutcome, Report, Verification};
use domain::award::Visibility as Shows;
use domain::catalogue::Criterion;
use domain::ids::AwardId;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::accent::Accent;
use crate::dates::Dates;
use crate::form::Choice;
use crate::icon::Mark;
use crate::pages::award::{Award, Check, Passed, ResultLine, Visibility};
use crate::pages::part::{Fact, Link, Note, State, Tone};
use crate::seal::Variant;
use crate::shell::Shell;

/// The page; `key` is for the holder's form.
pub(super) fn page(shell: Shell, shown: &AwardShown, key: String) -> Award {
    let award = &shown.award;
    let content = &award.content;
    let zone = TimeZone::get(&award.time_zone).unwrap_or(TimeZone::UTC);
    let dates = Dates::new(shell.language, zone);
    let report = shown.verification.as_ref().map(|it| &it.report);
    let served = Served {
        award: award.award,
        path: "/awards",
        did: &shown.did,
        did_document: &shown.did_document,
        status_list: &shown.status_list,
    };
    let checked = |it: &Verification| dates.moment(it.at);
    Award {
        verdict: verdict(&shell, report),
        title: content.title.clone(),
        level: content.level.to_string(),
        holder: award.holder_name.clone(),
        competency: content.competency.clone(),
        revoked: shown.revoked.as_ref().map(|(reason, at)| {
            let title = shell.say("award-revoked-on").put("day", dates.day(*at));
            Note::new(Tone::Look, title, reason)
        }),
        facts: facts(&shell, shown, &dates),
        seal: super::seal::data(award, shell.language).draw(Variant::Full),
        assessors: content.plan.assessors(),
        results: results(shown, report),
        counted: Vec::new(),
        checks: report.map_or_else(Vec::new, |report| checks(&shell, report)),
        checked: shown.verification.as_ref().map(checked).unwrap_or_default(),
        note: (!shown.is_reachable).then(|| local(&shell, &served)),
        address: shown.address.clone(),
        edition: award.credential.to_string(),
        file: report.map(|_| format!("/awards/{}.json", award.award)),
        commands: commands(&served),
        documents: vec![
            Link::new(&shown.did_document, shell.say("award-did")),
            Link::new(&shown.status_list, shell.say("award-list")),
        ],
        offer: Link::new(
            format!(
                "/micro-credentials/{}?version={}",
                award.slug, award.version
            ),
            shell.say("award-offer"),
        ),
        visibility: shown
            .is_mine
            .then(|| visibility(&shell, &served, award.visibility, key)),
        shell: shell.in_accent(Accent::named(&award.accent)),
    }
}

/// What all checks together say, the gravest first.
pub(super) fn verdict(shell: &Shell, report: Option<&Report>) -> State {
    let Some(report) = report else {
        return State::new(Mark::Waiting, shell.say("award-signing"));
    };
    let failed = |name| report.is(name, CheckOutcome::Fail);
    let any_failed = report
        .checks
        .iter()
        .any(|it| it.outcome == CheckOutcome::Fail);
    let (mark, sentence) = if report.verified {
        (Mark::Met, "award-valid")
    } else if failed(CheckName::Proof) || failed(CheckName::Issuer) {
        (Mark::Late, "award-broken")
    } else if failed(CheckName::Status) {
        (Mark::Gone, "award-revoked")
    } else if failed(CheckName::ValidityPeriod) {
        (Mark::Gone, "award-expired")
    } else if any_failed {
        (Mark::Late, "award-broken")
    } else {
        (Mark::Held, "award-unsure")
    };
    State::new(mark, shell.say(sentence))
}

fn facts(shell: &Shell, shown: &AwardShown, dates: &Dates) -> Vec<Fact> {
    let award = &shown.award;
    let issuer = format!("/issuers/{}", award.organization);
    let ends = award.signed.as_deref().and_then(end);
    let ends = ends.map_or_else(|| shell.say("never").to_string(), |at| dates.day(at));
    vec![
        Fact::linked(shell.say("fact-issuer"), &award.issuer, issuer),
        Fact::new(shell.say("fact-awarded"), dates.day(award.awarded_at)),
        Fact::new(shell.say("fact-ends"), ends),
        Fact::new(shell.say("fact-credential-number"), award.credential),
    ]
}

/// The end that was signed.
pub(super) fn end(signed: &str) -> Option<jiff::Timestamp> {
    let signed: Value = serde_json::from_str(signed).ok()?;
    signed.get("validUntil")?.as_str()?.parse().ok()
}

/// The rubric results; none if the signature does not hold, since nothing may be believed then.
fn results(shown: &AwardShown, report: Option<&Report>) -> Vec<ResultLine> {
    if report.is_some_and(|it| it.is(CheckName::Proof, CheckOutcome::Fail)) {
        return Vec::new();
    }
    let rubric = &shown.award.content.rubric;
    let line = |criterion: &Criterion| {
        let outcome = &shown.award.outcome.criteria;
        let outcome = outcome.iter().find(|it| it.criterion == criterion.id)?;
        let mark = if outcome.met { Mark::Met } else { Mark::NotYet };
        Some(ResultLine {
            criterion: criterion.title.clone(),
            state: State::new(mark, &rubric.level(outcome.level)?.name),
            meaning: criterion.descriptor(outcome.level)?.to_owned(),
        })
    };
    rubric.criteria.iter().filter_map(line).collect()
}

pub(super) fn checks(shell: &Shell, report: &Report) -> Vec<Check> {
    let check = |it: &app::award::Check| {
        let (passed, outcome) = match it.outcome {
            CheckOutcome::Pass => (Passed::Yes, "yes"),
            CheckOutcome::Fail => (Passed::No, "no"),
            CheckOutcome::Unknown => (Passed::Unknown, "unknown"),
        };
        let name = word(it.check);
        Check {
            title: shell.say(&format!("check-{name}-{outcome}")).to_string(),
            passed,
            reason: it.reason.clone(),
        }
    };
    report.checks.iter().map(check).collect()
}

const fn word(name: CheckName) -> &'static str {
    match name {
        CheckName::TrustedContexts => "trusted-contexts",
        CheckName::JsonLd => "json-ld",
        CheckName::DataModel => "data-model",
        CheckName::Proof => "proof",
        CheckName::Issuer => "issuer",
        CheckName::Status => "status",
        CheckName::ValidityPeriod => "validity-period",
        CheckName::Recipient => "recipient",
        CheckName::Schema => "schema",
    }
}

/// What is served of an award, under `path`.
pub(super) struct Served<'a> {
    pub(super) award: AwardId,
    pub(super) path: &'static str,
    pub(super) did: &'a str,
    pub(super) did_document: &'a str,
    pub(super) status_list: &'a str,
}

pub(super) fn local(shell: &Shell, served: &Served<'_>) -> Note {
    let text = shell.say("award-local").put("address", served.did);
    Note::new(Tone::Look, shell.say("award-local-title"), text)
}

/// What to type in a folder that holds the downloaded file.
pub(super) fn commands(served: &Served<'_>) -> String {
    let file = super::page::file_name(served.award);
    let (did, list) = (served.did, served.status_list);
    format!(
        "curl -o did.json {}\ncurl -o status-list.json {list}\n\
         testamur credential verify {file} \\\n  \
         --document {did}=did.json \\\n  --document {list}=status-list.json",
        served.did_document
    )
}

pub(super) fn visibility(
    shell: &Shell,
    served: &Served<'_>,
    now: Shows,
    key: String,
) -> Visibility {
    let choice = |it: Shows| {
        let word = shell.say(&format!("visibility-{}", it.as_str()));
        Choice::new(it.as_str(), word, it == now)
    };
    Visibility {
        options: [Shows::Private, Shows::Unlisted, Shows::Public]
            .map(choice)
            .to_vec(),
        error: None,
        action: format!("{}/{}/visibility", served.path, served.award),
        key,
    }
}
