import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import type { Finding } from '../judgement/finding.js';
import type { Exchange } from '../trace/exchange.js';
import { exchangeOf } from '../trace/test-kit/exchange-of.js';
import { clientLogLine, clientLogTo } from './client-log.js';

const finding = (rule: string, level: Finding['level'], where: string): Finding => ({
  ...{
    rule,
    level,
    where,
    message: '',
    expected: '',
    received: '',
    contract: '',
    provenance: 'documented',
    source: '',
  },
  ...{ questions: [], cause: '' },
});
const refusedByNetwork = exchangeOf({
  response: { status: 403, headers: {}, body: { kind: 'text', text: 'No Authorised IPs configured', problem: '' } },
});

function written(exchange: Exchange): readonly Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  clientLogTo(pino({ level: 'info', base: null }, { write }))(clientLogLine(exchange));
  return lines;
}

test('the line of a network refusal names both causes', () => {
  const [line] = written(refusedByNetwork);
  assert.match(String(line?.['msg']), /allowlist.*reverse DNS/);
  assert.equal(line?.['code'], 'CLI-304');
  assert.equal(line['level'], pino.levels.values['warn']);
});

test('only advisory additions are named as ignored', () => {
  const findings = [
    finding('response-undocumented-member', 'advisory', '/response/body/tier'),
    finding('response-enum-value', 'advisory', '/response/body/status'),
    finding('response-enum-value', 'fail', '/response/body/closed'),
    finding('response-headers', 'advisory', '/response/headers/x'),
  ];
  const exchange = exchangeOf({ judgement: { outcome: 'violating', findings } });
  assert.deepEqual(clientLogLine(exchange).ignored, ['/response/body/tier', '/response/body/status']);
});

test('an accepted call is worth a line only when something of it was ignored', () => {
  assert.deepEqual(written(exchangeOf({})), []);
  const findings = [finding('response-undocumented-member', 'advisory', '/response/body/tier')];
  assert.equal(written(exchangeOf({ judgement: { outcome: 'conforming', findings } })).length, 1);
});
