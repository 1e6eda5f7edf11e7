// Makes a long recording out of a short one: every scenario of a finished run again and again, each time with features,
// exchanges and objects of its own, so that it is read, judged and reconciled like a run of that length.
import { createReadStream, createWriteStream } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { placedEvents, writeJournalOf } from '../dist/support/evidence/testing/renew-journal.js';

const areas = '(cards|deposits|go-live|onboarding|platform|reconciliation|three-d-secure|wallets)';
/** `cards/issue-card` in a scenario's id or a feature's path. */
const feature = new RegExp(`(?<=["/ ])${areas}/([a-z0-9-]+)(?=:[a-z]|\\.feature)`, 'g');
const exchangeId = /\bx-(\d{6,})\b/g;
const messageId = /\b[0-9a-f]{8}(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)/g;

/** When the harness did something; what a body says of times stays. */
const ownTime = /(?<="(?:startedAt|endedAt|at)":")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(?=")/g;

/** The letters of a masked token, which tell one-time code listeners apart. */
const tokenLetters = /(?<=\[masked:token:)[a-p]{2}(?=[a-p]{6}[:\]])/g;

/** Two of sixteen letters from `a` on, as another pair for each copy. */
function otherLetters(pair, copy) {
  const number = (16 * (pair.charCodeAt(0) - 97) + pair.charCodeAt(1) - 97) ^ (copy & 255);
  return String.fromCharCode(97 + (number >> 4), 97 + (number & 15));
}

/** Files of one record a line that grow with the run. */
const streams = [
  'exchanges/exchanges.ndjson',
  'exchanges/transitions.ndjson',
  'exchanges/redaction-ledger.ndjson',
  'results/results.ndjson',
  'results/messages.ndjson',
];

/**
 * Writes the recording of `times` runs like the one in `template` into `folder`, unsealed. Gives how many scenarios and
 * exchanges it has, and how many secrets of each kind.
 */
export async function growRecording(template, folder, times) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of ['plan', 'logs', 'journal', 'harness', 'exchanges/connections.ndjson'])
    await cp(join(template, name), join(folder, name), { recursive: true });
  // What sealing reads the facts of a run from; it writes both anew.
  for (const name of ['summary.json', 'results/gate.json']) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await cp(join(template, name), join(folder, name));
  }
  const change = await copier(template);
  for (const stream of streams) await growStream(join(template, stream), join(folder, stream), times, change);
  await growPlan(template, folder, times, change);
  await growJournal(template, folder, times, change);
  const { scenarios } = JSON.parse(await readFile(join(folder, 'plan/scenarios.json'), 'utf8'));
  const { searched } = JSON.parse(await readFile(join(template, 'card-data-scan.json'), 'utf8'));
  // Each copy has tokens of its own; the other secrets are the template's.
  if (searched.token !== undefined) searched.token *= times;
  const exchanges = await countLines(join(folder, 'exchanges/exchanges.ndjson'));
  return { scenarios: scenarios.length, exchanges, secrets: searched };
}

