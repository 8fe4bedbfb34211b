import type { WordDocument, WordParagraph, WordRun } from '../../core/word/document.ts';
import { type Look, lineHeight } from '../../core/word/looks.ts';
import { typeface } from '../../core/word/page.ts';

/*
 * Paragraphs as elements, from the same data as the Word export. Plain nodes and no React: a code of law has thousands of them,
 * they never change, and print needs a copy.
 */

/** What Times New Roman asks for above and below, as a part of its size. */
const naturalHeight = 1.15;

export function points(twentieths: number): string {
  return `${twentieths / 20}pt`;
}

/** The height of a line in points. */
export function lineOf(look: Look): number {
  return ((look.size ?? typeface.size) / 2) * naturalHeight * lineHeight;
}

/** Which part of a paragraph an element holds. */
export interface Part {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** What a document says of its runs. */
export interface Inked {
  readonly marksBlanks: boolean;
  /** Numbers of the remarks that are printed in the text. */
  readonly numbers: ReadonlyMap<number, number>;
}

export function inkOf({ marksBlanks }: WordDocument, numbers: ReadonlyMap<number, number>): Inked {
  return { marksBlanks, numbers };
}

/** The paragraph, or a part of it, without the space around it. */
export function drawParagraph(paragraph: WordParagraph, look: Look, ink: Inked, part: Part): HTMLElement {
  const element = document.createElement('p');
  element.className = look.boxed ? 'paper-text paper-boxed' : 'paper-text';
  element.lang = paragraph.language;
  const { style } = element;
  style.lineHeight = `${lineOf(look)}pt`;
  style.fontSize = `${(look.size ?? typeface.size) / 2}pt`;
  style.textAlign = look.align === 'justified' ? 'justify' : look.align;
  if (look.align === 'justified' && !part.isLast) style.textAlignLast = 'justify';
  if (look.firstLine && part.isFirst) style.textIndent = points(look.firstLine);
  if (look.indentLeft) style.marginInlineStart = points(look.indentLeft);
  if (look.bold) style.fontWeight = '700';
  if (look.italic) style.fontStyle = 'italic';
  if (look.color) style.color = `#${look.color}`;
  for (const run of paragraph.runs) element.append(...drawRun(run, ink));
  return element;
}

function drawRun(run: WordRun, { marksBlanks, numbers }: Inked): readonly Node[] {
  const classes = [
    run.bold && 'paper-bold',
    run.italic && 'paper-italic',
    run.superscript && 'paper-superscript',
    run.blank && (marksBlanks ? 'paper-blank paper-marked' : 'paper-blank'),
  ].filter(Boolean);
  const words = linesOf(run.text);
  const marks = (run.closes ?? []).flatMap((number) => {
    const shown = numbers.get(number);
    return shown === undefined ? [] : [remarkMark(shown)];
  });
  if (classes.length === 0) return [...words, ...marks];
  const span = document.createElement('span');
  span.className = classes.join(' ');
  span.append(...words);
  return [span, ...marks];
}

/** Spaces in a row are kept: signatures are set with them. */
function linesOf(text: string): readonly Node[] {
  return text.split('\n').flatMap((line, i) => {
    const words = document.createTextNode(line.replaceAll('\t', '\u2003').replace(/ (?= )/g, '\u00a0'));
    return i === 0 ? [words] : [document.createElement('br'), words];
  });
}

/** Its number is drawn by the style sheet, so that it is not counted as text. */
function remarkMark(number: number): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'paper-remark';
  mark.dataset.number = `[${number}]`;
  return mark;
}
