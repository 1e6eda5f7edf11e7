import type { OriginServerCertificate } from '../../../evidence/origin/origin.js';
import { signersWord, toConfirm } from '../../../evidence/origin/to-confirm.js';
import type { Report } from '../gather/report.js';
import { disclosure } from '../html/disclosure.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink } from '../html/links.js';
import { table } from '../html/table.js';
import { trustWords } from '../words/trust-words.js';
import { badge } from '../words/tone.js';

/** Where the traffic went: what the recorded connections show, what they do not prove, and the certificates seen. */
export function origin({ run }: Report): Html {
  const { claimed, shown, why, shows, doesNotProve, contradictions, serverCertificates } = run.origin;
  const agrees = claimed === shown;
  const odd =
    contradictions.length === 0
      ? null
      : markup`<p>The record contradicts itself:</p><ul>${contradictions.map((line) => markup`<li>${line}</li>`)}</ul>`;
  return markup`<p>${badge(agrees ? 'record and claim agree' : 'record and claim differ', agrees ? 'good' : 'bad')} The run calls its target ${claimed}; its recorded connections show: ${shown}, because ${why}.</p>
<p><b>The record says.</b> <span class="data">${shows}</span></p><p><b>It does not prove.</b> ${doesNotProve}</p>${odd}${confirm(run.origin)}
${serverCertificates.length === 0 ? markup`<p>No certificate of a server was seen.</p>` : disclosure('Certificates the server showed', serverCertificates.map(chain))}
<p>All facts: ${fileLink('exchanges/origin.json')}, each connection: ${fileLink('exchanges/connections.ndjson')}.</p>`;
}

/** What an auditor asks the platform for, because no pack can show it. */
function confirm(shown: Report['run']['origin']): Html | null {
  const lines = toConfirm(shown);
  if (lines.length === 0) return null;
  return markup`
<h3 id="confirm">What the platform can confirm, and nobody else</h3>
<p>${signersWord} The platform’s own log shows whether it is so. It should agree in:</p>
<ol>${lines.map((line) => markup`<li class="data">${line}</li>`)}</ol>
<p>Each row in detail below has its proving calls with time, address and answer; a call’s <code>traceparent</code> header names it wherever the log keeps that.</p>`;
}

function chain({ chain: shown, trust, connections }: OriginServerCertificate, index: number): Html {
  return table({
    caption: `Chain ${index + 1}, seen on ${connections} connections, ${trustWords[trust]}`,
    look: 'fixed chain',
    columns: ['Subject', 'Issuer', 'Valid', 'SHA-256'],
    rows: shown.map(({ subject, issuer, validFrom, validTo, sha256 }) => ({
      cells: [
        markup`<span class="data">${subject}</span>`,
        markup`<span class="data">${issuer}</span>`,
        `${validFrom.slice(0, 10)} to ${validTo.slice(0, 10)}`,
        markup`<code>${sha256}</code>`,
      ],
    })),
  });
}
