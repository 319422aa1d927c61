//! Use cases of the room `growth`: what is needed, what is wanted, what comes next.

mod accompanying;
mod assess;
mod change_need;
mod comment;
mod companions;
mod goals;
mod invite;
mod learn;
mod list_needs;
mod offers;
mod plan;
mod publish_need;
mod recommendations;
mod tell_of_need;
mod view_growth;
mod wish;

use domain::time::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub use accompanying::{AccompanyingView, CompanionsView, view_accompanying, view_companions};
pub use assess::{assess_self, forget_assessment};
pub use change_need::{change_need, end_need};
pub use comment::{DiscussionView, Said, Say, say, unsay, view_discussion};
pub use goals::{GoalWritten, change_goal, remove_goal, write_goal};
pub use invite::{
    Answer, Invite, InviteDone, answer_invitation, end_companionship, invite, withdraw_invitation,
};
pub use learn::{
    LearningView, Log, Logged, choose_way, log_learning, remove_learning, view_learning,
};
pub use list_needs::{NeedLine, NeedsView, list_needs, view_need};
pub(crate) use offers::keep_offer;
pub use offers::keep_unknown_offers;
pub use plan::{
    NextPlanned, PlanChange, PlanIt, PlanItDone, change_plan, next_planned, order_plan, plan_it,
};
pub use publish_need::{NeedPublished, PublishNeed, publish_need};
pub use recommendations::{RecommendationsView, Recommended, view_recommendations};
pub(crate) use tell_of_need::tell_of_need;
pub use view_growth::{GrowthView, view_growth};
pub use wish::wish;

pub use store::growth::comment::Kept as KeptComment;
pub use store::growth::companion::{Accompanied, Companion, Invited, Received};
pub use store::growth::goal::Kept as KeptGoal;
pub use store::growth::learning::Kept as KeptLearning;
pub use store::growth::need::Kept as KeptNeed;
pub use store::growth::own::Assessed;
pub use store::growth::plan::Kept as KeptPlanned;

/// The day in a zone of the IANA database; in UTC if the zone is not known.
fn day_in(zone: &str, now: Timestamp) -> Date {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    now.to_zoned_datetime(zone).date()
}
