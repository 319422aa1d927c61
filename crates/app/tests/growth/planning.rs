use app::App;
use app::growth::{
    PlanChange, PlanIt, change_plan, next_planned, order_plan, plan_it, remove_goal, view_growth,
    write_goal,
};
use app::pursuit::{Start, start};
use domain::growth::{AskedGoal, AskedMilestones, Direction, MilestoneKind};
use domain::ids::PlannedId;
use domain::people::Actor;
use store::Store;

use crate::fixture::{catalogue, place, refused};

async fn plan(app: &App, actor: &Actor, slug: &str) -> PlannedId {
    let command = PlanIt {
        micro_credential: slug.to_owned(),
        goal: None,
    };
    plan_it(app, actor, command, None).await.unwrap().planned
}

async fn titles(app: &App, actor: &Actor) -> Vec<String> {
    let view = view_growth(app, actor).await.unwrap();
    view.plan.into_iter().map(|it| it.title).collect()
}

fn days(begin: &str, earn: &str) -> PlanChange {
    PlanChange::Milestones(AskedMilestones {
        begin: begin.to_owned(),
        earn: earn.to_owned(),
        ..AskedMilestones::default()
    })
}

testkit::each_database! {
    async fn a_plan_is_ordered_and_lines_are_taken_out(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        catalogue(app, it.district).await;
        let wait = plan(app, &it.mara, "wait-time").await;
        let routines = plan(app, &it.mara, "routines").await;
        let again = PlanIt { micro_credential: "routines".to_owned(), goal: None };
        assert_eq!(refused(plan_it(app, &it.mara, again, None).await), "already-planned");
        let none = PlanIt { micro_credential: "none".to_owned(), goal: None };
        assert_eq!(refused(plan_it(app, &it.mara, none, None).await), "no-such-micro-credential");
        change_plan(app, &it.mara, routines, PlanChange::Move(Direction::Up)).await.unwrap();
        assert_eq!(titles(app, &it.mara).await, ["Routines", "Wait Time"]);
        order_plan(app, &it.mara, vec![wait, routines]).await.unwrap();
        assert_eq!(titles(app, &it.mara).await, ["Wait Time", "Routines"]);
        assert_eq!(refused(order_plan(app, &it.mara, vec![wait]).await), "growth-fields");
        assert_eq!(refused(change_plan(app, &it.stranger, wait, PlanChange::Remove).await), "not-planned");
        change_plan(app, &it.mara, wait, PlanChange::Remove).await.unwrap();
        assert_eq!(titles(app, &it.mara).await, ["Routines"]);
        assert!(titles(app, &it.stranger).await.is_empty());
    }

    async fn milestones_are_reached_by_the_pursuit_and_the_next_one_is_said(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        catalogue(app, it.district).await;
        assert!(next_planned(app, &it.mara).await.unwrap().is_none());
        let wait = plan(app, &it.mara, "wait-time").await;
        let routines = plan(app, &it.mara, "routines").await;
        change_plan(app, &it.mara, wait, days("2026-03-10", "2026-06-01")).await.unwrap();
        change_plan(app, &it.mara, routines, days("", "2026-04-01")).await.unwrap();
        let next = next_planned(app, &it.mara).await.unwrap().unwrap();
        assert_eq!((next.planned.id, next.milestone.unwrap().kind), (wait, MilestoneKind::Begin));
        let command = Start { micro_credential: "wait-time".parse().unwrap() };
        start(app, &it.mara, command, None).await.unwrap();
        let next = next_planned(app, &it.mara).await.unwrap().unwrap();
        assert_eq!((next.planned.id, next.milestone.unwrap().kind), (routines, MilestoneKind::Earn));
        let wrong = days("2026-06-02", "2026-06-01");
        assert_eq!(refused(change_plan(app, &it.mara, wait, wrong).await), "growth-fields");
    }

    async fn what_was_planned_for_a_goal_stays_when_the_goal_goes(store: Store) {
        let it = place(store).await;
        let app = &it.world.app;
        catalogue(app, it.district).await;
        let asked = AskedGoal { text: "Calm mornings.".to_owned(), ..AskedGoal::default() };
        let goal = write_goal(app, &it.mara, asked, None).await.unwrap().goal;
        let command = PlanIt { micro_credential: "routines".to_owned(), goal: Some(goal) };
        plan_it(app, &it.mara, command.clone(), None).await.unwrap();
        assert_eq!(refused(plan_it(app, &it.stranger, command, None).await), "no-such-goal");
        remove_goal(app, &it.mara, goal).await.unwrap();
        let plan = view_growth(app, &it.mara).await.unwrap().plan;
        assert_eq!((plan.len(), plan[0].goal), (1, None));
    }
}
