//! Pages and API of the room `people`.

use crate::route::Route;

/// Its routes.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
