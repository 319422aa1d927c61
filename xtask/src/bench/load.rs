//! The load: a few kept-alive connections, a bounded number of requests.

use std::time::{Duration, Instant};

use super::http::{Answer, Connection, Request};
use super::server::Server;
use crate::failure::Failure;

/// What one connection asks, given the answer to what it asked before.
pub type Script = Box<dyn FnMut(Option<&Answer>) -> Request + Send>;

/// A script that asks the same thing again and again.
pub fn repeat(request: Request) -> Script {
    Box::new(move |_| request.clone())
}

/// What one side did in one round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Requests answered in a second of wall time.
    pub per_second: f64,
    /// Processor time of the server for one request, in microseconds.
    pub cpu_micros: f64,
    /// Half of the answers came at least as fast, in microseconds.
    pub median_micros: f64,
}

/// Sends the requests, shared out evenly over one connection for each script.
///
/// # Errors
/// If a connection breaks, or an answer is no success.
pub fn drive(
    server: &Server,
    scripts: &mut [Script],
    requests: usize,
) -> Result<Measured, Failure> {
    let share = requests.div_ceil(scripts.len().max(1));
    let cpu_before = server.cpu_seconds();
    let start = Instant::now();
    let port = server.port;
    let results: Vec<Result<Vec<Duration>, Failure>> = std::thread::scope(|scope| {
        let drivers: Vec<_> = scripts
            .iter_mut()
            .map(|script| scope.spawn(move || follow(port, script, share)))
            .collect();
        drivers
            .into_iter()
            .map(|driver| {
                let broken = |_| Err(Failure::new("a driver of the load broke down"));
                driver.join().unwrap_or_else(broken)
            })
            .collect()
    });
    let wall = start.elapsed().as_secs_f64();
    let cpu = server.cpu_seconds() - cpu_before;
    let mut times = Vec::new();
    for result in results {
        times.extend(result?.iter().map(|time| time.as_secs_f64() * 1e6));
    }
    let count = times.len() as f64;
    Ok(Measured {
        per_second: count / wall,
        cpu_micros: cpu * 1e6 / count,
        median_micros: median(&mut times),
    })
}

fn follow(port: u16, script: &mut Script, share: usize) -> Result<Vec<Duration>, Failure> {
    let mut connection = Connection::open(port)?;
    let mut times = Vec::with_capacity(share);
    let mut last = None;
    for _ in 0..share {
        let request = script(last.as_ref());
        let start = Instant::now();
        let answer = connection.ask(&request)?;
        times.push(start.elapsed());
        if !(200..300).contains(&answer.status) {
            return Err(Failure::new(format!(
                "{} {} was answered with {}",
                request.method, request.path, answer.status
            )));
        }
        last = Some(answer);
    }
    Ok(times)
}

/// The middle value, or the mean of the two middle ones; 0 of nothing.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = values.get(middle).copied().unwrap_or_default();
    match values.len() % 2 {
        0 => {
            let lower = middle.checked_sub(1).and_then(|index| values.get(index));
            f64::midpoint(lower.copied().unwrap_or_default(), upper)
        }
        _ => upper,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_started_driven_by_several_connections_and_stopped() {
        let port = throwaway::free_port().unwrap();
        let words = format!("-m http.server {port} --bind 127.0.0.1 --protocol HTTP/1.1");
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        let log = std::env::temp_dir().join(format!("testamur-load-{}.log", std::process::id()));
        let server = Server::start("python3".as_ref(), &words, port, "/", log.clone()).unwrap();

        let mut scripts = [repeat(Request::get("/")), repeat(Request::get("/"))];
        let measured = drive(&server, &mut scripts, 20).unwrap();
        assert!(measured.per_second > 0.0 && measured.median_micros > 0.0);

        let mut lost = [repeat(Request::get("/no-such-file"))];
        let failure = drive(&server, &mut lost, 1).unwrap_err();
        assert!(failure.to_string().contains("404"), "{failure}");

        drop(server);
        assert!(Connection::open(port).is_err());
        std::fs::remove_file(log).unwrap();
    }

    #[test]
    fn the_median_does_not_depend_on_the_order() {
        assert_eq!(median(&mut [9.0, 1.0, 5.0]), 5.0);
        assert_eq!(median(&mut [4.0, 1.0, 2.0, 100.0]), 3.0);
        assert_eq!(median(&mut []), 0.0);
    }
}
