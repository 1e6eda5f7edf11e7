import type { InvariantOutcome } from '../../../verdict/invariant.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { sourceLink } from '../html/links.js';
import { table } from '../html/table.js';
import { callLinks } from '../rows/call-links.js';
import { counted } from '../words/count-words.js';
import { badge, type Tone } from '../words/tone.js';

/** Violations of one rule that are written out. */
const longest = 3;

const brokenTones: Readonly<Record<InvariantOutcome['level'], Tone>> = {
  fail: 'bad',
  review: 'warn',
  advisory: 'warn',
};

/** The rules that all traffic had to keep, whatever the scenario, with how often each was put to the test. */
export function invariants(report: Report): Html {
  const rules = report.run.invariants;
  if (rules.length === 0) return markup`<p>No rule was put to all traffic.</p>`;
  return markup`<p>These rules were put to every call and every state change of the run, whatever the scenario was about.</p>
${table({
  caption: 'Rules over all traffic',
  look: 'fixed invariants',
  columns: ['Rule', 'State', 'Put to the test', 'What broke it', 'Rule and its page'],
  rows: rules.map((rule) => ruleRow(rule, report)),
})}`;
}

function ruleRow(rule: InvariantOutcome, report: Report): { cells: Html[] } {
  const { id, title, evaluated, violations, provenance, source } = rule;
  return {
    cells: [
      markup`${title} <code>${id}</code>`,
      state(rule),
      markup`${counted(evaluated, 'time')}`,
      broken(violations, report),
      markup`${provenance}, ${sourceLink(source)}`,
    ],
  };
}

function state({ evaluated, violations, level }: InvariantOutcome): Html {
  if (violations.length > 0) return badge(`broken, ${level}`, brokenTones[level]);
  return evaluated === 0 ? badge('never tested', 'quiet') : badge('kept', 'good');
}

function broken(violations: InvariantOutcome['violations'], report: Report): Html {
  if (violations.length === 0) return markup`nothing`;
  const rest = violations.length - longest;
  const items = violations
    .slice(0, longest)
    .map(
      ({ message, exchangeIds }) =>
        markup`<li><span class="data">${message}</span> ${callLinks(exchangeIds, 3, report)}</li>`,
    );
  return markup`<ul>${items}</ul>${rest > 0 ? `and ${rest} more, in results/gate.json` : ''}`;
}
