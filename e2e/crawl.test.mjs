// Every page that anybody of the demo can reach by links is well made: markup, accessibility at two widths and in
// both themes, nothing too wide for a phone, nothing that the browser complains about. And no kind of page is missed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openWindow } from "./support/browser.mjs";
import { checkPage } from "./support/check.mjs";
import { markupProblems } from "./support/markup.mjs";
import { score, submitScores } from "./support/pages.mjs";
import { demoPeople, signIn } from "./support/people.mjs";
import { saveText } from "./support/results.mjs";
import { kindOf, pageKinds } from "./support/routes.mjs";
import { startDemo } from "./support/server.mjs";

// Everybody begins at the front: the header has to lead them to the rest.
const FRONT = "/";
const NOWHERE = "/no/such/page";
const PASSING = 3;
// Pages of one kind that one person opens, and pages that one person opens at all.
const MOST_OF_A_KIND = 3;
const MOST_PAGES_OF_A_PERSON = 60;
// Pages of one kind and state that are looked at closely, one in each pair of themes; and of one kind.
const CLOSELY = 2;
const CLOSELY_OF_A_KIND = 6;

// Kinds that no link leads to, and why.
const NOT_REACHED = {
  "/pursuits/{pursuit}/submission": "leads on to the end of the workspace, for those who reload after a refusal",
  "/setup": "is there only until the first administrator is made",
  "/demo/people.json": "is for programs",
  "/healthz": "is for programs",
  "/readyz": "is for programs",
  "/metrics": "is for programs",
  "/static/{name}": "is loaded by pages",
  "/letters/{letter}/html": "is a letter as mail, shown in a frame",
  "/outbox/{letter}/html": "is a letter as mail, shown in a frame",
  "/unsubscribe/{token}": "is reached from a letter",
  "/links/{token}": "is reached from a letter",
  "/join/{token}": "is reached from a letter",
  "/awards/{id}/seal.svg": "is a picture for programs and mail",
};

// Kinds that are there only once somebody made what they show; the crawl changes as little as it can, and looks at
// them where the demo holds such work.
const MADE_BY_SOMEBODY = [
  "/growth/recommendations",
  "/stack-awards/{id}",
  "/needs/{need}",
  "/growth/goals/{goal}",
  "/growth/plan/{planned}",
  "/programme/pursuits/{pursuit}",
  "/board/submissions/{submission}",
  "/pursuits/{pursuit}/history/{*field}",
  "/pursuits/{pursuit}/newer-version",
  "/reviews/{review}/discussion",
  "/reviews/{review}/returning",
  "/submissions/{code}/returning",
];

