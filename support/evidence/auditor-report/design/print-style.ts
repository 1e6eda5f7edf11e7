/**
 * On paper: everything is opened but the calls of what went well, which would be hundreds of pages; a box on the page has
 * them printed too. Addresses of links are written out.
 */
export const printStyle = `
@page{margin:14mm 13mm}
@media print{
body{font-size:9.5pt;line-height:1.4}
header,main,footer{max-width:none;padding:0}
h1{font-size:17pt}h2{font-size:13.5pt;margin:1.4rem 0 .4rem}h3{font-size:11pt;margin:.9rem 0 .25rem}
h2,h3,.part,caption,summary,thead{break-after:avoid}
tr,.decision,figure,.banner,dl.facts div,.gate>li{break-inside:avoid}
.figures figure{break-inside:avoid}
.skip,nav,.filters,.on-screen,button{display:none!important}
.new-page{break-before:page}
.decision .word{font-size:14pt}
.badge,.mark,.decision,.banner,.good,.warn,.bad,.state rect,.count rect,.key span::before,.balances path,.balances circle{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.badge,.when{white-space:normal}
table{font-size:8.5pt}
th,td{padding:.2rem .4rem .2rem 0}
pre,.pair pre{font-size:7.5pt;padding:.25rem .4rem}
pre{break-inside:auto;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.pair{grid-template-columns:1fr 1fr}
.scroll{overflow:visible}
.lifecycle{max-width:100%;max-height:200mm}
.figures{grid-template-columns:1fr 1fr}
.scenario{padding:.1rem .5rem}
summary{list-style:none}
details::details-content{content-visibility:visible;display:block}
.quiet .call::details-content{display:none}
body:has(#print-calls:checked) .quiet .call::details-content{display:block}
a{color:inherit}
a[href^="https:"]::after{content:" (" attr(href) ")";font-size:.85em;color:var(--soft)}
.matrix th{width:32%}
.front h2{margin-top:.8rem}
.front h3{margin-top:.5rem}
.front .gate li,.front ul li{margin:.1rem 0}
.front p,.front ul,.front ol,.front dl{margin:.25rem 0}
}
`;
