import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../parts/part.js';
import { resultsPage } from './results-page.js';

const section: Section = {
  title: 'Speed',
  headings: ['What', 'ms'],
  rows: [['a | b', '12']],
  notes: ['Read this.'],
  promises: [
    { what: 'speed', promised: 'under 10 ms', measured: '12 ms', kept: false },
    { what: 'memory', promised: 'flat', measured: '3 MB', kept: true },
  ],
};

test('the page says where and when, what was promised, and every figure', () => {
  const page = resultsPage({
    machine: { processor: '2 x Some CPU', memory: '8 GiB', system: 'Linux', node: 'v20', commit: 'abc' },
    load: { before: '0.1', after: '1.0' },
    ...{ at: '2026-11-21T16:00:00Z', minutes: 2.25, quick: true, sections: [section] },
  });
  for (const line of [
    '| Processor | 2 x Some CPU |',
    '| Load average before and after | 0.1, 1.0 |',
    '| Whole measurement | 2.3 min, few and short rounds (--quick) |',
    '| speed | under 10 ms | 12 ms | **missed** |',
    '| memory | flat | 3 MB | kept |',
    '## Speed',
    '| a \\| b | 12 |',
    'Read this.',
  ])
    assert.ok(page.split('\n').includes(line), line);
});
