//! Writing a micro-credential without touching files: begin, save, ask for a review, publish.

use std::collections::BTreeMap;

use domain::audit::Fact;
use domain::catalogue::change::Changes;
use domain::catalogue::design::{Act, Design, Reviewing, Standing, TwoPeople, Typed};
use domain::catalogue::package::Finding;
use domain::catalogue::{Content, Refusal};
use domain::ids::{DesignId, OrganizationId};
use domain::people::permission::{Question, may};
use domain::people::{Actor, Refusal as PeopleRefusal, Role};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::catalogue::{
    DesignLine, KeptDesign, content_of, current, designs_of, find_design, insert_design,
    move_design, publishing_rule, save_design, set_publishing_rule,
};
use store::people::organization;

use super::publish::{Issuer, Published, ask, keep};
use crate::{App, IdempotencyKey, Outcome, Unit};

/// Designs of one page.
const PAGE: u32 = 50;

/// Begin a design: a blank one, or the next version of a micro-credential.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeginDesign {
    /// The issuer.
    pub organization: OrganizationId,
    /// The micro-credential whose next version it is, by its name in addresses.
    #[serde(default)]
    pub next_of: Option<String>,
    /// The language of a blank one.
    #[serde(default)]
    pub language: Option<String>,
}

/// Begins a design.
pub async fn begin_design(
    app: &App,
    actor: &Actor,
    command: BeginDesign,
    key: Option<IdempotencyKey>,
) -> Outcome<DesignId> {
    let (actor, asked) = (actor.clone(), command.clone());
    app.once(
        Some(actor.person),
        "begin-design",
        key,
        &command,
        move |unit| {
            let issuer = ask(unit, &actor, asked.organization)?;
            let (design, of) = match &asked.next_of {
                None => (
                    Design::blank(asked.language.as_deref().unwrap_or("en")),
                    None,
                ),
                Some(slug) => {
                    let version = current(unit.tx, slug)?
                        .filter(|it| it.organization == issuer.id)
                        .ok_or(Refusal::NoSuchMicroCredential)?;
                    let content = super::content(&version.content)?;
                    (Design::of(&content)?, Some(version.micro_credential))
                }
            };
            let id = unit.id();
            let by = (actor.person, unit.now);
            insert_design(unit.tx, id, (issuer.id, of), &design, by)?;
            record(unit, &actor, &issuer, id, "design-begun", &design)?;
            Ok(id)
        },
    )
    .await
}

/// What is saved of a design.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SaveDesign {
    /// Which.
    pub design: DesignId,
    /// The edit that it was written on.
    pub edit: u32,
    /// What was typed, by place.
    pub typed: Typed,
    /// Done to a list afterwards, such as `add requirements`.
    pub act: Option<String>,
}

/// Saves what was typed; answers the new edit.
///
/// # Errors
/// `design-stale` if somebody wrote since, `design-closed`, `design-too-large`.
pub async fn save(app: &App, actor: &Actor, command: SaveDesign) -> Outcome<u32> {
    let actor = actor.clone();
    app.write(move |unit| {
        let (kept, _) = find(unit, &actor, command.design)?;
        kept.standing.write()?;
        let mut design = kept.design.clone();
        design.write(&command.typed)?;
        if let Some(act) = command.act.as_deref().and_then(Act::parse) {
            design.act(&act);
        }
        write(unit, &actor, &kept, command.edit, &design)
    })
    .await
}

/// Takes a package in the place of what was written; answers the new edit.
pub async fn import_design(
    app: &App,
    actor: &Actor,
    design: DesignId,
    edit: u32,
    files: BTreeMap<String, String>,
) -> Outcome<u32> {
    let files = files.into_iter().map(|(path, it)| (path, it.into_bytes()));
    let new = Design::read(&files.collect())?;
    let actor = actor.clone();
    app.write(move |unit| {
        let (kept, _) = find(unit, &actor, design)?;
        kept.standing.write()?;
        write(unit, &actor, &kept, edit, &new)
    })
    .await
}

