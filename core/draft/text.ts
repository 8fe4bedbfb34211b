import { type Language, languages, type Trilingual } from '../base/language.ts';
import type { Cell, CommentId, Inline, ReferenceInline, TextRun, Unit, UnitId, UnitKind } from './types.ts';

/** Gives the words of an inline that has none of its own: a citation or a reference. */
export type InlineText = (inline: Inline, language: Language, unit: UnitId) => string;

export function isRun(inline: Inline): inline is TextRun {
  return 'text' in inline;
}

/** A property by which a comment lies on an inline. */
export type CommentMark = `c_${CommentId}`;

/** The comments that lie on an inline, as the properties by which they do; empty when there are none. */
export function commentMarksOf(inline: Inline): readonly CommentMark[] {
  return Object.keys(inline).filter((name): name is CommentMark => name.startsWith('c_'));
}

/** The inline with those of its comments alone that are to stay. */
export function keepingComments<I extends Inline>(inline: I, keeps: (mark: string) => boolean): I {
  const kept = Object.entries(inline).filter(([name]) => !name.startsWith('c_') || keeps(name));
  return Object.fromEntries(kept) as unknown as I;
}

/** All units that a reference names, first the one that it was made for; never empty. */
export function targetsOf({ target, also }: Pick<ReferenceInline, 'target' | 'also'>): readonly UnitId[] {
  return also ? [target, ...also] : [target];
}

/** The typed text of a cell, without the words of citations and references. */
export function runsText(cell: Cell): string {
  return cell.children.map((inline) => (isRun(inline) ? inline.text : '')).join('');
}

/** The whole text of a cell as it is read. */
export function cellText(cell: Cell, textOf: InlineText): string {
  return cell.children.map((inline) => (isRun(inline) ? inline.text : textOf(inline, cell.lang, cell.unit))).join('');
}

export function emptyCell(lang: Language, unit: UnitId): Cell {
  return { type: 'cell', lang, unit, children: [{ text: '' }] };
}

/** A unit from the inlines of each language; a language left out is missing. */
export function makeUnit(
  id: UnitId,
  kind: UnitKind,
  content: Partial<Trilingual<readonly Inline[] | string>> = {},
): Unit {
  const [ky, ru, en] = languages.map((lang) => makeCell(lang, id, content[lang] ?? '')) as [Cell, Cell, Cell];
  return { type: 'unit', id, kind, children: [ky, ru, en] };
}

function makeCell(lang: Language, unit: UnitId, content: readonly Inline[] | string): Cell {
  const children = typeof content === 'string' ? [{ text: content }] : surrounded(content);
  return { type: 'cell', lang, unit, children };
}

/** Puts the text runs that Slate demands at both ends and between two citations or references. */
export function surrounded(inlines: readonly Inline[]): readonly Inline[] {
  const children: Inline[] = [];
  for (const inline of inlines) {
    const last = children.at(-1);
    if (!isRun(inline) && (!last || !isRun(last))) children.push({ text: '' });
    children.push(inline);
  }
  const last = children.at(-1);
  if (!last || !isRun(last)) children.push({ text: '' });
  return children;
}
