// Letters by a real mail server: what arrives, what happens while it is down, whom it refuses.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { startInstallation } from "./support/server.mjs";

const USER = "testamur";
const PASSWORD = "mail for the district";
const REFUSED = "nobody@district.example";

let mail, place, cookie;

before(async () => {
  mail = await startMail();
  place = await startInstallation({
    TESTAMUR_MAIL_HOST: "localhost",
    TESTAMUR_MAIL_PORT: String(mail.port),
    TESTAMUR_MAIL_TLS: "none",
    TESTAMUR_MAIL_USER: USER,
    TESTAMUR_MAIL_PASSWORD: PASSWORD,
    TESTAMUR_MAIL_FROM: "Testamur <testamur@district.example>",
  });
  cookie = await becomeAdministrator();
});

after(async () => {
  await place?.stop();
  await mail?.stop();
});

// A server that keeps what it takes, asks for a password, and refuses one address.
async function startMail(port = 0) {
  const taken = [];
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth({ username, password }, _session, done) {
      const fits = username === USER && password === PASSWORD;
      done(fits ? null : new Error("wrong password"), fits ? { user: username } : undefined);
    },
    onRcptTo({ address }, _session, done) {
      done(address === REFUSED ? Object.assign(new Error("no such mailbox"), { responseCode: 550 }) : undefined);
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((letter) => {
        taken.push(letter);
        done();
      }, done);
    },
  });
  await new Promise((resolve, reject) => {
    server.on("error", (error) => (server.listening ? undefined : reject(error)));
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    taken,
    port: server.server.address().port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function post(path, fields, carried = cookie) {
  return fetch(place.origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: place.origin, Cookie: carried ?? "" },
    body: new URLSearchParams(fields),
  });
}

async function becomeAdministrator() {
  const token = /setup\?token=([0-9a-f]+)/.exec(place.log())[1];
  const answer = await post("/setup", {
    token,
    name: "Ada Orne",
    email: "ada@district.example",
    password: "a long winter walk",
    organization: "Tamarack County Schools",
    kind: "district",
    time_zone: "America/Denver",
  }, "");
  assert.equal(answer.status, 303);
  return answer.headers.get("set-cookie").split(";")[0];
}

async function outbox() {
  const answer = await fetch(`${place.origin}/api/v1/outbox`, { headers: { Cookie: cookie } });
  return (await answer.json()).letters;
}

async function until(sentence, look) {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    assert.ok(Date.now() < end, `${sentence}: ${JSON.stringify(await outbox())}\n${place.log()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const linkIn = (letter) => /http:\/\/localhost:\d+(\/links\/[0-9a-f]+)/.exec(letter.text)[1];

test("a link to sign in arrives as text and HTML, and counts once", async () => {
  assert.equal((await post("/sign-in/link", { email: "Ada@District.example" }, "")).status, 303);
  assert.equal((await post("/sign-in/link", { email: "stranger@elsewhere.example" }, "")).status, 303);
  const letter = await until("the letter arrives", () => mail.taken[0]);
  assert.equal(letter.to.text, "ada@district.example");
  assert.equal(letter.from.text, '"Testamur" <testamur@district.example>');
  assert.equal(letter.subject, "Your link to sign in");
  assert.match(letter.headers.get("content-type").value, /^multipart\/alternative$/);
  assert.equal(letter.headers.get("auto-submitted"), "auto-generated");
  assert.match(letter.messageId, /^<[0-9a-f-]{36}@district\.example>$/);
  assert.ok(letter.html.includes(linkIn(letter)), "the HTML has the same link");
  const way = linkIn(letter);
  assert.equal((await fetch(place.origin + way)).status, 200, "to look does not use it up");
  const entered = await post(way, {}, "");
  assert.equal(entered.status, 303);
  assert.match(entered.headers.get("set-cookie"), /session=[0-9a-f]{64}/);
  assert.equal((await post(way, {}, "")).status, 403);
  assert.equal(mail.taken.length, 1, "the stranger got nothing");
  const shown = await fetch(`${place.origin}/outbox`, { headers: { Cookie: cookie } });
  assert.ok(!(await shown.text()).includes(way.slice(-32)), "the outbox does not have the secret");
});

test("while the server is down a letter waits, and goes when it is back", async () => {
  const { port } = mail;
  await mail.stop();
  assert.equal((await post("/account/addresses", { email: "ada@home.example" })).status, 303);
  await until("the try is noted", async () => (await outbox()).some((it) => it.state === "waiting" && it.kind === "address-to-prove"));
  mail = await startMail(port);
  const letter = await until("the letter arrives", () => mail.taken.find((it) => it.to.text === "ada@home.example"));
  const added = await post(linkIn(letter), {}, "");
  assert.equal(added.status, 303);
  const page = await fetch(`${place.origin}/account/addresses`, { headers: { Cookie: cookie } });
  assert.match(await page.text(), /ada@home\.example/);
});

test("an address that the server refuses is kept with its error", async () => {
  assert.equal((await post("/account/addresses", { email: REFUSED })).status, 303);
  const kept = await until("it is given up", async () => (await outbox()).find((it) => it.state === "given-up"));
  assert.match(kept.error, /no such mailbox/);
});