/** A function that gives a line of the template as it reads in the copy with a number; copy 0 is the template's own. */
async function copier(template) {
  const objects = new Set();
  let last = 0;
  const times = [];
  for await (const line of linesOf(join(template, 'exchanges/exchanges.ndjson'))) {
    last = Math.max(last, Number(/^\{"id":"x-(\d+)"/.exec(line)?.[1] ?? 0));
    for (const [time] of line.matchAll(ownTime)) times.push(Date.parse(time));
    for (const [, id] of line.matchAll(/"(?:[a-z]+Id|id)":"?(\d{4,9})\b/g)) objects.add(id);
  }
  // Each copy begins when the one before has ended.
  const span = times.reduce((max, time) => Math.max(max, time)) - times[0] + 1000;
  // Deposits are named after what they go to, such as `card-80418`.
  const before = '(?:(?<![\\w-]|\\d\\.)|(?<=\\b(?:card|wallet)-))';
  const objectId = new RegExp(`${before}(?:${[...objects].join('|')})(?!\\w|\\.\\d)`, 'g');
  return (line, copy) => {
    if (copy === 0) return line;
    return line
      .replace(ownTime, (time) => new Date(Date.parse(time) + copy * span).toISOString())
      .replace(exchangeId, (_, number) => `x-${String(Number(number) + copy * last).padStart(6, '0')}`)
      .replace(feature, `copy-${copy}/$1/$2`)
      .replace(objectId, (id) => String(Number(id) + copy * 1_000_000_000))
      .replace(tokenLetters, (pair) => otherLetters(pair, copy))
      .replace(messageId, (head) => (Number.parseInt(head, 16) ^ (copy << 4)).toString(16).padStart(8, '0').slice(-8));
  };
}

/** Cucumber says once that its run begins and ends. */
const runBegins = /^\{"(?:meta|testRunStarted)"/;
const runEnds = /^\{"testRunFinished"/;

async function growStream(from, to, times, change) {
  await mkdir(dirname(to), { recursive: true });
  const out = createWriteStream(to);
  for (let copy = 0; copy < times; copy += 1) {
    for await (const line of linesOf(from)) {
      if ((copy > 0 && runBegins.test(line)) || (copy < times - 1 && runEnds.test(line))) continue;
      if (!out.write(`${change(line, copy)}\n`)) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'close');
}

async function growPlan(template, folder, times, change) {
  const copies = Array.from({ length: times }, (_, copy) => copy);
  const read = async (name) => JSON.parse(await readFile(join(template, name), 'utf8'));
  const copied = (value) => copies.flatMap((copy) => JSON.parse(change(JSON.stringify(value), copy)));
  const write = (name, value) => writeFile(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  const scenarios = await read('plan/scenarios.json');
  await write('plan/scenarios.json', { ...scenarios, scenarios: copied(scenarios.scenarios) });
  await write('plan/catalogue.json', copied(await read('plan/catalogue.json')));
  const run = await read('plan/run.json');
  await write('plan/run.json', { ...run, scenarios: copied(run.scenarios) });
  const features = (await readdir(join(template, 'plan/features'), { recursive: true })).filter((name) =>
    name.endsWith('.feature'),
  );
  for (const copy of copies.slice(1)) {
    for (const name of features)
      await cp(join(template, 'plan/features', name), join(folder, `plan/features/copy-${copy}`, name));
  }
}

/** The journal of every copy in turn; what does not grow is held whole from the second copy on. */
async function growJournal(template, folder, times, change) {
  const runId = basename(folder);
  const placed = await placedEvents(template);
  const whole = placed.at(-1).held;
  const growing = new Set(streams);
  const messages = 'results/messages.ndjson';
  const heldBy = (held, copy) =>
    held === null
      ? null
      : Object.fromEntries(
          Object.entries(held).map(([file, lines]) => {
            if (!growing.has(file)) return [file, copy === 0 ? lines : whole[file]];
            // Of the messages each copy but the first loses its beginning, and each but the last its end.
            const lost = file === messages && copy > 0 ? 2 : 0;
            const perCopy = file === messages ? whole[file] - 3 : whole[file];
            const before = copy === 0 ? 0 : whole[file] - (file === messages ? 1 : 0) + (copy - 1) * perCopy;
            return [file, before + Math.max(0, lines - lost)];
          }),
        );
  const events = [];
  for (let copy = 0; copy < times; copy += 1) {
    for (const { event, held } of placed) {
      const first = event.type === 'run-started';
      const last = event.type === 'ended';
      if ((first && copy > 0) || (last && copy < times - 1)) continue;
      const changed = JSON.parse(change(JSON.stringify(event), copy));
      const scenarios = first ? { scenarios: event.scenarios * times } : {};
      events.push({ event: { ...changed, ...scenarios }, held: heldBy(held, copy) });
    }
  }
  await writeJournalOf(folder, runId, events);
}

function linesOf(file) {
  return createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}

async function countLines(file) {
  let count = 0;
  for await (const line of linesOf(file)) if (line !== '') count += 1;
  return count;
}
