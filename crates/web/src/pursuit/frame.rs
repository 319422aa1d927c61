//! What the pages of this room share: dates in the issuer's zone, its colour, its seal.

use std::collections::BTreeSet;

use app::pursuit::Issuer;
use domain::catalogue::{Content, LevelScale, Slug};
use jiff::tz::TimeZone;

use crate::accent::Accent;
use crate::dates::Dates;
use crate::seal::{Criterion, SealData};
use crate::shell::Shell;
use crate::words::Language;

/// Dates in the zone of an issuer.
pub fn dates(language: Language, issuer: &Issuer) -> Dates {
    let zone = TimeZone::get(&issuer.time_zone).unwrap_or(TimeZone::UTC);
    Dates::new(language, zone)
}

/// The frame in the issuer's colour.
pub fn in_colour(shell: Shell, issuer: &Issuer) -> Shell {
    shell.in_accent(Accent::named(&issuer.accent))
}

/// What a seal is drawn from, with the criteria that are met.
pub fn seal(
    content: &Content,
    issuer: &Issuer,
    met: &BTreeSet<Slug>,
    year: i16,
    language: Language,
) -> SealData {
    let criteria = content.rubric.criteria.iter();
    SealData {
        title: content.title.clone(),
        issuer: issuer.name.clone(),
        year,
        code: content.code.to_string(),
        level: content.level.to_string(),
        step: LevelScale::default().step(&content.level).unwrap_or(1),
        criteria: criteria
            .map(|it| Criterion {
                met: met.contains(&it.id),
                leading: false,
            })
            .collect(),
        accent: Accent::named(&issuer.accent),
        language,
    }
}
