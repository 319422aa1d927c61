//! Pages and API of the room `pursuit`.

use crate::route::Route;

/// Its routes.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
