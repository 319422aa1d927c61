// Keeps a signed credential with the documents that a verifier elsewhere must look up.
import assert from "node:assert/strict";
import { saveText } from "./results.mjs";

// Asks for the award as a file, then for its issuer's DID document and its status list.
export async function saveCredential(address, name) {
  const credential = await getJson(address, "application/vc+ld+json");
  await saveText(`credentials/${name}/credential.json`, pretty(credential));
  const { origin } = new URL(address);
  const issuer = typeof credential.issuer === "string" ? credential.issuer : credential.issuer.id;
  const did = await getJson(addressOfDid(issuer, origin), "application/did+json");
  await saveText(`credentials/${name}/documents/issuer.json`, pretty(did));
  for (const [index, { statusListCredential: list }] of [credential.credentialStatus ?? []].flat().entries()) {
    const document = await getJson(list, "application/vc+ld+json");
    await saveText(`credentials/${name}/documents/status-list-${index + 1}.json`, pretty(document));
  }
}

// did:web:host%3Aport:path is https://host:port/path/did.json; on a demo it is the demo's own origin.
function addressOfDid(did, origin) {
  const [, method, , ...path] = did.split(":");
  assert.equal(method, "web", did);
  const folder = path.length ? `/${path.map(decodeURIComponent).join("/")}` : "/.well-known";
  return `${origin}${folder}/did.json`;
}

async function getJson(address, accept) {
  const answer = await fetch(address, { headers: { Accept: accept } });
  assert.equal(answer.status, 200, `${address} is served`);
  return answer.json();
}

function pretty(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
