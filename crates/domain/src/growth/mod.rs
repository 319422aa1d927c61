//! Growth: what a school or district needs, what an educator wants, and what to do next.
//!
//! Nothing of this room ever reaches a review or a decision: how somebody learned is theirs.

mod companion;
mod competency;
mod goal;
mod learning;
mod meeting;
mod need;
mod plan;
mod read;
mod recommend;
mod refusal;
mod self_assessment;
mod way;
mod wishes;

pub use companion::{
    About, AskedComment, AskedInvitation, Comment, CompanionRole, Invitation, MAX_COMMENTS,
    MAX_COMPANIONS,
};
pub use competency::{Competency, MAX_COMPETENCIES, competencies_of};
pub use goal::{AskedGoal, Goal, MAX_GOALS};
pub use learning::{AskedLearning, Learned, Learning, MAX_LOGGED};
pub use meeting::{MEETING_AFTER, Meeting, meeting};
pub use need::{AskedNeed, Need};
pub use plan::{
    AskedMilestones, Direction, MAX_PLANNED, Milestone, MilestoneKind, Planned, Progress,
    milestones, moved, next_in_plan,
};
pub use recommend::{Caution, Known, Offer, Reason, Recommendation, StackProgress, recommend};
pub use refusal::Refusal;
pub use self_assessment::{AskedSelfAssessment, MAX_SELF_ASSESSMENTS, SelfAssessment};
pub use way::Way;
pub use wishes::{AskedWishes, Students, Wishes};
