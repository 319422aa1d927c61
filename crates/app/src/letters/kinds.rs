//! Every kind of letter: what it is about, what it carries, where it leads.

use domain::letters::Group;
use serde_json::Value;

use super::{
    ADDRESS_GIVEN, ADDRESS_TO_PROVE, AWARD_REVOKED, AWARDED, COMPANION_ANSWERED, COMPANION_INVITED,
    CREDENTIAL_READY, DRAFT_COMMENT, HOLD_LIFTED, INVITED, NEED_PUBLISHED, NOT_YET,
    PASSWORD_CHANGED, PASSWORD_LINK, PURSUIT_EXPIRED, PURSUIT_EXPIRES, PURSUIT_ON_HOLD,
    PURSUIT_REOPENED, QUALIFICATION_GRANTED, REVIEW_ASSIGNED, REVIEW_DISCUSSION, REVIEW_DUE_SOON,
    REVIEW_LATE, REVIEW_OVERDUE, REVIEW_TAKEN_BACK, REVIEW_WITHDRAWN, SIGN_IN_LINK, STACK_AWARDED,
    SUBMISSION_RECEIVED, SUBMISSION_RETURNED,
};
use crate::{Failure, Outcome};

/// A kind of letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name, a constant of this module.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// The values that each letter of this kind carries; its words use no others. A value that
    /// names a time (`due_at`) is written as a day, or with hour and zone where the letter also
    /// carries `time_zone`.
    pub values: &'static [&'static str],
    /// The address that its button leads to, with `{value}` for parts of it. Whoever is not signed
    /// in comes there by way of the sign-in page.
    pub leads_to: &'static str,
}

const fn kind(
    name: &'static str,
    group: Group,
    values: &'static [&'static str],
    leads_to: &'static str,
) -> Kind {
    Kind {
        name,
        group,
        values,
        leads_to,
    }
}

/// Every kind.
pub static KINDS: &[Kind] = &[
    kind(
        PASSWORD_LINK,
        Group::Account,
        &["link", "hours"],
        "/links/{link}",
    ),
    kind(
        SIGN_IN_LINK,
        Group::Account,
        &["link", "minutes"],
        "/links/{link}",
    ),
    kind(
        ADDRESS_TO_PROVE,
        Group::Account,
        &["link", "address", "hours"],
        "/links/{link}",
    ),
    kind(
        INVITED,
        Group::Account,
        &["invitation", "organization", "role", "until"],
        "/join/{invitation}",
    ),
    kind(
        ADDRESS_GIVEN,
        Group::Account,
        &["address"],
        "/account/addresses",
    ),
    kind(PASSWORD_CHANGED, Group::Account, &[], "/account"),
    kind(
        SUBMISSION_RECEIVED,
        Group::Work,
        &["title", "code", "attempt", "expected_at", "time_zone"],
        "/submissions/{code}",
    ),
    kind(
        SUBMISSION_RETURNED,
        Group::Work,
        &["title", "code", "missing", "pursuit"],
        "/pursuits/{pursuit}",
    ),
    kind(
        PURSUIT_EXPIRES,
        Group::Work,
        &["title", "days", "expires_at", "time_zone", "pursuit"],
        "/pursuits/{pursuit}",
    ),
    kind(
        PURSUIT_EXPIRED,
        Group::Work,
        &["title", "pursuit"],
        "/pursuits/{pursuit}",
    ),
    kind(
        PURSUIT_REOPENED,
        Group::Work,
        &["title", "expires_at", "time_zone", "pursuit"],
        "/pursuits/{pursuit}",
    ),
    kind(
        PURSUIT_ON_HOLD,
        Group::Work,
        &["title", "concern", "reason", "pursuit"],
        "/pursuits/{pursuit}",
    ),
    kind(
        HOLD_LIFTED,
        Group::Work,
        &["title", "pursuit"],
        "/pursuits/{pursuit}",
    ),
    kind(
        REVIEW_WITHDRAWN,
        Group::Reviews,
        &["title", "code"],
        "/desk",
    ),
    kind(
        AWARDED,
        Group::Decisions,
        &["title", "code"],
        "/submissions/{code}",
    ),
    kind(
        NOT_YET,
        Group::Decisions,
        &["title", "code", "attempt", "open", "met"],
        "/submissions/{code}/feedback",
    ),
    kind(
        CREDENTIAL_READY,
        Group::Decisions,
        &["title", "issuer", "award"],
        "/awards/{award}",
    ),
    kind(
        STACK_AWARDED,
        Group::Decisions,
        &["title", "issuer", "award"],
        "/stack-awards/{award}",
    ),
    kind(
        REVIEW_ASSIGNED,
        Group::Reviews,
        &["title", "review", "due_at", "time_zone"],
        "/reviews/{review}",
    ),
    kind(
        REVIEW_DUE_SOON,
        Group::Reviews,
        &["title", "review", "due_at", "time_zone"],
        "/reviews/{review}",
    ),
    kind(
        REVIEW_LATE,
        Group::Reviews,
        &["title", "code", "due_at", "time_zone"],
        "/desk",
    ),
    kind(
        REVIEW_OVERDUE,
        Group::Reviews,
        &["title", "code", "submission", "due_at", "time_zone"],
        "/board/submissions/{submission}",
    ),
    kind(
        REVIEW_DISCUSSION,
        Group::Reviews,
        &["title", "code", "review"],
        "/reviews/{review}/discussion",
    ),
    kind(
        AWARD_REVOKED,
        Group::Decisions,
        &["title", "reason", "award"],
        "/awards/{award}",
    ),
    kind(
        REVIEW_TAKEN_BACK,
        Group::Reviews,
        &["title", "code"],
        "/desk",
    ),
    kind(
        QUALIFICATION_GRANTED,
        Group::Qualifications,
        &["title", "valid_until"],
        "/desk",
    ),
    kind(
        NEED_PUBLISHED,
        Group::News,
        &["title", "organization"],
        "/growth",
    ),
    kind(
        COMPANION_INVITED,
        Group::Comments,
        &["title"],
        "/accompanying",
    ),
    kind(
        COMPANION_ANSWERED,
        Group::Comments,
        &["title", "pursuit"],
        "/pursuits/{pursuit}/companions",
    ),
    kind(
        DRAFT_COMMENT,
        Group::Comments,
        &["title", "pursuit"],
        "/pursuits/{pursuit}/discussion",
    ),
];

