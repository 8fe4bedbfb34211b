import type { TFunction } from 'i18next';
import { type Language, languages, trilingual } from '../../core/base/language.ts';
import type { ExportProfile } from '../../core/bridge/exports.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import type { Draft } from '../../core/draft/types.ts';
import { formatDate } from '../../core/languages/format.ts';
import { createInlineText } from '../../core/law/inline-text.ts';
import type { WordComment, WordDocument, WordParagraph, WordWords } from '../../core/word/document.ts';
import { type Look, looksOf } from '../../core/word/looks.ts';
import { makeWordDocumentInSteps } from '../../core/word/make-document.ts';
import type { Desk } from '../state/desk.ts';

/** What is printed, and for whom: as in the export. */
export interface PrintChoice {
  readonly language: Language | 'parallel';
  readonly profile: ExportProfile;
}

/** Words of an area in a language that need not be the interface's. */
type WordsIn = (language: Language, area: 'word' | 'print') => TFunction;

function wordsOf(wordsIn: WordsIn): WordWords {
  const say = (key: string) => trilingual((language) => wordsIn(language, 'word')(key as never) as string);
  return {
    columns: say('document.column'),
    note: say('document.note'),
    runningHead: { review: say('document.runningHead.review'), internal: say('document.runningHead.internal') },
  };
}

/** The same document that the export writes as Word, in short steps. */
export function* printedDocumentInSteps(
  { forms, acts }: Pick<Desk, 'forms' | 'acts'>,
  draft: Draft,
  choice: PrintChoice,
  wordsIn: WordsIn,
): Generator<void, WordDocument, undefined> {
  const labels = labelsOf(draft.units, forms);
  const textOf = createInlineText({ units: draft.units, labels, acts, document: forms.document });
  return yield* makeWordDocumentInSteps({ draft, ...choice, forms, words: wordsOf(wordsIn), labels, acts, textOf });
}

/** A paragraph with its look, or three side by side. */
export interface PrintRow {
  readonly cells: readonly { readonly paragraph: WordParagraph; readonly look: Look }[];
  /** Stands in a column of the table. */
  readonly isInTable: boolean;
}

/** What follows what, without the names of the columns, which stand at the head of every page. */
export function printRows(document: WordDocument, wordsIn: WordsIn): readonly PrintRow[] {
  const looks = looksOf(document.layout);
  const styled = (paragraph: WordParagraph) => ({ paragraph, look: looks[paragraph.style] });
  const text =
    document.layout === 'parallel'
      ? document.rows.slice(1).map((row): PrintRow => ({ cells: row.cells.map(styled), isInTable: true }))
      : document.paragraphs.map((paragraph): PrintRow => ({ cells: [styled(paragraph)], isInTable: false }));
  return [...text, ...remarkRows(document, wordsIn)];
}

const remarksHead: Look = { align: 'left', bold: true, before: 480, after: 120, keepNext: true, keepLines: true };
const remark: Look = { align: 'left', size: 22, after: 60, widowControl: true };
const reply: Look = { ...remark, indentLeft: 567 };

/** Paper has no margin for comments: they stand behind the text, under the numbers that it carries. */
function remarkRows({ comments, language }: WordDocument, wordsIn: WordsIn): readonly PrintRow[] {
  if (comments.length === 0) return [];
  const t = wordsIn(language, 'print');
  const row = (paragraph: Omit<WordParagraph, 'style'>, look: Look): PrintRow => ({
    cells: [{ paragraph: { ...paragraph, style: 'note' }, look }],
    isInTable: false,
  });
  const numbers = remarkNumbers(comments);
  return [
    row({ language, runs: [{ text: t('remarks' as never) as string }] }, remarksHead),
    ...comments.map((comment) => {
      const number = comment.parent === undefined ? `[${numbers.get(comment.number)}] ` : '';
      const resolved = comment.resolved && comment.parent === undefined ? ` (${t('resolved' as never)})` : '';
      const head = `${number}${comment.author}, ${formatDate(language, comment.at.slice(0, 10))}${resolved}: `;
      const runs = [{ text: head, bold: true as const }, { text: comment.paragraphs.join('\n') }];
      return row({ language: comment.language, runs }, comment.parent === undefined ? remark : reply);
    }),
  ];
}

/** The number in the text of the first message of each thread, from 1. */
export function remarkNumbers(comments: readonly WordComment[]): ReadonlyMap<number, number> {
  const first = comments.filter((comment) => comment.parent === undefined);
  return new Map(first.map((comment, i) => [comment.number, i + 1]));
}

/** For a choice of all languages at once. */
export const printLanguages: readonly PrintChoice['language'][] = [...languages, 'parallel'];
