//! Properties that hold for any dataset and any input.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use credential::nquads;
use credential::rdf::{Dataset, Quad, Term};
use credential::rdfc::{self, HashAlgorithm};
use proptest::prelude::*;

fn node() -> impl Strategy<Value = Term> {
    prop_oneof![
        (0..5_u8).prop_map(|n| Term::Blank(format!("n{n}"))),
        (0..3_u8).prop_map(|n| Term::Iri(format!("urn:i:{n}"))),
    ]
}

fn quad() -> impl Strategy<Value = Quad> {
    (node(), 0..2_u8, node(), proptest::option::of(node())).prop_map(
        |(subject, predicate, object, graph)| Quad {
            subject,
            predicate: format!("urn:p:{predicate}"),
            object,
            graph,
        },
    )
}

fn relabel(dataset: &Dataset, labels: &[&str; 5]) -> Dataset {
    let rename = |term: &Term| match term {
        Term::Blank(label) => Term::Blank(labels[label[1..].parse::<usize>().unwrap()].to_owned()),
        other => other.clone(),
    };
    dataset
        .iter()
        .map(|quad| Quad {
            subject: rename(&quad.subject),
            predicate: quad.predicate.clone(),
            object: rename(&quad.object),
            graph: quad.graph.as_ref().map(rename),
        })
        .collect()
}

proptest! {
    #[test]
    fn labels_of_blank_nodes_do_not_change_the_canonical_form(quads in proptest::collection::vec(quad(), 1..12)) {
        let dataset = Dataset::from_iter(quads);
        let other = relabel(&dataset, &["z", "b", "m", "a", "q"]);
        let canonical = |dataset: &Dataset| {
            rdfc::canonicalize(dataset, HashAlgorithm::Sha256).map(|canonical| canonical.nquads)
        };
        prop_assert_eq!(canonical(&dataset), canonical(&other));
    }

    #[test]
    fn what_is_written_is_read_back(quads in proptest::collection::vec(quad(), 0..12), text in ".*") {
        let mut dataset = Dataset::from_iter(quads);
        dataset.insert(Quad {
            subject: Term::Iri("urn:s".to_owned()),
            predicate: "urn:p".to_owned(),
            object: Term::Literal { value: text, datatype: "urn:d".to_owned(), language: None },
            graph: None,
        });
        prop_assert_eq!(nquads::parse(&nquads::serialize(&dataset)), Ok(dataset));
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in ".{0,200}") {
        let _ = credential::json::parse(text.as_bytes());
        let _ = nquads::parse(&text);
        let _ = credential::multikey::PublicKey::parse(&text);
        let _ = credential::did_web::url(&format!("did:web:{text}"));
        let _ = credential::status_list::StatusList::decode(&text);
        let _ = credential::time::parse(&text);
    }
}
