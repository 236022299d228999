import { markup, type Html, type Part } from "./escape.ts";

/** A column of a table. The first column names the row unless another one is marked. */
export interface Column<Row> {
  readonly title: Part;
  readonly cell: (row: Row) => Part;
  readonly numeric?: boolean;
}

interface Table<Row> {
  /** Names the table for everybody; has to be unique on the page. */
  readonly caption: string;
  /** Marks titles of the run in the caption where they are in another language than the page. */
  readonly mark?: (text: string) => Part;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** A table in a region that can be scrolled by keyboard; the first column is the row's header. */
export function table<Row>(content: Table<Row>): Html {
  return markup`<section
    class="kern-table-responsive scroll"
    tabindex="0"
    aria-label="${content.caption}"
  >
    <table class="kern-table kern-table--small">
      <caption class="caption">
        <span>${content.mark?.(content.caption) ?? content.caption}</span>
      </caption>
      <thead>
        <tr>
          ${content.columns.map(headerCell)}
        </tr>
      </thead>
      <tbody class="kern-table__body">
        ${content.rows.map((row) => bodyRow(row, content.columns))}
      </tbody>
    </table>
  </section>`;
}

function headerCell<Row>(column: Column<Row>): Html {
  const numeric = column.numeric === true ? " kern-table__header--numeric" : "";
  return markup`<th scope="col" class="kern-table__header${numeric}">${column.title}</th>`;
}

function bodyRow<Row>(row: Row, columns: readonly Column<Row>[]): Html {
  const cells = columns.map((column, index) => {
    if (index === 0)
      return markup`<th scope="row" class="kern-table__header">${column.cell(row)}</th>`;
    const numeric = column.numeric === true ? " number" : "";
    return markup`<td class="kern-table__cell${numeric}">${column.cell(row)}</td>`;
  });
  return markup`<tr>
    ${cells}
  </tr>`;
}
