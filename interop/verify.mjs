// Verifies one badge with the JavaScript stack of Digital Bazaar: software that is not ours, and that most wallets
// are built on. See README.md for the folder it reads.
import {readFile, readdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';

const HERE = dirname(fileURLToPath(import.meta.url));
const PINNED = join(HERE, '..', 'crates', 'credential', 'contexts');
const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const CONTENTS = {
  'newer Open Badges content': 'ob-v3p0-3.0.3.json',
  'older Open Badges content': 'ob-v3p0-3.0.3.before-2025-11.json',
};
const CONTEXTS = {
  'https://www.w3.org/ns/credentials/v2': 'credentials-v2.jsonld',
  'https://www.w3.org/ns/did/v1': 'did-v1.jsonld',
  'https://w3id.org/security/multikey/v1': 'multikey-v1.jsonld',
  'https://w3id.org/security/data-integrity/v2': 'data-integrity-v2.jsonld',
};

const {values: options, positionals} = parseArgs({
  allowPositionals: true,
  options: {at: {type: 'string'}, expect: {type: 'string', default: 'valid'}},
});
if(positionals.length !== 1 || !['valid', 'revoked'].includes(options.expect)) {
  console.error('usage: node verify.mjs FOLDER [--expect valid|revoked] [--at TIME]');
  process.exit(2);
}

const folder = positionals[0];
const now = options.at ? new Date(options.at) : new Date();
const credential = await readJson(join(folder, 'credential.json'));
const documents = await readDocuments(join(folder, 'documents'));

let failures = 0;
for(const [content, file] of Object.entries(CONTENTS)) {
  const documentLoader = await loader(file);
  const accepted = async badge => verify(badge, documentLoader);
  if(options.expect === 'valid') {
    await check(`accepts the badge under the ${content}`, async () => accepted(credential));
  } else {
    await check(`refuses the revoked badge under the ${content}`, async () =>
      refusal(await accepted(credential), 'revoked'));
    continue;
  }
  for(const pointer of texts(credential)) {
    await check(`refuses a change at ${pointer} under the ${content}`, async () =>
      refusal(await accepted(changed(credential, pointer))));
  }
  await check(`refuses a property that is not signed under the ${content}`, async () =>
    refusal(await accepted({...credential, unsignedProperty: 'x'})));
}
await check('refuses the badge without its status list', async () => {
  const documentLoader = await loader(CONTENTS['newer Open Badges content']);
  const without = async url => {
    if(url === credential.credentialStatus.statusListCredential) {
      throw new Error('there is no status list');
    }
    return documentLoader(url);
  };
  return refusal(await verify(credential, without));
});
process.exit(failures === 0 ? 0 : 1);

async function check(name, test) {
  let reason;
  try {
    reason = await test();
  } catch(error) {
    reason = error.message;
  }
  if(reason) {
    failures += 1;
    console.log(`not ok ${name}: ${reason}`);
  } else {
    console.log(`ok ${name}`);
  }
}

// Nothing if the badge is accepted, else why it is not.
async function verify(badge, documentLoader) {
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({
    credential: badge, suite, documentLoader, now,
    checkStatus: notRevoked,
  });
  if(result.verified) {
    return undefined;
  }
  const errors = result.error?.errors ?? [result.error ?? result.statusResult?.error];
  return errors.map(error => error?.message ?? 'not verified').join('; ') || 'not verified';
}

// The library reports a set bit as a successful look-up; what it means is decided here.
async function notRevoked(parameters) {
  const result = await checkStatus({...parameters, verifyMatchingIssuers: true});
  if(result.verified && result.results.some(({status}) => status)) {
    return {verified: false, error: new Error('the badge is revoked')};
  }
  return result;
}

function refusal(reason, words = '') {
  if(reason === undefined) {
    return 'it was accepted';
  }
  return reason.includes(words) ? undefined : `refused for another reason: ${reason}`;
}

// One place of each kind: text at the top, in the issuer, in the achievement, in a result, in the proof.
function texts(badge) {
  return [
    '/name', '/validUntil', '/issuer/name', '/credentialSubject/achievement/name',
    '/credentialSubject/identifier/0/identityHash', '/credentialSubject/result/0/achievedLevel',
    '/credentialStatus/statusListIndex', '/proof/created',
  ].filter(pointer => typeof at(badge, pointer) === 'string');
}

function at(value, pointer) {
  return pointer.slice(1).split('/').reduce((inner, token) => inner?.[token], value);
}

function changed(badge, pointer) {
  const copy = structuredClone(badge);
  const tokens = pointer.slice(1).split('/');
  const last = tokens.pop();
  const parent = tokens.reduce((inner, token) => inner[token], copy);
  const text = parent[last];
  // A change of a digit keeps dates, numbers and addresses in their form, so that only the signature can notice.
  parent[last] = /\d/.test(text) ? text.replace(/\d(?=\D*$)/, digit => (Number(digit) + 1) % 10) : `${text}x`;
  return copy;
}

async function loader(openBadges) {
  const contexts = new Map();
  for(const [url, file] of Object.entries({...CONTEXTS, [OPEN_BADGES]: openBadges})) {
    contexts.set(url, await readJson(join(PINNED, file)));
  }
  return async url => {
    const document = contexts.get(url) ?? documents.get(url) ?? method(url);
    if(!document) {
      throw new Error(`there is no document for ${url}`);
    }
    return {contextUrl: null, documentUrl: url, document};
  };
}

function method(url) {
  const did = documents.get(url.split('#')[0]);
  const found = did?.verificationMethod?.find(({id}) => id === url);
  return found && {'@context': 'https://w3id.org/security/multikey/v1', ...found};
}

async function readDocuments(path) {
  const read = new Map();
  for(const file of (await readdir(path)).filter(name => name.endsWith('.json'))) {
    const document = await readJson(join(path, file));
    read.set(document.id, document);
  }
  return read;
}

async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}
