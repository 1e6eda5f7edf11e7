import { diffRules, type DiffRuleId } from './diff-rules.js';

/** The table of rules as a Markdown page, `docs/diff-rules.md`. */
export function rulesPage(): string {
  const ids = (Object.keys(diffRules) as DiffRuleId[]).sort();
  const rows = ids.map((id) => {
    const { effect, mirror, says, because } = diffRules[id];
    const [request, response] = typeof effect === 'string' ? [effect, effect] : [effect.request, effect.response];
    const words = because === undefined ? says : `${says} (${because})`;
    return `| \`${id}\` | ${words.replaceAll('|', '\\|')} | ${request} | ${response} | ${mirror === id ? 'itself' : `\`${mirror}\``} |`;
  });
  return [
    '# Rules of `axys-certify diff`',
    '',
    'Written by `npm run diff-rules` from `support/diff/contract/rules`; do not edit. Ids are permanent. A change in something',
    'that no operation uses is cosmetic where the class depends on the direction. Below `not` a rule has the classes of its mirror,',
    'below `if` it is unknown.',
    '',
    '| Rule | What happened | In what we send | In what we receive | Mirror |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
