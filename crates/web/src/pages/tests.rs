use std::fs;
use std::path::Path;

use crate::assets;
use crate::page::Page;
use crate::pages::{
    assessors, audit, award, catalogue, error, evidence, front, growth, letters, markup, people,
    pursuit, review, running, sample, setup,
};
use crate::shell::Shell;
use crate::words::Language;

/// Name and HTML of every sample of a page.
fn rendered<P: Page>(shell: &Shell) -> Vec<(String, String)> {
    let samples = P::samples(shell);
    assert!(!samples.is_empty(), "{} has samples", P::NAME);
    samples
        .into_iter()
        .map(|(name, page)| {
            let name = format!(
                "{}.{name}.{}",
                P::NAME.replace('/', "-"),
                shell.language.code()
            );
            let html = page
                .render()
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, html)
        })
        .collect()
}

/// Every sample of every page in that language.
fn every_sample(language: Language) -> Vec<(String, String)> {
    let shell = &Shell {
        language,
        path: "/".to_owned(),
        ..Shell::default()
    };
    [
        rendered::<front::Front>(shell),
        rendered::<catalogue::List>(shell),
        rendered::<catalogue::MicroCredential>(shell),
        rendered::<catalogue::Stacks>(shell),
        rendered::<catalogue::Stack>(shell),
        rendered::<people::SignIn>(shell),
        rendered::<people::DemoPeople>(shell),
        rendered::<people::FormPage>(shell),
        rendered::<people::People>(shell),
        rendered::<people::Organizations>(shell),
        rendered::<people::Account>(shell),
        rendered::<growth::Sheet>(shell),
        rendered::<people::Addresses>(shell),
        rendered::<people::SignInLink>(shell),
        rendered::<people::LinkPage>(shell),
        rendered::<people::Person>(shell),
        rendered::<people::Invitations>(shell),
        rendered::<people::InvitationTable>(shell),
        rendered::<people::InvitationPage>(shell),
        rendered::<pursuit::Home>(shell),
        rendered::<pursuit::Workspace>(shell),
        rendered::<pursuit::Receipt>(shell),
        rendered::<pursuit::Feedback>(shell),
        rendered::<pursuit::History>(shell),
        rendered::<pursuit::Newer>(shell),
        rendered::<pursuit::Programme>(shell),
        rendered::<pursuit::ManagedPursuit>(shell),
        rendered::<pursuit::Returning>(shell),
        rendered::<evidence::Preview>(shell),
        rendered::<evidence::Record>(shell),
        rendered::<review::Desk>(shell),
        rendered::<review::Review>(shell),
        rendered::<review::Door>(shell),
        rendered::<review::Releases>(shell),
        rendered::<review::Reviewing>(shell),
        rendered::<review::Discussion>(shell),
        rendered::<review::Relations>(shell),
        rendered::<review::Board>(shell),
        rendered::<review::BoardSubmission>(shell),
        rendered::<review::Holidays>(shell),
        rendered::<assessors::Qualifications>(shell),
        rendered::<audit::Log>(shell),
        rendered::<running::JobList>(shell),
        rendered::<award::Award>(shell),
        rendered::<award::MyAwards>(shell),
        rendered::<award::Revocations>(shell),
        rendered::<award::Issuer>(shell),
        rendered::<letters::LetterList>(shell),
        rendered::<letters::LetterPage>(shell),
        rendered::<letters::LetterChoices>(shell),
        rendered::<letters::Stopped>(shell),
        rendered::<setup::FirstAdministrator>(shell),
        rendered::<error::Error>(shell),
    ]
    .concat()
}

fn every_page() -> Vec<(String, String)> {
    Language::ALL.into_iter().flat_map(every_sample).collect()
}

#[test]
fn every_page_is_well_formed_in_every_language_and_state() {
    for (name, html) in every_page() {
        markup::well_formed(&html).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
    }
}

#[test]
fn every_page_has_one_main_heading_and_a_title_of_its_own() {
    for (name, html) in every_page() {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(!html.contains("<title> ·"), "{name}");
    }
}

#[test]
fn no_heading_skips_a_level() {
    for (name, html) in every_page() {
        let mut last = 0;
        for (at, _) in html.match_indices("<h") {
            let Some(level) = html[at + 2..].chars().next().and_then(|it| it.to_digit(10)) else {
                continue;
            };
            assert!(level <= last + 1, "{name}: h{level} after h{last}");
            last = level;
        }
    }
}

#[test]
fn a_page_has_at_most_one_filled_button() {
    for (name, html) in every_page() {
        assert!(
            html.matches("btn primary").count() + html.matches("primary btn").count() <= 1,
            "{name}"
        );
    }
}

#[test]
fn what_people_wrote_never_becomes_markup() {
    for (name, html) in every_page() {
        assert!(!html.contains(sample::HOSTILE), "{name}");
        assert!(!html.contains("<b>bold</b>"), "{name}");
    }
}

#[test]
fn no_sentence_is_missing_or_lacks_a_value() {
    for (name, html) in every_page() {
        let text = html.replace("data-said=\"{", "");
        assert!(
            !text.contains('{'),
            "{name}: {:?}",
            text.find('{')
                .map(|at| &text[at.saturating_sub(40)..at + 40])
        );
    }
}

#[test]
fn every_asset_that_a_page_names_exists() {
    for (name, html) in every_page() {
        assert!(!html.contains("/static/missing"), "{name}");
    }
}

/// With `TESTAMUR_SAMPLES=folder` every sample is written there, with the files it needs, for checkers and browsers.
#[test]
fn samples_are_written_where_they_are_wanted() {
    let Some(folder) = std::env::var_os("TESTAMUR_SAMPLES") else {
        return;
    };
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("static")).unwrap();
    for (name, html) in every_page() {
        fs::write(folder.join(format!("{name}.html")), html).unwrap();
    }
    for (address, bytes) in assets::all() {
        fs::write(folder.join(address.trim_start_matches('/')), bytes).unwrap();
    }
}
