// Everything that must hold for every page that anybody sees.
import assert from "node:assert/strict";
import { accessibilityProblems, overflow, whatSticksOut } from "./accessibility.mjs";
import { DESK, openWindow, PHONE } from "./browser.mjs";
import { markupProblems } from "./markup.mjs";

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
      const wide = await overflow(look.page);
      if (wide) problems.push(`${wide} px too wide at ${size.width}: ${await whatSticksOut(look.page)}`);
      const found = await accessibilityProblems(look.page);
      problems.push(...found.map((problem) => `${size.width} ${scheme}: ${problem}`));
      problems.push(...look.troubles.filter((trouble) => status === 200 || !isAbout(trouble, address)));
    } finally {
      await look.close();
    }
  }
  return { problems };
}

export async function expectGoodPage(browser, window) {
  const { problems } = await checkPage(browser, window, window.page.url());
  assert.deepEqual(problems, [], window.page.url());
}

// Chromium reports the status of the page itself as an error of loading.
function isAbout(trouble, address) {
  return trouble.startsWith(`${address}: Failed to load resource`);
}
