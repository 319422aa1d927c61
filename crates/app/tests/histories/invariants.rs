//! What is true of the whole database at every moment.

use app::App;
use domain::audit::sha256_hex;
use domain::review::Outcome;
use std::collections::BTreeSet;
use store::Statement;

/// Each counts what must not be there.
const NEVER: &[(&str, &str)] = &[
    ("somebody assesses their own work",
     "SELECT count(*) AS n FROM review r JOIN submission s ON s.id = r.submission_id
      JOIN pursuit p ON p.id = s.pursuit_id WHERE r.assessor_id = p.person_id"),
    ("one person holds two seats of a submission",
     "SELECT count(*) AS n FROM (SELECT submission_id, assessor_id FROM review
      GROUP BY submission_id, assessor_id HAVING count(*) > 1) t"),
    ("two people hold one seat",
     "SELECT count(*) AS n FROM (SELECT submission_id, seat FROM review WHERE state IN ('assigned', 'opened', 'locked')
      GROUP BY submission_id, seat HAVING count(*) > 1) t"),
    ("an award without a released decision that awards",
     "SELECT count(*) AS n FROM award a LEFT JOIN decision d ON d.id = a.decision_id
      WHERE d.id IS NULL OR d.awarded <> 1 OR d.released_at IS NULL"),
    ("two awards of one decision",
     "SELECT count(*) AS n FROM (SELECT decision_id FROM award GROUP BY decision_id HAVING count(*) > 1) t"),
    ("an awarded pursuit without its award",
     "SELECT count(*) AS n FROM pursuit p WHERE p.state = 'awarded'
      AND NOT EXISTS (SELECT 1 FROM award a WHERE a.pursuit_id = p.id)"),
    ("two credentials in one place of a status list",
     "SELECT count(*) AS n FROM (SELECT status_list_id, status_index FROM credential
      GROUP BY status_list_id, status_index HAVING count(*) > 1) t"),
    ("two submissions with one code",
     "SELECT count(*) AS n FROM (SELECT code FROM submission GROUP BY code HAVING count(*) > 1) t"),
    ("two open pursuits of one person and micro-credential",
     "SELECT count(*) AS n FROM (SELECT person_id, micro_credential_id FROM pursuit WHERE open = 1
      GROUP BY person_id, micro_credential_id HAVING count(*) > 1) t"),
    ("a pursuit with a submission and none that counts in its attempt",
     "SELECT count(*) AS n FROM pursuit p
      WHERE p.state IN ('submitted', 'under-review', 'decision-ready', 'not-yet', 'awarded')
      AND 1 <> (SELECT count(*) FROM submission s WHERE s.pursuit_id = p.id AND s.attempt = p.attempt AND s.ended IS NULL)"),
    ("a draft with a submission that waits",
     "SELECT count(*) AS n FROM pursuit p JOIN submission s ON s.pursuit_id = p.id
      WHERE p.state IN ('started', 'returned', 'not-yet', 'paused', 'expired', 'withdrawn', 'awarded')
      AND s.ended IS NULL AND s.decided_at IS NULL"),
    ("a submission that waits, opened",
     "SELECT count(*) AS n FROM pursuit p JOIN submission s ON s.pursuit_id = p.id AND s.attempt = p.attempt
      AND s.ended IS NULL JOIN review r ON r.submission_id = s.id
      WHERE p.state = 'submitted' AND r.state IN ('opened', 'locked')"),
    ("a review of what came to nothing",
     "SELECT count(*) AS n FROM review r JOIN submission s ON s.id = r.submission_id
      WHERE s.ended IS NOT NULL AND r.state IN ('assigned', 'opened')"),
    ("an empty seat of what came to nothing",
     "SELECT count(*) AS n FROM vacancy w JOIN submission s ON s.id = w.submission_id WHERE s.ended IS NOT NULL"),
    ("a decision on what came to nothing",
     "SELECT count(*) AS n FROM decision d JOIN submission s ON s.id = d.submission_id WHERE s.ended IS NOT NULL"),
    ("a decided pursuit without a released decision",
     "SELECT count(*) AS n FROM pursuit p WHERE p.state IN ('not-yet', 'awarded')
      AND NOT EXISTS (SELECT 1 FROM submission s JOIN decision d ON d.submission_id = s.id
        WHERE s.pursuit_id = p.id AND s.attempt = p.attempt AND s.ended IS NULL AND d.released_at IS NOT NULL)"),
    ("a state aside that goes back nowhere, or another one that does",
     "SELECT count(*) AS n FROM pursuit p
      WHERE (p.state IN ('paused', 'expired', 'on-hold')) <> (p.beneath IS NOT NULL)
      OR (p.state = 'on-hold') <> (p.concern IS NOT NULL)"),
    ("an open pursuit that is over, or another one that is open",
     "SELECT count(*) AS n FROM pursuit p
      WHERE (p.open = 1) <> (p.state NOT IN ('awarded', 'withdrawn', 'expired'))"),
    ("a locked review with a criterion that is not marked",
     "SELECT count(*) AS n FROM review r WHERE r.state = 'locked'
      AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.review_id = r.id AND m.level IS NOT NULL)"),
    ("a kept text that is not older than what is written now",
     "SELECT count(*) AS n FROM draft_text_kept k LEFT JOIN draft_text t ON t.pursuit_id = k.pursuit_id AND t.field = k.field
      WHERE t.version IS NULL OR t.version <= k.version"),
    ("a job that was given up",
     "SELECT count(*) AS n FROM job WHERE dead_at IS NOT NULL"),
    ("a pursuit that nobody saw begin",
     "SELECT count(*) AS n FROM pursuit p WHERE NOT EXISTS (SELECT 1 FROM event e
      WHERE e.subject_kind = 'pursuit' AND e.subject_id = p.id AND e.kind = 'pursuit-started')"),
];

/// Everything that must not be there is not there.
pub async fn hold(app: &App, what: &str) {
    app.store
        .read(|tx| {
            for (wrong, sql) in NEVER {
                let statement = Statement {
                    name: "invariant",
                    sql,
                };
                let n: i64 = tx.one(&statement, &[])?.get("n")?;
                assert_eq!(n, 0, "{wrong}");
            }
            snapshots(tx)?;
            decisions(tx)
        })
        .await
        .unwrap_or_else(|error| panic!("{what}: {error}"));
}

/// A snapshot never changes: its hash says so.
fn snapshots(tx: &store::Tx) -> Result<(), store::StoreError> {
    let sql = "SELECT snapshot, snapshot_hash FROM submission";
    for row in tx.rows(
        &Statement {
            name: "invariant",
            sql,
        },
        &[],
    )? {
        let text: String = row.get("snapshot")?;
        let hash: String = row.get("snapshot_hash")?;
        assert_eq!(sha256_hex(text), hash, "a snapshot has changed");
    }
    Ok(())
}

/// A decision points at exactly its scorecards, each locked, and each criterion at a majority among
/// those that were ever locked for that pursuit.
fn decisions(tx: &store::Tx) -> Result<(), store::StoreError> {
    let sql = "SELECT d.outcome, d.awarded, s.id AS submission, s.pursuit_id FROM decision d JOIN submission s ON s.id = d.submission_id";
    for row in tx.rows(
        &Statement {
            name: "invariant",
            sql,
        },
        &[],
    )? {
        let outcome: Outcome = row.parse("outcome", |text| serde_json::from_str(text).ok())?;
        let awarded: i64 = row.get("awarded")?;
        assert_eq!(awarded == 1, outcome.criteria.iter().all(|it| it.met));
        let submission: String = row.get("submission")?;
        let pursuit: String = row.get("pursuit_id")?;
        let sql =
            "SELECT r.id, r.submission_id FROM review r JOIN submission s ON s.id = r.submission_id
                   WHERE s.pursuit_id = $1 AND r.state = 'locked'";
        let locked = tx.rows(
            &Statement {
                name: "invariant",
                sql,
            },
            &store::args![&pursuit],
        )?;
        let mut own = BTreeSet::new();
        let mut all = BTreeSet::new();
        for review in &locked {
            let id: String = review.get("id")?;
            if review.get::<String>("submission_id")? == submission {
                own.insert(id.clone());
            }
            all.insert(id);
        }
        let named: BTreeSet<_> = outcome.scorecards.iter().map(ToString::to_string).collect();
        assert_eq!(named, own, "a decision points at exactly its scorecards");
        for criterion in &outcome.criteria {
            let majority = criterion.majority.iter().map(ToString::to_string);
            assert!(
                !criterion.majority.is_empty(),
                "somebody judged {}",
                criterion.criterion
            );
            assert!(
                majority.into_iter().all(|it| all.contains(&it)),
                "a majority of scorecards that are there"
            );
        }
    }
    Ok(())
}
