// The figures as a table and as RESULTS.md.

const found = (cases) => cases.filter(({ word }) => word !== 'silent').length;
const noted = (cases) => cases.filter(({ word }) => word === 'noted').length;

/** A count with how many of it were only noted, where some were. */
function score(cases) {
  const only = noted(cases);
  return `${found(cases)}${only === 0 ? '' : ` (${only} as a remark)`}`;
}

/** Rows by family of the fixed defects, then the random ones; a column for each contestant. */
export function resultsTable(results, { seed, wanted }) {
  if (results.length === 0) return 'nobody took part';
  const families = [...new Set(results[0].fixed.map(({ family }) => family))];
  const row = (title, cell) => `| ${[title, ...results.map(cell)].join(' | ')} |`;
  const count = (family) => results[0].fixed.filter((each) => each.family === family).length;
  return [
    row('Defects (how many)', ({ name, version }) => `${name} ${version}`),
    `|${'---|'.repeat(results.length + 1)}`,
    ...families.map((family) =>
      row(`${family} (${count(family)})`, ({ fixed }) => score(fixed.filter((each) => each.family === family))),
    ),
    row(`**fixed defects found (${results[0].fixed.length})**`, ({ fixed }) => `**${score(fixed)}**`),
    row(`**random defects found (${wanted}, seed ${seed})**`, ({ random }) => `**${score(random)}**`),
    row(`of them in a broken contract (${broken(results[0]).length})`, (result) => score(broken(result))),
    row(`objections to harmless random changes (${wanted})`, ({ harmless }) => score(harmless)),
  ].join('\n');
}

const broken = ({ random }) => random.filter(({ family }) => family === 'broken contract');

/** RESULTS.md. */
export function resultsPage(results, { seed, wanted, date }) {
  return `# Seeded schema defects

Written by \`node bench/schema-defects/run.mjs --write\` on ${date.toISOString().slice(0, 10)}, Node ${process.versions.node}.

${resultsTable(results, { seed, wanted })}

A defect counts as found when the contestant says anything about it: an error, a warning, or that it refuses the contract. A
remark is the mildest thing it has to say (here: advisory, because the vendor may add members and enum values at any time;
Prism: a warning). The control, a contract and an answer that fit, has to pass without a word.

The 24 fixed defects are in [fixed-defects.mjs](fixed-defects.mjs). The random ones know nothing of anybody's rules: a contract is
made at random together with an answer that fits it, then something in the answer or the contract is taken out, put in, replaced
or bent at random, and an oracle of its own ([oracle.mjs](oracle.mjs)), which shares no code with any contestant, says whether
what came out still fits. What does not is a defect; what does is a harmless change, and objecting to it is a false alarm.

What this does not say: two of the others do not claim to look at headers or media types; the contestants are set up as strictly
as their interfaces allow, and the table shows what a team gets, not what was promised. All contracts are OpenAPI 3.0 without
references, which every contestant reads.
`;
}
