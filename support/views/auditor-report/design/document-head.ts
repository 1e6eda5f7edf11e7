import { createHash } from 'node:crypto';
import { Html, markup } from '../html/markup.js';
import { printStyle } from './print-style.js';
import { screenStyle } from './screen-style.js';
import { script } from './script.js';
import { tableStyle } from './table-style.js';

const style = screenStyle + tableStyle + printStyle;

/**
 * What the page may do: nothing but apply its own style and run its own script, each named by its digest. It can load
 * nothing, send nothing, and run nothing that found its way into the text.
 */
const policy = [
  "default-src 'none'",
  `style-src '${digest(style)}'`,
  `script-src '${digest(script)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The document up to its body. */
export function documentHead(title: string): Html {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${Html.trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${Html.trusted(style)}</style>
</head>
`;
}

/** The script, at the end of the body. */
export const documentScript = markup`<script>${Html.trusted(script)}</script>
`;
