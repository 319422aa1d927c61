//! The throwaway database of the tests starts, answers, and leaves nothing running.

use std::net::TcpStream;

use xtask::postgres::Cluster;

#[test]
fn a_throwaway_cluster_listens_while_it_is_held_and_not_after() {
    let cluster = Cluster::start().unwrap();
    // postgres://testamur@127.0.0.1:5433/postgres
    let url = cluster.url();
    let address = url.split(['@', '/']).nth(3).unwrap().to_owned();
    assert!(TcpStream::connect(&address).is_ok(), "{address}");
    drop(cluster);
    assert!(TcpStream::connect(&address).is_err(), "{address}");
}
