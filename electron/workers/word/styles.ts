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
import { type Look, lineHeight, looksOf } from '../../../core/word/looks.ts';
import { typeface } from '../../../core/word/page.ts';

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

/** The styles of a document, from the looks that core gives it. */
export function stylesFor(document: WordDocument): IStylesOptions {
  const looks = mapLooks(looksOf(document.layout));
  const [first, second, third] = document.hasSections
    ? [looks.section, looks.chapter, looks.article]
    : [looks.chapter, looks.article, looks.article];
  return {
    default: {
      document: {
        run: { font: typeface.name, size: typeface.size, language: { value: languageTags[document.language] } },
        // The rule is said: LibreOffice takes a line without one for an exact height.
        paragraph: {
          spacing: { line: Math.round(240 * lineHeight), lineRule: LineRuleType.AUTO, before: 0, after: 0 },
        },
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

function mapLooks(looks: Readonly<Record<WordStyle, Look>>): Looks {
  const styles = Object.entries(looks).map(([style, look]) => [style, styleOf(look)] as const);
  return Object.fromEntries(styles) as Looks;
}

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
  justified: AlignmentType.JUSTIFIED,
} as const;

/** A look as the library wants it; what a look does not say is left out, so that the document's default holds. */
function styleOf(look: Look): IBaseParagraphStyleOptions {
  const { bold, italic, size, color, before, after, firstLine, indentLeft } = look;
  const run = {
    ...(bold && { bold }),
    ...(italic && { italics: italic }),
    ...(size && { size }),
    ...(color && { color }),
  };
  const spacing = { ...(before && { before }), ...(after && { after }) };
  const indent = { ...(firstLine && { firstLine }), ...(indentLeft && { left: indentLeft }) };
  const isEmpty = (value: object): boolean => Object.keys(value).length === 0;
  return {
    ...(!isEmpty(run) && { run }),
    paragraph: {
      ...(look.keepNext && { keepNext: true }),
      ...(look.keepLines && { keepLines: true }),
      ...(look.boxed ? boxed : { alignment: alignments[look.align] }),
      ...(!isEmpty(indent) && { indent }),
      ...(!isEmpty(spacing) && { spacing }),
      ...(look.widowControl && { widowControl: true }),
    },
  };
}

const boxed = {
  shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EFEFEF' },
  border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: '8C8C8C' } },
} as const;
