// Checks the dependencies: lock file, licences, known advisories.
//   npm run supply-chain [-- --write] [-- --accept-unchecked]
// Prints a line for each check and leaves reports/supply-chain.json. Ends with 0 when there is nothing against them, 1 with a
// problem, 2 when no advisory endpoint answered: then nobody knows, and --accept-unchecked lets a person go on with 0. --write
// makes docs/licences.md anew.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileSchema } from '../dist/support/config/compile-schema.js';
import { advisoryFinding } from '../dist/support/supply-chain/advisories.js';
import { licenceProblems } from '../dist/support/supply-chain/licences.js';
import { licencesPage } from '../dist/support/supply-chain/licences-page.js';
import { loadLicenceRules } from '../dist/support/supply-chain/load-licence-rules.js';
import { lockedPackages, lockProblems } from '../dist/support/supply-chain/lock-file.js';
import { exitOfSupplyChain, renderSupplyChain } from '../dist/support/supply-chain/supply-chain.js';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    'accept-unchecked': { type: 'boolean', default: false },
  },
});
const lock = readFileSync('package-lock.json', 'utf8');
const rules = loadLicenceRules();
const packages = lockedPackages(lock);
if (values.write) writeFileSync('docs/licences.md', licencesPage(packages, rules));

// npm ends with an error both when it finds something and when nobody answers: what it printed tells them apart.
const audit = spawnSync('npm', ['audit', '--json', '--package-lock-only'], { encoding: 'utf8' });
const found = {
  lockSha256: createHash('sha256').update(lock).digest('hex'),
  packages: packages.length,
  lock: lockProblems(lock, readFileSync('package.json', 'utf8')),
  licences: licenceProblems(packages, rules),
  advisories: advisoryFinding(audit.stdout),
};
const fits = compileSchema(readFileSync('schemas/self/supply-chain.schema.json', 'utf8'), 'first-error');
if (!fits(found)) throw new Error(`the report has another form: ${JSON.stringify(fits.errors)}`);
mkdirSync('reports', { recursive: true });
writeFileSync('reports/supply-chain.json', `${JSON.stringify(found, null, 2)}\n`);
process.stdout.write(renderSupplyChain(found));
const code = exitOfSupplyChain(found);
process.exitCode = code === 2 && values['accept-unchecked'] ? 0 : code;
