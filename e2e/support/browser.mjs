// The system's Chromium, and windows of it that notice every trouble of a page.
import { chromium } from "playwright-core";

const CHROMIUM = process.env.TESTAMUR_CHROMIUM ?? "/usr/bin/chromium";

// Chromium looks for its maker's servers at every start; there is nobody to ask in a test.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };

export function openBrowser() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

// A window with cookies of its own. `scripts`: "on"; "off" (the browser runs none); "blocked"
// (the page's own files are not loaded, but tools can still look at the page).
// `window.troubles` collects what a person with open developer tools would see.
export async function openWindow(browser, { scripts = "on", size = DESK, scheme = "light", locale = "en-US", state } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: scripts !== "off",
    viewport: size,
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale,
    storageState: state,
  });
  context.setDefaultTimeout(15_000);
  const troubles = [];
  if (scripts === "blocked") {
    await context.route(/\.m?js(\?|$)/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  }
  context.on("console", (message) => {
    if (message.type() === "error") troubles.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (error) => troubles.push(`${error.page()?.url()}: ${error.error()}`));
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // A person who goes on before a page is complete breaks nothing.
    if (reason !== "net::ERR_ABORTED") troubles.push(`${request.url()}: ${reason}`);
  });
  context.on("response", (response) => {
    const isPart = response.request().resourceType() !== "document";
    if (isPart && response.status() >= 400) troubles.push(`${response.url()}: ${response.status()}`);
  });
  const page = await context.newPage();
  return { context, page, troubles, scripts, close: () => context.close() };
}
