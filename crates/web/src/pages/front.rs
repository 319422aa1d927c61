//! The front page: what is here, and the way in.

use askama::Template;

use crate::page::{Page, Sample};
use crate::pages::catalogue::Offer;
use crate::pages::sample;
use crate::seal::{Seal, Variant};
use crate::shell::Shell;

/// What this is, a search, some micro-credentials.
#[derive(Debug, Template)]
#[template(path = "front.html")]
pub struct Front {
    /// The frame.
    pub shell: Shell,
    /// A seal for the eye; none while nothing is published.
    pub seal: Option<Seal>,
    /// A few micro-credentials.
    pub offers: Vec<Offer>,
    /// How many there are in all.
    pub total: u64,
}

impl Page for Front {
    const NAME: &'static str = "front";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = sample::stranger(shell, "/");
        let empty = Self {
            shell: shell.clone(),
            seal: None,
            offers: Vec::new(),
            total: 0,
        };
        let full = Self {
            seal: Some(sample::seal_data(&shell, 4).draw(Variant::Full)),
            offers: Offer::samples(&shell),
            total: 2,
            shell: Shell {
                is_demo: true,
                ..shell
            },
        };
        vec![("empty", empty), ("full", full)]
    }
}
