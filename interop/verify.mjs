// Verifies one badge with the JavaScript stack of Digital Bazaar: software that is not ours, and that most wallets
// are built on. See README.md for the folder it reads.
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

import {CONTENTS, readBadge, readJson, verify} from './badge.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

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

// One place of each kind: text at the top, in the issuer, in the achievement, in a result, in the proof.
const changes = await readJson(join(HERE, 'changes.json'));

let failures = 0;
for(const content of Object.keys(CONTENTS)) {
  const {credential, documentLoader} = await readBadge(folder, content);
  const accepted = async badge => verify(badge, documentLoader, now);
  if(options.expect === 'valid') {
    await check(`accepts the badge under the ${content}`, async () => accepted(credential));
  } else {
    await check(`refuses the revoked badge under the ${content}`, async () =>
      refusal(await accepted(credential), 'revoked'));
    continue;
  }
  for(const pointer of changes) {
    await check(`refuses a change at ${pointer} under the ${content}`, async () =>
      typeof at(credential, pointer) === 'string' ? refusal(await accepted(changed(credential, pointer))) :
        'the badge has nothing there to change');
  }
  await check(`refuses a property that is not signed under the ${content}`, async () =>
    refusal(await accepted({...credential, unsignedProperty: 'x'})));
}
await check('refuses the badge without its status list', async () => {
  const {credential, documentLoader} = await readBadge(folder);
  const without = async url => {
    if(url === credential.credentialStatus.statusListCredential) {
      throw new Error('there is no status list');
    }
    return documentLoader(url);
  };
  return refusal(await verify(credential, without, now));
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

function refusal(reason, words = '') {
  if(reason === undefined) {
    return 'it was accepted';
  }
  return reason.includes(words) ? undefined : `refused for another reason: ${reason}`;
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
