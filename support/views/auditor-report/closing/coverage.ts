import type { Coverage, CoverageRow, KindCount } from '../../../coverage/coverage.js';
import type { ExclusionState, JudgedExclusion } from '../../../coverage/exclusions/exclusion.js';
import { isOpen } from '../../../coverage/gate/against-floor.js';
import { idParts } from '../../../coverage/gate/target-id.js';
import { targetKinds, type TargetKind } from '../../../coverage/targets/target-kinds.js';
import type { Report } from '../gather/report.js';
import { disclosure } from '../html/disclosure.js';
import { fileLink } from '../html/links.js';
import { markup, type Html } from '../html/markup.js';
import { table } from '../html/table.js';
import { counted, grouped } from '../words/count-words.js';
import { badge, type Tone } from '../words/tone.js';

/** What of contract and lifecycles the traffic showed, what checks looked at, and what nobody did. */
export function coverage({ run, limits }: Report): Html {
  const { counts, exclusions, beyond } = run.coverage;
  if (counts.every(({ targets }) => targets === 0)) return markup`<p>The plan holds nothing to be covered.</p>`;
  return markup`<p>The targets were listed from the contract and the lifecycle tables before any traffic was looked at. Attempted: a call could have shown it. Matched: a conforming exchange showed it. Asserted: a met check or a rule would have noticed had it been otherwise. Answers replayed by this harness count for nothing. All of them, one by one: ${fileLink('coverage.json')}.</p>
${table({ caption: 'Coverage by kind of target', look: 'fixed numbers coverage', columns: ['Kind of target', 'Targets', 'Attempted', 'Matched', 'Asserted', 'Excluded', 'Open'], rows: counts.map(countRow) })}
${openList('Operations that nothing covers', ['operation'], run.coverage, limits.lines)}${openList('State transitions and refusals that nothing covers', ['transition-allowed', 'transition-refused'], run.coverage, limits.lines)}
${exclusions.length === 0 ? null : exclusionTable(exclusions)}${beyond.length === 0 ? null : markup`<p>${counted(beyond.length, 'kind')} of things were seen that the contract does not describe. They are in no count; ${fileLink('coverage.json')} names them.</p>`}`;
}

function countRow({ kind, ...count }: KindCount): { cells: Html[] } {
  const numbers = [count.targets, count.attempted, count.matched, count.asserted, count.excluded, count.open];
  return { cells: [markup`${targetKinds[kind]}`, ...numbers.map((number) => markup`${grouped(number)}`)] };
}

function openList(title: string, kinds: readonly TargetKind[], { targets }: Coverage, longest: number): Html | null {
  const wanted = (row: CoverageRow): boolean =>
    row.level !== 'matched' && row.level !== 'asserted' && kinds.includes(idParts(row.id).kind);
  const rows = targets.filter(wanted);
  if (rows.length === 0) return null;
  const items = rows.slice(0, longest).map((row) => {
    const { owner, rest } = idParts(row.id);
    return markup`<li><span class="data">${owner} ${rest}</span>${isOpen(row) ? null : ' (excluded)'}</li>`;
  });
  const more = rows.length - items.length;
  const list = markup`<ul>${items}</ul>${more > 0 ? markup`<p>and ${grouped(more)} more</p>` : null}`;
  return disclosure(`${title} (${rows.length})`, list);
}

const tones: Readonly<Record<ExclusionState, Tone>> = {
  used: 'warn',
  needless: 'quiet',
  matchless: 'bad',
  expired: 'bad',
};

function exclusionTable(exclusions: readonly JudgedExclusion[]): Html {
  const rows = exclusions.map(({ targets, state, reason, owner, expires, uncovered }) => ({
    cells: [
      markup`<code>${targets}</code>`,
      badge(state, tones[state]),
      markup`${grouped(uncovered)}`,
      markup`<span class="data">${reason}</span>`,
      markup`${owner}, ${expires}`,
    ],
  }));
  const columns = ['Targets', 'State', 'Open by it', 'Reason', 'Owner, until'];
  return disclosure(
    `What need not be covered for the time being (${exclusions.length})`,
    table({ caption: 'Exclusions', look: 'fixed exclusions', columns, rows }),
  );
}
