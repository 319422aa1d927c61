//! An educator's pages: home, workspace, what was sent, feedback.

mod feedback;
mod history;
mod home;
mod receipt;
mod workspace;
mod workspace_sample;

pub use feedback::{Feedback, Judged, Outcome};
pub use history::{EarlierText, History};
pub use home::{Home, Next, PursuitLine};
pub use receipt::{Receipt, SentPiece, TakeBack};
pub use workspace::{Answer, Attach, EarlierAttempt, Heard, Piece, Task, Upload, Workspace};
