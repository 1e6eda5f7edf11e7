// Does once at build what would cost every start a second: compiles the JSON Schemas that the package ships, and proves its
// contract valid. See support/config/compile-schema.ts and support/contract/document/proven-document.ts.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const { compiledCopy, schemaSource } = await import('../dist/support/config/compile-schema.js');
const { ownContractPath } = await import('../dist/support/config/own-contract-path.js');
const { provenMark } = await import('../dist/support/contract/document/proven-document.js');
const { loadContract } = await import('../dist/support/contract/load-contract.js');
const { validatorsSource } = await import('../dist/support/contract/schema/validators-source.js');
const { compileValidators } = await import('../dist/support/contract/validators.js');

const folder = join('schemas', 'evidence');
const all = readdirSync(folder)
  // The profile's schema uses formats, and its messages quote the schema: it is compiled where it is read.
  .filter((name) => name.endsWith('.schema.json') && name !== 'program-profile.schema.json')
  .map((name) => ({
    text: readFileSync(join(folder, name), 'utf8'),
    detail: name === 'lifecycle.schema.json' ? 'all-errors' : 'first-error',
  }));

/** Leaves in a folder exactly the files that `make` gives, and makes only those that are not there. */
function keep(files) {
  const folder = dirname([...files.keys()][0]);
  mkdirSync(folder, { recursive: true });
  const wanted = new Set([...files.keys()].map((file) => basename(file)));
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name));
  for (const [file, make] of files) if (!existsSync(file)) writeFileSync(file, make());
}

keep(new Map(all.map(({ text, detail }) => [compiledCopy(text, detail), () => schemaSource(text, detail)])));
// Loading proves a document that carries no mark, and fails when it is not valid; so does compiling all of its schemas.
const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
compileValidators(contract, 'anew');
keep(new Map([[provenMark(contract.document), () => validatorsSource(contract.document)]]));
