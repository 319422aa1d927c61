use app::IdempotencyKey;
use app::people::{
    AcceptAnew, Device, Invite, InviteMany, accept_anew, accept_invitation, check_invitations,
    invite, invite_many, list_invitations, open_invitation, resend_invitation, withdraw_invitation,
};
use domain::people::{InvitationState, Role};
use jiff::SignedDuration;
use store::Store;

use crate::fixture::{actor, district, organization, person, refused};
use crate::post::Office;

fn joan(it: &Office) -> Invite {
    Invite {
        email: "Joan@example.org".to_owned(),
        organization: district(&it.ada),
        role: "mentor".to_owned(),
    }
}

fn token(it: &Office) -> String {
    let taken = it.server.taken.lock().unwrap();
    let text = &taken.last().unwrap().words.text;
    text.rsplit('/').next().unwrap().to_owned()
}

fn joining(token: &str) -> AcceptAnew {
    AcceptAnew {
        token: token.to_owned(),
        name: "Joan Ortiz".to_owned(),
        password: "a summer in the hills".to_owned(),
        device: Device::named("Firefox"),
        language: "es".to_owned(),
    }
}

fn table(text: &str) -> InviteMany {
    InviteMany {
        table: text.as_bytes().to_vec(),
    }
}

testkit::each_database! {
    async fn whoever_is_invited_makes_an_account_by_the_link(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        let key = IdempotencyKey::parse("form-0001");
        let first = invite(app, &it.ada.actor, joan(&it), key.clone()).await.unwrap();
        assert_eq!(invite(app, &it.ada.actor, joan(&it), key).await.unwrap().invitations, first.invitations);
        assert_eq!(invite(app, &it.ada.actor, joan(&it), None).await.unwrap().already, 1);
        it.work().await;
        assert_eq!(it.server.subjects(), ["invited"]);
        assert_eq!(it.server.taken.lock().unwrap()[0].to, "joan@example.org");
        let open = open_invitation(app, &token(&it)).await.unwrap();
        assert_eq!((open.role, open.is_known, open.organization.as_str()), (Role::Mentor, false, "Tamarack County Schools"));
        let signed_in = accept_anew(app, joining(&token(&it))).await.unwrap();
        assert!(signed_in.actor.holds_in(Role::Mentor, &[district(&it.ada)]));
        assert_eq!(refused(accept_anew(app, joining(&token(&it))).await), "link-unusable");
        let (lines, _) = list_invitations(app, &it.ada.actor, None).await.unwrap();
        assert_eq!(lines[0].state, InvitationState::Accepted);
    }

    async fn whoever_has_an_account_keeps_it(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        let command = Invite { email: "mara.quinn@example.org".to_owned(), ..joan(&it) };
        invite(app, &it.ada.actor, command, None).await.unwrap();
        it.work().await;
        assert!(open_invitation(app, &token(&it)).await.unwrap().is_known);
        assert_eq!(refused(accept_anew(app, joining(&token(&it))).await), "address-taken");
        let mara = actor(app, it.mara).await;
        accept_invitation(app, &mara, &token(&it)).await.unwrap();
        assert!(actor(app, it.mara).await.holds_in(Role::Mentor, &[district(&it.ada)]));
    }

    async fn an_invitation_expires_is_sent_again_and_withdrawn(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        let id = invite(app, &it.ada.actor, joan(&it), None).await.unwrap().invitations[0];
        it.work().await;
        let token = token(&it);
        it.world.clock.advance(SignedDuration::from_hours(14 * 24));
        assert_eq!(refused(open_invitation(app, &token).await), "link-unusable");
        resend_invitation(app, &it.ada.actor, id).await.unwrap();
        it.work().await;
        assert!(open_invitation(app, &token).await.is_ok(), "the same link counts again");
        for _ in 0..3 {
            resend_invitation(app, &it.ada.actor, id).await.unwrap();
        }
        assert_eq!(refused(resend_invitation(app, &it.ada.actor, id).await), "sent-too-often");
        let there = organization(app, "brightwater", "district", None).await;
        let bea = person(app, "Bea Waters", Role::Administrator, there).await;
        let bea = actor(app, bea).await;
        assert_eq!(refused(withdraw_invitation(app, &bea, id).await), "no-such-invitation");
        assert_eq!(refused(invite(app, &bea, joan(&it), None).await), "no-such-organization");
        withdraw_invitation(app, &it.ada.actor, id).await.unwrap();
        assert_eq!(refused(withdraw_invitation(app, &it.ada.actor, id).await), "invitation-closed");
        assert_eq!(refused(accept_anew(app, joining(&token)).await), "link-unusable");
    }

    async fn a_table_is_looked_at_before_anything_is_sent_and_all_of_it_or_nothing_is(store: Store) {
        let it = Office::over(store).await;
        let app = &it.world.app;
        organization(app, "alder-creek", "school", Some(district(&it.ada))).await;
        organization(app, "brightwater", "district", None).await;
        let wrong = table("email,organization,role\njoan@example.org,alder-creek,educator\nbo@example.org,brightwater,educator\n");
        let read = check_invitations(app, &it.ada.actor, wrong.clone()).await.unwrap();
        let faults: Vec<_> = read.faults.iter().map(|it| (it.line, it.column, it.code)).collect();
        assert_eq!(faults, [(3, 2, "organization-unknown")]);
        assert_eq!(refused(invite_many(app, &it.ada.actor, wrong, None).await), "table-unusable");
        let right = table("email,organization,role\njoan@example.org,alder-creek,educator\nbo@example.org,alder-creek,lead assessor\njoan@example.org,alder-creek,educator\n");
        assert_eq!(check_invitations(app, &it.ada.actor, right.clone()).await.unwrap().count, 3);
        it.work().await;
        assert!(it.server.subjects().is_empty(), "nothing was sent by looking");
        let done = invite_many(app, &it.ada.actor, right, None).await.unwrap();
        assert_eq!((done.invitations.len(), done.already), (2, 1));
        it.work().await;
        assert_eq!(it.server.subjects().len(), 2);
    }
}
