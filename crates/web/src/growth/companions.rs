//! Those who accompany a pursuit: inviting them, and what they see.

use app::growth::{
    Answer, CompanionsView, Invite, answer_invitation, end_companionship, invite,
    view_accompanying, view_companions, withdraw_invitation,
};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::growth::{AskedInvitation, CompanionRole, Refusal as GrowthRefusal};
use domain::ids::{CompanionInvitationId, PersonId};
use domain::refusal::Refusal;

use super::learning::note;
use super::say::moment;
use crate::asked::{Fields, Frame, Signed};
use crate::form::{Choice, Field, Mend, error_of};
use crate::page::Shown;
use crate::pages::growth::{Action, Line, Section, Sheet, SheetForm};
use crate::pages::part::{Crumb, Empty, Fact, Link};
use crate::pages::people::FormPart;
use crate::people::choices::one_of;
use crate::people::forms::id_in;
use crate::people::refusal::Refused;
use crate::pursuit::pursuit_id;
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /pursuits/{pursuit}/companions`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
) -> Result<Response, Trouble> {
    let view = view_companions(&site.app, &actor, pursuit_id(&pursuit)?).await?;
    let typed = AskedInvitation::default();
    Ok(Shown(page(&site, shell, &view, &typed, Vec::new())).into_response())
}

/// `POST /pursuits/{pursuit}/companions`.
pub(super) async fn ask(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Path(pursuit): Path<String>,
    fields: Fields,
) -> Result<Response, Trouble> {
    let pursuit = pursuit_id(&pursuit)?;
    let asked = AskedInvitation {
        email: fields.text("email").to_owned(),
        role: fields.text("role").to_owned(),
    };
    let command = Invite {
        pursuit,
        asked: asked.clone(),
    };
    match invite(&site.app, &actor, command, fields.key()).await {
        Ok(_) => {
            site.nudge.nudge();
            Ok(Redirect::to(&format!("/pursuits/{pursuit}/companions")).into_response())
        }
        Err(failure) => {
            let refused = Refused::of(failure, &shell)?;
            let view = view_companions(&site.app, &actor, pursuit).await?;
            Ok(refused.on(|mends| page(&site, shell, &view, &asked, mends)))
        }
    }
}

fn page(
    site: &Site,
    shell: Shell,
    view: &CompanionsView,
    typed: &AskedInvitation,
    mends: Vec<Mend>,
) -> Sheet {
    let pursuit = view.pursuit;
    Sheet {
        crumbs: vec![
            Crumb::above(format!("/pursuits/{pursuit}"), &view.title),
            Crumb::here(shell.say("companions-title")),
        ],
        title: shell.say("companions-title").to_string(),
        lede: shell.say("companions-lede").to_string(),
        note: note(&shell, view.meeting),
        sections: vec![
            there(&shell, view),
            inviting(site, &shell, view, typed, &mends),
        ],
        mends,
        shell,
        ..Sheet::default()
    }
}

fn there(shell: &Shell, view: &CompanionsView) -> Section {
    let pursuit = view.pursuit;
    let companions = view.companions.iter().map(|it| {
        let long = shell.say("companion-end-long").put("name", &it.name);
        let end = Action::new(
            format!("/pursuits/{pursuit}/companions/{}/end", it.person),
            shell.say("companion-end"),
            long,
        );
        Line {
            title: it.name.clone(),
            facts: vec![
                Fact::new(shell.say("companion-as"), role(shell, it.role)),
                Fact::new(shell.say("companion-since"), moment(shell, it.since)),
            ],
            actions: vec![end],
            ..Line::default()
        }
    });
    let invited = view.invited.iter().map(|it| {
        let address = it.address.as_str();
        let long = shell
            .say("companion-invitation-withdraw-long")
            .put("name", address);
        let withdraw = Action::new(
            format!("/companion-invitations/{}/withdrawal", it.id),
            shell.say("companion-invitation-withdraw"),
            long,
        );
        Line {
            title: address.to_owned(),
            facts: vec![
                Fact::new(shell.say("companion-as"), role(shell, it.role)),
                Fact::new(shell.say("invitation-on"), moment(shell, it.invited_at)),
            ],
            actions: vec![withdraw],
            ..Line::default()
        }
    });
    let lines: Vec<_> = companions.chain(invited).collect();
    Section {
        id: "companions",
        title: shell.say("companions-there").to_string(),
        empty: lines.is_empty().then(|| Empty {
            title: shell.say("companions-none").to_string(),
            text: shell.say("companions-none-text").to_string(),
            way: None,
        }),
        lines,
        ways: vec![Link::new(
            format!("/pursuits/{pursuit}/discussion"),
            shell.say("discussion-title"),
        )],
        ..Section::default()
    }
}

fn inviting(
    site: &Site,
    shell: &Shell,
    view: &CompanionsView,
    typed: &AskedInvitation,
    mends: &[Mend],
) -> Section {
    let email = Field::new("email", shell.say("sign-in-email"))
        .hint(shell.say("invite-email-hint"))
        .kind("email", "off")
        .limit(254)
        .value(typed.email.clone())
        .error(error_of(mends, "email"));
    let option =
        |it: CompanionRole| Choice::new(it.as_str(), role(shell, it), it.as_str() == typed.role);
    let roles = CompanionRole::ALL.into_iter().map(option).collect();
    Section {
        id: "invite",
        title: shell.say("companion-invite-title").to_string(),
        text: Some(shell.say("invite-text").to_string()),
        form: Some(SheetForm {
            action: format!("/pursuits/{}/companions", view.pursuit),
            key: site.fresh_key(),
            parts: vec![
                FormPart::Line(email),
                FormPart::Select(one_of(shell, "role", "companion-as", roles, mends)),
            ],
            button: shell.say("companion-invite-button").to_string(),
            is_primary: true,
        }),
        ..Section::default()
    }
}

/// As what somebody accompanies, in words.
pub(super) fn role(shell: &Shell, it: CompanionRole) -> String {
    let word = match it {
        CompanionRole::Mentor => "companion-mentor",
        CompanionRole::TeamMate => "companion-team-mate",
    };
    shell.say(word).to_string()
}

/// `POST /pursuits/{pursuit}/companions/{person}/end`.
pub(super) async fn end(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path((pursuit, person)): Path<(String, String)>,
    _: Fields,
) -> Result<Redirect, Trouble> {
    let (pursuit, person) = (pursuit_id(&pursuit)?, person_in(&person)?);
    end_companionship(&site.app, &actor, pursuit, person).await?;
    Ok(Redirect::to(&match person == actor.person {
        true => "/accompanying".to_owned(),
        false => format!("/pursuits/{pursuit}/companions"),
    }))
}

/// `POST /companion-invitations/{invitation}/withdrawal`.
pub(super) async fn withdraw(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    _: Fields,
) -> Result<Redirect, Trouble> {
    let pursuit = withdraw_invitation(&site.app, &actor, invitation_in(&id)?).await?;
    Ok(Redirect::to(&format!("/pursuits/{pursuit}/companions")))
}

/// `POST /companion-invitations/{invitation}/answer`.
pub(super) async fn answer(
    State(site): State<Site>,
    Signed(actor): Signed,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Redirect, Trouble> {
    let answer = match fields.text("answer") {
        "accept" => Answer::Accept,
        _ => Answer::Decline,
    };
    let pursuit = answer_invitation(&site.app, &actor, invitation_in(&id)?, answer).await?;
    Ok(Redirect::to(&match pursuit {
        Some(pursuit) => format!("/pursuits/{pursuit}/discussion"),
        None => "/accompanying".to_owned(),
    }))
}

/// An invitation in an address.
pub(super) fn invitation_in(id: &str) -> Result<CompanionInvitationId, Trouble> {
    id_in(id).map_err(|_| Refusal::from(GrowthRefusal::NoSuchInvitation).into())
}

/// A companion in an address.
pub(super) fn person_in(id: &str) -> Result<PersonId, Trouble> {
    id_in(id).map_err(|_| Refusal::from(GrowthRefusal::NoSuchCompanion).into())
}

/// `GET /accompanying`: what one accompanies and is invited to.
pub(super) async fn accompanying(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
) -> Result<Response, Trouble> {
    let view = view_accompanying(&site.app, &actor).await?;
    let mut sections = Vec::new();
    if !view.received.is_empty() {
        sections.push(Section {
            id: "invitations",
            title: shell.say("companion-invitations-title").to_string(),
            text: Some(shell.say("invitations-text").to_string()),
            lines: view
                .received
                .iter()
                .map(|it| received(&shell, it))
                .collect(),
            ..Section::default()
        });
    }
    let me = actor.person;
    sections.push(Section {
        id: "accompanied",
        title: shell.say("accompanied-title").to_string(),
        empty: view.accompanied.is_empty().then(|| Empty {
            title: shell.say("accompanied-none").to_string(),
            text: shell.say("accompanied-none-text").to_string(),
            way: None,
        }),
        lines: view
            .accompanied
            .iter()
            .map(|it| accompanied(&shell, it, me))
            .collect(),
        ..Section::default()
    });
    let page = Sheet {
        title: shell.say("nav-accompanying").to_string(),
        lede: shell.say("accompanying-lede").to_string(),
        sections,
        shell,
        ..Sheet::default()
    };
    Ok(Shown(page).into_response())
}

fn received(shell: &Shell, it: &app::growth::Received) -> Line {
    let to = format!("/companion-invitations/{}/answer", it.id);
    let answer = |word: &str, long: &str, value: &str| {
        let long = shell.say(long).put("name", &it.educator);
        Action::new(to.clone(), shell.say(word), long).sending("answer", value)
    };
    Line {
        title: it.title.clone(),
        facts: vec![
            Fact::new(shell.say("invitation-by"), &it.educator),
            Fact::new(shell.say("companion-as"), role(shell, it.role)),
            Fact::new(shell.say("invitation-on"), moment(shell, it.invited_at)),
        ],
        actions: vec![
            answer("invitation-accept", "invitation-accept-long", "accept"),
            answer("invitation-decline", "invitation-decline-long", "decline"),
        ],
        ..Line::default()
    }
}

fn accompanied(shell: &Shell, it: &app::growth::Accompanied, me: PersonId) -> Line {
    let pursuit = it.pursuit;
    let long = shell.say("companion-leave-long").put("name", &it.educator);
    Line {
        title: it.title.clone(),
        address: Some(format!("/pursuits/{pursuit}/discussion")),
        facts: vec![
            Fact::new(shell.say("accompanied-whose"), &it.educator),
            Fact::new(shell.say("companion-as"), role(shell, it.role)),
            Fact::new(shell.say("companion-since"), moment(shell, it.since)),
        ],
        ways: vec![Link::new(
            format!("/pursuits/{pursuit}/learning"),
            shell.say("learning-title"),
        )],
        actions: vec![Action::new(
            format!("/pursuits/{pursuit}/companions/{me}/end"),
            shell.say("companion-leave"),
            long,
        )],
        ..Line::default()
    }
}
