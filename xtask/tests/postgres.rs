//! The throwaway database of the tests starts, answers, and leaves nothing running.

use std::net::TcpStream;

use xtask::postgres::Cluster;

#[test]
fn a_throwaway_cluster_listens_while_it_is_held_and_not_after() {
    let cluster = Cluster::start().unwrap();
    let address = address_in(&cluster.url());
    assert!(TcpStream::connect(&address).is_ok(), "{address}");
    drop(cluster);
    assert!(TcpStream::connect(&address).is_err(), "{address}");
}

/// `postgres://testamur@127.0.0.1:5433/postgres` is at `127.0.0.1:5433`.
fn address_in(url: &str) -> String {
    let (_, rest) = url.split_once('@').unwrap();
    rest.split('/').next().unwrap().to_owned()
}
