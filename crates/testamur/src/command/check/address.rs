//! The public address, which credentials name for ever.

use std::time::Duration;

use super::line::Line;

const ADDRESS: &str = "public address";
const DNS: &str = "DNS name";
/// How long the name server may take.
const WAIT: Duration = Duration::from_secs(5);

/// Is it one for the world, and does its name lead anywhere?
pub(super) async fn lines(url: &str) -> Vec<Line> {
    let Some(host) = url.strip_prefix("https://") else {
        let found =
            format!("{url}: strangers cannot reach it, so that nobody else can verify awards");
        return vec![Line::warning(
            ADDRESS,
            found,
            "Set public_url to https://HOST before the first award.",
        )];
    };
    let address = if host.contains(':') {
        host.to_owned()
    } else {
        format!("{host}:443")
    };
    let fix = "Give the name an A or AAAA record; credentials name it for ever.";
    let looked_up = match tokio::time::timeout(WAIT, tokio::net::lookup_host(address)).await {
        Err(_) => Line::wrong(DNS, format!("no answer about {host} in 5 seconds"), fix),
        Ok(Err(error)) => Line::wrong(DNS, format!("{host}: {error}"), fix),
        Ok(Ok(mut found)) => match found.next() {
            Some(address) => Line::ok(DNS, format!("{host} leads to {}", address.ip())),
            None => Line::wrong(DNS, format!("{host} leads nowhere"), fix),
        },
    };
    vec![Line::ok(ADDRESS, url), looked_up]
}
