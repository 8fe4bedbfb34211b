import type { Language } from '../base/language.ts';
import { cellOf } from '../draft/state.ts';
import { commentMarksOf, isRun } from '../draft/text.ts';
import type { CommentId, Inline, Unit } from '../draft/types.ts';
import type { WordInput, WordRun, WordStyle } from './document.ts';

/** A run that still carries the ids of the threads that stand on it, before ranges are worked out. */
export interface KeyedRun extends WordRun {
  readonly threads: readonly CommentId[];
}

/** A paragraph of keyed runs. */
export interface KeyedParagraph {
  readonly style: WordStyle;
  readonly language: Language;
  readonly runs: readonly KeyedRun[];
  readonly unit?: string;
}

/**
 * What XML 1.0 cannot hold: control characters other than tab and line break, lone surrogates, the two non-characters.
 * Word refuses a whole document for one of them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach the file
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The text that XML can hold; line ends of any sort become `\n`. */
export function printable(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(unprintable, '');
}

/** What the words of a paragraph are made of. */
export type ParagraphInput = Pick<WordInput, 'labels' | 'textOf'> & {
  readonly words: Pick<WordInput['words'], 'note'>;
};

/** The paragraph of a unit in a language: its label, then its words. Without runs when there is nothing to say. */
export function paragraphOf(unit: Unit, language: Language, input: ParagraphInput): KeyedParagraph {
  const words = cellOf(unit, language).children.map((inline) => runOf(inline, language, unit, input));
  const spoken = words.filter((run) => run.text !== '');
  const label = labelRun(unit, language, input, spoken.length > 0);
  return { style: unit.kind, language, unit: unit.id, runs: label ? [label, ...spoken] : spoken };
}

function labelRun(unit: Unit, language: Language, input: ParagraphInput, isFollowed: boolean): KeyedRun | undefined {
  const text = unit.kind === 'note' ? input.words.note[language] : input.labels.get(unit.id)?.label[language];
  if (!text || (unit.kind === 'note' && !isFollowed)) return undefined;
  return { text: isFollowed ? `${text} ` : text, label: true, threads: [] };
}

function runOf(inline: Inline, language: Language, unit: Unit, input: ParagraphInput): KeyedRun {
  const threads = commentMarksOf(inline).map((mark) => mark.slice(2));
  if (!isRun(inline)) return { text: printable(input.textOf(inline, language, unit.id)), threads };
  return {
    text: printable(inline.text),
    ...(inline.bold && { bold: true }),
    ...(inline.italic && { italic: true }),
    ...(inline.superscript && { superscript: true }),
    ...(inline.blank && { blank: true }),
    threads,
  };
}
