import { behaviourMirror, behaviourRules, type BehaviourRuleId } from './behaviour-rules.js';

/** The table of rules as a Markdown page, `docs/behaviour-rules.md`. */
export function behaviourRulesPage(): string {
  const ids = (Object.keys(behaviourRules) as BehaviourRuleId[]).sort();
  const rows = ids.map((id) => {
    const { effect, says, because } = behaviourRules[id];
    const words = because === undefined ? says : `${says} (${because})`;
    const mirror = behaviourMirror(id);
    return `| \`${id}\` | ${words.replaceAll('|', '\\|')} | ${effect} | ${mirror === id ? 'itself' : `\`${mirror}\``} |`;
  });
  return [
    '# Rules for what two runs saw',
    '',
    'Written by `npm run diff-rules` from `support/diff/behaviour/rules`; do not edit. Ids are permanent. `axys-certify diff OLD NEW`',
    'of two packs and `run --baseline` use them; [diff.md](diff.md) explains what is compared.',
    '',
    '| Rule | What happened | Class | Mirror |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
