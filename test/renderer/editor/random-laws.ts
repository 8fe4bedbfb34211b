import { Node, Range } from 'slate';
import { expect } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import { subtreeEnd } from '../../../core/draft/outline.ts';
import type { Cell, Draft, Inline, Unit } from '../../../core/draft/types.ts';
import { readDraft } from '../../../core/file/read-draft.ts';
import { createReport } from '../../../core/file/report.ts';
import { inlinesBetween, unitSpan } from '../../../renderer/editor/places.ts';
import type { Hand } from './harness.ts';
import type { Step } from './random-step.ts';

/** A citation counts as a letter of its own. Spaces and quotes do not count: comforts of typing change them; nor capitals. */
function lettersOf(inlines: readonly Inline[]): string {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return inlines.map((inline) => ('text' in inline ? letters(inline.text) : '\ufffc')).join('');
}

const sorted = (text: string): string => [...text].sort().join('');

const inlinesOf = (units: readonly Unit[], column: number): readonly Inline[] =>
  units.flatMap((unit) => unit.children[column]?.children ?? []);

/** What a law compares before and after a step. */
export interface Words {
  readonly letters: readonly string[];
  /** The letters that carry each comment, by language. */
  readonly commented: ReadonlyMap<string, readonly string[]>;
  readonly comments: readonly string[];
}

export function wordsOf(hand: Hand): Words {
  const units = hand.units();
  const comments = hand.editor.draft().comments.map(({ id }) => id);
  const marked = (id: string) =>
    languages.map((_, column) => lettersOf(inlinesOf(units, column).filter((inline) => `c_${id}` in inline)));
  return {
    letters: languages.map((_, column) => lettersOf(inlinesOf(units, column))),
    commented: new Map(comments.map((id) => [id, marked(id)])),
    comments,
  };
}

/** What the step may take away, by language; more than that is lost. */
export function mayLose(hand: Hand, step: Step): readonly string[] {
  const { slate, session } = hand.parts;
  const live = languages.indexOf(session.language);
  const inLive = (letters: string): readonly string[] => languages.map((_, column) => (column === live ? letters : ''));
  const { selection } = slate;
  if (!selection) return inLive('');
  const units = hand.units();
  const [first, last] = unitSpan(selection);
  const cells = units.slice(first, last + 1).map((unit) => unit.children[live] as Cell);
  switch (step.effect) {
    case 'letter':
    case 'cell':
      return inLive(lettersOf(cells[0]?.children ?? []));
    case 'selection': {
      // A selection of nothing: Delete takes the letter behind it.
      if (Range.isCollapsed(selection)) return inLive(lettersOf(cells[0]?.children ?? []));
      const [start, end] = Range.edges(selection);
      return inLive(
        cells
          .map((cell, i) =>
            lettersOf(inlinesBetween(cell, i === 0 ? start : undefined, first + i === last ? end : undefined)),
          )
          .join(''),
      );
    }
    case 'subtree':
      return languages.map((_, column) => lettersOf(inlinesOf(units.slice(first, subtreeEnd(units, first)), column)));
    default:
      return inLive('');
  }
}

/** What is in `before` more often than in `after`. */
function missing(before: string, after: string): string {
  const counts = new Map<string, number>();
  for (const letter of after) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...before]
    .filter((letter) => {
      const count = counts.get(letter) ?? 0;
      counts.set(letter, count - 1);
      return count <= 0;
    })
    .join('');
}

export function expectWords(step: Step, before: Words, after: Words, losable: readonly string[]): void {
  if (step.effect === 'replays') return;
  for (const [column, language] of languages.entries()) {
    const lost = missing(before.letters[column] ?? '', after.letters[column] ?? '');
    expect(missing(lost, losable[column] ?? ''), `lost in ${language}`).toBe('');
    if (step.effect === 'keeps') expect(sorted(after.letters[column] ?? '')).toBe(sorted(before.letters[column] ?? ''));
    if (step.effect === 'letter') expect(lost.length, 'one key takes one letter').toBeLessThanOrEqual(1);
  }
  if (!step.name.startsWith('uncomment')) {
    expect(after.comments).toEqual(expect.arrayContaining([...before.comments]));
    for (const [id, marked] of before.commented) {
      for (const [column, letters] of marked.entries()) {
        const lost = missing(letters, after.commented.get(id)?.[column] ?? '');
        expect(missing(lost, losable[column] ?? ''), `words of comment ${id}`).toBe('');
      }
    }
  }
}

/** What holds of a draft at every moment, and of the caret in it. */
export function expectWhole(hand: Hand): void {
  const units = hand.units();
  expect(new Set(units.map((unit) => unit.id)).size, 'ids').toBe(units.length);
  for (const unit of units) {
    expect(unit.children.map((cell) => `${cell.type} ${cell.lang} ${cell.unit}`)).toEqual(
      languages.map((language) => `cell ${language} ${unit.id}`),
    );
    for (const cell of unit.children) {
      expect('text' in (cell.children[0] ?? {}) && 'text' in (cell.children.at(-1) ?? {})).toBe(true);
    }
  }
  expectCaret(hand);
  expect(hand.parts.session.repairs, 'the safety net').toBe(0);
}

function expectCaret({ parts }: Hand): void {
  const { selection } = parts.slate;
  for (const point of selection ? [selection.anchor, selection.focus] : []) {
    expect(languages[point.path[1] ?? 0], 'the caret is in the live column').toBe(parts.session.language);
    const run = Node.getIf(parts.slate, point.path);
    const length = run && 'text' in run ? run.text.length : -1;
    expect(point.offset, 'the caret stands in a text').toBeLessThanOrEqual(length);
  }
}

/** The saved form takes the draft as it is. */
export function expectReadable(draft: Draft): void {
  const report = createReport();
  const read = readDraft(JSON.parse(JSON.stringify(draft)), report);
  expect(read).toEqual({ ok: true, value: draft });
}

/** Follows the edits as the journal does; each can be taken back. */
export class Mirror {
  #draft: Draft;
  #taken = 0;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  expectFollows({ edits, editor }: Hand): void {
    for (const edit of edits.slice(this.#taken)) {
      const next = applyEdit(this.#draft, edit);
      const back = next && applyEdit(next, invertEdit(edit));
      expect(back, 'what the inverse gives').toEqual(this.#draft);
      if (next) this.#draft = next;
    }
    this.#taken = edits.length;
    expect(this.#draft, 'what the journal holds').toEqual(editor.draft());
  }
}
