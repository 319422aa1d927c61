//! How somebody learned never touches who assesses or what is decided.

use std::cell::RefCell;

use app::growth::{Log, Say, choose_way, log_learning, say};
use domain::growth::{AskedComment, AskedLearning, Way};
use domain::ids::PursuitId;
use domain::review::Seat;
use store::{Statement, registry};
use testkit::database::{Kind, run};

use super::fixture::{EDUCATOR, Small};

/// Tables that know how somebody learns, wants to grow, and is spoken to.
const LEARNING: [&str; 8] = [
    "pursuit_way",
    "learning",
    "self_assessment",
    "goal",
    "growth_wish",
    "planned",
    "milestone",
    "draft_comment",
];

/// Begins a pursuit, goes one way, and is assessed; answers everything that was assigned, scored
/// and decided, as it is stored.
fn history(kind: Kind, way: Way) -> Vec<String> {
    let kept = RefCell::new(Vec::new());
    run(kind, async |store| {
        let small = Small::ready(store).await;
        let educator = small.actor(EDUCATOR).await;
        let (pursuit, submission) = small
            .submitted_after(async |pursuit| went(&small, &educator, pursuit, way).await)
            .await;
        let marks = [("timing", 2, "Wait after replies, too."), ("discomfort", 3, "")];
        small.score(submission, Seat::First, &marks).await;
        small.score(submission, Seat::Second, &marks).await;
        assert_eq!(small.state(pursuit).await, domain::pursuit::StateName::NotYet);
        let queries = [
            "SELECT assessor_id || ' ' || seat || ' ' || criteria || ' ' || due_at AS line FROM review ORDER BY seat",
            "SELECT criterion || ' ' || level || ' ' || feedback AS line FROM mark ORDER BY review_id, criterion",
            "SELECT outcome AS line FROM decision",
            "SELECT snapshot || ' ' || open_criteria AS line FROM submission",
        ];
        for sql in queries {
            let statement = Statement { name: "test", sql };
            let lines: Vec<String> = small
                .app()
                .store
                .read(move |tx| {
                    let rows = tx.rows(&statement, &[])?;
                    rows.iter().map(|row| row.get("line")).collect()
                })
                .await
                .unwrap();
            assert!(!lines.is_empty(), "{sql}");
            kept.borrow_mut().extend(lines);
        }
    })
    .unwrap();
    kept.into_inner()
}

/// The learner logs a course and speaks of the draft; the other does as many things that leave
/// nothing, so that both worlds draw the same ids.
async fn went(small: &Small, educator: &domain::people::Actor, pursuit: PursuitId, way: Way) {
    let app = small.app();
    choose_way(app, educator, pursuit, way).await.unwrap();
    if way == Way::Show {
        let _: ([u8; 32], [u8; 32]) = (app.random(), app.random());
        return;
    }
    let asked = AskedLearning {
        on: "2026-03-01".to_owned(),
        kind: "course".to_owned(),
        what: "Forty hours of workshop".to_owned(),
        minutes: "2400".to_owned(),
    };
    log_learning(app, educator, Log { pursuit, asked }, None)
        .await
        .unwrap();
    let asked = AskedComment {
        about: "draft".to_owned(),
        text: "I took the course for this.".to_owned(),
    };
    say(app, educator, Say { pursuit, asked }, None)
        .await
        .unwrap();
}

#[test]
fn who_learned_first_and_who_showed_what_they_know_are_judged_the_same_byte_for_byte() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        assert_eq!(history(kind, Way::Learn), history(kind, Way::Show));
    }
}

#[test]
fn nothing_that_assigns_judges_or_decides_reads_how_somebody_learned() {
    let rooms = ["store::review::", "store::assessors::", "store::award::"];
    let judging = registry::all().filter(|it| rooms.iter().any(|room| it.name.starts_with(room)));
    let mut count = 0;
    for statement in judging {
        count += 1;
        let words: Vec<_> = statement
            .sql
            .split(|it: char| !it.is_ascii_alphanumeric() && it != '_')
            .collect();
        for table in LEARNING {
            assert!(!words.contains(&table), "{} reads {table}", statement.name);
        }
    }
    assert!(count > 20, "the statements were looked at");
}
