// Every page that each role can reach by links is well made: markup, accessibility at two widths
// and in both themes, nothing too wide for a phone, nothing that the browser complains about.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openWindow } from "./support/browser.mjs";
import { checkPage } from "./support/check.mjs";
import { markupProblems } from "./support/markup.mjs";
import { demoPeople, signIn } from "./support/people.mjs";
import { saveText } from "./support/results.mjs";
import { startDemo } from "./support/server.mjs";

// Pages of one kind (the same address but for identifiers and queries) that are looked at closely,
// and that one role opens at all.
const CLOSELY = 2;
const MOST_OF_A_KIND = 3;
const MOST_PAGES_OF_A_ROLE = 80;
// Where somebody begins who types an address; those that a role may not see are left out.
const SEEDS = ["/", "/catalogue", "/home", "/desk", "/sign-in", "/demo"];
const NOWHERE = "/no/such/page";

let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test("every page that a role can reach is well made", async (t) => {
  const visitors = onePersonForEachRole(await demoPeople(demo.origin));
  const looked = new Map();
  const report = [];
  for (const [role, person] of visitors) {
    await t.test(role, async (t) => report.push(...(await crawl(t, role, person, looked))));
  }
  await saveText("crawl.txt", `${report.join("\n")}\n`);
});

test("an address that leads nowhere is answered with a page that is well made", async () => {
  const window = await openWindow(browser);
  const { problems } = await checkPage(browser, window, demo.origin + NOWHERE, { status: 404 });
  assert.deepEqual(problems, []);
  await window.close();
});

function onePersonForEachRole(people) {
  const visitors = new Map([["nobody", undefined]]);
  for (const person of people) {
    for (const role of person.roles) if (!visitors.has(role)) visitors.set(role, person);
  }
  return visitors;
}

// `looked` counts over all roles how often a kind of page was looked at closely: a browser is
// slow, and the frame of a page is the same for everybody.
async function crawl(t, role, person, looked) {
  const window = await openWindow(browser);
  if (person) await signIn(window, demo.origin, person);
  const waiting = await seeds(window);
  const kinds = new Map();
  const seen = new Set();
  const pages = [];
  while (waiting.length > 0 && pages.length < MOST_PAGES_OF_A_ROLE) {
    const address = waiting.shift();
    const kind = kindOf(address);
    if (seen.has(address) || (kinds.get(kind) ?? 0) >= MOST_OF_A_KIND) continue;
    seen.add(address);
    const answer = await ask(window, address);
    // Links also lead to files to take away; those are no pages.
    if (answer.ok() && !isHtml(answer)) continue;
    pages.push(address);
    count(kinds, kind);
    await t.test(`${role} at ${new URL(address).pathname}`, async () => {
      assert.equal(answer.status(), 200, `a link leads to ${address}`);
      const problems = [];
      if ((looked.get(kind) ?? 0) < CLOSELY) {
        count(looked, kind);
        problems.push(...(await checkPage(browser, window, address)).problems);
      } else {
        problems.push(...(await markupProblems(await answer.text())));
      }
      waiting.push(...(await linksOf(window, answer)));
      assert.deepEqual(problems, [], address);
    });
  }
  await window.close();
  assert.ok(pages.length > 0, `${role} sees at least one page`);
  return pages.map((address) => `${role}\t${address}`);
}

async function seeds(window) {
  const addresses = SEEDS.map((path) => demo.origin + path);
  const answers = await Promise.all(addresses.map((address) => ask(window, address)));
  return addresses.filter((_, index) => answers[index].ok());
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
async function linksOf(window, answer) {
  await window.page.setContent(await answer.text(), { waitUntil: "commit" });
  const links = await window.page.locator("a[href]").evaluateAll((found) => found.map((link) => link.getAttribute("href")));
  return links
    .map((link) => new URL(link, answer.url()))
    .filter(({ origin }) => origin === demo.origin)
    .map(({ href }) => withoutFragment(href));
}

function withoutFragment(link) {
  return link.split("#")[0];
}

// Parts of an address that hold a digit are identifiers.
function kindOf(address) {
  const { pathname } = new URL(address);
  return pathname.split("/").map((part) => (/\d/.test(part) ? "*" : part)).join("/");
}
