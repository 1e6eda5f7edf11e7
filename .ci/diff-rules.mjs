// Writes docs/diff-rules.md and docs/behaviour-rules.md from the rules of `diff`.
import { writeFile } from 'node:fs/promises';
import { behaviourRulesPage } from '../dist/support/diff/behaviour/rules/behaviour-rules-page.js';
import { rulesPage } from '../dist/support/diff/contract/rules/rules-page.js';

await writeFile('docs/diff-rules.md', rulesPage());
await writeFile('docs/behaviour-rules.md', behaviourRulesPage());
