// Nothing that an educator types is lost: in two windows, without a network, after the session has ended, and when
// something better was written over.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openWindow } from "./support/browser.mjs";
import { expectGoodPage } from "./support/check.mjs";
import * as pages from "./support/pages.mjs";
import { demoPeople, inRole, signIn } from "./support/people.mjs";
import { startDemo } from "./support/server.mjs";

let demo, browser, educator, workspace;

before(async () => {
  demo = await startDemo();
  browser = await openBrowser();
  [educator] = inRole(await demoPeople(demo.origin), "educator");
  const window = await enter();
  const titles = await pages.titlesInCatalogue(window.page, demo.origin);
  await pages.openFirstNotBegun(window.page, demo.origin, titles);
  await pages.start(window.page);
  await window.page.waitForURL(/\/pursuits\//);
  workspace = window.page.url();
  await window.close();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function enter() {
  const window = await openWindow(browser);
  await signIn(window, demo.origin, educator);
  if (workspace) await window.page.goto(workspace);
  return window;
}

// The n-th text of the workspace, so that each test has one of its own.
const text = (page, n) => page.locator('textarea[form="draft"]').nth(n);
const isSaved = (page) => page.locator("[data-save]").filter({ hasText: /^Saved \d/ }).waitFor();
const isStored = async (n, words) => {
  const window = await enter();
  assert.equal(await text(window.page, n).inputValue(), words);
  await window.close();
};

test("what is typed is saved within two seconds of a pause", async () => {
  const { page, troubles, close } = await enter();
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/texts"));
  await text(page, 0).fill("I start from turn 4.");
  const begun = Date.now();
  assert.equal((await saved).status(), 200);
  assert.ok(Date.now() - begun < 2_000);
  await isSaved(page);
  assert.deepEqual(troubles, []);
  await close();
  await isStored(0, "I start from turn 4.");
});

test("of two windows the slower one shows both texts, and both can be kept", async () => {
  const [first, second] = [await enter(), await enter()];
  await text(first.page, 1).fill("From the first window.");
  await isSaved(first.page);
  await text(second.page, 1).fill("From the second window.");
  const box = second.page.locator("[data-conflict]");
  await box.getByText("From the first window.").waitFor();
  assert.equal(await text(second.page, 1).inputValue(), "From the second window.");
  await box.getByRole("button", { name: "Keep both" }).click();
  await isSaved(second.page);
  await first.close();
  await second.close();
  await isStored(1, "From the first window.\n\nFrom the second window.");
});

test("without a network writing goes on, and is sent when the network is back", async () => {
  const { context, page, close } = await enter();
  await context.setOffline(true);
  await text(page, 0).fill("Written on the train.");
  await page.getByText("Offline: kept on this device").first().waitFor();
  await context.setOffline(false);
  await isSaved(page);
  await close();
  await isStored(0, "Written on the train.");
});

test("what could not be sent before the window was closed comes back", async () => {
  const window = await enter();
  await window.context.route(/\/texts$/, (route) => route.abort());
  await text(window.page, 0).fill("Closed too early.");
  await window.page.getByText("Offline: kept on this device").first().waitFor();
  await window.context.unroute(/\/texts$/);
  await window.page.reload();
  assert.equal(await text(window.page, 0).inputValue(), "Closed too early.");
  await isSaved(window.page);
  await window.close();
  await isStored(0, "Closed too early.");
});

test("when the session has ended, signing in again in another window is enough", async () => {
  const window = await enter();
  const { context, page } = window;
  await context.clearCookies();
  await text(page, 0).fill("Typed after the session had ended.");
  const way = page.getByRole("link", { name: "Sign in again, in a new window" }).first();
  await way.waitFor();
  assert.match(await way.getAttribute("href"), /^\/sign-in/);
  assert.equal(await text(page, 0).inputValue(), "Typed after the session had ended.");
  await signIn(window, demo.origin, educator);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await isSaved(page);
  await window.close();
  await isStored(0, "Typed after the session had ended.");
});

test("what was written over is found again and taken back", async () => {
  const first = await enter();
  await text(first.page, 0).fill("The better text.");
  await isSaved(first.page);
  await first.close();
  const window = await enter();
  const { page } = window;
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/texts"));
  await text(page, 0).fill("");
  assert.equal((await saved).status(), 200);
  await page.getByRole("link", { name: "Earlier texts" }).first().click();
  await pages.heading(page, "Earlier texts");
  await expectGoodPage(browser, window);
  const kept = page.getByRole("article").filter({ hasText: "The better text." });
  await kept.getByRole("button", { name: "Take this text back" }).click();
  await page.waitForURL(/\/pursuits\/[^/]+\?done=saved/);
  assert.equal(await text(page, 0).inputValue(), "The better text.");
  await window.close();
  await isStored(0, "The better text.");
});

test("the page counts words as the server does", async () => {
  const { page, close } = await enter();
  const field = text(page, 0);
  const id = await field.getAttribute("id");
  const line = page.locator(`[data-words-of="${id}"]`);
  for (const words of [
    "wait - then — ask !",
    "well-known 3.5 don't",
    "a\u00a0b\u2003c\u0085d\ufeffe",
    "La niña dibujó un pájaro",
    "数える ことば, ٣ ٤ Ⅷ ½",
    "🙂 ok 👍🏽 e\u0301 \u0301",
  ]) {
    const saved = page.waitForResponse((answer) => answer.url().endsWith("/texts"));
    await field.fill(words);
    const counted = await line.textContent();
    assert.equal((await saved).status(), 200);
    const html = await (await page.request.get(workspace)).text();
    const served = html.match(new RegExp(`data-words-of="${id}"[^>]*>([^<]*)<`))[1];
    assert.equal(counted, served, words);
  }
  await close();
});
