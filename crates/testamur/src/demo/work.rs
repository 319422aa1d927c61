//! One pursuit of the demo, from its begin to its decision, by the same use cases as anybody's.

use std::collections::BTreeSet;
use std::convert::Infallible;

use app::App;
use app::award::{SetVisibility, list_awards, set_visibility};
use app::evidence::{AddFile, add_file};
use app::jobs::run_due_once;
use app::pursuit::{Start, Submit, TextIn, save_texts, start, submit};
use bytes::Bytes;
use domain::award::Visibility;
use domain::catalogue::prose::normalise;
use domain::ids::{PursuitId, SubmissionId};
use domain::people::Actor;
use domain::pursuit::{Attestation, StateName};
use futures::stream;

use super::district::{Piece, State, Work};
use super::files::{self, mistake};
use super::settle::{Known, named};
use crate::world::Unusable;

/// A step of a pursuit. Its hour of the day (UTC) puts those of one day in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Begins it and writes the draft.
    Begin,
    /// Sends it; assessors are found.
    Send,
    /// The n-th assessor hands in a scorecard, from 0.
    Score(usize),
    /// The educator lets everybody see the award.
    Show,
}

/// A pursuit on its way.
#[derive(Debug)]
pub(super) struct Journey {
    pub(super) folder: String,
    pub(super) work: Work,
    pursuit: Option<PursuitId>,
    pub(super) submission: Option<SubmissionId>,
}

/// Runs the jobs that are due; in the demo none may go wrong.
pub(super) async fn drain(app: &App) -> Result<(), Unusable> {
    let drained = run_due_once(app).await?;
    match drained.failed + drained.buried {
        0 => Ok(()),
        n => Err(Unusable::Refused(format!(
            "the demo district: {n} background jobs went wrong; the log says why"
        ))),
    }
}

impl Journey {
    /// Reads a piece of work.
    pub(super) fn read(name: &str) -> Result<Self, Unusable> {
        let folder = format!("work/{name}");
        let work = files::read(&format!("{folder}/work.toml"))?;
        Ok(Self {
            folder,
            work,
            pursuit: None,
            submission: None,
        })
    }

    /// Its steps, each with its day (counted back) and hour.
    pub(super) fn steps(&self) -> Result<Vec<(u16, i8, Step)>, Unusable> {
        let work = &self.work;
        let mut steps = vec![(work.started_days_ago, 14, Step::Begin)];
        if work.state == State::Draft {
            return Ok(steps);
        }
        let days = |days: Option<u16>, key: &str| {
            days.ok_or_else(|| self.wrong(format!("{key} is missing")))
        };
        steps.push((
            days(work.submitted_days_ago, "submitted_days_ago")?,
            15,
            Step::Send,
        ));
        if work.state == State::Submitted {
            return Ok(steps);
        }
        let decided = days(work.decided_days_ago, "decided_days_ago")?;
        let scores = (0..work.scorecards.len()).zip(16..=20);
        steps.extend(scores.map(|(n, hour)| (decided, hour, Step::Score(n))));
        if work.state == State::Awarded {
            steps.push((decided, 21, Step::Show));
        }
        Ok(steps)
    }

    /// Takes a step.
    pub(super) async fn take(
        &mut self,
        app: &App,
        known: &Known,
        step: Step,
    ) -> Result<(), Unusable> {
        let educator = known.actor(app, &self.work.person, &self.folder).await?;
        match step {
            Step::Begin => self.begin(app, known, &educator).await,
            Step::Send => self.send(app, &educator).await,
            Step::Score(n) => self.score(app, known, n).await,
            Step::Show => self.show(app, &educator).await,
        }
    }

    async fn begin(&mut self, app: &App, known: &Known, educator: &Actor) -> Result<(), Unusable> {
        let published = named(&known.packages, &self.work.package, &self.folder)?;
        let micro_credential = published.slug.parse().map_err(|error| self.wrong(error))?;
        let done = start(app, educator, Start { micro_credential }, None).await;
        let pursuit = done.map_err(|error| self.wrong(error))?.pursuit;
        self.pursuit = Some(pursuit);
        self.write(app, educator, pursuit).await?;
        for piece in &self.work.files {
            self.gather(app, educator, pursuit, piece).await?;
        }
        Ok(())
    }

    async fn write(&self, app: &App, educator: &Actor, pursuit: PursuitId) -> Result<(), Unusable> {
        let texts = self.work.texts.iter();
        let texts = texts.map(|(field, text)| TextIn {
            sitting: domain::pursuit::history::Sitting::default(),
            field: field.clone(),
            text: normalise(text),
            based_on: 0,
        });
        let saved = save_texts(app, educator, pursuit, texts.collect()).await;
        for (field, answer) in saved.map_err(|error| self.wrong(error))? {
            answer.map_err(|refusal| self.wrong(format!("{field}: {refusal:?}")))?;
        }
        Ok(())
    }

    async fn gather(
        &self,
        app: &App,
        educator: &Actor,
        pursuit: PursuitId,
        it: &Piece,
    ) -> Result<(), Unusable> {
        let path = format!("{}/{}", self.folder, it.file);
        let content = stream::iter([Ok::<_, Infallible>(Bytes::from_static(files::bytes(
            &path,
        )?))]);
        let command = AddFile {
            pursuit,
            requirement: it.requirement.clone(),
            uploaded_name: it.file.clone(),
            caption: normalise(&it.caption),
            criteria: it.criteria.clone(),
        };
        add_file(app, educator, command, None, content)
            .await
            .map_err(|error| mistake(&path, error))?;
        Ok(())
    }

    async fn send(&mut self, app: &App, educator: &Actor) -> Result<(), Unusable> {
        let attestations = BTreeSet::from(Attestation::ALL);
        let command = Submit {
            reopens: BTreeSet::new(),
            pursuit: self.begun()?,
            attestations,
        };
        let done = submit(app, educator, command, None).await;
        self.submission = Some(done.map_err(|error| self.wrong(error))?.submission);
        drain(app).await
    }

    async fn show(&self, app: &App, educator: &Actor) -> Result<(), Unusable> {
        let held = list_awards(app, educator.person, None).await?;
        let visibility = Visibility::Public;
        for award in held.awards.into_iter().map(|it| it.award) {
            set_visibility(app, educator, SetVisibility { award, visibility }, None).await?;
        }
        Ok(())
    }

    /// Is it where the file says?
    pub(super) async fn check(&self, app: &App) -> Result<(), Unusable> {
        let pursuit = self.begun()?;
        let stored = app
            .read(move |unit| Ok(store::pursuit::find(unit.tx, pursuit)?))
            .await?;
        let found = stored.map(|it| it.pursuit.name());
        let wanted = StateName::from(self.work.state);
        if found == Some(wanted) {
            return Ok(());
        }
        Err(self.wrong(format!(
            "it should come out as {wanted:?}, and is {found:?}"
        )))
    }

    fn begun(&self) -> Result<PursuitId, Unusable> {
        self.pursuit.ok_or_else(|| self.wrong("it was never begun"))
    }

    /// A mistake in its file.
    pub(super) fn wrong(&self, reason: impl std::fmt::Display) -> Unusable {
        mistake(&self.folder, reason)
    }
}
