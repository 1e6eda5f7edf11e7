/** Texts that break pages built carelessly: markup, quotes, direction changes, words without an end, whole pages of it. */
export const hostileTexts: Readonly<Record<string, string>> = {
  script: '</script><script>document.title = "taken"</script>',
  attribute: `"><img src="https://elsewhere.example/x.png" onerror="document.title = 'taken'"> ' onfocus='x`,
  style:
    '</style><style>body{display:none}</style><meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
  direction: 'paid \u202E000.1\u2066 \u200F שלום',
  word: 'w'.repeat(400),
  long: 'ten thousand characters '.repeat(420),
  comment: '<!-- --> <![CDATA[ ]]> &amp; &#x3C;script&#x3E; \u0000\u001B[31m',
};
