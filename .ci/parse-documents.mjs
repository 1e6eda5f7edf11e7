// Parses the YAML that the package ships, once at build instead of at every start: see support/config/parse-yaml.ts.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const { parseYaml, parsedCopy } = await import('../dist/support/config/parse-yaml.js');
const texts = readdirSync('schemas', { recursive: true })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join('schemas', name), 'utf8'));
const folder = dirname(parsedCopy(''));
mkdirSync(folder, { recursive: true });
const wanted = new Set(texts.map((text) => basename(parsedCopy(text))));
for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name));
for (const text of texts) {
  const copy = parsedCopy(text);
  if (!existsSync(copy)) writeFileSync(copy, JSON.stringify(parseYaml(text)));
}
