import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ICommentOptions,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { WordComment, WordDocument, WordRow } from '../../../core/word/document.ts';
import { longestWholeRow } from '../../../core/word/looks.ts';
import { page, textWidth } from '../../../core/word/page.ts';
import { createParagraphMaker, type ParagraphMaker } from './paragraphs.ts';
import { languageTags, marginStyle, stylesFor } from './styles.ts';

/** The document as the library has it; `finishPackage` completes what the library leaves out. */
export function buildDocument(document: WordDocument): Document {
  const makeParagraph = createParagraphMaker(document);
  return new Document({
    title: document.title,
    creator: '',
    lastModifiedBy: '',
    // A line that ends in a break is not stretched to the margin, justified though the paragraph is.
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    styles: stylesFor(document),
    ...(document.comments.length > 0 && { comments: { children: document.comments.map(commentOptions) } }),
    sections: [
      {
        properties: { titlePage: true, page: pageOptions(document) },
        ...headers(document),
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children:
          document.layout === 'parallel'
            ? [parallelTable(document.rows, makeParagraph)]
            : document.paragraphs.map(makeParagraph),
      },
    ],
  });
}

type PageOptions = NonNullable<NonNullable<ISectionOptions['properties']>['page']>;

function pageOptions({ layout }: WordDocument): PageOptions {
  const isWide = layout === 'parallel';
  return {
    size: {
      width: page.width,
      height: page.height,
      orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { ...(isWide ? page.wideMargin : page.margin), header: page.header, footer: page.footer },
  };
}

/** The running head stands on the first page too: a copy that is not for parliament must not be taken for one that is. */
function headers(document: WordDocument): Pick<ISectionOptions, 'headers'> {
  const { runningHead } = document;
  if (runningHead === undefined) return {};
  const head = (): Header => {
    const language = { value: languageTags[document.language] };
    const children = [new TextRun({ text: runningHead, language })];
    return new Header({ children: [new Paragraph({ style: marginStyle, alignment: AlignmentType.LEFT, children })] });
  };
  return { headers: { default: head(), first: head() } };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    style: marginStyle,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

function commentOptions(comment: WordComment): ICommentOptions {
  const at = new Date(comment.at);
  const language = { value: languageTags[comment.language] };
  return {
    id: comment.number,
    author: comment.author,
    initials: comment.initials,
    ...(!Number.isNaN(at.getTime()) && { date: at }),
    ...(comment.parent !== undefined && { parentId: comment.parent }),
    resolved: comment.resolved,
    durableId: durableId(comment),
    children: comment.paragraphs.map(
      (text) => new Paragraph({ children: [new TextRun({ text, language, size: 20 })] }),
    ),
  };
}

/** Word's lasting name of a comment: eight hexadecimal digits below 7FFFFFFF. */
export function durableId({ number }: WordComment): string {
  return (0x10000000 + number).toString(16).toUpperCase();
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

function parallelTable(rows: readonly WordRow[], makeParagraph: ParagraphMaker): Table {
  const columns = rows[0]?.cells.length ?? 1;
  const width = Math.floor(textWidth('parallel') / columns);
  return new Table({
    width: { size: width * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    layout: TableLayoutType.FIXED,
    borders,
    margins: { top: 57, bottom: 85, left: 113, right: 113 },
    rows: rows.map(
      (row, i) =>
        new TableRow({
          ...(i === 0 && { tableHeader: true }),
          cantSplit: row.cells.every((cell) => lengthOf(cell.runs) <= longestWholeRow),
          children: row.cells.map(
            (cell) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                verticalAlign: i === 0 ? VerticalAlign.CENTER : VerticalAlign.TOP,
                ...(i === 0 && { shading: { fill: 'EFEFEF' } }),
                children: [makeParagraph(cell)],
              }),
          ),
        }),
    ),
  });
}

function lengthOf(runs: readonly { readonly text: string }[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0);
}
