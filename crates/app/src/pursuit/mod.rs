//! Use cases of the room `pursuit`: begin, write, send, and read what came back.

mod aside;
mod deadline;
mod earlier;
mod expected;
mod feedback;
mod give_back;
mod list_managed;
mod managed;
mod move_version;
mod own;
mod pinned;
mod restore_text;
mod save_text;
mod start;
mod submit;
mod take_back;
mod view_feedback;
mod view_history;
mod view_home;
mod view_receipt;
mod view_template;
mod view_workspace;

pub use aside::{Aside, PutAside, Standing, put_aside};
pub use deadline::keep_deadline;
pub use give_back::{GiveBack, GivenBack, GivenBy, give_back};
pub use list_managed::{ManagedLine, ManagedList, ManagedView, list_managed, view_managed};
pub use managed::{Manage, Managed, Step as ManageStep, manage};
pub use move_version::{MoveVersion, Moved, NewerVersion, move_version, view_newer};
pub(crate) use own::{as_known, own_work};
pub use pinned::FeedbackPin;
pub use restore_text::{RestoreText, restore_text};
pub use save_text::{SaveText, Saved, TextIn, save_text, save_texts};
pub use start::{Start, StartDone, start};
pub use submit::{Submit, SubmitDone, submit};
pub use take_back::{TakeBack, TakenBack, take_back};
pub use view_feedback::{FeedbackView, Judged, view_feedback};
pub use view_history::{HISTORY_PAGE, HistoryView, view_history};
pub use view_home::{HomeLine, HomeView, PAGE, Step, view_home};
pub use view_receipt::{ReceiptView, view_receipt};
pub use view_template::view_template;
pub use view_workspace::{CriterionView, Earlier, WorkspaceView, view_workspace};

pub use store::pursuit::{DraftAt, Ended, Issuer, KeptText, Offer, Submission};
