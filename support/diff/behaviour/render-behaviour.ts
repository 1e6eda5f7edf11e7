import { changeClasses, type ChangeClass } from '../contract/change-class.js';
import type { BehaviourChange, Cause, ExchangePair, NotObserved, VerdictChange } from './behaviour-change.js';
import type { BehaviourDiff } from './behaviour-diff.js';
import type { ObservedRun } from './observed-behaviour.js';

const headings: Readonly<Record<ChangeClass, string>> = {
  breaking: 'Breaking: a working client fails or is refused',
  unknown: 'Unknown: nothing here can tell, so it does not count as safe',
  'conditionally-breaking': 'Conditionally breaking: it depends on what the client does',
  additive: 'Additive: the vendor may do that at any time',
  cosmetic: 'Cosmetic: no client can feel it',
};

/** Most scenarios, and most entries of a list, that are named; the rest is counted. */
const mostNamed = 3;

/** What two runs saw that differs, for people: changes by class, then verdicts with their causes, then what cannot be said. */
export function renderBehaviour(diff: BehaviourDiff): string {
  const { old, new: next, changes, verdicts, notObserved, noise, compared } = diff;
  const lines = [`${runText(old)} -> ${runText(next)}`, `${compared} scenarios ran in both and are compared`];
  for (const one of changeClasses) {
    const found = changes.filter((change) => change.class === one);
    if (found.length > 0) lines.push('', `${headings[one]} (${found.length})`, ...found.flatMap(changeLines));
  }
  if (verdicts.length > 0) lines.push('', `Verdicts that changed (${verdicts.length})`, ...verdictSection(verdicts));
  lines.push(...notObservedLines(notObserved), ...noiseLines(noise));
  const counts = changeClasses.map(
    (one) => `${[...changes, ...verdicts].filter((change) => change.class === one).length} ${one}`,
  );
  const same = changes.length + verdicts.length === 0;
  lines.push('', same ? 'Nothing that both runs exercised is different.' : counts.join(', '));
  return `${lines.join('\n')}\n`;
}

function runText({ runId, target, contract }: ObservedRun): string {
  return `${runId} (${target.environment}, contract ${contract.version})`;
}

function changeLines({ rule, words, because, fingerprint, scenarios, exchanges }: BehaviourChange): readonly string[] {
  return [
    `  ${words}`,
    ...(because === null ? [] : [`    because ${because}`]),
    `    ${rule} ${fingerprint}; ${pairText(exchanges)}${scenarios.length === 0 ? '' : `; ${listText(scenarios)}`}`,
  ];
}

/** The proofs stand once: beside the row, or beside the scenario or check that belongs to no changed row. */
function verdictSection(verdicts: readonly VerdictChange[]): readonly string[] {
  const shown = new Set<string>();
  return verdicts.flatMap((change) => {
    const { rule, class: one, words, fingerprint, exchanges, causes } = change;
    const again = change.scenarios.some((scenario) => shown.has(scenario));
    for (const scenario of change.scenarios) shown.add(scenario);
    const kinds = [...new Set(causes.map(({ kind }) => kind))].join(', ');
    return [
      `  ${words} (${one})`,
      `    ${rule} ${fingerprint}; ${pairText(exchanges)}`,
      ...(again ? [`    cause ${kinds}, as above`] : causes.flatMap(causeLines)),
    ];
  });
}

function causeLines({ kind, words, proofs }: Cause): readonly string[] {
  return [
    `    cause ${kind}: ${words}`,
    ...proofs.map(({ what, old, new: next }) => `      ${what}: ${shortened(old)} -> ${shortened(next)}`),
  ];
}

/** Digests in full stand in the JSON. */
function shortened(text: string | null): string {
  return (text ?? 'none').replace(/\b([0-9a-f]{12})[0-9a-f]{20,}\b/g, '$1...');
}

function pairText({ old, new: next }: ExchangePair): string {
  return `exchanges ${old ?? 'none'} -> ${next ?? 'none'}`;
}

function listText(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return [...names.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function notObservedLines(all: readonly NotObserved[]): readonly string[] {
  if (all.length === 0) return [];
  const groups = new Map<string, string[]>();
  for (const { what, id, side, why } of all) {
    const key = `${what}s that the ${side} run did not exercise (${why})`;
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  const lines = [...groups].map(([group, ids]) => `  ${ids.length} ${group}: ${listText(ids)}`);
  return ['', 'Not observed: nothing can be said about', ...lines];
}

function noiseLines(noise: BehaviourDiff['noise']): readonly string[] {
  if (noise === null) return [];
  const pairs = noise.runs.map((runs) => runs.join(' and ')).join('; ');
  return [
    '',
    `Noise: ${noise.changes.length} differences that runs of the old version show as well (${pairs})`,
    ...noise.changes.map(({ words, rule, fingerprint }) => `  ${words} (${rule} ${fingerprint})`),
  ];
}
