import type { StepDefinition } from '../gate-step.js';

/** What a merged run is made of. That its shards are exactly those of its plan is proved with the evidence itself. */
export const shardsStep: StepDefinition = {
  id: 'shards',
  title: 'it is known which machines ran which part',
  causes: [],
  notes: ({ shards }) => shards,
};
