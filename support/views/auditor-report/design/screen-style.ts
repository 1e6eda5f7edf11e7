/** Colours, type and layout on screens of any width. Contrast is AA in both schemes. */
export const screenStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#555d68;--line:#d5d9df;--shade:#f4f5f7;--link:#0b57a4;--good:#14653b;--good-shade:#e4f4ea;--warn:#7a4a00;--warn-shade:#fdf0d9;--bad:#a31621;--bad-shade:#fde8e8;--practice:#5a3a9a;--practice-shade:#efeafb;--ledger:#b05a00;--available:#0b57a4}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e6e8eb;--soft:#a9b1bb;--line:#3a4048;--shade:#1e2228;--link:#8cc0ff;--good:#7fd6a2;--good-shade:#16301f;--warn:#f2c46d;--warn-shade:#33270f;--bad:#ff9c9c;--bad-shade:#3a1a1c;--practice:#c7b2ff;--practice-shade:#281f40;--ledger:#f0a65a;--available:#8cc0ff}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 .4rem;letter-spacing:-.01em}
h2{font-size:1.3rem;line-height:1.3;margin:2.6rem 0 .6rem;padding-top:.7rem;border-top:2px solid var(--ink)}
h3{font-size:1.05rem;line-height:1.35;margin:1.5rem 0 .4rem}
p,ul,ol,dl,figure{margin:.5rem 0}
ul,ol{padding-left:1.4rem}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
code,pre{font:.875em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;unicode-bidi:isolate}
pre{white-space:pre-wrap;background:var(--shade);border:1px solid var(--line);border-radius:4px;padding:.5rem .65rem;margin:.3rem 0}
pre.command{border-left:4px solid var(--soft)}
.data{unicode-bidi:isolate}
.quoted{background:var(--shade);outline:1px solid var(--line)}
@media screen{.rows-not-printed{display:none}}
.skip{position:absolute;left:-100vw;background:var(--paper);padding:.5rem 1rem;z-index:1}
.skip:focus{left:1rem;top:.5rem}
.kicker,.part,.when,caption,figcaption{color:var(--soft)}
.kicker{margin:1.4rem 0 0;font-size:.9rem}
.part{font-size:.92rem}
p.part{margin:.8rem 0 .2rem}
.when{font-size:.88rem;font-variant-numeric:tabular-nums;white-space:nowrap}
.badge,.mark{display:inline-block;border-radius:3px;font-size:.85rem;line-height:1.3;white-space:nowrap}
.badge{padding:.08rem .45rem;font-weight:600}
.badge .sign{display:inline-block;min-width:1.1em}
.mark{padding:0 .35rem;border:1px solid var(--soft);color:var(--soft)}
.good{color:var(--good);background:var(--good-shade)}
.warn{color:var(--warn);background:var(--warn-shade)}
.bad{color:var(--bad);background:var(--bad-shade)}
.quiet.badge{color:var(--soft);background:var(--shade)}
.practice{color:var(--practice);background:var(--practice-shade)}
.official{font-weight:600}
.banner{margin:.8rem 0;padding:.15rem .9rem;border:2px solid var(--practice);border-radius:4px;background:var(--practice-shade)}
.decision{padding:.35rem .9rem;border-left:6px solid;border-radius:2px}
.decision p{color:var(--ink)}
.decision .word{font-size:1.5rem;font-weight:700;color:inherit;margin:.2rem 0}
.gate>li{padding:.15rem 0}
.gate>li>:first-child{break-after:avoid}
.gate ul>li{padding:.12rem 0;break-inside:avoid}
.gate ul{break-before:avoid}
@media print,(min-width:52.01rem){.gate{columns:2;column-gap:2.5rem}}
.gate ul{font-size:.94rem}
.plain{list-style:none;padding:0}
.plain li{margin:.3rem 0}
.number{display:inline-block;min-width:2.6rem;text-align:right;font-variant-numeric:tabular-nums;margin-right:.35rem}
.count-of{display:inline-block;margin-right:1rem}
dl.facts{display:grid;gap:.3rem}
dl.facts div{display:grid;grid-template-columns:minmax(7rem,10rem) 1fr;gap:.1rem 1rem}
dt{color:var(--soft)}
dd{margin:0}
nav ul{columns:2;column-gap:2rem;padding-left:1.2rem}
details{margin:.35rem 0}
summary{cursor:pointer;padding:.15rem 0}
.opened{padding-left:1.1rem}
.scenario{border:1px solid var(--line);border-radius:4px;padding:.2rem .7rem}
.scenario[open]{border-color:var(--soft)}
@media screen{.row{content-visibility:auto;contain-intrinsic-size:auto 500px}}
.row{padding:.1rem 0 .7rem;border-bottom:1px solid var(--line)}
.row h3{margin-top:1.1rem;font-size:1.12rem}
:target{background:var(--warn-shade)}
.calls,.timeline{list-style:none;padding-left:0}
.timeline>li{border-left:3px solid var(--line);padding-left:.7rem}
.step{margin:.4rem 0 .1rem}
.call{margin:.1rem 0}
.call summary{font-size:.92rem}
.operation{font-weight:600}
.status{padding:0 .3rem;border-radius:3px;font-variant-numeric:tabular-nums}
.state-line{margin:.1rem 0 .1rem 1.1rem;font-size:.92rem;color:var(--soft)}
.state-line strong{color:var(--ink)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(24rem,100%),1fr));gap:0 1rem}
.pair pre{font-size:.8rem}
.filters{margin:.8rem 0;padding:.5rem .8rem;background:var(--shade);border-radius:4px}
.filters div{margin:.3rem 0}
button{font:inherit;font-size:.92rem;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:3px;padding:.25rem .6rem;margin:.15rem 0;cursor:pointer;text-align:left}
button[aria-pressed=true]{background:var(--ink);color:var(--paper)}
button[aria-pressed=true] .when{color:inherit}
fieldset{border:1px solid var(--line);border-radius:4px;margin:1rem 0;padding:.2rem .9rem}
[hidden]{display:none!important}
footer{margin-top:3rem;padding-bottom:2rem;color:var(--soft);font-size:.9rem}
`;