/// Values that name a secret: the letter itself carries the secret, the outbox does not.
const SECRETS: [&str; 2] = ["link", "invitation"];

impl Kind {
    /// The value that names a secret, where the letter carries one.
    pub(super) fn secret(&self) -> Option<&'static str> {
        let mut values = self.values.iter();
        values.find(|it| SECRETS.contains(it)).copied()
    }

    /// The kind of that name.
    pub fn of(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|it| it.name == name)
    }

    /// The kind of that name, which carries these values.
    ///
    /// # Errors
    /// If there is no such kind, or a value is missing: a letter that nobody could write.
    pub(super) fn carrying(name: &str, values: &Value) -> Outcome<&'static Self> {
        let it =
            Self::of(name).ok_or_else(|| Failure::Broken(format!("no letter of kind {name}")))?;
        match it.values.iter().find(|value| values.get(value).is_none()) {
            None => Ok(it),
            Some(missing) => Err(Failure::Broken(format!(
                "a letter of kind {name} lacks its {missing}"
            ))),
        }
    }

    /// Where its button leads, with the values of one letter.
    pub fn path(&self, values: &Value) -> String {
        let part = |it: &str| match it.strip_prefix('{').and_then(|it| it.strip_suffix('}')) {
            Some(name) => match values.get(name) {
                Some(Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
                None => String::new(),
            },
            None => it.to_owned(),
        };
        let parts: Vec<String> = self.leads_to.split('/').map(part).collect();
        parts.join("/")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;

    /// Names of kinds as they are declared.
    fn declared() -> BTreeSet<&'static str> {
        include_str!("mod.rs")
            .lines()
            .filter(|line| line.starts_with("pub const ") && line.contains(": &str = \""))
            .filter_map(|line| line.split('"').nth(1))
            .collect()
    }

    #[test]
    fn every_name_that_is_declared_has_its_line_and_every_line_its_name() {
        let known: BTreeSet<_> = KINDS.iter().map(|it| it.name).collect();
        assert_eq!(known.len(), KINDS.len(), "a kind has two lines");
        assert!(!known.is_empty());
        assert_eq!(known, declared());
    }

    #[test]
    fn the_way_of_a_letter_is_made_of_what_it_carries() {
        for it in KINDS {
            for part in it.leads_to.split('/').filter(|it| it.starts_with('{')) {
                let name = part.trim_matches(['{', '}']);
                assert!(it.values.contains(&name), "{}: {part}", it.name);
            }
        }
        let it = Kind::of(NOT_YET).unwrap();
        assert_eq!(
            it.path(&json!({"code": "K7-Q2"})),
            "/submissions/K7-Q2/feedback"
        );
    }

    #[test]
    fn a_letter_that_lacks_a_value_is_not_written() {
        assert!(Kind::carrying(AWARDED, &json!({"title": "Wait time"})).is_err());
        assert!(Kind::carrying("no-such-letter", &json!({})).is_err());
        assert!(Kind::carrying(AWARDED, &json!({"title": "Wait time", "code": "K7"})).is_ok());
    }

    /// Blindness holds in letters: what would say who somebody is cannot be said.
    #[test]
    fn no_letter_about_work_or_reviews_carries_a_person() {
        let telling = [
            "person", "name", "educator", "assessor", "school", "email", "by",
        ];
        let about_work = KINDS.iter().filter(|it| it.group != Group::Account);
        for it in about_work {
            let found = it.values.iter().find(|value| telling.contains(value));
            assert_eq!(found, None, "{}", it.name);
        }
    }
}
