import {
  AlignmentType,
  BorderStyle,
  type IBaseParagraphStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  ShadingType,
  UnderlineType,
} from 'docx';
import type { Language } from '../../../core/base/language.ts';
import type { WordDocument, WordStyle } from '../../../core/word/document.ts';
import { page, typeface } from '../../../core/word/page.ts';

/** The tag of each language in Word's own list; English as parliament's translators write it. */
export const languageTags: Readonly<Record<Language, string>> = { ky: 'ky-KG', ru: 'ru-RU', en: 'en-GB' };

/** Marks a blank, so that a returned document still tells it from the text around it. */
export const blankStyle = 'Blank';

/** Style of the running head, and of the page number. */
export const marginStyle = 'PageMargin';

/** The id of the paragraph style. Sections, chapters and articles are Word's headings, so that the navigation pane shows them. */
export function styleId(style: WordStyle, hasSections: boolean): string {
  switch (style) {
    case 'title':
      return 'Title';
    case 'section':
      return 'Heading1';
    case 'chapter':
      return hasSections ? 'Heading2' : 'Heading1';
    case 'article':
      return hasSections ? 'Heading3' : 'Heading2';
    default:
      return lawStyleIds[style];
  }
}

const lawStyleIds = {
  'draft-mark': 'DraftMark',
  'law-heading': 'LawHeading',
  unofficial: 'UnofficialNotice',
  column: 'ColumnName',
  preamble: 'LawPreamble',
  part: 'LawPart',
  point: 'LawPoint',
  subpoint: 'LawSubpoint',
  paragraph: 'LawParagraph',
  note: 'DrafterNote',
  signature: 'SignatureBlock',
} as const;

/**
 * The looks of a document. A bill in one language is set as acts are: justified, the first line set in. In the narrow columns of
 * the parallel one justified text would tear, and every provision begins at the left edge so that the eye compares across.
 */
export function stylesFor(document: WordDocument): IStylesOptions {
  const isParallel = document.layout === 'parallel';
  const looks = isParallel ? columnLooks : pageLooks;
  const [first, second, third] = document.hasSections
    ? [looks.section, looks.chapter, looks.article]
    : [looks.chapter, looks.article, looks.article];
  return {
    default: {
      document: {
        run: { font: typeface.name, size: typeface.size, language: { value: languageTags[document.language] } },
        // The rule is said: LibreOffice takes a line without one for an exact height.
        paragraph: { spacing: { line: 252, lineRule: LineRuleType.AUTO, before: 0, after: 0 } },
      },
      title: looks.title,
      heading1: first,
      heading2: second,
      heading3: third,
    },
    paragraphStyles: [
      ...Object.entries(lawStyleIds).map(([style, id]) => lawStyle(id, looks[style as keyof typeof lawStyleIds])),
      { id: marginStyle, name: 'Page Margin', basedOn: 'Normal', run: { size: 20, color: '595959' } },
    ],
    characterStyles: [
      { id: blankStyle, name: 'Blank', quickFormat: true, run: { underline: { type: UnderlineType.DOTTED } } },
    ],
  };
}

function lawStyle(id: string, look: IBaseParagraphStyleOptions): IParagraphStyleOptions {
  return { ...look, id, name: id.replace(/(?<=[a-z])(?=[A-Z])/g, ' '), basedOn: 'Normal', next: id, quickFormat: true };
}

type Looks = Readonly<Record<WordStyle, IBaseParagraphStyleOptions>>;

const { CENTER, JUSTIFIED, LEFT, RIGHT } = AlignmentType;
const black = '000000';
const indent = { firstLine: page.firstLine };
const heading = { keepNext: true, keepLines: true };
const provision = { paragraph: { alignment: JUSTIFIED, indent, spacing: { after: 80 }, widowControl: true } };
const note = {
  run: { size: 24, color: '404040' },
  paragraph: {
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EFEFEF' },
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: '8C8C8C' } },
    indent: { left: 227 },
    spacing: { before: 80, after: 120 },
  },
};

const pageLooks: Looks = {
  'draft-mark': { paragraph: { alignment: RIGHT, spacing: { after: 480 } } },
  'law-heading': { run: { bold: true }, paragraph: { alignment: CENTER, spacing: { after: 240 } } },
  title: {
    run: { bold: true, color: black, size: typeface.size },
    paragraph: { alignment: CENTER, keepLines: true, spacing: { after: 360 } },
  },
  unofficial: { run: { italics: true, size: 24 }, paragraph: { alignment: CENTER, spacing: { after: 360 } } },
  column: { run: { bold: true }, paragraph: { alignment: CENTER } },
  preamble: { paragraph: { ...provision.paragraph, spacing: { after: 160 } } },
  section: {
    run: { bold: true, color: black, size: typeface.size },
    paragraph: { ...heading, alignment: CENTER, spacing: { before: 480, after: 120 } },
  },
  chapter: {
    run: { bold: true, color: black, size: typeface.size },
    paragraph: { ...heading, alignment: CENTER, spacing: { before: 400, after: 160 } },
  },
  article: {
    run: { bold: true, color: black, size: typeface.size },
    paragraph: { ...heading, alignment: LEFT, indent, spacing: { before: 280, after: 120 } },
  },
  part: provision,
  point: provision,
  subpoint: provision,
  paragraph: provision,
  note,
  signature: { run: { bold: true }, paragraph: { alignment: LEFT, keepLines: true, spacing: { before: 720 } } },
};

const columnProvision = { paragraph: { alignment: LEFT, widowControl: true } };
const columnGap = { spacing: { before: 120, after: 120 } };
const columnHeading = { run: { bold: true, color: black, size: typeface.size } };

// Only the last headings before a provision are kept with it: a longer chain would push a whole page of rows onto the next.
const columnLooks: Looks = {
  'draft-mark': { paragraph: { alignment: RIGHT } },
  'law-heading': {
    run: { bold: true },
    paragraph: { alignment: CENTER, spacing: { before: 60, after: 60 } },
  },
  title: { ...columnHeading, paragraph: { ...columnGap, keepLines: true, alignment: CENTER } },
  unofficial: { run: { italics: true, size: 24 }, paragraph: { alignment: CENTER } },
  column: { run: { bold: true, size: 24 }, paragraph: { alignment: CENTER } },
  preamble: columnProvision,
  section: { ...columnHeading, paragraph: { ...heading, ...columnGap, alignment: CENTER } },
  chapter: { ...columnHeading, paragraph: { ...heading, ...columnGap, alignment: CENTER } },
  article: { ...columnHeading, paragraph: { ...heading, alignment: LEFT, spacing: { before: 60, after: 60 } } },
  part: columnProvision,
  point: columnProvision,
  subpoint: columnProvision,
  paragraph: columnProvision,
  note: { ...note, paragraph: { ...note.paragraph, indent: { left: 142 } } },
  signature: { run: { bold: true }, paragraph: { alignment: LEFT, keepLines: true, spacing: { before: 240 } } },
};
