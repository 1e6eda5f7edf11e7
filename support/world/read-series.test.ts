import assert from 'node:assert/strict';
import { it } from 'node:test';
import { exchangeFixture } from '../verdict/checks/exchange-fixture.js';
import { ReadSeries } from './read-series.js';

function seriesOf(states: readonly string[]) {
  const series = new ReadSeries();
  const reads = states.map((state) => ({ state, exchange: exchangeFixture({ body: { state } }) }));
  for (const { state, exchange } of reads) series.add(exchange, state);
  return { series, reads };
}

const times = (count: number, state: string) => Array.from({ length: count }, () => state);

it('keeps a short series whole, with the very exchanges', () => {
  const { series, reads } = seriesOf([...times(100, 'a'), ...times(100, 'b')]);
  assert.deepEqual(
    series.telling,
    reads.map(({ exchange }) => exchange),
  );
});

it('keeps of a long series the first of each state, the last before the next, and the very last', () => {
  const { series, reads } = seriesOf([...times(400, 'a'), ...times(400, 'b'), 'a', ...times(400, 'b')]);
  const at = (index: number) => reads[index]?.exchange;
  assert.deepEqual(series.telling.slice(199), [at(399), at(400), at(799), at(800), at(801), at(1200)]);
  assert.equal(series.length, 1201);
});

it('keeps the time of every read, and the content of the last', () => {
  const { series, reads } = seriesOf(times(500, 'a'));
  assert.deepEqual(
    series.all.map(({ id, startedAt }) => [id, startedAt]),
    reads.map(({ exchange }) => [exchange.id, exchange.startedAt]),
  );
  assert.equal(series.all.at(-1), reads.at(-1)?.exchange);
  assert.equal(series.all.at(-2)?.response?.body.kind, 'none');
});

it('is empty before the first read', () => {
  const { series } = seriesOf([]);
  assert.deepEqual([series.length, series.telling, series.all], [0, [], []]);
});
