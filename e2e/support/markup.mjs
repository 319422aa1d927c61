// What an HTML checker finds in the bytes that the server sent, one sentence each.
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const CONFIG = {
  extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Templates leave lines of their own where a condition was false: harmless bytes.
    "no-trailing-whitespace": "off",
    // Both ways of writing them are valid HTML; the templates keep to the short one.
    "void-style": ["error", { style: "omit" }],
    "attribute-boolean-style": ["error", { style: "omit" }],
    "attribute-empty-style": "off",
    "doctype-style": "off",
    // Whitespace in attributes that templates fill is no error in HTML.
    "attr-delimiter": "off",
    // A word that must not break is written with the entity or the character as it reads best.
    "no-raw-characters": ["error", { relaxed: true }],
    // A button in a form sends it: that is what HTML says, and what ours do.
    "no-implicit-button-type": "off",
    // No inline styles: the Content-Security-Policy forbids them.
    "no-inline-style": "error",
    // Scripts come from our own origin under a strict policy; hashes are for foreign ones.
    "require-sri": ["error", { target: "crossorigin" }],
    // Explicit roles on lists keep their meaning in browsers that drop it with the bullets.
    "no-redundant-role": "off",
    // A table that scrolls sideways stands in a focusable region; that is no section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // A long title is cut by search engines, not by browsers.
    "long-title": "off",
  },
};

const checker = new HtmlValidate(new StaticConfigLoader(CONFIG));

export async function markupProblems(html) {
  const report = await checker.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`),
  );
}
