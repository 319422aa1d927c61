use app::Failure;
use app::assessors::{GrantQualification, grant_qualification, list_qualifications};
use domain::refusal::Refuse;
use store::Store;

use super::fixture::{DESIGNER, EDUCATOR, FIRST, LEAD, SECOND, Small, number, person};

async fn refused(small: &Small, by: u128, whom: u128, reason: &str) -> &'static str {
    let actor = small.actor(by).await;
    let command = GrantQualification {
        person: person(whom),
        micro_credential: small.published.micro_credential,
        reason: reason.to_owned(),
    };
    match grant_qualification(small.app(), &actor, command, None).await {
        Err(Failure::Refused(refusal)) => refusal.code(),
        other => panic!("not refused: {other:?}"),
    }
}

testkit::each_database! {
    async fn only_a_lead_of_the_issuer_grants_and_only_to_assessors_with_a_reason(store: Store) {
        let small = Small::with(store, &[]).await;
        assert_eq!(refused(&small, FIRST, SECOND, "I say so.").await, "no-such-rubric");
        assert_eq!(refused(&small, DESIGNER, SECOND, "I say so.").await, "no-such-rubric");
        assert_eq!(refused(&small, LEAD, EDUCATOR, "I say so.").await, "not-an-assessor");
        assert_eq!(refused(&small, LEAD, LEAD, "I say so.").await, "own-qualification");
        assert_eq!(refused(&small, LEAD, FIRST, "  ").await, "assessors-fields");
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM qualification").await, 0);
    }

    async fn a_grant_is_recorded_told_and_listed(store: Store) {
        let small = Small::with(store, &[]).await;
        small.qualify(&[FIRST]).await;
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM event WHERE kind = 'qualification-granted'").await, 1);
        assert_eq!(number(small.app(), "SELECT count(*) AS n FROM letter WHERE kind = 'qualification-granted'").await, 1);
        let lead = small.actor(LEAD).await;
        let standing = list_qualifications(small.app(), &lead).await.unwrap();
        let one = &standing.micro_credentials[0];
        assert_eq!(one.qualified.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Joel Haverford"]);
        let others: Vec<_> = one.others.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(others, ["Ines Okonkwo", "Noor Abellard", "Petra Voss", "Samir Lund"]);
        let assessor = small.actor(FIRST).await;
        assert!(list_qualifications(small.app(), &assessor).await.is_err());
    }
}
