//! Who may do what: one pure module, questions in the domain's words.
//!
//! Asked in the route table (coarse) and again in the use case (with the thing at hand).

use serde::{Deserialize, Serialize};

use super::Role;
use crate::ids::{OrganizationId, PersonId};

/// One role in one organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// Where.
    pub organization: OrganizationId,
    /// As what.
    pub role: Role,
}

/// Somebody who acts: a signed-in person with their memberships.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// Every membership that is valid now.
    pub memberships: Vec<Membership>,
}

impl Actor {
    /// Does the person hold this role anywhere?
    pub fn holds(&self, role: Role) -> bool {
        self.memberships.iter().any(|m| m.role == role)
    }

    /// Does the person hold this role in one of these organizations?
    ///
    /// Pass an organization and its ancestors: a role reaches down the tree.
    pub fn holds_in(&self, role: Role, organizations: &[OrganizationId]) -> bool {
        self.memberships
            .iter()
            .any(|m| m.role == role && organizations.contains(&m.organization))
    }
}

impl Actor {
    /// The first of these roles that the person holds in one of these organizations: as what an act
    /// is recorded.
    pub fn acts_as(&self, roles: &[Role], organizations: &[OrganizationId]) -> Option<Role> {
        let held = |role: &Role| self.holds_in(*role, organizations);
        roles.iter().copied().find(held)
    }
}

/// A question that a use case asks. Organizations come as a path: the organization itself, then
/// its ancestors up to the root.
#[derive(Clone, Copy, Debug)]
pub enum Question<'a> {
    /// May this person read or change the draft of that educator?
    WorkOnPursuit {
        /// Whose pursuit it is.
        educator: PersonId,
    },
    /// May this person read and score in that review?
    Review {
        /// To whom the review was given.
        assessor: PersonId,
    },
    /// May this person put that pursuit on hold, reopen it or give it back, as a manager of its
    /// issuer? Nobody manages their own.
    ManagePursuit {
        /// Path of the issuer.
        issuer: &'a [OrganizationId],
        /// Whose pursuit it is.
        educator: PersonId,
    },
    /// May this person qualify assessors of a micro-credential of that issuer?
    GrantQualification {
        /// Path of the issuer.
        issuer: &'a [OrganizationId],
    },
    /// May this person see how submissions of that issuer wait, take back reviews and give them to
    /// others?
    ManageReviews {
        /// Path of the issuer.
        issuer: &'a [OrganizationId],
    },
    /// May this person propose or confirm that an award of that issuer is taken back?
    RevokeAward {
        /// Path of the issuer.
        issuer: &'a [OrganizationId],
    },
    /// May this person bring in and publish micro-credentials of that issuer?
    PublishMicroCredential {
        /// Path of the issuer.
        issuer: &'a [OrganizationId],
    },
    /// May this person add people and organizations below that organization?
    Administer {
        /// Path of the organization.
        organization: &'a [OrganizationId],
    },
    /// May this person read a draft, its learning log, and say what they think of it?
    Accompany {
        /// Whose draft it is.
        educator: PersonId,
        /// Its mentors and team mates.
        companions: &'a [PersonId],
    },
    /// May this person publish the priorities of that organization?
    PublishNeed {
        /// Path of the organization.
        organization: &'a [OrganizationId],
    },
    /// May this person see jobs, letters and events of the installation? They name people of every
    /// organization.
    RunInstallation {
        /// The organization that runs it; nothing while there is none.
        operator: Option<OrganizationId>,
    },
    /// May this person read what was checked and found before a submission? It may name its educator.
    ViewBlindnessRecord {
        /// Whose submission it is.
        educator: PersonId,
        /// Path of the issuer.
        issuer: &'a [OrganizationId],
        /// Everybody who was ever given a review of it.
        assessors: &'a [PersonId],
    },
    /// May this person open a piece of evidence?
    OpenEvidence {
        /// Whose evidence it is.
        educator: PersonId,
        /// Those who were given a review of a submission that holds it.
        assessors: &'a [PersonId],
    },
}

