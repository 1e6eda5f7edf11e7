// This project: the contract is loaded like one that AXYS_CONTRACT names, the answer is read like one of a target.
import { readFile } from 'node:fs/promises';
import { readBody } from '../../../dist/support/client/read-body.js';
import { createJudge } from '../../../dist/support/contract/judge.js';
import { loadContract } from '../../../dist/support/contract/load-contract.js';
import { compileValidators } from '../../../dist/support/contract/validators.js';

const given = '/given-contract.json';

async function judgeOf(document) {
  const read = (path) => (path === given ? Promise.resolve(JSON.stringify(document)) : readFile(path, 'utf8'));
  const contract = await loadContract({ contractPath: given, overlayPath: null, given: true, read });
  return createJudge(contract, compileValidators(contract));
}

/** The contestant: `prepare` gives a judge of a contract, or throws when it refuses the contract. */
export default {
  name: 'axys-certify',
  async prepare(document) {
    const judge = await judgeOf(document);
    return async ({ status, headers, text }) => {
      const { outcome, reason, findings } = judge(exchangeOf(status, headers, text));
      const blocking = findings.filter(({ level }) => level !== 'advisory');
      if (outcome === 'not-judged') return { word: 'found', why: reason };
      if (blocking.length > 0) return { word: 'found', why: `${blocking[0].rule} ${blocking[0].where}` };
      if (findings.length > 0) return { word: 'noted', why: `${findings[0].rule} ${findings[0].where}` };
      return { word: 'silent', why: '' };
    };
  },
};

function exchangeOf(status, headers, text) {
  const path = '/cards/7';
  return {
    ...{ id: 'x-000001', scenario: null, operationId: null, identity: 'program', attempt: 1, durationMs: 1 },
    startedAt: '2026-11-21T10:00:00.000Z',
    request: {
      method: 'GET',
      url: `https://127.0.0.1/v2${path}`,
      path,
      query: {},
      headers: {},
      body: { kind: 'none' },
    },
    response: { status, headers, body: readBody(Buffer.from(text, 'utf8'), headers) },
    ...{ failure: null, connection: null, expectedInvalid: null, judgement: null },
  };
}
