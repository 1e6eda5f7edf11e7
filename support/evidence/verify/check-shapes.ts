import { recorderFiles } from '../../trace/recorder-files.js';
import { shapeProblem, type EvidenceSchemaName } from '../../config/evidence-schema.js';
import { baselineFiles, comparisonFiles } from '../baseline-places.js';
import { harnessFiles } from '../harness-files.js';
import { linesOf } from '../lines-of.js';
import { planFiles } from '../plan-files.js';
import { gateFile } from '../write-gate.js';
import { isPlainLine, notPlain } from './check-plain-json.js';
import { bytesOf, type OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';
import { mergedPlanFile, shardPlanFile } from '../shard-places.js';

/** A file of a pack with the schema of the file, or of each of its lines. */
interface ShapedFile {
  readonly path: string;
  readonly schema: EvidenceSchemaName;
  readonly lines: boolean;
  /** False for a file that not every pack has. */
  readonly always: boolean;
  /** Begins a line of another run's record, whose ids name that run; it is looked at without the name. */
  readonly ofRun?: RegExp;
}

/** An exchange that the baseline had carried over: `run-.../x-000001`. */
const ofCarriedRun = /^(\{"id":")run-[\w-]+\//;

const lines = (path: string, schema: EvidenceSchemaName, always = true): ShapedFile => ({
  ...{ path, schema, always },
  lines: true,
});
const whole = (path: string, schema: EvidenceSchemaName, always = true): ShapedFile => ({
  ...{ path, schema, always },
  lines: false,
});

/** What was recorded, frozen or sealed and has a schema. Views are compared byte by byte instead. */
const shapedFiles: readonly ShapedFile[] = [
  lines(recorderFiles.exchanges, 'exchange'),
  lines(recorderFiles.connections, 'connection'),
  lines(recorderFiles.transitions, 'transition'),
  lines(recorderFiles.redactions, 'redaction-ledger'),
  lines(recorderFiles.results, 'result'),
  lines('journal/events.ndjson', 'journal'),
  whole('plan/run.json', 'run-record'),
  whole(shardPlanFile, 'shard', false),
  whole(planFiles.contractChanges, 'contract-changes', false),
  whole(planFiles.container, 'container', false),
  whole(mergedPlanFile, 'merged', false),
  whole(gateFile, 'gate'),
  whole('summary.json', 'summary'),
  whole('card-data-scan.json', 'card-data-scan'),
  whole('results/recomputation.json', 'recomputation'),
  whole(harnessFiles.build, 'harness-build', false),
  whole(harnessFiles.provenance, 'build-provenance', false),
  whole(harnessFiles.score, 'mutation-score', false),
  whole(baselineFiles.facts, 'baseline', false),
  whole(baselineFiles.observed, 'observed-behaviour', false),
  whole(baselineFiles.noise, 'behaviour-noise', false),
  whole(baselineFiles.coverage, 'coverage', false),
  whole(baselineFiles.approvals, 'approvals', false),
  { ...lines(baselineFiles.exchanges, 'exchange', false), ofRun: ofCarriedRun },
  whole(comparisonFiles.contract, 'contract-diff', false),
  whole(comparisonFiles.behaviour, 'behaviour-diff', false),
  whole(comparisonFiles.dossier, 'dossier', false),
];

/** Places of one file that are listed; the rest would say the same. */
const longest = 20;

/** Streams whose lines are read here, each once: their form is held to the schema and to how our own writer writes. */
export const shapedStreams: ReadonlySet<string> = new Set(
  shapedFiles.filter(({ lines: ofLines, ofRun }) => ofLines && ofRun === undefined).map(({ path }) => path),
);

/** Where a recorded file or line has not the form of its schema, or a line is written as our own writer writes none. */
export async function shapeDifferences(pack: OpenPack): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const file of shapedFiles) {
    if (pack.file(file.path) === null) {
      if (file.always) found.push({ where: file.path, problem: 'it is missing' });
    } else {
      found.push(...(file.lines ? await lineProblems(pack, file) : await fileProblems(pack, file)));
    }
  }
  return found;
}

async function fileProblems(pack: OpenPack, { path, schema }: ShapedFile): Promise<Difference[]> {
  return problemsIn((await bytesOf(pack, path)).toString('utf8'), schema, null).map(at(path));
}

async function lineProblems(pack: OpenPack, { path, schema, ofRun }: ShapedFile): Promise<Difference[]> {
  const found: Difference[] = [];
  const file = pack.file(path);
  if (file === null) return found;
  for await (const { number, bytes } of linesOf(file)) {
    const line = bytes.toString('utf8');
    const text = ofRun === undefined ? line : line.replace(ofRun, '$1');
    const plain = ofRun === undefined ? bytes : null;
    if (text !== '') found.push(...problemsIn(text, schema, plain).map(at(`${path} line ${number}`)));
    if (found.length >= longest) break;
  }
  return found;
}

function at(where: string): (problem: string) => Difference {
  return (problem) => ({ where, problem });
}

/** What does not fit in a text; `plain` are the bytes to hold to how our own writer writes a line, null for a text that is no such line. */
function problemsIn(text: string, schema: EvidenceSchemaName, plain: Buffer | null): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Said as a sentence: where the text comes from is the caller's.
    return ['it is not JSON'];
  }
  const problem = shapeProblem(schema, value);
  return [
    ...(problem === null ? [] : [`expected ${problem.expected} at ${problem.where}, received ${problem.received}`]),
    ...(plain === null || isPlainLine(plain, value) ? [] : [notPlain]),
  ];
}
