//! Speaking about a draft: its educator, mentors and team mates.

use domain::audit::Fact;
use domain::growth::{AskedComment, Comment, MAX_COMMENTS, Refusal};
use domain::ids::{CommentId, PersonId, PursuitId};
use domain::people::Actor;
use domain::pursuit::Draft;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::growth::comment;
use store::growth::companion::Companion;
use store::pursuit::{Offer, Work};

use super::companions::accompanied;
use crate::letters::DRAFT_COMMENT;
use crate::{App, IdempotencyKey, Outcome, Unit};

/// Something is to be said.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Say {
    /// On the draft of which pursuit.
    pub pursuit: PursuitId,
    /// What.
    #[serde(flatten)]
    pub asked: AskedComment,
}

/// It is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The comment.
    pub comment: CommentId,
}

/// Comments on a draft; everybody else of the pursuit gets a letter.
///
/// # Errors
/// `no-such-pursuit`, `growth-fields`, `too-many-of-them`.
pub async fn say(
    app: &App,
    actor: &Actor,
    command: Say,
    key: Option<IdempotencyKey>,
) -> Outcome<Said> {
    let (actor, by, asked) = (actor.clone(), Some(actor.person), command.clone());
    app.once(by, "growth/comment", key, &command, move |unit| {
        let pursuit = asked.pursuit;
        let (work, companions) = accompanied(unit, &actor, pursuit)?;
        let it = Comment::read(&asked.asked, &work.offer.content)?;
        if comment::of_pursuit(unit.tx, pursuit)?.len() >= MAX_COMMENTS {
            return Err(Refusal::TooManyOfThem {
                limit: MAX_COMMENTS,
            }
            .into());
        }
        let id = unit.id();
        comment::insert(unit.tx, id, pursuit, actor.person, &it, unit.now)?;
        let fact = Fact::of("draft-commented", "pursuit", pursuit)
            .by(actor.person, None)
            .with(json!({ "comment": id }));
        unit.record(
            fact,
            &json!({ "about": it.about.to_string(), "text": it.text }),
        )?;
        tell(unit, &actor, &work, &companions)?;
        Ok(Said { comment: id })
    })
    .await
}

fn tell(unit: &Unit<'_>, actor: &Actor, work: &Work, companions: &[Companion]) -> Outcome<()> {
    let people = companions.iter().map(|it| it.person);
    let others = people.chain([work.stored.person]);
    let values = json!({
        "pursuit": work.stored.id,
        "title": work.offer.content.title,
    });
    for person in others.filter(|it| *it != actor.person) {
        unit.write_letter(person, DRAFT_COMMENT, &values)?;
    }
    Ok(())
}

/// Takes one's own comment away.
///
/// # Errors
/// `no-such-pursuit`, `no-such-comment`.
pub async fn unsay(app: &App, actor: &Actor, pursuit: PursuitId, id: CommentId) -> Outcome<()> {
    let actor = actor.clone();
    app.write(move |unit| {
        accompanied(unit, &actor, pursuit)?;
        if !comment::remove(unit.tx, id, pursuit, actor.person, unit.now)? {
            return Err(Refusal::NoSuchComment.into());
        }
        let fact = Fact::of("draft-comment-removed", "pursuit", pursuit)
            .by(actor.person, None)
            .with(json!({ "comment": id }));
        unit.record(fact, &json!({ "removed_at": unit.now }))
    })
    .await
}

/// A draft and what was said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct DiscussionView {
    /// Which pursuit.
    pub pursuit: PursuitId,
    /// Who looks.
    pub reader: PersonId,
    /// The actor is its educator.
    pub is_own: bool,
    /// What is worked on.
    pub offer: Offer,
    /// What is there; read only.
    pub draft: Draft,
    /// Those who accompany it.
    pub companions: Vec<Companion>,
    /// What was said, the oldest first.
    pub comments: Vec<comment::Kept>,
}

/// The draft of a pursuit with its comments, for its educator and those who accompany it.
/// Five statements.
///
/// # Errors
/// `no-such-pursuit`.
pub async fn view_discussion(
    app: &App,
    actor: &Actor,
    pursuit: PursuitId,
) -> Outcome<DiscussionView> {
    let actor = actor.clone();
    app.read(move |unit| {
        let (work, companions) = accompanied(unit, &actor, pursuit)?;
        Ok(DiscussionView {
            pursuit,
            reader: actor.person,
            is_own: work.stored.person == actor.person,
            draft: store::pursuit::draft(unit.tx, pursuit)?.draft,
            offer: work.offer,
            companions,
            comments: comment::of_pursuit(unit.tx, pursuit)?,
        })
    })
    .await
}
