//! Stacks: micro-credentials that belong together, and the rule by which they make an award of
//! their own.
//!
//! A stack is a list of groups; every group must be complete. A group is complete when all of its
//! members are held, or, where it says so, any so many of them. A stack that asks for everything is
//! one group; *n of m* is one group with a number. A member may be a stack itself, never in a circle.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Code, Language, LevelName, Refusal, Slug};

/// How deep stacks may lie in stacks.
pub const MAX_DEPTH: usize = 5;

/// What one version of a stack says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stack {
    /// Short code, one of its issuer, such as `OWC`.
    pub code: Code,
    /// Its name.
    pub title: String,
    /// What somebody can do who has all of it.
    pub summary: String,
    /// How expert, in the issuer's scale.
    pub level: LevelName,
    /// The language it is written in.
    pub language: Language,
    /// How long its award is valid, in months; nothing means that it does not end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_for_months: Option<u16>,
    /// The way through, in order.
    pub groups: Vec<Group>,
}

/// A step of the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What the step is about.
    pub title: String,
    /// How many of its members are needed; nothing means all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed: Option<u8>,
    /// What belongs to it, in the order in which it is best taken.
    pub members: Vec<Member>,
}

/// A micro-credential or a stack of whatever issuer, by its name in addresses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Member {
    /// A micro-credential.
    MicroCredential(Slug),
    /// A stack.
    Stack(Slug),
}

impl Member {
    /// Its name in addresses.
    #[must_use]
    pub fn slug(&self) -> &Slug {
        match self {
            Self::MicroCredential(slug) | Self::Stack(slug) => slug,
        }
    }

    /// The word for its kind, used in storage.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::MicroCredential(_) => "micro-credential",
            Self::Stack(_) => "stack",
        }
    }
}

impl Group {
    /// How many of its members are needed.
    #[must_use]
    pub fn needs(&self) -> usize {
        self.needed.map_or(self.members.len(), usize::from)
    }
}

/// How far somebody is with a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupProgress {
    /// Members that are held, in the order of the group.
    pub held: Vec<Member>,
    /// Members that are not.
    pub open: Vec<Member>,
    /// How many more are needed.
    pub missing: usize,
}

impl Stack {
    /// Every member of every group.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.groups.iter().flat_map(|it| &it.members)
    }

    /// How far somebody is who holds these, group by group.
    #[must_use]
    pub fn progress(&self, held: &BTreeSet<Member>) -> Vec<GroupProgress> {
        let of = |group: &Group| {
            let (have, open): (Vec<_>, Vec<_>) = group
                .members
                .iter()
                .cloned()
                .partition(|it| held.contains(it));
            GroupProgress {
                missing: group.needs().saturating_sub(have.len()),
                held: have,
                open,
            }
        };
        self.groups.iter().map(of).collect()
    }

    /// Is it complete for somebody who holds these?
    #[must_use]
    pub fn is_completed(&self, held: &BTreeSet<Member>) -> bool {
        !self.groups.is_empty() && self.progress(held).iter().all(|it| it.missing == 0)
    }

    /// Refuses a stack that would lie in itself, through whatever others, or too deep. `own` is its
    /// name in addresses, if it has one already.
    ///
    /// # Errors
    /// [`Refusal::StackInItself`], [`Refusal::StackTooDeep`].
    pub fn refuse_circle<E: From<Refusal>>(
        &self,
        own: Option<&Slug>,
        mut members_of: impl FnMut(&Slug) -> Result<Vec<Member>, E>,
    ) -> Result<(), E> {
        let mut layer: BTreeSet<Slug> = self.members().filter_map(stack_named).collect();
        for _ in 0..MAX_DEPTH {
            if layer.is_empty() {
                return Ok(());
            }
            if own.is_some_and(|own| layer.contains(own)) {
                return Err(Refusal::StackInItself.into());
            }
            let mut below = BTreeSet::new();
            for slug in &layer {
                below.extend(members_of(slug)?.iter().filter_map(stack_named));
            }
            layer = below;
        }
        Err(Refusal::StackTooDeep.into())
    }
}

