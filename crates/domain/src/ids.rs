//! Typed identifiers. An id is drawn by the caller from a clock and entropy, never here.

use newtype_uuid::{GenericUuid, TypedUuid, TypedUuidKind, TypedUuidTag};
use uuid::Uuid;

use crate::time::Timestamp;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $alias:ident $tag:literal;)*) => {
        $(
            #[doc = concat!("Marks an id of kind `", $tag, "`.")]
            #[derive(Debug)]
            pub enum $kind {}

            impl TypedUuidKind for $kind {
                fn tag() -> TypedUuidTag {
                    const TAG: TypedUuidTag = TypedUuidTag::new($tag);
                    TAG
                }
            }

            $(#[$doc])*
            pub type $alias = TypedUuid<$kind>;
        )*
    };
}

kinds! {
    /// A human being.
    PersonTag PersonId "person";
    /// A node of the tree of organizations.
    OrganizationTag OrganizationId "organization";
    /// A person's role in an organization.
    MembershipTag MembershipId "membership";
    /// A micro-credential, over all its versions.
    MicroCredentialTag MicroCredentialId "micro-credential";
    /// One version of a micro-credential.
    VersionTag VersionId "version";
    /// A stack, over all its versions.
    StackTag StackId "stack";
    /// One version of a stack.
    StackVersionTag StackVersionId "stack-version";
    /// A micro-credential or its next version while it is written.
    DesignTag DesignId "design";
    /// One educator working on one version.
    PursuitTag PursuitId "pursuit";
    /// One piece of evidence.
    EvidenceTag EvidenceId "evidence";
    /// One attempt of a pursuit, frozen.
    SubmissionTag SubmissionId "submission";
    /// One assessor's task for one submission.
    ReviewTag ReviewId "review";
    /// A time in which an assessor takes no reviews.
    AbsenceTag AbsenceId "absence";
    /// A relation that somebody declared.
    RelationTag RelationId "relation";
    /// A place in evidence that an assessor points at.
    PinTag PinId "pin";
    /// What one of two assessors says to the other.
    MessageTag MessageId "message";
    /// A proposal to take an award back.
    RevocationTag RevocationId "revocation";
    /// What the rule made of the scorecards of one submission.
    DecisionTag DecisionId "decision";
    /// A recorded act that lets a person assess one rubric.
    QualificationTag QualificationId "qualification";
    /// The result that a person holds. Random, since it is public.
    AwardTag AwardId "award";
    /// A signed edition of an award. Random, since it is public.
    CredentialTag CredentialId "credential";
    /// A Bitstring Status List of an issuer. Random, since it is public.
    StatusListTag StatusListId "status-list";
    /// A signing key of an issuer. Random, since it is public.
    IssuerKeyTag IssuerKeyId "issuer-key";
    /// A dated priority of an organization.
    NeedTag NeedId "need";
    /// A goal of an educator.
    GoalTag GoalId "goal";
    /// A micro-credential in somebody's growth plan.
    PlannedTag PlannedId "planned";
    /// A line of a learning log.
    LearningTag LearningId "learning";
    /// An invitation to accompany a pursuit.
    CompanionInvitationTag CompanionInvitationId "companion-invitation";
    /// A comment on a draft.
    CommentTag CommentId "comment";
    /// A piece of work for the background.
    JobTag JobId "job";
    /// One line of the audit log.
    EventTag EventId "event";
    /// A message to a person.
    LetterTag LetterId "letter";
    /// Two accounts that became one.
    PersonMergeTag PersonMergeId "person-merge";
    /// An invitation to hold a role.
    InvitationTag InvitationId "invitation";
    /// A link that counts once. Random, since its holder knows it.
    OneTimeLinkTag OneTimeLinkId "one-time-link";
}

/// An id that sorts by time of creation (UUID version 7, RFC 9562 section 5.7).
pub fn ordered<K: TypedUuidKind>(now: Timestamp, entropy: [u8; 10]) -> TypedUuid<K> {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    TypedUuid::from_untyped_uuid(
        uuid::Builder::from_unix_timestamp_millis(millis, &entropy).into_uuid(),
    )
}

/// An id that tells nothing, not even its time (UUID version 4): for what strangers see.
pub fn opaque<K: TypedUuidKind>(entropy: [u8; 16]) -> TypedUuid<K> {
    TypedUuid::from_untyped_uuid(uuid::Builder::from_random_bytes(entropy).into_uuid())
}

/// The untyped form, for places that name no kind.
pub fn untyped<K: TypedUuidKind>(id: TypedUuid<K>) -> Uuid {
    id.into_untyped_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordered_ids_sort_by_time() {
        let early: PersonId = ordered(Timestamp::from_second(10).unwrap(), [255; 10]);
        let late: PersonId = ordered(Timestamp::from_second(11).unwrap(), [0; 10]);
        assert!(early < late);
        assert_eq!(early.get_version_num(), 7);
    }

    #[test]
    fn opaque_ids_are_random_uuids() {
        let id: AwardId = opaque([7; 16]);
        assert_eq!(id.get_version_num(), 4);
    }
}
