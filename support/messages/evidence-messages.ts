import { defineMessages } from './message.js';

/** What can go wrong while the evidence of a run is written or read back. */
export const evidenceMessages = defineMessages({
  'EVD-101': {
    text: 'The artefact {file} cannot be written: {detail}.',
    next: 'Check free space and permissions of the reports folder, or choose another one with --out.',
  },
  'EVD-102': {
    text: 'The artefact {file} would not have the pinned shape at {where}: expected {expected}, received {received}.',
    next: 'This is a defect of the harness; report it with the run id.',
  },
  'EVD-104': {
    text: 'The path {path} leaves the folder of the run.',
    next: 'This is a defect of the harness; report it with the run id.',
  },
  'EVD-105': {
    text: 'Exchange {exchange} of scenario {scenario} is not in {file}.',
    next: 'The trace is incomplete, so the run cannot be shown. Run it again.',
  },
  'EVD-108': {
    text: 'The run folder {folder} cannot be made: {detail}.',
    next: 'Give --out a folder you may write to. Nothing was called: a run that cannot be recorded does not begin.',
  },
  'EVD-107': {
    text: 'The run folder holds {file}, which cannot be sealed: {problem}.',
    next: 'Nothing but the harness writes into a run folder. Remove it and run again.',
  },
});