fn write(
    unit: &Unit<'_>,
    actor: &Actor,
    kept: &KeptDesign,
    edit: u32,
    design: &Design,
) -> Outcome<u32> {
    if edit == kept.edit && *design == kept.design {
        return Ok(edit);
    }
    let by = (actor.person, unit.now);
    if edit != kept.edit || !save_design(unit.tx, kept.id, edit, design, by)? {
        return Err(Refusal::DesignStale.into());
    }
    Ok(edit + 1)
}

/// A step of a design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Ask for a review: nothing is missing, and it does not change meanwhile.
    AskForReview,
    /// Back to writing.
    TakeBack,
    /// It becomes the next version.
    Publish,
}

/// Takes a step; publishing answers what was published.
pub async fn step_design(
    app: &App,
    actor: &Actor,
    id: DesignId,
    step: Step,
    key: Option<IdempotencyKey>,
) -> Outcome<Option<Published>> {
    let actor = actor.clone();
    let person = Some(actor.person);
    let done = app
        .once(person, "step-design", key, &(id, step), move |unit| {
            let (kept, issuer) = find(unit, &actor, id)?;
            match step {
                Step::AskForReview => {
                    kept.standing.write()?;
                    kept.design.check().map_err(Refusal::Package)?;
                    step_to(unit, &actor, &issuer, &kept, Standing::InReview)?;
                    Ok(None)
                }
                Step::TakeBack => {
                    let standing = kept.standing.take_back()?;
                    step_to(unit, &actor, &issuer, &kept, standing)?;
                    Ok(None)
                }
                Step::Publish => publish(unit, &actor, &issuer, &kept).map(Some),
            }
        })
        .await?;
    if let Some((_, organization)) = &done {
        crate::award::ensure_issuer_key(app, *organization).await?;
    }
    Ok(done.map(|it| it.0))
}

fn step_to(
    unit: &Unit<'_>,
    actor: &Actor,
    issuer: &Issuer,
    kept: &KeptDesign,
    standing: Standing,
) -> Outcome<()> {
    let asked_by = (standing == Standing::InReview).then_some(actor.person);
    let of = kept.micro_credential.as_ref().map(|it| it.0);
    move_design(unit.tx, kept.id, standing, asked_by, of)?;
    let what = match standing {
        Standing::InReview => "design-review-asked",
        Standing::Draft | Standing::Published => "design-taken-back",
    };
    record(unit, actor, issuer, kept.id, what, &kept.design)
}

fn publish(
    unit: &Unit<'_>,
    actor: &Actor,
    issuer: &Issuer,
    kept: &KeptDesign,
) -> Outcome<(Published, OrganizationId)> {
    let rule = publishing_rule(unit.tx, issuer.id)?;
    let reviewing = Reviewing {
        standing: kept.standing,
        written_by: kept.written_by,
        asked_by: kept.asked_by,
    };
    reviewing.publish(actor.person, rule)?;
    let content = kept.design.check().map_err(Refusal::Package)?;
    let published = keep(unit, actor, issuer, &content)?;
    if let Some((own, _)) = &kept.micro_credential
        && *own != published.micro_credential
    {
        return Err(Refusal::CodeChanged.into());
    }
    let of = Some(published.micro_credential);
    move_design(unit.tx, kept.id, Standing::Published, kept.asked_by, of)?;
    record(
        unit,
        actor,
        issuer,
        kept.id,
        "design-published",
        &kept.design,
    )?;
    Ok((published, issuer.id))
}

/// A design with everything that its page shows.
#[derive(Clone, Debug)]
pub struct DesignView {
    /// The design.
    pub kept: KeptDesign,
    /// Its content, or everything that is missing.
    pub checked: Result<Content, Vec<Finding>>,
    /// What it changes in the current version of its micro-credential.
    pub changes: Option<Changes>,
    /// Does the issuer ask for a second person?
    pub rule: TwoPeople,
}

