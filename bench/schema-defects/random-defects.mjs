// Defects and harmless changes drawn at random. What a draw is, an independent oracle decides afterwards; the generator does not
// aim at anything.
import { breakBlindly } from './blind-breaks.mjs';
import { editBlindly } from './blind-edits.mjs';
import { fits } from './oracle.mjs';
import { randomContract } from './random-contract.mjs';
import { randomOf } from './random.mjs';

/** Share of the draws that break the contract instead of the answer. */
const breakShare = 0.1;

/** Draws from one contract and answer; some contestants take half a second to read a contract. */
const drawsEach = 12;

/** `wanted` defects and as many harmless changes; the same ones for the same seed. */
export function randomCases(seed, wanted) {
  const random = randomOf(seed);
  const [defects, harmless] = [[], []];
  let made = randomContract(random);
  for (let draw = 1; defects.length < wanted || harmless.length < wanted; draw += 1) {
    if (draw % drawsEach === 0) made = randomContract(random);
    const { contract, answer } = made;
    const wire = { status: answer.status, headers: answer.headers, text: JSON.stringify(answer.json) };
    if (!fits(contract, wire)) throw new Error('the generator and the oracle disagree about an answer nobody edited');
    if (random.chance(breakShare)) {
      const broken = structuredClone(contract);
      const title = breakBlindly(random, broken);
      if (title !== null && defects.length < wanted) {
        defects.push({ family: 'broken contract', title, contract: broken, answer: wire });
      }
      continue;
    }
    const { answer: edited, edit } = editBlindly(random, answer);
    const ok = fits(contract, edited);
    const kept = ok ? harmless : defects;
    if (kept.length < wanted)
      kept.push({ family: ok ? 'harmless' : 'edited answer', title: edit, contract, answer: edited });
  }
  return { defects, harmless };
}
