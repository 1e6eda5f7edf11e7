/**
 * On paper: everything is opened but the calls of what went well, which would be hundreds of pages; a box on the page has
 * them printed too. Addresses of links are written out.
 */
export const printStyle = `
@page{margin:12mm 13mm}
@media print{
html{font-size:9pt}
body{line-height:1.4}
header,main,footer{max-width:none;padding:0}
h1{font-size:1.7rem}h2{font-size:1.4rem;margin:1.4rem 0 .4rem}h3{font-size:1.1rem;margin:.9rem 0 .25rem}
h2,h3,.part,caption,figcaption,summary,thead{break-after:avoid}
tr,.decision,.picture,.banner,dl.facts div{break-inside:avoid}
.figures figure{break-inside:avoid}
.figures table{font-size:.85rem}.figures th,.figures td{padding:.02rem .3rem .02rem 0}
.skip,nav,.filters,.on-screen,button{display:none!important}
.new-page,.details-of-rows{break-before:page}
.decision .word{font-size:1.5rem}
.badge,.mark,.decision,.banner,.good,.warn,.bad,.state rect,.count rect,.key span::before,.balances path,.balances circle{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.badge{white-space:normal}
th,td{padding:.2rem .4rem .2rem 0}
pre,.pair pre{font-size:.8rem;padding:.25rem .4rem}
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
body:has(#print-rows:not(:checked)) .details-of-rows,body:has(#print-rows:checked) .rows-not-printed{display:none}
a{color:inherit}
a[href^="https:"]:not(.source)::after{content:" (" attr(href) ")";font-size:.85em;color:var(--soft)}
.front h2{margin-top:.5rem;padding-top:.25rem;font-size:1.25rem}
.kicker{margin-top:0}
.front h3{margin-top:.5rem}
.front ul li{margin:.1rem 0}.front .gate>li{padding:.05rem 0 0}.front .gate ul>li{padding:0}.front .gate ul{margin:.1rem 0}
.front p,.front ul,.front ol,.front dl{margin:.2rem 0}
.front{font-size:.9rem;line-height:1.28}
.front details::details-content{display:none}
.banner{margin:.3rem 0}
.front dl.facts{gap:.12rem}
.gate,.gate ul{font-size:.97em}
}
`;