/// Looks at a design.
pub async fn view_design(app: &App, actor: &Actor, id: DesignId) -> Outcome<DesignView> {
    let actor = actor.clone();
    app.read(move |unit| {
        let (kept, issuer) = find(unit, &actor, id)?;
        let checked = kept.design.check();
        let before = match &kept.micro_credential {
            Some((_, slug)) => current(unit.tx, slug)?,
            None => None,
        };
        let changes = match (&before, &checked) {
            (Some(before), Ok(content)) => {
                let earlier = super::content(&content_of(unit.tx, before.id)?)?;
                Some(Changes::between(&earlier, content))
            }
            _ => None,
        };
        Ok(DesignView {
            changes,
            checked,
            rule: publishing_rule(unit.tx, issuer.id)?,
            kept,
        })
    })
    .await
}

/// An issuer for which somebody may design.
#[derive(Clone, Debug)]
pub struct DesigningFor {
    /// The issuer.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Does it ask for a second person?
    pub rule: TwoPeople,
    /// May the asker change that?
    pub may_set_rule: bool,
    /// Its designs, newest first.
    pub designs: Vec<DesignLine>,
}

/// The issuers for which somebody may design, each with its designs.
pub async fn list_designs(app: &App, actor: &Actor) -> Outcome<Vec<DesigningFor>> {
    let actor = actor.clone();
    app.read(move |unit| {
        let mut all = Vec::new();
        for membership in &actor.memberships {
            let id = membership.organization;
            let is_new = !all.iter().any(|it: &DesigningFor| it.organization == id);
            let designs = [Role::Designer, Role::Administrator].contains(&membership.role);
            let Some(own) = organization::find(unit.tx, id)?.filter(|it| it.issues) else {
                continue;
            };
            if is_new && designs {
                all.push(DesigningFor {
                    organization: id,
                    name: own.name.as_str().to_owned(),
                    rule: publishing_rule(unit.tx, id)?,
                    may_set_rule: actor.holds_in(Role::Administrator, &[id]),
                    designs: designs_of(unit.tx, id, None, PAGE)?,
                });
            }
        }
        Ok(all)
    })
    .await
}

/// Sets whether an issuer asks for a second person; an administrator's choice.
pub async fn set_rule(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    rule: TwoPeople,
) -> Outcome<()> {
    let actor = actor.clone();
    app.write(move |unit| {
        let path = organization::path_of(unit.tx, organization)?;
        if !may(
            &actor,
            Question::Administer {
                organization: &path,
            },
        ) {
            return Err(PeopleRefusal::NotAllowed.into());
        }
        set_publishing_rule(unit.tx, organization, rule)?;
        let fact = Fact::of("publishing-rule-set", "organization", organization)
            .by(actor.person, Some(Role::Administrator))
            .with(json!({"two_people": rule}));
        unit.record(fact, &rule)
    })
    .await
}

/// The design, for whoever may publish for its issuer; others are told that there is none.
fn find(unit: &Unit<'_>, actor: &Actor, id: DesignId) -> Outcome<(KeptDesign, Issuer)> {
    let kept = find_design(unit.tx, id)?.ok_or(Refusal::NoSuchDesign)?;
    match ask(unit, actor, kept.organization) {
        Ok(issuer) => Ok((kept, issuer)),
        Err(crate::Failure::Refused(_)) => Err(Refusal::NoSuchDesign.into()),
        Err(broken) => Err(broken),
    }
}

fn record(
    unit: &Unit<'_>,
    actor: &Actor,
    issuer: &Issuer,
    id: DesignId,
    what: &'static str,
    design: &Design,
) -> Outcome<()> {
    let fact = Fact::of(what, "design", id).by(actor.person, issuer.role);
    unit.record(fact, design)
}