/// The answer.
pub fn may(actor: &Actor, question: Question<'_>) -> bool {
    match question {
        Question::WorkOnPursuit { educator } => actor.person == educator,
        Question::Review { assessor } => actor.person == assessor,
        Question::ManagePursuit { issuer, educator } => {
            actor.person != educator && actor.holds_in(Role::ProgrammeManager, issuer)
        }
        Question::GrantQualification { issuer } => actor.holds_in(Role::LeadAssessor, issuer),
        Question::ManageReviews { issuer } => {
            actor.holds_in(Role::ProgrammeManager, issuer)
                || actor.holds_in(Role::LeadAssessor, issuer)
        }
        Question::RevokeAward { issuer } => {
            actor.holds_in(Role::ProgrammeManager, issuer)
                || actor.holds_in(Role::LeadAssessor, issuer)
                || actor.holds_in(Role::Administrator, issuer)
        }
        Question::PublishMicroCredential { issuer } => {
            actor.holds_in(Role::Designer, issuer) || actor.holds_in(Role::Administrator, issuer)
        }
        Question::Administer { organization } => actor.holds_in(Role::Administrator, organization),
        Question::Accompany {
            educator,
            companions,
        } => actor.person == educator || companions.contains(&actor.person),
        Question::PublishNeed { organization } => actor.holds_in(Role::Leader, organization),
        Question::RunInstallation { operator } => {
            operator.is_some_and(|it| actor.holds_in(Role::Administrator, &[it]))
        }
        Question::ViewBlindnessRecord {
            educator,
            issuer,
            assessors,
        } => {
            actor.person == educator
                || (actor.holds_in(Role::ProgrammeManager, issuer)
                    && !assessors.contains(&actor.person))
        }
        Question::OpenEvidence {
            educator,
            assessors,
        } => actor.person == educator || assessors.contains(&actor.person),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(n: u128) -> PersonId {
        PersonId::from_u128(n)
    }

    fn organization(n: u128) -> OrganizationId {
        OrganizationId::from_u128(n)
    }

    fn actor(role: Role, at: u128) -> Actor {
        Actor {
            person: person(1),
            memberships: vec![Membership {
                organization: organization(at),
                role,
            }],
        }
    }

    #[test]
    fn a_role_reaches_down_the_tree_and_never_up() {
        let (school, district) = (organization(10), organization(20));
        let up = [school, district];
        assert!(may(
            &actor(Role::Administrator, 20),
            Question::Administer { organization: &up }
        ));
        assert!(!may(
            &actor(Role::Administrator, 10),
            Question::Administer {
                organization: &up[1..]
            }
        ));
    }

    #[test]
    fn no_role_opens_the_draft_of_somebody_else() {
        for role in Role::ALL {
            assert!(
                !may(
                    &actor(role, 10),
                    Question::WorkOnPursuit {
                        educator: person(2)
                    }
                ),
                "{role:?}"
            );
        }
    }

    #[test]
    fn evidence_opens_for_its_educator_and_its_assessors_only() {
        let nobody = actor(Role::Administrator, 10);
        let open_to = |assessor| {
            may(
                &nobody,
                Question::OpenEvidence {
                    educator: person(2),
                    assessors: &[person(assessor)],
                },
            )
        };
        assert!(!open_to(3));
        assert!(open_to(1));
    }

    #[test]
    fn an_act_is_recorded_under_the_role_that_allowed_it() {
        let roles = [Role::Designer, Role::Administrator];
        let (own, path) = (actor(Role::Administrator, 20), [organization(20)]);
        assert_eq!(own.acts_as(&roles, &path), Some(Role::Administrator));
        assert_eq!(own.acts_as(&roles[..1], &path), None);
        assert_eq!(own.acts_as(&roles, &[organization(21)]), None);
    }

    #[test]
    fn only_a_lead_of_the_issuer_grants_qualifications() {
        for role in Role::ALL {
            let allowed = may(
                &actor(role, 10),
                Question::GrantQualification {
                    issuer: &[organization(10)],
                },
            );
            assert_eq!(allowed, role == Role::LeadAssessor, "{role:?}");
        }
        assert!(!may(
            &actor(Role::LeadAssessor, 11),
            Question::GrantQualification {
                issuer: &[organization(10)]
            }
        ));
    }
}
