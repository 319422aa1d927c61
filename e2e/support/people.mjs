// The people of the demo.
import assert from "node:assert/strict";

// [{ id, name, roles, organization, signin }]
export async function demoPeople(origin) {
  const answer = await fetch(`${origin}/demo/people.json`);
  assert.equal(answer.status, 200, "the demo lists its people");
  return answer.json();
}

export function inRole(people, role) {
  const found = people.filter((person) => person.roles.includes(role));
  assert.ok(found.length > 0, `the demo has somebody who is ${role}`);
  return found;
}

// Signs a person in, in this window: by the address that programs use, or by the page's button.
export async function signIn(window, origin, person) {
  if (window.scripts === "off") {
    await window.page.goto(`${origin}/demo`);
    const door = window.page.locator(`form[action="${person.signin}"]`);
    await door.getByRole("button").click();
  } else {
    const answer = await window.context.request.post(origin + person.signin, {
      headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" },
    });
    assert.ok(answer.ok(), `${person.name} is let in: ${answer.status()}`);
  }
  return window.page;
}
