import { createJudge } from '../../contract/judge.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import { compileValidators } from '../../contract/validators.js';
import type { Body, Json } from '../../trace/exchange.js';
import type { Session, Seen } from './session.js';

/** The contract this project ships, loaded once for all tests of a file. */
export const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });

/** Its validators. */
export const validators = compileValidators(contract);

const judge = createJudge(contract, validators);

/** What in an answer breaks the contract, even as an advisory; requests are the tests' own business. */
export function violationsIn([method, target, sent]: Parameters<Session['call']>, seen: Seen): readonly string[] {
  const [path = '', query = ''] = target.split('?');
  const operation = contract.match(method, path)?.operation;
  if (operation === undefined) return [];
  const headers = Object.entries(seen.headers).map(([name, value]) => [name, String(value)] as const);
  const judgement = judge({
    id: 'x-000001',
    scenario: null,
    operationId: operation.operationId,
    identity: 'program',
    startedAt: new Date(0).toISOString(),
    durationMs: 0,
    attempt: 1,
    request: {
      method,
      url: `https://127.0.0.1/v2${target}`,
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: { 'content-type': 'application/json' },
      body: bodyOf(sent),
    },
    response: { status: seen.status, headers: Object.fromEntries(headers), body: answeredBody(seen) },
    failure: null,
    connection: null,
    expectedInvalid: 'the test may send what it likes',
    judgement: null,
  });
  const reason = judgement.outcome === 'not-judged' ? [judgement.reason] : [];
  const findings = judgement.findings.map(({ rule, where, message }) => `${rule} ${where}: ${message}`);
  return [...reason, ...findings].map((problem) => `${operation.operationId} ${seen.status} ${problem}`);
}

function bodyOf(sent: unknown): Body {
  if (sent === undefined) return { kind: 'none' };
  if (typeof sent === 'string') return { kind: 'text', text: sent, problem: 'sent as text' };
  return { kind: 'json', value: JSON.parse(JSON.stringify(sent)) as Json, duplicateKeys: [] };
}

function answeredBody({ text, headers }: Seen): Body {
  const isJson = String(headers['content-type']).startsWith('application/json');
  if (!isJson) return { kind: 'text', text, problem: 'not JSON by its media type' };
  return { kind: 'json', value: JSON.parse(text) as Json, duplicateKeys: [] };
}
