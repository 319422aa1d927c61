//! A bucket that cannot be used is told before anything is kept in it.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener};

use crate::program::Bench;

/// A server that says yes to everything, so that one upload could replace another.
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

#[test]
fn a_bucket_that_replaces_what_exists_is_found_by_the_check_and_refused_at_start() {
    let bench = Bench::with_an_installation();
    bench.write("key", "somebody\n");
    let settings = format!(
        "[s3]\nbucket = \"evidence\"\nendpoint = \"http://127.0.0.1:{}\"\n\
         access_key_file = \"key\"\nsecret_key_file = \"key\"\n",
        careless()
    );
    bench.write("testamur.toml", settings);
    let place = ["--config", "testamur.toml"];
    let checked = bench.run(&[&["check"], &place[..]].concat());
    assert_eq!(checked.code, 1, "{}", checked.error);
    assert!(
        checked.out.contains("honour If-None-Match"),
        "{}",
        checked.out
    );
    bench
        .run(&[&["jobs", "list"], &place[..]].concat())
        .refused("two uploads could replace each other");
    let backed_up = bench.run(&[&["backup", "copy.tar"], &place[..]].concat());
    assert!(
        backed_up.out.contains("Evidence is NOT in it"),
        "{}",
        backed_up.out
    );
}
