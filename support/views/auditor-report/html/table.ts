import { markup, type Html, type HtmlValue } from './markup.js';

/** A table: what it is about, its columns, and rows with one cell a column. */
export interface Table {
  /** Sentence above the table; also its name for assistive technology. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Class that sets the widths of the columns. */
  readonly look?: string;
}

/** The first cell names the row. */
export interface TableRow {
  readonly cells: readonly HtmlValue[];
  /** Attributes of the row: an anchor and what filters look at. */
  readonly attributes?: Html;
}

/**
 * A table that becomes a list of cards on a narrow screen. Roles are written out, because browsers forget what a table
 * is as soon as its rows are laid out in another way.
 */
export function table({ caption, columns, rows, look = '' }: Table): Html {
  const head = columns.map((column) => markup`<th role="columnheader" scope="col">${column}</th>`);
  const body = rows.map(
    ({ cells, attributes }) =>
      markup`<tr role="row" ${attributes ?? null}>${cells.map((cell, index) => cellOf(cell, columns[index] ?? '', index))}</tr>
`,
  );
  return markup`<table class="cards ${look}" role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${body}</tbody></table>
`;
}

/** An empty cell is said to be empty on a card too, where its column has no line of its own. */
function cellOf(cell: HtmlValue, column: string, index: number): Html {
  const label = markup`<span class="column" aria-hidden="true">${column}</span>`;
  if (index === 0) return markup`<th role="rowheader" scope="row">${label}<span>${cell}</span></th>`;
  return markup`<td role="cell">${label}<span>${cell}</span></td>`;
}
