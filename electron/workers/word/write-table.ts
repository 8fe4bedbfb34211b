import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { page, textWidth, typeface } from '../../../core/word/page.ts';
import type { TableDocument } from '../../../core/word/parity-document.ts';
import { finishPackage } from './finish-package.ts';
import { languageTags } from './styles.ts';

/** Half-points: 9 pt, at which seven columns stand on a sheet. */
const cellSize = 18;

/** The bytes of a `.docx` that is one table on landscape pages. The same table gives the same bytes. */
export async function writeTable(document: TableDocument): Promise<Uint8Array> {
  const written = await Packer.pack(build(document), 'uint8array');
  return finishPackage(written, { ...document, comments: [] });
}

function build(document: TableDocument): Document {
  const language = { value: languageTags[document.language] };
  const run = { font: typeface.name, size: cellSize, language };
  return new Document({
    title: document.title,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: { run },
        heading1: {
          run: { bold: true, size: typeface.size, color: '000000' },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
            margin: { ...page.wideMargin, header: page.header, footer: page.footer },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(document.title)] }),
          ...document.intro.map((text) => new Paragraph({ spacing: { after: 160 }, children: [new TextRun(text)] })),
          tableOf(document),
        ],
      },
    ],
  });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

function tableOf({ head, widths, rows }: TableDocument): Table {
  const parts = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((textWidth('parallel') * width) / parts));
  const cell = (lines: readonly string[], column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: columns[column] ?? 0, type: WidthType.DXA },
      ...(isHead && { shading: { fill: 'EFEFEF' } }),
      children: lines.map(
        (text) =>
          new Paragraph({
            spacing: { after: 40 },
            children: [new TextRun({ text, ...((isHead || column === 0) && { bold: true }) })],
          }),
      ),
    });
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((name, column) => cell([name], column, true)) }),
      ...rows.map(
        (cells) =>
          new TableRow({ cantSplit: true, children: cells.map((lines, column) => cell(lines, column, false)) }),
      ),
    ],
  });
}
