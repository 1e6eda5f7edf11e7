/** File with the guide below. */
export const verifyGuideFile = 'VERIFY.md';

/**
 * How to check a pack with `sha256sum`, `openssl` (3.0 or newer) and a shell alone. A test runs the commands as they stand
 * here. They are static: whoever changes them changes the manifest.
 */
export const verifyGuide = `# How to check this pack

Nothing here needs axys-certify, Node.js or a network. Unpack the zip, or go to the folder, and run the commands in it.

## 1. No file was changed

\`\`\`sh
work="$(mktemp -d)"
sha256sum -c --quiet manifest.sha256 && echo "every listed file is unaltered"
\`\`\`

## 2. No file is missing, none was added

\`\`\`sh
find . -type f ! -path './attestations/*' ! -name 'manifest.json' ! -name 'manifest.sha256' |
  sed 's|^\\./||' | LC_ALL=C sort > "$work"/found.txt
sed 's/^[0-9a-f]*  //' manifest.sha256 | LC_ALL=C sort | diff - "$work"/found.txt && echo "the list is complete"
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
openssl pkeyutl -verify -pubin -inkey attestations/public-key.pem -rawin \\
  -in "$work"/signed.bin -sigfile "$work"/signature.bin
for file in manifest.json manifest.sha256; do
  grep -q "$(sha256sum "$file" | cut -d ' ' -f 1)" "$work"/statement.json && echo "$file is what was signed"
done
\`\`\`

## 4. Who signed it

The commands above use the key that lies in the pack, so they show only that pack and key belong together. Ask the signer,
on another way than this pack came, for the fingerprint of the key, and compare:

\`\`\`sh
openssl pkey -pubin -in attestations/public-key.pem -outform DER | sha256sum
\`\`\`

A statement that says \`"signingKey":"ad-hoc"\` was signed with a key made for one run: practice, nobody vouches for it.

## 5. The verdicts follow from the evidence

\`axys-certify verify <this folder or the zip> --key signer.pem\` does all of the above, looks for card data again, evaluates
every recorded check from the recorded exchanges, and says what differs and where. A pack without \`attestations/\` was not
signed, because card data was found in it or its evidence did not hold together: do not rely on it.
`;
