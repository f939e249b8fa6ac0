/** A table that stays one where it is narrow: there each row is a block, and its cells say what they are. */
import { type Html, html, type Part } from "./html.ts"

/** One row: its key keeps it the same element when it is drawn anew. */
export interface Row {
  readonly key: string
  readonly cells: ReadonlyArray<Part>
}

/** A table. The first column names the row. */
export interface Table {
  readonly caption: string
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<Row>
}

// The roles are said, because a row that is drawn as a block is no row to some browsers.
const row = (columns: ReadonlyArray<string>, { cells, key }: Row): Html =>
  html`<tr role="row" data-key="${key}">
    ${cells.map((cell, index) =>
      index === 0
        ? html`<th role="rowheader" scope="row">${cell}</th>`
        : html`<td role="cell" data-label="${columns[index]}"><span>${cell}</span></td>`
    )}
  </tr>`

/** Draws a table. */
export const table = ({ caption, columns, rows }: Table): Html =>
  html`<table role="table">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((one) => row(columns, one))}
    </tbody>
  </table>`
