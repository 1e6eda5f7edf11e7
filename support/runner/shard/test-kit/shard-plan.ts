import type { ShardPlan } from '../shard-plan.js';

/** A plan of two scenarios in two shards. */
export function aShardPlan(change: Partial<ShardPlan> = {}): ShardPlan {
  return {
    ...{ of: 2, seed: 7, partial: true, description: 'tags @TM-10' },
    conditions: {
      selection: { tags: '@TM-10', scenarioId: null, rows: null, order: 'defined' },
      scenarios: ['a:one', 'b:two'],
      ...{ featuresSha256: 'a'.repeat(64), contractSha256: 'b'.repeat(64), contractGiven: false, overlay: false },
      ...{ environment: 'emulator', embedded: true, harnessVersion: '1.0.0' },
    },
    ...{ profileSha256: 'c'.repeat(64), baseUrl: null, build: { commit: null, codeSha256: 'd'.repeat(64) } },
    slices: [
      { scenarios: ['a:one'], expectedSeconds: 1 },
      { scenarios: ['b:two'], expectedSeconds: 1 },
    ],
    ...change,
  };
}
