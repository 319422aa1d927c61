//! Reads the assessment plan.

use super::finding::{FindingKind, Flaw};
use super::reader::Section;
use crate::catalogue::{AssessmentPlan, BlindMode, PlanKind, Releaser, SameDistrict};

pub(super) fn read(section: &Section<'_>) -> Option<AssessmentPlan> {
    let kind = section.choice("kind", &PlanKind::ALL, PlanKind::as_str);
    let second_score_percent = match kind {
        Some(PlanKind::Single) => section.number("second_score_percent", 1..=100).map(Some),
        Some(PlanKind::Double | PlanKind::Consensus) => refuse_second_score(section),
        None => section.optional_number("second_score_percent", 1..=100),
    };
    let blind = section.choice_or_first("blind", &[BlindMode::Double], BlindMode::as_str);
    let turnaround_business_days = section.number("turnaround_business_days", 1..=60);
    let same_district = section.choice_or_first(
        "same_district",
        &[SameDistrict::Allowed, SameDistrict::Conflict],
        SameDistrict::as_str,
    );
    let releaser = section.optional_choice(
        "releaser",
        &[Releaser::ProgrammeManager, Releaser::LeadAssessor],
        Releaser::as_str,
    );
    section.finish();
    Some(AssessmentPlan {
        kind: kind?,
        second_score_percent: second_score_percent?,
        blind: blind?,
        turnaround_business_days: turnaround_business_days?,
        same_district: same_district?,
        releaser: releaser?,
    })
}

fn refuse_second_score(section: &Section<'_>) -> Option<Option<u8>> {
    if !section.has("second_score_percent") {
        return Some(None);
    }
    let expected = "\"second_score_percent\" only where the kind is \"single\"";
    let flaw = Flaw::new(
        FindingKind::Contradiction,
        expected,
        "another kind",
        "Remove it: every submission is scored twice.",
    );
    section.flaw_at("second_score_percent", flaw);
    None
}
