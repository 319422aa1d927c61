//! A post office whose server does what a test says.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use app::letters::{Carry, Gathered, Mail, NotCarried, Occasion, Post, Wording, Written};
use app::people::SignedIn;
use domain::ids::PersonId;
use domain::people::Role;
use futures::future::BoxFuture;
use serde_json::json;
use store::Store;
use testkit::World;

use crate::fixture::{begun, district, person};

struct Plain;

impl Wording for Plain {
    fn letter(&self, of: &Occasion) -> Result<Written, String> {
        Ok(Written {
            subject: of.kind.name.to_owned(),
            text: format!("{} {} {}", of.name, of.language, of.way),
            html: String::new(),
        })
    }

    fn gathered(&self, of: &Gathered) -> Result<Written, String> {
        Ok(Written {
            subject: format!("{} of {}", of.letters.len(), of.pace.as_str()),
            text: of.name.clone(),
            html: String::new(),
        })
    }
}

/// The server: what it answers next, and what it took.
#[derive(Default)]
pub struct Server {
    answers: Mutex<VecDeque<NotCarried>>,
    pub taken: Mutex<Vec<Mail>>,
}

impl Server {
    /// It will refuse the next letter so.
    pub fn refuses(&self, because: NotCarried) {
        self.answers.lock().unwrap().push_back(because);
    }

    pub fn subjects(&self) -> Vec<String> {
        let taken = self.taken.lock().unwrap();
        taken.iter().map(|it| it.words.subject.clone()).collect()
    }
}

impl Carry for Server {
    fn carry<'a>(&'a self, mail: &'a Mail) -> BoxFuture<'a, Result<(), NotCarried>> {
        Box::pin(async move {
            match self.answers.lock().unwrap().pop_front() {
                Some(no) => Err(no),
                None => {
                    self.taken.lock().unwrap().push(mail.clone());
                    Ok(())
                }
            }
        })
    }
}

/// An installation that sends, with an administrator and an educator.
pub struct Office {
    pub world: World,
    pub server: Arc<Server>,
    pub ada: SignedIn,
    pub mara: PersonId,
}

impl Office {
    pub async fn over(store: Store) -> Self {
        let mut world = World::over(store).unwrap();
        let server = Arc::new(Server::default());
        world.app.post = Post {
            words: Some(Arc::new(Plain)),
            way: Some(Arc::clone(&server) as Arc<dyn Carry>),
        };
        let ada = begun(&world.app).await;
        let mara = person(&world.app, "Mara Quinn", Role::Educator, district(&ada)).await;
        Self {
            world,
            server,
            ada,
            mara,
        }
    }

    /// Mara is told of an award.
    pub async fn tell(&self, code: &'static str) {
        self.write(
            app::letters::AWARDED,
            json!({"title": "Wait time", "code": code}),
        )
        .await;
    }

    /// Mara is told that something was received, which she may stop.
    pub async fn receive(&self, code: &'static str) {
        let values = json!({"title": "Wait time", "code": code, "attempt": 1, "expected_at": "2026-03-09T23:59:59Z", "time_zone": "UTC"});
        self.write(app::letters::SUBMISSION_RECEIVED, values).await;
    }

    async fn write(&self, kind: &'static str, values: serde_json::Value) {
        let mara = self.mara;
        let written = self
            .world
            .app
            .write(move |unit| unit.write_letter(mara, kind, &values));
        written.await.unwrap();
    }

    /// Everything that is due is done.
    pub async fn work(&self) {
        app::jobs::run_due_once(&self.world.app).await.unwrap();
    }
}
