//! An educator's pages: home, workspace, what was sent, feedback.

mod feedback;
mod history;
mod home;
mod newer;
mod programme;
mod receipt;
mod returning;
mod workspace;
mod workspace_sample;

pub use feedback::{Feedback, Judged, Outcome, PinnedPlace};
pub use history::{EarlierText, History};
pub use home::{Home, Next, PursuitLine};
pub use newer::{Difference, Group, Newer};
pub use programme::{ManagedPursuit, Programme, ProgrammeLine};
pub use receipt::{Receipt, SentPiece, TakeBack};
pub use returning::Returning;
pub use workspace::{
    Answer, Aside, Attach, EarlierAttempt, Heard, LeftOver, Piece, Task, Upload, Workspace,
};
