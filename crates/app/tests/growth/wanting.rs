use app::growth::{
    assess_self, change_goal, forget_assessment, remove_goal, view_growth, wish, write_goal,
};
use domain::growth::{AskedGoal, AskedSelfAssessment, AskedWishes, Competency, Students};
use jiff::SignedDuration;
use store::Store;

use crate::fixture::{place, refused};

fn sees(level: &str) -> AskedSelfAssessment {
    AskedSelfAssessment {
        competency: "Questioning".to_owned(),
        level: level.to_owned(),
        sentence: "I count my pauses.".to_owned(),
    }
}

fn goal(text: &str) -> AskedGoal {
    AskedGoal {
        text: text.to_owned(),
        competencies: "Questioning".to_owned(),
        by: "2026-05-31".to_owned(),
    }
}

testkit::each_database! {
    async fn a_self_assessment_is_dated_changes_and_can_be_forgotten(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        assess_self(app, &it.mara, sees("novice")).await.unwrap();
        let first = view_growth(app, &it.mara).await.unwrap().assessed;
        it.world.clock.advance(SignedDuration::from_hours(24));
        assess_self(app, &it.mara, sees("foundation")).await.unwrap();
        let second = view_growth(app, &it.mara).await.unwrap().assessed;
        assert_eq!((first.len(), second.len()), (1, 1));
        assert_eq!(second[0].it.level.as_str(), "foundation");
        assert!(second[0].at > first[0].at);
        let of = Competency::parse("c", "questioning").unwrap();
        forget_assessment(app, &it.mara, of).await.unwrap();
        assert!(view_growth(app, &it.mara).await.unwrap().assessed.is_empty());
    }

    async fn what_an_educator_says_of_themselves_is_seen_by_nobody_else_and_not_logged(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        assess_self(app, &it.mara, sees("novice")).await.unwrap();
        write_goal(app, &it.mara, goal("Hear everybody."), None).await.unwrap();
        for other in [&it.leader, &it.stranger, &it.neighbour] {
            let view = view_growth(app, other).await.unwrap();
            assert!(view.assessed.is_empty() && view.goals.is_empty());
        }
        let person = it.mara.person.to_string();
        let logged = app
            .read(move |unit| Ok(store::system::event::of_subject(unit.tx, "person", &person, None, 50)?))
            .await
            .unwrap();
        let event = logged.iter().find(|it| it.kind == "self-assessed").unwrap();
        assert!(event.detail.is_null(), "{:?}", event.detail);
    }

    async fn goals_are_written_changed_and_taken_away_by_their_educator(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        let done = write_goal(app, &it.mara, goal("Hear everybody."), None).await.unwrap();
        assert_eq!(refused(change_goal(app, &it.stranger, done.goal, goal("x")).await), "no-such-goal");
        assert_eq!(refused(remove_goal(app, &it.stranger, done.goal).await), "no-such-goal");
        change_goal(app, &it.mara, done.goal, goal("Hear each one.")).await.unwrap();
        let goals = view_growth(app, &it.mara).await.unwrap().goals;
        assert_eq!(goals[0].goal.text, "Hear each one.");
        assert_eq!(goals[0].goal.competencies.len(), 1);
        remove_goal(app, &it.mara, done.goal).await.unwrap();
        assert!(view_growth(app, &it.mara).await.unwrap().goals.is_empty());
        assert_eq!(refused(write_goal(app, &it.mara, goal(" "), None).await), "growth-fields");
    }

    async fn goals_have_a_limit(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        for n in 0..domain::growth::MAX_GOALS {
            write_goal(app, &it.mara, goal(&format!("Goal {n}")), None).await.unwrap();
        }
        assert_eq!(refused(write_goal(app, &it.mara, goal("One more"), None).await), "too-many-of-them");
    }

    async fn time_and_students_are_kept(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        let asked = AskedWishes { hours: "10".to_owned(), students: "not-available".to_owned() };
        wish(app, &it.mara, asked).await.unwrap();
        let wishes = view_growth(app, &it.mara).await.unwrap().wishes;
        assert_eq!((wishes.hours, wishes.students), (Some(10), Students::NotAvailable));
    }
}
