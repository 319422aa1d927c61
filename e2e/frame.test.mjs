// The header leads everybody to every page of theirs: on the narrowest screen, by the keyboard alone,
// and in a browser that runs no scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openWindow } from "./support/browser.mjs";
import { whatSticksOut } from "./support/fit.mjs";
import { demoPeople, inRole, signIn } from "./support/people.mjs";
import { startDemo } from "./support/server.mjs";

const NARROWEST = { width: 320, height: 640 };
const MOST_STEPS = 30;
// Of each role, pages that its people need.
const NEEDED = {
  educator: ["/home", "/my-awards", "/catalogue", "/account"],
  assessor: ["/desk", "/catalogue", "/account"],
  "lead-assessor": ["/desk", "/releases", "/qualifications", "/account"],
  administrator: ["/people", "/organizations", "/account"],
};

let demo, browser, people;

before(async () => {
  demo = await startDemo();
  browser = await openBrowser();
  people = await demoPeople(demo.origin);
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

// Steps with the Tab key until the focus is where the test wants it.
async function step(page, selector) {
  for (let count = 0; count < MOST_STEPS; count += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`${MOST_STEPS} presses of Tab do not lead to ${selector}`);
}

for (const [role, addresses] of Object.entries(NEEDED)) {
  test(`${role}: by keyboard, at ${NARROWEST.width} px, without scripts`, async () => {
    const window = await openWindow(browser, { scripts: "off", size: NARROWEST });
    const { page } = window;
    await signIn(window, demo.origin, inRole(people, role)[0]);
    for (const address of addresses) {
      await page.goto(`${demo.origin}/demo`);
      const link = `header a[href="${address}"]`;
      if (!(await page.locator(link).isVisible())) {
        await step(page, "header summary");
        await page.keyboard.press("Enter");
      }
      await step(page, link);
      await page.keyboard.press("Enter");
      await page.waitForURL(demo.origin + address);
      assert.equal(await page.locator("header [aria-current]").count(), 1, `${address} is marked in the header`);
    }
    await window.close();
  });
}

test("the open menu stays on the screen, and closes by Escape and by a click elsewhere", async () => {
  const window = await openWindow(browser, { size: NARROWEST });
  const { page } = window;
  await signIn(window, demo.origin, inRole(people, "administrator")[0]);
  await page.goto(`${demo.origin}/people`);
  const account = page.getByRole("link", { name: "Your account" });
  await page.locator("header summary").click();
  await account.waitFor();
  assert.deepEqual(await whatSticksOut(page), []);
  await page.keyboard.press("Escape");
  await account.waitFor({ state: "hidden" });
  assert.ok(await page.evaluate(() => document.activeElement.matches("header summary")), "the focus is where it was");
  await page.locator("header summary").click();
  await page.mouse.click(NARROWEST.width / 2, NARROWEST.height - 20);
  await account.waitFor({ state: "hidden" });
  assert.deepEqual(window.troubles, []);
  await window.close();
});

test("whoever signs out by the menu is a stranger again", async () => {
  const window = await openWindow(browser, { scripts: "off", size: NARROWEST });
  const { page } = window;
  await signIn(window, demo.origin, inRole(people, "educator")[0]);
  await page.goto(`${demo.origin}/home`);
  await page.locator("header summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.locator("header").getByRole("link", { name: "Sign in" }).waitFor();
  await window.close();
});
