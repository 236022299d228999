import {
  AlignmentType,
  Footer,
  HeadingLevel,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IStylesOptions,
} from "docx";

const german = { language: { value: "de-DE", eastAsia: "de-DE", bidirectional: "ar-SA" } } as const;

/** Styles of the documents: one font, sizes in half points, German. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: "Arial", size: 22, ...german },
      paragraph: { spacing: { after: 120 } },
    },
    heading1: {
      run: { font: "Arial", size: 36, bold: true, ...german },
      paragraph: { spacing: { after: 240 } },
    },
    heading2: {
      run: { font: "Arial", size: 28, bold: true, ...german },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { font: "Arial", size: 24, bold: true, ...german },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  },
};

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** A real heading, so that Word can list it. */
export function heading(text: string, level: 1 | 2 | 3): Paragraph {
  return new Paragraph({
    heading: levels[level - 1] ?? HeadingLevel.HEADING_3,
    children: runs(text),
  });
}

/** A paragraph; line ends stay line ends. */
export function body(text: string, options: { readonly bold?: boolean } = {}): Paragraph {
  return new Paragraph({
    children: runs(text, options.bold === true),
    bidirectional: isRightToLeft(text),
  });
}

/** Right to left when its first letter with a direction is Hebrew or Arabic. */
function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first);
}

function runs(text: string, bold = false): TextRun[] {
  return text
    .split("\n")
    .map((line, place) => new TextRun({ text: line, bold, ...(place > 0 && { break: 1 }) }));
}

/** A table with a header row that is repeated on every page; widths in percent. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Table {
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, place) =>
          new TableCell({
            width: { size: widths[place] ?? 10, type: WidthType.PERCENTAGE },
            children: [body(text, { bold: isHead })],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** „Seite 1 von 3“ at the foot of every page. */
export function pageNumbers(): Footer {
  const children = ["Seite ", PageNumber.CURRENT, " von ", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children, size: 18 })],
      }),
    ],
  });
}
