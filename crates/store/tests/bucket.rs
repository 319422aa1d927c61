//! Bytes in a bucket, on a server of its own: `moto_server`, which `cargo xtask test` installs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::{
    convert::Infallible,
    io::{Read as _, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    ops::Range,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use bytes::Bytes;
use domain::ids::OrganizationId;
use futures::{TryStreamExt, stream};
use jiff::Timestamp;
use store::blob::{BlobError, Blobs, Bucket, ContentHash, MasterKey, Piece, Shelf, Stored};
use zeroize::Zeroizing;

const ISSUER: OrganizationId = OrganizationId::from_u128(2);
/// Names the program to use instead of the one that `cargo xtask test` installs.
const VARIABLE: &str = "TESTAMUR_TEST_S3_SERVER";

/// A server with one bucket; ends when dropped.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    async fn start() -> Server {
        let program = program();
        let port = throwaway::free_port().unwrap();
        let started = Command::new(&program)
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let child = started.unwrap_or_else(|error| {
            panic!(
                "{}: {error}: run `cargo xtask test`, which installs it, or name one in {VARIABLE}",
                program.display()
            )
        });
        let server = Server { child, port };
        for _ in 0..600 {
            if server.makes_the_bucket() {
                return server;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the S3 server did not answer within a minute");
    }

    fn makes_the_bucket(&self) -> bool {
        let Ok(mut stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) else {
            return false;
        };
        let asked = "PUT /evidence HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        let mut answer = String::new();
        stream.write_all(asked.as_bytes()).is_ok()
            && stream.read_to_string(&mut answer).is_ok()
            && answer.starts_with("HTTP/1.1 200")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program() -> PathBuf {
    if let Some(program) = std::env::var_os(VARIABLE) {
        return PathBuf::from(program);
    }
    let test = std::env::current_exe().unwrap();
    let target = test.ancestors().find(|it| it.join("CACHEDIR.TAG").exists());
    target.unwrap().join("xtask/s3/venv/bin/moto_server")
}

fn bucket(port: u16, name: &str, prefix: &str) -> Blobs {
    let bucket = Bucket {
        name: name.to_owned(),
        prefix: prefix.to_owned(),
        endpoint: Some(format!("http://127.0.0.1:{port}")),
        region: "us-east-1".to_owned(),
        access_key: "somebody".to_owned(),
        secret_key: Zeroizing::new("secret".to_owned()),
    };
    Blobs::bucket(&bucket).unwrap()
}

/// Bytes without a pattern that could hide a mistake in the order.
fn content(size: u32) -> Vec<u8> {
    (0..size)
        .map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0])
        .collect()
}

async fn put(shelf: &Shelf, content: &[u8], entropy: u8) -> Stored {
    let pieces: Vec<Result<Bytes, Infallible>> = content
        .chunks(50_000)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    let stored = shelf.put(stream::iter(pieces), u64::MAX, [entropy; 32]);
    stored.await.unwrap()
}

async fn get(shelf: &Shelf, hash: ContentHash, range: Option<Range<u64>>) -> Vec<u8> {
    let found = shelf.get(hash, range).await.unwrap();
    let all: Vec<Bytes> = found.bytes.try_collect().await.unwrap();
    all.concat()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bucket_keeps_shares_reads_lists_and_deletes_as_a_folder_does() {
    let server = Server::start().await;
    let blobs = bucket(server.port, "evidence", "a/b");
    blobs.probe([7; 16]).await.unwrap();
    let (key, _) = MasterKey::new([7; 32])
        .new_data_key(ISSUER, [2; 32], [9; 24])
        .unwrap();
    let shelf = blobs.shelf(ISSUER, Some(key));
    // The second is longer than a part, and comes in two.
    for (size, entropy) in [(1_000, 1), (6_500_000, 2)] {
        let content = content(size);
        let stored = put(&shelf, &content, entropy).await;
        assert!(!stored.already, "{size}");
        assert!(put(&shelf, &content, entropy + 10).await.already, "{size}");
        assert!(get(&shelf, stored.hash, None).await == content, "{size}");
        let part = get(&shelf, stored.hash, Some(500..900)).await;
        assert!(part == content[500..900], "{size}");
    }
    let pieces: Vec<Piece> = shelf.list().try_collect().await.unwrap();
    assert_eq!(pieces.len(), 2);
    assert_eq!(blobs.shelves().await.unwrap(), [ISSUER]);
    let left = blobs.sweep_incoming(Timestamp::MAX).await.unwrap();
    assert_eq!(left, 0, "neither the probe nor an upload leaves anything");
    assert!(shelf.delete(pieces[0].hash).await.unwrap());
    assert!(!shelf.delete(pieces[0].hash).await.unwrap());
    let without_prefix = bucket(server.port, "evidence", "");
    assert_eq!(without_prefix.shelves().await.unwrap(), []);
    let missing = bucket(server.port, "missing", "").probe([7; 16]).await;
    assert!(matches!(missing, Err(BlobError::Place(_))), "{missing:?}");
}

/// Says yes to everything, as servers do that know nothing of conditions.
fn careless() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut asked = [0; 8192];
            let _ = stream.read(&mut asked);
            let answer =
                "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    port
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_replaces_what_exists_is_refused() {
    let refused = bucket(careless(), "evidence", "").probe([7; 16]).await;
    assert!(
        matches!(refused, Err(BlobError::Replaces("putting an object"))),
        "{refused:?}"
    );
}
