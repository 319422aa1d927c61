//! A cluster of a test's own starts, answers, and leaves nothing running.

use std::net::TcpStream;

use throwaway::Cluster;

#[test]
fn a_cluster_listens_while_it_is_held_and_not_after() {
    let cluster = Cluster::start("own", "", &[]).unwrap();
    let address = ("127.0.0.1", cluster.port());
    assert!(TcpStream::connect(address).is_ok(), "{address:?}");
    drop(cluster);
    assert!(TcpStream::connect(address).is_err(), "{address:?}");
}
