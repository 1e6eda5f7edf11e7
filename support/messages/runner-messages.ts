import { defineMessages } from './message.js';

/** A selection that cannot be planned; exit 64. */
export const selectionMessages = defineMessages({
  'RUN-101': {
    text: 'No feature has the tag {tag}.',
    next: 'The nearest tag is {nearest}. "axys-certify run --dry-run" lists the rows and scenarios.',
  },
  'RUN-107': {
    text: 'No scenario has the tag {tag}: the row {row} ({title}) is for people.',
    next: 'Attest it in the program profile: "attestations": [{ "requirement": "{row}", "by": "name", "on": "YYYY-MM-DD", "statement": "what was seen" }]. What to do: {people}.',
  },
  'RUN-102': {
    text: 'The tag expression "{expression}" cannot be read: {problem}.',
    next: 'Write it like: --tags "@TM-10 or (@TM-11 and not @self)".',
  },
  'RUN-103': {
    text: 'The selection ({selection}) holds no scenario.',
    next: 'A run of nothing is never green. {widen}.',
  },
  'RUN-104': {
    text: 'There is no scenario {id}.',
    next: 'The nearest id is {nearest}. "axys-certify run --dry-run" lists all of them.',
  },
  'RUN-105': {
    text: '--tags and --scenario were given together.',
    next: 'Give one of them: a tag expression, or the id of one scenario.',
  },
  'RUN-106': {
    text: 'The selection ({selection}) holds rows of production only ({rows}).',
    next: 'They run with AXYS_ENV=production and nowhere else.',
  },
});

/** How Cucumber may not be started when it drives a run itself; exit 64. */
export const cucumberUsageMessages = defineMessages({
  'RUN-111': {
    text: 'Cucumber was started with {option}, which a certification run does not take.',
    next: 'Leave it out: {why}.',
  },
  'RUN-112': {
    text: 'The world parameters are not usable: expected {expected}, received {received}.',
    next: 'Write them like: --world-parameters \'{"envFile": "staging.env", "out": "reports"}\'.',
  },
  'RUN-114': {
    text: 'Cucumber was started without a profile, so nothing says which environment the run is for.',
    next: 'Name one: npx cucumber-js -p emulator (or staging, production, self). Or use "axys-certify run".',
  },
  'RUN-113': {
    text: 'The scenario {id} does not run in {environment}.',
    next: 'Use the profile made for it: npx cucumber-js -p production runs TM-72 and TM-73, the others run everything else.',
  },
});

/** Features, steps or the runner itself are broken; exit 3. */
export const runnerMessages = defineMessages({
  'RUN-201': {
    text: 'Cannot parse {file} line {line}: {problem}.',
    next: 'Correct the feature file.',
  },
  'RUN-202': {
    text: 'Two scenarios have the id {id}.',
    next: 'Rename one of them: ids are the feature path and the scenario name.',
  },
  'RUN-203': {
    text: 'No run is in progress, so there is no run context.',
    next: 'Start scenarios with "axys-certify run", or with cucumber-js and a profile of cucumber.json, in one process.',
  },
  'RUN-204': {
    text: '{what} in {scenario}: {step}.',
    next: 'Every step needs exactly one definition in steps/.',
  },
  'RUN-205': {
    text: 'A hook failed in {scenario}: {problem}.',
    next: 'Hooks belong to the harness; see logs/run.ndjson in the run folder.',
  },
  'RUN-206': {
    text: 'Planned {planned} scenarios, finished {finished}, recorded {recorded}.',
    next: 'See results/messages.ndjson and logs/run.ndjson in the run folder.',
  },
  'RUN-208': {
    text: 'Cucumber repeated a scenario that had failed.',
    next: 'Take "retry" out of the profile: a verdict is never improved by trying again.',
  },
  'RUN-207': {
    text: 'Cucumber could not be started: {problem}.',
    next: 'Run npm run build and try again.',
  },
});
