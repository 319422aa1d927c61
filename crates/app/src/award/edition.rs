//! What a signed edition says: an Open Badges 3.0 credential in the house profile.

use credential::badge::{
    AchievedLevel, Achievement, Alignment, Badge, Creator, Criteria, Evidence, Identity, Issuer,
    ResultDescription, RubricLevel, StatusEntry, Subject, hash_email,
};
use domain::catalogue::{Content, Criterion};
use domain::time::Timestamp;
use jiff::{Span, ZonedDateTime, tz::TimeZone};
use store::award::signing::Edition;

use super::addresses::Addresses;
use super::narrative;
use crate::{Failure, Outcome};

/// Everything that a badge is made of.
pub(super) struct Ingredients<'a> {
    /// The edition with its award, decision and version.
    pub(super) edition: &'a Edition,
    /// The holder's address; only its hash is signed.
    pub(super) address: Option<&'a str>,
    /// What was handed in.
    pub(super) pieces: &'a [store::award::signing::Pieces],
    /// The issuer's identifier.
    pub(super) did: &'a str,
    /// Where everything is found.
    pub(super) addresses: Addresses<'a>,
}

/// The badge, unsigned. Its evidence is private: it is told by number and kind, never by address.
pub(super) fn badge(it: &Ingredients<'_>) -> Outcome<Badge> {
    let edition = it.edition;
    let content = &edition.content;
    Ok(Badge {
        id: it.addresses.edition(edition.award, edition.credential),
        name: content.title.clone(),
        description: Some(content.competency.clone()),
        image: None,
        issuer: Issuer {
            id: it.did.to_owned(),
            name: edition.issuer.clone(),
            url: it.addresses.issuer(edition.organization),
            image: None,
        },
        valid_from: edition.awarded_at,
        valid_until: valid_until(edition.awarded_at, content.valid_for_months)?,
        awarded: Some(edition.awarded_at),
        subject: subject(it),
        evidence: vec![Evidence {
            name: Some(narrative::evidence_name(content).to_owned()),
            narrative: Some(narrative::evidence(content, it.pieces)),
            ..Evidence::default()
        }],
        status: Some(StatusEntry {
            list: it.addresses.status_list(edition.status_list),
            index: edition.status_index,
        }),
    })
}

/// The end of an award that lasts so many months, counted by the calendar in UTC.
pub(super) fn valid_until(from: Timestamp, months: Option<u16>) -> Outcome<Option<Timestamp>> {
    let Some(months) = months else {
        return Ok(None);
    };
    let until = ZonedDateTime::new(from, TimeZone::UTC)
        .checked_add(Span::new().months(i32::from(months)))
        .map_err(Failure::broken)?;
    Ok(Some(until.timestamp()))
}

fn subject(it: &Ingredients<'_>) -> Subject {
    let edition = it.edition;
    let known_by = |address: &str| Identity::HashedEmail {
        hash: hash_email(address, &edition.salt),
        salt: edition.salt.clone(),
    };
    Subject {
        id: format!("urn:uuid:{}", edition.credential),
        identities: it.address.map(known_by).into_iter().collect(),
        achievement: achievement(it),
        results: results(it),
    }
}

/// The level shown for each criterion of the rubric. Nothing says who assessed.
fn results(it: &Ingredients<'_>) -> Vec<AchievedLevel> {
    let (edition, addresses) = (it.edition, it.addresses);
    let shown = |criterion: &Criterion| {
        let outcome = edition
            .outcome
            .criteria
            .iter()
            .find(|it| it.criterion == criterion.id)?;
        criterion.descriptor(outcome.level)?;
        Some(AchievedLevel {
            result_description: addresses.criterion(&edition.slug, edition.version, &criterion.id),
            achieved_level: addresses.level(
                &edition.slug,
                edition.version,
                &criterion.id,
                outcome.level,
            ),
        })
    };
    edition
        .content
        .rubric
        .criteria
        .iter()
        .filter_map(shown)
        .collect()
}

fn achievement(it: &Ingredients<'_>) -> Achievement {
    let edition = it.edition;
    let content = &edition.content;
    let address = it.addresses.version(&edition.slug, edition.version);
    Achievement {
        id: address.clone(),
        name: content.title.clone(),
        code: Some(content.code.to_string()),
        description: content.competency.clone(),
        criteria: Criteria {
            id: format!("{address}#rubric"),
            narrative: narrative::criteria(content),
        },
        achievement_type: "MicroCredential".to_owned(),
        image: None,
        creator: Some(Creator {
            id: it.did.to_owned(),
            name: edition.issuer.clone(),
            url: Some(it.addresses.issuer(edition.organization)),
        }),
        alignments: content.alignments.iter().map(alignment).collect(),
        result_descriptions: result_descriptions(it),
        tags: content.tags.clone(),
        language: Some(content.language.to_string()),
        version: Some(edition.version.to_string()),
    }
}

fn alignment(entry: &domain::catalogue::Alignment) -> Alignment {
    Alignment {
        target_name: entry.title.clone(),
        target_url: entry.url.to_string(),
        target_code: entry.code.clone(),
        target_framework: Some(entry.framework.clone()),
        target_description: None,
        target_type: None,
    }
}

fn result_descriptions(it: &Ingredients<'_>) -> Vec<ResultDescription> {
    let (edition, addresses) = (it.edition, it.addresses);
    let (slug, version) = (edition.slug.as_str(), edition.version);
    let describe = |criterion: &Criterion| ResultDescription {
        id: addresses.criterion(slug, version, &criterion.id),
        name: criterion.title.clone(),
        levels: levels(&edition.content, criterion, |number| {
            addresses.level(slug, version, &criterion.id, number)
        }),
        required_level: Some(addresses.level(
            slug,
            version,
            &criterion.id,
            criterion.passing_level,
        )),
    };
    edition
        .content
        .rubric
        .criteria
        .iter()
        .map(describe)
        .collect()
}

fn levels(
    content: &Content,
    criterion: &Criterion,
    address: impl Fn(u8) -> String,
) -> Vec<RubricLevel> {
    content
        .rubric
        .levels_of(criterion)
        .map(|level| RubricLevel {
            id: address(level.number),
            name: level.name.clone(),
            level: Some(level.number.to_string()),
            points: None,
            description: criterion.descriptor(level.number).map(str::to_owned),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_award_ends_by_the_calendar_or_never() {
        let from: Timestamp = "2026-08-31T10:00:00Z".parse().unwrap();
        let until = |months| valid_until(from, months).unwrap().map(|it| it.to_string());
        assert_eq!(until(None), None);
        assert_eq!(until(Some(6)).as_deref(), Some("2027-02-28T10:00:00Z"));
        assert_eq!(until(Some(36)).as_deref(), Some("2029-08-31T10:00:00Z"));
    }
}
