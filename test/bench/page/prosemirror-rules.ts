import type { Command, EditorState } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import type { Language } from '../../../core/base/language.ts';
import type { BillSchema } from './prosemirror-schema.ts';

/*
 * What a table of languages needs in ProseMirror: Enter makes a row, Backspace at the start joins two in every language, lines that
 * are pasted become rows. The depths: 0 the bill, 1 the article, 2 the row, 3 the cell.
 */

const rowDepth = 2;

let rows = 0;
const newId = (): string => {
  rows += 1;
  return `new-${rows}`;
};

export interface Columns {
  readonly schema: BillSchema;
  readonly languages: readonly Language[];
  readonly live: Language;
}

/** Where the text of the live cell begins in a row that begins at `row`. */
export function startOfLive(state: EditorState, row: number, column: number): number {
  const node = state.doc.nodeAt(row);
  let at = row + 1;
  for (let i = 0; i < column; i += 1) at += node?.child(i).nodeSize ?? 0;
  return at + 1;
}

export function splitRow({ schema, languages, live }: Columns): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const row = $from.node(rowDepth);
    const rest = $from.parent.slice($from.parentOffset).content;
    const change = state.tr.delete($from.pos, $from.end());
    const after = change.mapping.map($from.after(rowDepth));
    const cells = languages.map((lang) => schema.node('cell', { lang }, lang === live ? rest : undefined));
    change.insert(after, schema.node('row', { ...row.attrs, id: newId() }, cells));
    const caret = startOfLive(state.apply(change), after, languages.indexOf(live));
    dispatch?.(change.setSelection(TextSelection.create(change.doc, caret)).scrollIntoView());
    return true;
  };
}

export function joinRows({ schema, languages, live }: Columns): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    if (!empty || $from.parentOffset > 0) return false;
    const index = $from.index(rowDepth - 1);
    const article = $from.node(rowDepth - 1);
    if (index === 0) return true;
    const [before, row] = [article.child(index - 1), article.child(index)];
    const end = $from.before(rowDepth);
    const start = end - before.nodeSize;
    const cells = languages.map((lang, i) =>
      schema.node('cell', { lang }, before.child(i).content.append(row.child(i).content)),
    );
    const column = languages.indexOf(live);
    const caret = startOfLive(state, start, column) + before.child(column).content.size;
    const change = state.tr.replaceWith(start, end + row.nodeSize, schema.node('row', before.attrs, cells));
    dispatch?.(change.setSelection(TextSelection.create(change.doc, caret)).scrollIntoView());
    return true;
  };
}

/** One transaction: the first line goes to the caret, the others become rows below. */
export function pasteLines({ schema, languages, live }: Columns, text: string): Command {
  return (state, dispatch) => {
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0) return false;
    const change = state.tr.insertText(first);
    const after = change.mapping.map(state.selection.$from.after(rowDepth));
    const added = rest.map((line) => {
      const content = line === '' ? undefined : schema.text(line);
      const cells = languages.map((lang) => schema.node('cell', { lang }, lang === live ? content : undefined));
      return schema.node('row', { id: newId(), number: '', kind: 'part' }, cells);
    });
    dispatch?.(change.insert(after, added).scrollIntoView());
    return true;
  };
}
