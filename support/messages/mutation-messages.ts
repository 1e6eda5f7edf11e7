import { defineMessages } from './message.js';

/** A `mutate` command line that names nothing there is; exit 64. */
export const mutationUsageMessages = defineMessages({
  'MUT-101': {
    text: 'There is no seeded fault {fault}.',
    next: 'The nearest id is {nearest}. "axys-certify mutate --list" lists all of them.',
  },
  'MUT-102': {
    text: '--fault and --only wire were given together.',
    next: 'A seeded fault is a fault of behaviour: leave --only out.',
  },
});

/** Data of the mutation run that do not fit together; exit 78. */
export const mutationDataMessages = defineMessages({
  'MUT-201': {
    text: 'The fault {fault} names the row {row}, none of whose scenarios calls {operations}.',
    next: 'Correct requirements or operations of the fault in schemas/axys-v2/faults.yaml.',
  },
  'MUT-202': {
    text: 'The table of equivalent mutants {file} cannot be used: {problem}.',
    next: 'Give each mutant one entry with the members "mutant" and "reason".',
  },
});

/** A mutation run that proves nothing; exit 3. There is no score. */
export const mutationMessages = defineMessages({
  'MUT-301': {
    text: 'The control run without a fault is not clean, so no kill would count: {problem} (rows {rows}).',
    next: 'Nothing is scored. Run "axys-certify run" first and mend what it says.',
  },
  'MUT-302': {
    text: 'A process that tries faults ended before it answered: {problem}.',
    next: 'Nothing is scored when it was the control run; otherwise what was tried counts as not killed.',
  },
  'MUT-303': {
    text: 'A process that tries faults could not do its work: {problem}.',
    next: '{next}',
  },
  'MUT-304': {
    text: 'The score cannot be kept in {folder}: {problem}.',
    next: 'Give --out a folder you may write to.',
  },
  'MUT-305': {
    text: 'The score has another shape than its schema: expected {expected} at {where}, received {received}.',
    next: 'Please report this as a defect.',
  },
});

/** A mutation run that was stopped; exit 2. */
export const mutationStoppedMessages = defineMessages({
  'MUT-401': {
    text: 'The mutation run was interrupted after {done} of {planned} trials.',
    next: 'Nothing is scored. Start it again; it takes a few minutes.',
  },
});
