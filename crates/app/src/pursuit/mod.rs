//! Use cases of the room `pursuit`: begin, write, send, and read what came back.

mod feedback;
mod own;
mod restore_text;
mod save_text;
mod start;
mod submit;
mod view_feedback;
mod view_history;
mod view_home;
mod view_receipt;
mod view_template;
mod view_workspace;

pub(crate) use own::own_work;
pub use restore_text::{RestoreText, restore_text};
pub use save_text::{SaveText, Saved, TextIn, save_text, save_texts};
pub use start::{Start, StartDone, start};
pub use submit::{Submit, SubmitDone, submit};
pub use view_feedback::{FeedbackView, Judged, view_feedback};
pub use view_history::{HISTORY_PAGE, HistoryView, view_history};
pub use view_home::{HomeLine, HomeView, PAGE, Step, view_home};
pub use view_receipt::{ReceiptView, view_receipt};
pub use view_template::view_template;
pub use view_workspace::{CriterionView, Earlier, WorkspaceView, view_workspace};

pub use store::pursuit::{DraftAt, Issuer, KeptText, Offer, Submission};
