//! The bucket for bytes, where there is one.

use super::line::Line;
use crate::config::Config;
use crate::world::{self, SystemEntropy};

const BYTES: &str = "bytes";

/// Can evidence be kept there, and is nothing replaced? Leaves nothing behind.
pub(super) async fn lines(config: &Config) -> Vec<Line> {
    let Some(bucket) = &config.bucket else {
        return Vec::new();
    };
    vec![match world::blobs(config, &SystemEntropy).await {
        Ok(_) => Line::ok(
            BYTES,
            format!("{bucket:?} can be written and replaces nothing"),
        ),
        Err(error) => Line::wrong(
            BYTES,
            format!("{bucket:?}: {error}"),
            "Correct [s3]: endpoint, region, bucket and keys; the server has to honour If-None-Match.",
        ),
    }]
}
