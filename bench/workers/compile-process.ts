// Prints how long the contract takes to be read, checked and compiled in this process, twice, as JSON.
const began = performance.now();
const { ownContractPath } = await import('../../support/config/own-contract-path.js');
const { loadContract } = await import('../../support/contract/load-contract.js');
const { compileValidators } = await import('../../support/contract/validators.js');
const loaded = performance.now();

async function compile(): Promise<{ readonly ms: number; readonly cpuMs: number; readonly operations: number }> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  compileValidators(contract, 'anew');
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, operations: contract.operations.size };
}

const cold = await compile();
const warm = await compile();
process.stdout.write(JSON.stringify({ importMs: loaded - began, cold, warm }));
export {};
