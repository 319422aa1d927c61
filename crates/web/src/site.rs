//! What handlers share.

use std::sync::Arc;

use app::App;
use app::jobs::Nudge;
use axum::extract::FromRef;

use crate::cookies::Scheme;
use crate::guard::Guard;

/// Renders the metrics as text.
pub type Metrics = Arc<dyn Fn() -> String + Send + Sync>;

/// The product and the frame around it; the state of every route.
#[derive(Clone)]
pub struct Site {
    /// The use cases.
    pub app: App,
    /// What the layers know of the installation.
    pub guard: Guard,
    /// The metrics, where they are collected.
    pub metrics: Option<Metrics>,
    /// Wakes the background work of this process after a change.
    pub nudge: Nudge,
}

impl Site {
    /// A fresh idempotency key for a form of a page.
    pub fn fresh_key(&self) -> String {
        self.app
            .random::<16>()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

impl FromRef<Site> for Scheme {
    fn from_ref(site: &Site) -> Self {
        site.guard.scheme
    }
}
