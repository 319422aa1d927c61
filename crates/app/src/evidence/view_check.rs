//! What was checked: before a submission for its educator, after it for those who run the review.

use domain::evidence::Refusal;
use domain::evidence::blindness::{Check, Record};
use domain::ids::PursuitId;
use domain::people::Actor;
use domain::people::permission::{Question, may};
use serde::Serialize;

use super::{check, look_again};
use crate::pursuit::own_work;
use crate::{App, Outcome};

/// The record of a submission, with its hash as it stands in the snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RecordView {
    /// The code of the submission.
    pub code: String,
    /// Title of the micro-credential.
    pub title: String,
    /// What was checked and found.
    pub record: Record,
    /// SHA-256 of the record as it is stored.
    pub hash: String,
}

/// Checks one's own draft for names.
///
/// # Errors
/// `no-such-pursuit`.
pub async fn view_check(app: &App, actor: &Actor, pursuit: PursuitId) -> Outcome<Check> {
    let asking = actor.clone();
    app.read(move |unit| own_work(unit, &asking, pursuit).map(|_| ()))
        .await?;
    look_again(app, pursuit).await?;
    let actor = actor.clone();
    app.read(move |unit| {
        let work = own_work(unit, &actor, pursuit)?;
        let draft = store::pursuit::draft(unit.tx, pursuit)?.draft;
        Ok(check(unit, work.stored.person, pursuit, &draft)?.check)
    })
    .await
}

/// The blindness record of a submission, for its educator and for programme managers of its issuer
/// who do not assess it.
///
/// # Errors
/// `no-such-record`, also for those who may not know of it.
pub async fn view_record(app: &App, actor: &Actor, code: &str) -> Outcome<RecordView> {
    let (actor, code) = (actor.clone(), code.to_owned());
    app.read(move |unit| {
        let none = || Refusal::NoSuchRecord;
        let found = store::pursuit::by_code(unit.tx, &code)?.ok_or_else(none)?;
        let submission = found.submission;
        let work = store::pursuit::work(unit.tx, submission.pursuit)?.ok_or_else(none)?;
        let issuer = store::people::organization::path_of(unit.tx, work.offer.issuer.id)?;
        let reviews = store::review::of_submission(unit.tx, submission.id)?;
        let assessors: Vec<_> = reviews.iter().map(|it| it.seated.assessor).collect();
        let question = Question::ViewBlindnessRecord {
            educator: found.person,
            issuer: &issuer,
            assessors: &assessors,
        };
        if !may(&actor, question) {
            return Err(none().into());
        }
        let (record, hash) =
            store::evidence::find_record(unit.tx, submission.id)?.ok_or_else(none)?;
        Ok(RecordView {
            code: submission.code,
            title: work.offer.content.title,
            record,
            hash,
        })
    })
    .await
}
