// A badge in a folder, and its verification by the JavaScript stack of Digital Bazaar.
import {readFile, readdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';

const HERE = dirname(fileURLToPath(import.meta.url));
const PINNED = join(HERE, '..', 'crates', 'credential', 'contexts');
const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const CONTENTS = {
  'newer Open Badges content': 'ob-v3p0-3.0.3.json',
  'older Open Badges content': 'ob-v3p0-3.0.3.before-2025-11.json',
};
const CONTEXTS = {
  'https://www.w3.org/ns/credentials/v2': 'credentials-v2.jsonld',
  'https://www.w3.org/ns/did/v1': 'did-v1.jsonld',
  'https://w3id.org/security/multikey/v1': 'multikey-v1.jsonld',
  'https://w3id.org/security/data-integrity/v2': 'data-integrity-v2.jsonld',
};

// The badge with the documents that stand in for the network. `at` is a time at which it holds.
export async function readBadge(folder, content = Object.keys(CONTENTS)[0]) {
  const credential = await readJson(join(folder, 'credential.json'));
  const documents = await readDocuments(join(folder, 'documents'));
  return {credential, documentLoader: await loader(CONTENTS[content], documents), at: new Date(credential.proof.created)};
}

// Nothing if the badge is accepted, else why it is not.
export async function verify(badge, documentLoader, now) {
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

async function loader(openBadges, documents) {
  const contexts = new Map();
  for(const [url, file] of Object.entries({...CONTEXTS, [OPEN_BADGES]: openBadges})) {
    contexts.set(url, await readJson(join(PINNED, file)));
  }
  return async url => {
    const document = contexts.get(url) ?? documents.get(url) ?? method(documents, url);
    if(!document) {
      throw new Error(`there is no document for ${url}`);
    }
    return {contextUrl: null, documentUrl: url, document};
  };
}

function method(documents, url) {
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

export async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}
