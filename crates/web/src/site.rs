//! What handlers share.

use std::sync::Arc;

use app::App;

use crate::guard::Guard;

/// The product and the frame around it; the state of every route.
#[derive(Clone)]
pub struct Site {
    /// The use cases.
    pub app: App,
    /// What the layers know of the installation.
    pub guard: Guard,
    /// Renders the metrics, where they are collected.
    pub metrics: Option<Arc<dyn Fn() -> String + Send + Sync>>,
}
