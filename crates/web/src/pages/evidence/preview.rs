//! A piece of evidence, shown in a page.

use askama::Template;

use crate::page::{Page, Sample};
use crate::pages::part::Crumb;
use crate::pages::sample;
use crate::shell::Shell;

/// How a piece is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By the browser.
    Picture,
    /// By its player.
    Sound,
    /// By its player.
    Video,
    /// By its viewer of documents.
    Viewer,
    /// Only its words.
    Words,
}

/// A text with its place in the file.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Where, in words; empty if there is but one place.
    pub place: String,
    /// The text.
    pub text: String,
}

/// A piece, shown in a page.
#[derive(Debug, Template)]
#[template(path = "evidence/preview.html")]
pub struct Preview {
    /// The frame.
    pub shell: Shell,
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// The name that others see.
    pub name: String,
    /// Size.
    pub note: String,
    /// Where its bytes are.
    pub address: String,
    /// How it is shown.
    pub way: Way,
    /// Its words.
    pub words: Vec<Passage>,
    /// There are more words than are shown.
    pub is_cut: bool,
}

impl Page for Preview {
    const NAME: &'static str = "evidence/preview";

    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn samples(shell: &Shell) -> Vec<Sample<Self>> {
        let shell = &Shell {
            path: "/files/e1/preview".to_owned(),
            ..sample::educator(shell)
        };
        let page = |name: &str, way| Self {
            crumbs: vec![
                Crumb::above("/home", shell.say("nav-home")),
                Crumb::here(name),
            ],
            name: name.to_owned(),
            note: "240 kB".to_owned(),
            address: "/files/e1".to_owned(),
            way,
            words: vec![Passage {
                place: shell.say("place-page").put("number", 1).to_string(),
                text: sample::HOSTILE.to_owned(),
            }],
            is_cut: way == Way::Words,
            shell: shell.clone(),
        };
        vec![
            ("picture", page("log-1.jpg", Way::Picture)),
            ("sound", page("log-1.mp3", Way::Sound)),
            ("video", page("log-1.mp4", Way::Video)),
            ("document", page("log-1.pdf", Way::Viewer)),
            ("words", page("log-1.docx", Way::Words)),
        ]
    }
}
