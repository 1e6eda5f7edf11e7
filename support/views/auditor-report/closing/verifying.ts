import { signersWord, toConfirm } from '../../../evidence/origin/to-confirm.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink, fileLink } from '../html/links.js';

/** How to check the pack without trusting this page, and what that leaves to the word of whoever signed it. */
export function verifying({ run }: Report): Html {
  return markup`<p>This page is a view. What counts are the recorded calls and results beside it. With stock tools, in the folder of the pack; the other steps are in ${fileLink('VERIFY.md')}:</p>
<pre class="command">sha256sum -c --quiet manifest.sha256
openssl pkey -pubin -in attestations/public-key.pem -outform DER | sha256sum</pre>
<p>With axys-certify, which evaluates every check and verdict again from the recorded calls, makes this page again and compares it byte by byte; <code>signer.pem</code> is the key the signer gave you on another way:</p>
<pre class="command">axys-certify verify ${run.facts.runId}.zip --key signer.pem</pre>
<p>What passes all of this is whole, unaltered since it was signed, and consistent. ${signersWord}${toConfirm(run.origin).length === 0 ? '' : markup` See ${anchorLink('confirm', 'what the platform can confirm')}.`} Get axys-certify from its publisher, never from whoever hands in the pack.</p>`;
}
