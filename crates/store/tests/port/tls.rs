//! TLS to PostgreSQL, against a server that has it and one that has not.

use std::{path::Path, process::Command};

use store::{Address, Store, StoreError};
use testkit::{Failure, database::options};
use throwaway::Cluster;

/// A certificate authority and a certificate for 127.0.0.1 alone, made anew.
fn certificates(folder: &Path) {
    let openssl = |arguments: &str| {
        let output = Command::new("openssl")
            .args(arguments.split(' '))
            .current_dir(folder)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "openssl {arguments}: {said}");
    };
    let new = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2";
    for authority in ["ours", "other"] {
        openssl(&format!(
            "{new} -subj /CN={authority} -keyout {authority}.key -out {authority}.crt"
        ));
    }
    openssl(&format!(
        "{new} -subj /CN=server -CA ours.crt -CAkey ours.key -keyout server.key -out server.crt \
         -addext subjectAltName=IP:127.0.0.1 -addext basicConstraints=critical,CA:FALSE"
    ));
}

/// Whether the connection that a store gets is encrypted.
async fn encrypted(port: u16, host: &str, query: &str) -> Result<bool, StoreError> {
    let url = format!("postgres://testamur@{host}:{port}/postgres{query}");
    let store = Store::open(&Address::parse(&url), options()).await?;
    let sql =
        "SELECT CASE WHEN ssl THEN 1 ELSE 0 END AS n FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let number = crate::number(&store, sql).await;
    store.close().await;
    Ok(number == 1)
}

async fn refused(port: u16, host: &str, query: &str, why: &str) {
    let words = encrypted(port, host, query).await.unwrap_err().to_string();
    assert!(words.contains(why), "{query}: {words}");
}

#[tokio::test]
async fn a_connection_is_encrypted_as_its_address_asks_for() -> Result<(), Failure> {
    let folder = tempfile::tempdir().unwrap();
    certificates(folder.path());
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    let (certificate, key) = (read("server.crt"), read("server.key"));
    let files: [(&str, &[u8]); 2] = [("server.crt", &certificate), ("server.key", &key)];
    let cluster = Cluster::start("tls", "ssl = on\n", &files)?;
    let (port, here) = (cluster.port(), "127.0.0.1");
    for (query, expected) in [
        ("", true),
        ("?sslmode=disable", false),
        ("?sslmode=prefer", true),
        ("?sslmode=require", true),
    ] {
        assert_eq!(encrypted(port, here, query).await?, expected, "{query}");
    }
    let verified = |authority: &str| {
        let file = folder.path().join(authority);
        format!("?sslmode=verify-full&sslrootcert={}", file.display())
    };
    assert!(encrypted(port, here, &verified("ours.crt")).await?);
    refused(port, here, &verified("other.crt"), "certificate").await;
    refused(port, "localhost", &verified("ours.crt"), "certificate").await;
    refused(port, here, &verified("server.key"), "no certificate in it").await;
    refused(port, here, &verified("missing.crt"), "missing.crt").await;
    Ok(())
}

#[tokio::test]
async fn a_server_without_tls_is_used_only_where_that_is_allowed() -> Result<(), Failure> {
    let cluster = Cluster::start("no-tls", "ssl = off\n", &[])?;
    let (port, here) = (cluster.port(), "127.0.0.1");
    assert!(!encrypted(port, here, "?sslmode=prefer").await?);
    refused(port, here, "?sslmode=require", "TLS").await;
    Ok(())
}
