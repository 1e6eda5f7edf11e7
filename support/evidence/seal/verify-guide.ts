import { signersWord } from '../origin/to-confirm.js';

/** File with the guide below. */
export const verifyGuideFile = 'VERIFY.md';

/**
 * How to check a pack with `sha256sum`, `find`, `openssl` (3.0 or newer) and a shell alone. Tests run the commands as they
 * stand here, on packs of every kind. They are static: whoever changes them changes the manifest.
 */
export const verifyGuide = `# How to check this pack

Nothing here needs axys-certify, Node.js or a network. Unpack the zip, or go to the folder, and run the commands in it, one
step after the other in the same shell. Each of the steps 1 to 4 ends with one line that says OK or FAILED. A step without
such a line did not run to its end: take it as FAILED.

## 1. No file was changed

\`\`\`sh
work="$(mktemp -d)"
if sha256sum -c --quiet --strict manifest.sha256
then echo "step 1 OK: every listed file is unaltered"
else echo "step 1 FAILED: files were changed or are missing"
fi
\`\`\`

## 2. No file is missing, none was added

The list has every file but itself (in two forms) and what was made from it: the signature and its key. Everything else has to be
in it, and has to be a regular file: a link or an empty folder is none. Lines with \`<\` are missing, those with \`>\` were added.

\`\`\`sh
find . ! -type d ! -path ./manifest.json ! -path ./manifest.sha256 \\
  ! -path ./attestations/test-result.dsse.json ! -path ./attestations/public-key.pem |
  sed 's|^\\./||' | LC_ALL=C sort > "$work"/found.txt
find . ! -type f ! -type d > "$work"/odd.txt
find . -type d -empty >> "$work"/odd.txt
cat "$work"/odd.txt
if sed 's/^[0-9a-f]*  //' manifest.sha256 | LC_ALL=C sort | diff - "$work"/found.txt && [ ! -s "$work"/odd.txt ]
then echo "step 2 OK: the list is complete"
else echo "step 2 FAILED: files are missing, were added, or are no regular files"
fi
\`\`\`

## 3. The list was signed

\`attestations/test-result.dsse.json\` is an in-toto Statement in a DSSE envelope. What is signed is the statement behind a
short heading with its type and length.

\`\`\`sh
sed -n 's/.*"payload": "\\([^"]*\\)".*/\\1/p' attestations/test-result.dsse.json |
  openssl base64 -d -A > "$work"/statement.json
sed -n 's/.*"sig": "\\([^"]*\\)".*/\\1/p' attestations/test-result.dsse.json |
  openssl base64 -d -A > "$work"/signature.bin
{
  printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < "$work"/statement.json)"
  cat "$work"/statement.json
} > "$work"/signed.bin
signed=yes
openssl pkeyutl -verify -pubin -inkey attestations/public-key.pem -rawin \\
  -in "$work"/signed.bin -sigfile "$work"/signature.bin || signed=no
for file in manifest.json manifest.sha256; do
  digest="$(sha256sum "$file" | cut -d ' ' -f 1)"
  grep -qF "{\\"name\\":\\"$file\\",\\"digest\\":{\\"sha256\\":\\"$digest\\"}}" "$work"/statement.json ||
    { signed=no; echo "$file is not what was signed"; }
done
if [ "$signed" = yes ]
then echo "step 3 OK: manifest.json and manifest.sha256 are what was signed"
else echo "step 3 FAILED: nobody signed this list"
fi
\`\`\`

## 4. Who signed it

Step 3 uses the key that lies in the pack, so it shows only that pack and key belong together. Ask the signer, on another
way than this pack came, for the fingerprint of the key, and put it into the variable first: \`signer=0123...\`

\`\`\`sh
found="$(openssl pkey -pubin -in attestations/public-key.pem -outform DER | sha256sum | cut -d ' ' -f 1)"
if [ "$found" = "\${signer:-not given}" ]
then echo "step 4 OK: the key is the signer's, $found"
else echo "step 4 FAILED: the key has the fingerprint $found; the signer's is \${signer:-not given}"
fi
\`\`\`

A statement that says \`"signingKey":"ad-hoc"\` was signed with a key made for one run: practice, nobody vouches for it.

## 5. The verdicts follow from the evidence

\`axys-certify verify <this folder or the zip> --key signer.pem\` does all of the above, looks for card data again, evaluates
every recorded check from the recorded exchanges, and says what differs and where. A pack without \`attestations/\` was not
signed, because card data was found in it or its evidence did not hold together: do not rely on it. Get axys-certify from its
publisher, never from whoever hands in the pack.

## 6. What none of this shows

Steps 1 to 5 show that the pack is whole, unaltered since it was signed, and consistent. ${signersWord}
Three things narrow that down, and none of them lies in the pack:

- **the signer**: step 4 says whose word it is;
- **the platform**: its own log has the same calls, certificate, times, ids and answers. START-HERE says what to ask for, under "Where the
  traffic went". Answers count most: compare those of some rows that you pick yourself;
- **the build**: \`verify\` names the build that a pack says it was made by. Where it is another one than yours, rows, checks and scenarios
  of the plan were not compared; \`verify --require certifiable\` does not accept such a pack, nor one without \`--key\`.

Taken as recorded are also: attestations, waivers and approvals of people, what a step told its checks, what stopped a scenario,
problems of the harness, whether the run was interrupted, which other runs it saw, what the program profile says of the Program
(\`plan/program.json\`), what the redaction ledger says was proved about a value before it was masked, how many secrets beyond those the
card data scan looked for by value (\`card-data-scan.json\`), what an earlier pack held that a run was compared with
(\`plan/baseline/\`), how much the build finds (\`harness/mutation-score.json\`), on what it ran (\`runtime\` in \`harness/build.json\`,
\`builder\` in \`harness/provenance.json\`), and what nothing rests on: the logs, and texts and times in \`results/messages.ndjson\`.
`;