fn stack_named(member: &Member) -> Option<Slug> {
    match member {
        Member::Stack(slug) => Some(slug.clone()),
        Member::MicroCredential(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn micro(code: &str) -> Member {
        Member::MicroCredential(code.to_lowercase().parse().unwrap())
    }

    fn inner(code: &str) -> Member {
        Member::Stack(code.to_lowercase().parse().unwrap())
    }

    fn stack(code: &str, groups: &[(Option<u8>, &[Member])]) -> Stack {
        Stack {
            code: code.parse().unwrap(),
            title: "Orderly and Warm".to_owned(),
            summary: "A class that knows how.".to_owned(),
            level: "foundation".parse().unwrap(),
            language: "en".parse().unwrap(),
            valid_for_months: None,
            groups: groups
                .iter()
                .map(|(needed, members)| Group {
                    title: "A step".to_owned(),
                    needed: *needed,
                    members: members.to_vec(),
                })
                .collect(),
        }
    }

    fn holding(codes: &[&str]) -> BTreeSet<Member> {
        codes.iter().map(|it| micro(it)).collect()
    }

    #[test]
    fn all_means_all() {
        let it = stack("OWC", &[(None, &[micro("A1"), micro("A2")])]);
        assert!(!it.is_completed(&holding(&["A1"])));
        assert!(it.is_completed(&holding(&["A1", "A2", "B9"])));
        assert!(!it.is_completed(&BTreeSet::new()));
    }

    #[test]
    fn so_many_of_so_many_are_enough() {
        let it = stack(
            "OWC",
            &[(Some(2), &[micro("A1"), micro("A2"), micro("A3")])],
        );
        assert!(!it.is_completed(&holding(&["A3"])));
        assert!(it.is_completed(&holding(&["A1", "A3"])));
    }

    #[test]
    fn every_group_counts_and_none_makes_up_for_another() {
        let it = stack(
            "OWC",
            &[
                (None, &[micro("A1")]),
                (Some(1), &[micro("B1"), micro("B2")]),
            ],
        );
        assert!(!it.is_completed(&holding(&["B1", "B2"])));
        assert!(it.is_completed(&holding(&["A1", "B2"])));
    }

    #[test]
    fn what_is_missing_is_named() {
        let it = stack(
            "OWC",
            &[(Some(2), &[micro("A1"), micro("A2"), micro("A3")])],
        );
        let progress = it.progress(&holding(&["A2"]));
        assert_eq!(progress[0].held, [micro("A2")]);
        assert_eq!(progress[0].open, [micro("A1"), micro("A3")]);
        assert_eq!(progress[0].missing, 1);
    }

    #[test]
    fn a_stack_in_a_stack_counts_when_it_is_held() {
        let it = stack("ALL", &[(None, &[inner("OWC"), micro("B1")])]);
        let mut held = holding(&["B1"]);
        assert!(!it.is_completed(&held));
        held.insert(inner("OWC"));
        assert!(it.is_completed(&held));
    }

    #[test]
    fn a_circle_is_refused_however_long_it_is() {
        let of = |slug: &Slug| -> Result<Vec<Member>, Refusal> {
            Ok(match slug.as_str() {
                "s1" => vec![inner("S2"), micro("A1")],
                "s2" => vec![inner("S3")],
                "s3" => vec![inner("S1")],
                _ => Vec::new(),
            })
        };
        let own = |slug: &str| Some(slug.parse::<Slug>().unwrap());
        let circle = stack("S3", &[(None, &[inner("S1")])]);
        let refused = circle.refuse_circle(own("s3").as_ref(), of);
        assert_eq!(refused, Err(Refusal::StackInItself));
        let alone = stack("OWN", &[(None, &[inner("OWN")])]);
        let refused = alone.refuse_circle(own("own").as_ref(), of);
        assert_eq!(refused, Err(Refusal::StackInItself));
        let around = stack("OUT", &[(None, &[inner("S1")])]);
        assert_eq!(around.refuse_circle(None, of), Err(Refusal::StackTooDeep));
        let flat = stack("FLAT", &[(None, &[micro("A1"), inner("S9")])]);
        assert_eq!(flat.refuse_circle(own("flat").as_ref(), of), Ok(()));
    }

    proptest::proptest! {
        /// Holding more never undoes a stack.
        #[test]
        fn more_never_means_less(few in 0_u8..32, more in 0_u8..32, needed in 1_u8..4) {
            let members: Vec<Member> = (0..5).map(|n| micro(&format!("A{n}"))).collect();
            let it = stack("OWC", &[(Some(needed), &members[..3]), (None, &members[3..])]);
            let set = |bits: u8| -> BTreeSet<Member> {
                members.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1).map(|it| it.1.clone()).collect()
            };
            if it.is_completed(&set(few)) {
                proptest::prop_assert!(it.is_completed(&set(few | more)));
            }
        }
    }
}
