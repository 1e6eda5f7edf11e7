// Writes docs/diff-rules.md from the rules of `diff`.
import { writeFile } from 'node:fs/promises';
import { rulesPage } from '../dist/support/diff/contract/rules/rules-page.js';

await writeFile('docs/diff-rules.md', rulesPage());