// States in which pages have to be seen: work that is under way, not only empty lists.
const STATES = [
  ["/home", "with work under way", /class="pursuit"/],
  ["/home", "with nothing yet", /^(?!.*class="pursuit")/s],
  ["/my-awards", "filled", /<table class="data stack">/],
  ["/my-awards", "empty", /class="empty"/],
  ["/pursuits/{pursuit}", "being written", /<textarea/],
  ["/submissions/{code}", "a receipt that can be taken back or is judged", /class="[^"]*receipt"/],
  ["/submissions/{code}/feedback", "not yet", /class="fb flow open"/],
  ["/desk", "with reviews", /href="\/reviews\//],
  ["/reviews/{review}", "not yet opened", /action="[^"]*\/opening"/],
  ["/reviews/{review}", "being scored", /action="[^"]*\/scorecard"/],
  ["/reviews/{review}", "locked", /<header class="pagehead">(?!.*action="[^"]*\/opening")/s],
  ["/awards/{id}", "checked live", /<ul class="checks">/],
];

let demo, browser, kinds;
// Over all people: how often a kind, and a kind in a state, was looked at closely; which kinds and states were seen.
const looked = new Map();
const seenKinds = new Set();
const seenStates = new Set();
const report = [];
let handedIn = false;

before(async () => {
  demo = await startDemo();
  browser = await openBrowser();
  kinds = await pageKinds();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test("every page that somebody can reach is well made", async (t) => {
  const stranger = { name: "nobody", roles: [] };
  for (const person of [stranger, ...(await demoPeople(demo.origin))]) {
    await t.test(`${person.name} (${person.roles.join(", ")})`, (t) => crawl(t, person));
  }
  await saveText("crawl.txt", `${report.join("\n")}\n`);
});

test("an address that leads nowhere is answered with a page that is well made", async () => {
  const window = await openWindow(browser);
  const { problems } = await checkPage(window, demo.origin + NOWHERE, { status: 404 });
  assert.deepEqual(problems, []);
  await window.close();
});

test("every kind of page in the route table was reached, but for those that no link leads to", () => {
  const missed = kinds.filter((kind) => !seenKinds.has(kind) && !(kind in NOT_REACHED) && !MADE_BY_SOMEBODY.includes(kind));
  assert.deepEqual(missed, [], "make the demo and the links lead there, or say in NOT_REACHED why they do not");
  const reached = Object.keys(NOT_REACHED).filter((kind) => seenKinds.has(kind) || !kinds.includes(kind));
  reached.push(...MADE_BY_SOMEBODY.filter((kind) => !kinds.includes(kind)));
  assert.deepEqual(reached, [], "these need no exception");
});

test("pages were seen in each state of the work", () => {
  const missed = STATES.map(([kind, state]) => `${kind} ${state}`).filter((state) => !seenStates.has(state));
  assert.deepEqual(missed, []);
});

async function crawl(t, person) {
  const window = await openWindow(browser);
  if (person.signin) await signIn(window, demo.origin, person);
  const waiting = [demo.origin + FRONT];
  const opened = new Map();
  const seen = new Set();
  let pages = 0;
  while (waiting.length > 0 && pages < MOST_PAGES_OF_A_PERSON) {
    const address = waiting.shift();
    const kind = kindOf(kinds, address);
    if (seen.has(address) || (opened.get(kind) ?? 0) >= MOST_OF_A_KIND) continue;
    seen.add(address);
    const answer = await ask(window, address);
    seenKinds.add(kind);
    // Links also lead to files to take away; those are no pages.
    if (answer.ok() && !isHtml(answer)) continue;
    count(opened, kind);
    pages += 1;
    report.push(`${person.name}\t${address}`);
    await t.test(`${person.name} at ${new URL(address).pathname}`, async () => {
      assert.ok(kind, `no route answers ${address}`);
      assert.equal(answer.status(), 200, `a link leads to ${address}`);
      const html = await answer.text();
      noteStates(kind, html);
      assert.deepEqual(await problemsOf(window, address, kind, html), [], address);
      waiting.push(...linksOf(html, answer.url()));
      if ((await openReview(window, address, html)) || (await handInFirstReview(window, address, html))) {
        seen.delete(address);
        waiting.unshift(address);
      }
    });
  }
  await window.close();
  assert.ok(pages > 1, `the front leads ${person.name} on`);
}

// Closely if a page of this kind and shape is new, for a browser is slow; its markup always.
async function problemsOf(window, address, kind, html) {
  const shape = `${kind} ${shapeOf(html)}`;
  const turn = looked.get(shape) ?? 0;
  if (turn >= CLOSELY || (turn === 0 && (looked.get(kind) ?? 0) >= CLOSELY_OF_A_KIND)) return markupProblems(html);
  count(looked, shape);
  count(looked, kind);
  return (await checkPage(window, address, { turn })).problems;
}

// What a page is made of: pages of one kind in the same state are made of the same parts.
function shapeOf(html) {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return [...new Set(main.match(/<[a-z][a-z0-9]*(?: class="[^"]*")?/g))].sort().join("");
}

function noteStates(kind, html) {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  for (const [where, state, mark] of STATES) {
    if (where === kind && mark.test(main)) seenStates.add(`${kind} ${state}`);
  }
}

// An assessor opens the review that waits behind its door, so that the page of scores is seen as well.
async function openReview(window, address, html) {
  if (!/action="[^"]*\/opening"/.test(html)) return false;
  await window.page.goto(address);
  await window.page.locator('form[action$="/opening"] button').click();
  await window.page.waitForLoadState();
  return true;
}

// The first scorecard is handed in, so that a review is seen locked; the others stay as they are.
async function handInFirstReview(window, address, html) {
  if (handedIn || !/action="[^"]*\/scorecard"/.test(html)) return false;
  handedIn = true;
  await window.page.goto(address);
  await score(window.page, () => PASSING, "Say which pupils did not speak, and what you tried so that they would.");
  await submitScores(window.page);
  return true;
}

function ask(window, address) {
  return window.context.request.get(address, { headers: { Accept: "text/html" } });
}

function isHtml(answer) {
  return (answer.headers()["content-type"] ?? "").startsWith("text/html");
}

function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

// The links of a page that stay with us.
function linksOf(html, base) {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)]
    .map(([, link]) => new URL(link.replaceAll("&amp;", "&"), base))
    .filter(({ origin }) => origin === demo.origin)
    .map(({ href }) => withoutFragment(href));
}

function withoutFragment(link) {
  return link.split("#")[0];
}
