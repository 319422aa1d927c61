//! What handlers share.

use std::sync::Arc;

use app::App;
use app::jobs::Nudge;
use axum::extract::FromRef;

use crate::cookies::Scheme;
use crate::guard::Guard;

/// The metrics, and who may read them.
#[derive(Clone)]
pub struct Metrics {
    /// Writes them as text.
    pub render: Arc<dyn Fn() -> String + Send + Sync>,
    /// Whoever reads them has to name this; without it only programs on this machine read them.
    pub token: Option<Arc<str>>,
}

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
