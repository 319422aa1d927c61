// How many badges a second of processor time the JavaScript stack issues and verifies: `node speed.mjs FOLDER COUNT`,
// for `cargo xtask bench credentials`. Writes `issue SECONDS` and `verify SECONDS`; the work is that of
// crates/credential/examples/speed.rs: the same badge, contexts at hand, the status list checked with its proof.
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {readBadge, verify} from './badge.mjs';

// So many first that nobody counts: what is compiled at first use is compiled.
const WARMING = 3;

const [folder, count] = process.argv.slice(2);
const {credential, documentLoader, at} = await readBadge(folder);
const {proof, ...unsigned} = credential;
const key = await Ed25519Multikey.generate({controller: credential.issuer.id});
key.id = proof.verificationMethod;

await report('issue', async () => {
  const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite});
  const signed = await vc.issue({credential: structuredClone(unsigned), suite, documentLoader, now: at});
  JSON.stringify(signed);
});
await report('verify', async () => {
  const reason = await verify(credential, documentLoader, at);
  if(reason) {
    throw new Error(reason);
  }
});

async function report(name, work) {
  for(let index = 0; index < WARMING; index += 1) {
    await work();
  }
  const before = process.cpuUsage();
  for(let index = 0; index < Number(count); index += 1) {
    await work();
  }
  const {user, system} = process.cpuUsage(before);
  console.log(`${name} ${(user + system) / 1e6}`);
}
