//! What operators and their machines ask: is it alive, is it ready, how is it doing.

use crate::route::Route;

/// Its routes.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
