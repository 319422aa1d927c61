// One educator's way from a micro-credential to an award that a stranger can check: sent in,
// not yet, sent in again, awarded. Told twice: with scripts, and in a browser that runs none.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBrowser, openWindow } from "./support/browser.mjs";
import { expectGoodPage } from "./support/check.mjs";
import { saveCredential } from "./support/credential.mjs";
import * as pages from "./support/pages.mjs";
import { demoPeople, inRole, signIn } from "./support/people.mjs";
import { savePicture } from "./support/results.mjs";
import { startDemo } from "./support/server.mjs";

const ANSWER = "I sorted the answers before I looked at the names, and changed what I asked next. ".repeat(15);
const EVIDENCE = { name: "turn-log.txt", mimeType: "text/plain", buffer: Buffer.from("minute,turns\n1,4\n2,6\n") };
const BETTER = { name: "turn-log-again.txt", mimeType: "text/plain", buffer: Buffer.from("minute,turns\n1,5\n2,9\n") };
const FEEDBACK = "Say which pupils did not speak, and what you tried so that they would.";
const PASSING = 3;
const BELOW = 2;
const ASSESSORS = 2;

for (const scripts of ["on", "off"]) {
  describe(`an educator earns an award with scripts ${scripts}`, () => {
    let demo, browser, people, educator, hers, title, criterion, award, stoppedAt;
    const windows = [];

    // One step. The steps after one that did not go well are not tried.
    const tell = (sentence, act) =>
      test(sentence, async () => {
        assert.ok(!stoppedAt, `the story stopped where ${stoppedAt}`);
        stoppedAt = sentence;
        try {
          await act();
          stoppedAt = undefined;
        } finally {
          if (stoppedAt) await saveWhatIsSeen();
        }
      });

    const saveWhatIsSeen = async () => {
      for (const [index, { page }] of windows.entries()) {
        if (!page.isClosed()) await savePicture(page, `stopped-scripts-${scripts}-${index}`);
      }
    };

    const open = async (person) => {
      const window = await openWindow(browser, { scripts });
      windows.push(window);
      if (person) await signIn(window, demo.origin, person);
      return window;
    };

    // Every assessor looks at the desk; those to whom a review was given, score it.
    const assess = async (levelOf, expectCriteria) => {
      let scored = 0;
      const assessors = people.filter(({ roles }) => roles.includes("assessor") || roles.includes("lead-assessor"));
      for (const assessor of assessors) {
        const window = await open(assessor);
        const { page } = window;
        for (const address of await pages.reviewsWaiting(page, demo.origin, title)) {
          await page.goto(new URL(address, demo.origin).href);
          await pages.openReview(page);
          const shown = await page.getByRole("main").textContent();
          assert.ok(!shown.includes(educator.name), "the assessor does not learn whose work it is");
          assert.ok(!shown.includes(educator.organization), "nor from which school");
          if (scored === 0) await expectGoodPage(browser, window);
          expectCriteria(await pages.score(page, levelOf, FEEDBACK));
          await savePicture(page, `review-scripts-${scripts}`);
          await pages.submitScores(page);
          scored += 1;
        }
        assert.deepEqual(window.troubles, []);
        await window.close();
      }
      assert.equal(scored, ASSESSORS, "two assessors scored independently");
    };

    before(async () => {
      demo = await startDemo();
      browser = await openBrowser();
      people = await demoPeople(demo.origin);
      [educator] = inRole(people, "educator");
    });

    after(async () => {
      await browser?.close();
      await demo?.stop();
    });

    tell("the educator finds a micro-credential and starts", async () => {
      hers = await open(educator);
      const titles = await pages.titlesInCatalogue(hers.page, demo.origin);
      assert.ok(titles.length >= 2, "the catalogue offers a choice");
      title = await pages.openFirstNotBegun(hers.page, demo.origin, titles);
      await savePicture(hers.page, `micro-credential-scripts-${scripts}`);
      await pages.start(hers.page);
      await pages.heading(hers.page, title);
    });

    tell("the educator writes, adds evidence and sends it to the assessors", async () => {
      await pages.writeAnswers(hers.page, ANSWER);
      await pages.keep(hers);
      await hers.page.reload();
      await pages.addEvidence(hers.page, EVIDENCE);
      criterion = await pages.criterionWithTaskOfItsOwn(hers.page);
      await expectGoodPage(browser, hers);
      await savePicture(hers.page, `workspace-scripts-${scripts}`);
      await pages.attest(hers.page);
      await pages.sendToAssessors(hers.page);
    });

    tell("two assessors, who do not know whose work it is, find one criterion not yet met", async () => {
      await assess(
        (name) => (name === criterion ? BELOW : PASSING),
        (names) => assert.ok(names.length > 1 && names.includes(criterion), "a first attempt is about every criterion"),
      );
    });

    tell("the educator reads the feedback and sends a second attempt", async () => {
      await pages.openPursuit(hers.page, demo.origin, title);
      await pages.waitFor(hers.page, /Not yet/);
      await hers.page.getByText(FEEDBACK).first().waitFor();
      await expectGoodPage(browser, hers);
      await savePicture(hers.page, `feedback-scripts-${scripts}`);
      await pages.beginNextAttempt(hers.page);
      await pages.replaceEvidence(hers.page, criterion, BETTER);
      await pages.explainWhatChanged(hers.page, "I asked the two who had not spoken, and say what they answered.");
      await pages.keep(hers);
      await pages.attest(hers.page);
      await pages.sendToAssessors(hers.page);
    });

    tell("the assessors score the open criterion alone, find it met, and the award is signed", async () => {
      await assess(
        () => PASSING,
        (names) => assert.deepEqual(names, [criterion], "what was met stays met"),
      );
      award = new URL(await pages.awardAddress(hers.page, demo.origin, title), demo.origin).href;
      assert.deepEqual(hers.troubles, []);
    });

    tell("nobody else sees the award until the educator makes it public", async () => {
      assert.equal((await fetch(award)).status, 404, "an award begins as its holder's alone");
      await pages.publish(hers.page, award);
      assert.deepEqual(hers.troubles, []);
    });

    tell("a stranger opens the award, sees that it is valid, and takes the signed file away", async () => {
      const stranger = await open();
      await stranger.page.goto(award);
      await pages.expectValidAward(stranger.page, title, educator.name);
      await expectGoodPage(browser, stranger);
      await savePicture(stranger.page, `award-scripts-${scripts}`);
      await saveCredential(award, `scripts-${scripts}`);
      assert.deepEqual(stranger.troubles, []);
    });
  });
}
