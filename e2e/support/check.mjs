// Everything that must hold for every page that anybody sees.
import assert from "node:assert/strict";
import { accessibilityProblems } from "./accessibility.mjs";
import { DESK, openWindow, PHONE } from "./browser.mjs";
import { strain, whatSticksOut } from "./fit.mjs";
import { markupProblems } from "./markup.mjs";

// The narrowest screen that pages are made for; as many pixels as a desk has at 400 % (WCAG 1.4.10).
const NARROWEST = 320;
const LOOKS = [
  { size: DESK, scheme: "light" },
  { size: PHONE, scheme: "dark" },
];

// Opens the address anew for the person whose window it is, on a desk by day and on a phone by
// night, and says everything that is wrong with it.
export async function checkPage(browser, window, address, { status = 200 } = {}) {
  const problems = [];
  const state = await window.context.storageState();
  for (const { size, scheme } of LOOKS) {
    const look = await openWindow(browser, { size, scheme, state });
    try {
      const response = await look.page.goto(address);
      if (response.status() !== status) problems.push(`status ${response.status()}`);
      if (size === DESK) problems.push(...(await markupProblems(await response.text())));
      problems.push(...(await whatSticksOut(look.page)));
      const found = await accessibilityProblems(look.page);
      problems.push(...found.map((problem) => `${size.width} ${scheme}: ${problem}`));
      if (size === PHONE) problems.push(...(await tooWideForTheNarrowest(look.page)));
      problems.push(...look.troubles.filter((trouble) => status === 200 || !isAbout(trouble, address)));
    } finally {
      await look.close();
    }
  }
  return { problems };
}

// As it is, and with longer words than any that the demo holds.
async function tooWideForTheNarrowest(page) {
  await page.setViewportSize({ width: NARROWEST, height: PHONE.height });
  const asItIs = await whatSticksOut(page);
  await strain(page);
  return asItIs.length > 0 ? asItIs : whatSticksOut(page);
}

export async function expectGoodPage(browser, window) {
  const { problems } = await checkPage(browser, window, window.page.url());
  assert.deepEqual(problems, [], window.page.url());
}

// Chromium reports the status of the page itself as an error of loading.
function isAbout(trouble, address) {
  return trouble.startsWith(`${address}: Failed to load resource`);
}
