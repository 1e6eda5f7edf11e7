import type { BuildInfo } from '../../../config/build-info.js';
import { buildScoreLine } from '../../../mutation/score/build-score.js';
import { weakerRules } from '../../../verdict/softened/weaker-rules.js';
import { lengthOf } from '../../../evidence/pause.js';
import { pauseWords } from '../../pause-words.js';
import type { Report } from '../gather/report.js';
import { quoted } from '../html/quoted.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink, fileLink } from '../html/links.js';
import { carriedWords } from '../words/carried-words.js';
import { counted, duration, moment } from '../words/count-words.js';
import { targetWords } from '../words/target-words.js';

/** What was tested, against what, when, with which build, and who signed. */
export function runFacts(report: Report): Html {
  const { facts, results, recorded } = report.run;
  const { target, contract } = facts;
  const { plan, totals } = report;
  return markup`<dl class="facts">
${fact('Tested', markup`the Axys Cards API as the Program ${quoted(facts.program)} uses it: ${plan.planned === null ? '' : `${counted(plan.planned, 'scenario')} planned, `}${counted(results.length - report.carried.size, 'result')}, ${counted(totals.calls, 'call')}; selection: ${plan.selection ?? 'not recorded'}`)}
${fact('Against', markup`${targetWords[target.class].what}; <code>AXYS_ENV=${target.environment}</code>, class ${target.class}, <code>${target.baseUrl}</code>`)}
${fact('Origin', markup`the connections show ${report.run.origin.shown === 'unproven' ? 'nothing that proves where it is' : `the class ${report.run.origin.shown}`}, because ${report.run.origin.why}; see ${anchorLink('origin', 'Where the traffic went')}`)}
${fact('When', when(report))}
${fact('With', markup`axys-certify ${facts.harnessVersion}, ${buildWords(report.run.buildScore.build)}; contract ${contract.version}${givenWords(report.run)}, SHA-256 <code>${contract.sha256}</code> (of its canonical JSON, RFC 8785; <code>manifest.sha256</code> has that of the file ${fileLink('plan/contract.json')})`)}
${fact('Finds', markup`${buildScoreLine(report.run.buildScore)}; see ${fileLink('harness/mutation-score.json')}`)}
${fact('Signed', recorded.adHocKey ? markup`with a key made for this run alone` : markup`with the key configured by whoever ran it`, markup`. The key is in ${fileLink('attestations/public-key.pem')}; ask the signer for its fingerprint on another way (step 4 of ${fileLink('VERIFY.md')}). A pack without that file was not signed.`)}
${report.carried.size === 0 ? null : fact('Taken over', markup`${takenOver(report).map((words, index) => `${index === 0 ? '' : '; '}${words}`)}. They did not run this time; each is marked.`)}
${facts.otherRuns === undefined ? null : fact('Beside it', markup`${facts.otherRuns.map(({ runId, where }) => `${runId} (${where})`).join('; ')} ran on the same Program at the time, so objects of others may show in lists.`)}</dl>
`;
}

/** Whose contract it is, where it is not the published one. */
function givenWords({ contractChanges }: Report['run']): Html | null {
  if (contractChanges === null) return null;
  const { length } = weakerRules(contractChanges);
  const weaker = length === 0 ? 'no rule is weaker by it' : markup`<b>${counted(length, 'rule')} weaker</b>`;
  return markup`, <b>changed by a document of whoever ran it</b> (${counted(contractChanges.changes.length, 'difference')} from the published one, ${weaker}; ${anchorLink('contract', 'The contract that judged')})`;
}

/** What tells the build from any other; who holds it beside a build of his own knows whether they are the same. */
function buildWords({ commit, uncommittedChanges, codeSha256 }: BuildInfo): Html {
  const changes =
    uncommittedChanges === null
      ? 'whether its sources were changed is not known'
      : uncommittedChanges
        ? markup`<b>with uncommitted changes</b>`
        : 'no uncommitted changes';
  const sources = commit === null ? 'made outside a checkout' : markup`commit <code>${commit.slice(0, 12)}</code>`;
  return markup`${sources}, code <code>${codeSha256.slice(0, 12)}</code>, ${changes} (${fileLink('harness/build.json')})`;
}

function fact(name: string, ...words: readonly Html[]): Html {
  return markup`<div><dt>${name}</dt><dd>${words}</dd></div>`;
}

/** What came from earlier packs, run by run. */
function takenOver({ carried }: Report): string[] {
  const runs = new Map([...carried.values()].map((from) => [from.runId, from]));
  return [...runs.values()].map((from) => {
    const scenarios = [...carried.values()].filter(({ runId }) => runId === from.runId).length;
    return `${counted(scenarios, 'scenario')} from ${carriedWords(from)}`;
  });
}

function when({ plan, run }: Report): Html {
  const ends = run.results.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
  const starts = run.results.map(({ startedAt }) => Date.parse(startedAt));
  const start = plan.startedAt === null ? smallest(starts) : Date.parse(plan.startedAt);
  const end = largest(ends);
  if (start === null) return markup`not recorded`;
  if (end === null) return markup`began ${moment(new Date(start).toISOString())}; no scenario finished`;
  const still = run.pauses.reduce((sum, pause) => sum + lengthOf(pause), 0);
  const stood = run.pauses.length === 0 ? '' : `, of which it stood still for ${duration(still)}`;
  return markup`${moment(new Date(start).toISOString())} to ${moment(new Date(end).toISOString())} (${duration(end - start)}${stood}), by the clock of the harness${run.pauses.map((pause) => `; ${pauseWords(pause)}`)}`;
}

function smallest(times: readonly number[]): number | null {
  return times.reduce<number | null>((found, time) => (found === null || time < found ? time : found), null);
}

function largest(times: readonly number[]): number | null {
  return times.reduce<number | null>((found, time) => (found === null || time > found ? time : found), null);
}
