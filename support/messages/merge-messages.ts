import { defineMessages } from './message.js';

/** Packs that are not exactly the shards of one plan; exit 2: nothing is decided. */
export const mergeMessages = defineMessages({
  'MRG-101': {
    text: 'Not merged: {packs}: no shard (there is no plan/shard.json in it).',
    next: 'Name the packs of "run --shard i/n", every one of a plan.',
  },
  'MRG-102': {
    text: 'Not merged: the shards are of {count} plans: {plans}. They differ in {differences}.',
    next: 'Leave the foreign ones out, and run what is missing then with the settings of the others.',
  },
  'MRG-103': {
    text: 'Not merged: given more than once: {doubled}.',
    next: 'Name one pack of each shard. Which of several runs of a shard counts is for a person to say, before looking at the result.',
  },
  'MRG-104': {
    text: 'Not merged: missing of plan {plan}: {missing}.',
    next: 'Run what is missing, or name its pack as well: the run would be decided on a part of its plan.',
  },
  'MRG-105': {
    text: 'Not merged: the shards were made by another build (code {made}) than this one (code {own}).',
    next: 'Merge with the build that ran them: it derives every verdict again.',
  },
  'MRG-106': {
    text: 'Not merged: the shards did not meet the same target: {differences}.',
    next: 'Run every shard with the same AXYS_BASE_URL and program profile.',
  },
  'MRG-107': {
    text: 'Not merged: {shards} signed by another key than this run is to be ({key}).',
    next: 'Set AXYS_SIGNING_KEY_PATH to the key of the shards, or run them with this one.',
  },
  'MRG-108': {
    text: 'Not merged: the shards were not tested in the same container; they differ in {differences}.',
    next: 'Run every shard with the same image (name it by its digest) and the same --container-settings.',
  },
});

/** A pack that is not sound; exit 4. */
export const mergeIntegrityMessages = defineMessages({
  'MRG-301': {
    text: 'Not merged: {pack} is not sound: "{step}" does not hold ({problem}).',
    next: 'Ask for the unaltered pack. "axys-certify verify" lists everything that does not hold.',
  },
});
