import { decide } from '../../../verdict/decide.js';
import { aContext, aGateInput, aResult } from '../../../verdict/testing/samples.js';
import { rollUpRequirements } from '../../../verdict/roll-up-requirements.js';
import type { ViewSource } from '../../view.js';
import { reportSource } from './report-source.js';

/** A run that somebody stopped halfway: one scenario has a result, the others were never begun. */
export function interruptedSource(text: string): ViewSource {
  const { run, recorded } = reportSource(text);
  const results = run.results.slice(0, 1);
  const planned = [...run.results.map(({ id }) => id), 'wallets/transfers:a-transfer-reaches-a-card'];
  const requirements = rollUpRequirements(run.catalogue, [aResult(), ...results], aContext());
  const practice = { environment: 'emulator', targetClass: 'emulator', adHocKey: true } as const;
  const gate = decide(aGateInput({ ...practice, planned, results, requirements, interrupted: true }));
  const facts = { ...run.recorded, interrupted: true };
  return { run: { ...run, planned: planned.length, results, requirements, gate, recorded: facts }, recorded };
}
