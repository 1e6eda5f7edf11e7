// Parses the features that the package ships, once at build: see support/runner/own-catalogue.ts.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const { catalogueCopy, featuresDigest, parsedCatalogue } = await import('../dist/support/runner/own-catalogue.js');
const copy = catalogueCopy(await featuresDigest());
const folder = dirname(copy);
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name !== basename(copy)) rmSync(join(folder, name));
if (!existsSync(copy)) writeFileSync(copy, JSON.stringify(await parsedCatalogue()));
