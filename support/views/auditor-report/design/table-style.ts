/** Widths of the columns of a kind of table, in percent. */
function widths(look: string, columns: readonly number[]): string {
  return columns.map((width, index) => `.${look} thead th:nth-child(${index + 1}){width:${width}%}`).join('');
}

/** Tables, which turn into cards where they have no room, and pictures. */
export const tableStyle = `
table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.92rem}
caption{text-align:left;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);font-size:.88rem;border-bottom:1px solid var(--soft)}
tbody th{font-weight:500}
.column{display:none}
.numbers td{font-variant-numeric:tabular-nums}
table{overflow-wrap:break-word}
td .badge{white-space:normal}
code,.data,.source,.file{overflow-wrap:anywhere}
.id{white-space:nowrap}
@media print,(min-width:52.01rem){
.fixed{table-layout:fixed}
${widths('matrix', [28, 16, 9, 10, 17, 11, 9])}
${widths('checks', [26, 11, 19, 15, 18, 11])}
${widths('errors', [14, 22, 23, 22, 8, 11])}
${widths('questions', [7, 34, 12, 34, 13])}
${widths('uses', [33, 9, 11, 10, 14, 23])}
${widths('accounts', [15, 13, 13, 13, 13, 12, 11, 10])}
${widths('sets', [27, 18, 18, 13, 12, 12])}
${widths('differences', [16, 12, 15, 12, 33, 12])}
${widths('chain', [28, 22, 18, 32])}
${widths('invariants', [34, 12, 12, 22, 20])}
${widths('waivers', [9, 12, 18, 23, 16, 22])}
${widths('rules', [30, 21, 21, 11, 17])}
${widths('coverage', [34, 11, 11, 11, 11, 11, 11])}
${widths('exclusions', [30, 12, 9, 31, 18])}
${widths('classes', [24, 46, 12, 18])}
${widths('conditions', [24, 38, 38])}
${widths('changes', [13, 27, 19, 17, 24])}
${widths('verdicts', [15, 27, 30, 11, 17])}
${widths('approvals', [15, 11, 11, 23, 16, 24])}
${widths('again', [20, 14, 14, 26, 10, 16])}
${widths('transitions', [32, 19, 13, 23, 13])}
}
@media screen and (max-width:52rem){
table.cards,.cards caption,.cards tbody,.cards tr,.cards th,.cards td{display:block;width:auto!important}
.cards thead{display:none}
.cards tr{border:1px solid var(--line);border-radius:4px;margin:.5rem 0;padding:.3rem .6rem}
.cards tbody th,.cards td{border:0;padding:.15rem 0}
.cards tbody th{font-weight:600}
.cards td{display:grid;grid-template-columns:minmax(5rem,8rem) minmax(0,1fr);gap:.5rem}
.cards td .column{display:block;color:var(--soft)}
dl.facts div{grid-template-columns:1fr}
.opened{padding-left:.3rem}
.scenario{padding:.2rem .4rem}
nav ul{columns:1}
.badge,.when{white-space:normal}
}
figure{padding:.3rem 0}
figcaption h3{margin:.9rem 0 .2rem;color:var(--ink)}
figcaption b{color:var(--ink)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(25rem,100%),1fr));gap:.6rem 2rem}
.scroll{overflow-x:auto}
@media (min-width:52.01rem){.lifecycle{max-width:100%}}
.picture{display:block;height:auto}
.balances{width:100%;max-width:30rem}
.picture text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;fill:var(--ink)}
.state rect{fill:var(--paper);stroke:var(--soft);stroke-width:1}
.state.seen rect{fill:var(--good-shade);stroke:var(--good);stroke-width:2}
.state.unseen rect{stroke-dasharray:4 3}
.state.final rect{stroke-width:4}
.state text,.count text{text-anchor:middle}
.state.seen text{font-weight:600}
.state.unseen text{fill:var(--soft)}
.state text.wire{font-size:10.5px;font-weight:400;fill:var(--soft)}
.start{fill:var(--soft)}
.start.seen{fill:var(--ink)}
.arrow{fill:none;stroke:var(--good);stroke-width:2}
.arrow.unseen{stroke:var(--soft);stroke-width:1;stroke-dasharray:4 3}
.head path{fill:var(--good)}
.head.unseen path{fill:var(--soft)}
.count rect{fill:var(--paper);stroke:var(--good)}
.balances path{fill:none;stroke-width:5;opacity:.95}
.balances path.ledger{stroke:var(--ledger)}
.balances path.available{stroke:var(--available);stroke-width:2}
.balances circle.ledger{fill:var(--ledger)}
.balances circle.available{fill:var(--available)}
.balances line.axis{stroke:var(--line)}
.balances line.stage{stroke:var(--soft);stroke-dasharray:3 3}
.balances text{fill:var(--soft)}
.balances text.end{text-anchor:end}
.key span{margin-right:1.2rem;font-size:.9rem}
.key span::before{content:"";display:inline-block;width:1.6rem;margin-right:.4rem;vertical-align:middle;border-top:5px solid var(--ledger)}
.key .available::before{border-top:2px solid var(--available)}
.key .stage::before{border-top:1px dashed var(--soft)}
`;
