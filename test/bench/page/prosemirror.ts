import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Language } from '../../../core/base/language.ts';
import { cellOf } from '../../../core/draft/state.ts';
import type { Draft, Unit } from '../../../core/draft/types.ts';
import { liveLanguage } from './bill.ts';
import type { BenchEditor, MountEditor } from './contract.ts';
import { byArticle, numbersOf } from './peer-text.ts';
import { type Columns, joinRows, pasteLines, splitRow, startOfLive } from './prosemirror-rules.ts';
import { type BillSchema, billSchema } from './prosemirror-schema.ts';

/** ProseMirror with a row for each unit and a cell for each of the languages. */
export function mountProseMirror(languages: readonly Language[]): MountEditor {
  return (place, draft) => {
    const schema = billSchema(languages, liveLanguage);
    const columns: Columns = { schema, languages, live: liveLanguage };
    place.className = 'peer';
    place.style.setProperty('--columns', `${languages.length}`);
    const view = new EditorView(place, {
      state: EditorState.create({ doc: docOf(draft, columns), plugins: pluginsOf(columns) }),
      attributes: { class: 'peer-text', spellcheck: 'false' },
      handlePaste: (each, event) =>
        pasteLines(columns, event.clipboardData?.getData('text/plain') ?? '')(each.state, each.dispatch),
    });
    return benchEditor(place, view, languages.indexOf(liveLanguage));
  };
}

function pluginsOf(columns: Columns) {
  return [
    history(),
    keymap({ 'Mod-z': undo, 'Mod-y': redo, Enter: splitRow(columns), Backspace: joinRows(columns) }),
    keymap(baseKeymap),
  ];
}

function docOf(draft: Draft, { schema, languages }: Columns): Node {
  const numbers = numbersOf(draft);
  const rowOf = (unit: Unit): Node => {
    const cells = languages.map((lang) => schema.node('cell', { lang }, textsOf(unit, lang, schema)));
    return schema.node('row', { id: unit.id, kind: unit.kind, number: numbers.get(unit.id) ?? '' }, cells);
  };
  const articles = byArticle(draft.units).map((units) => schema.node('article', null, units.map(rowOf)));
  return schema.node('doc', null, articles);
}

function textsOf(unit: Unit, language: Language, schema: BillSchema): Node[] {
  return cellOf(unit, language).children.flatMap((inline) => {
    if (!('text' in inline) || inline.text === '') return [];
    const remarks = Object.keys(inline).filter((key) => key.startsWith('c_'));
    return [
      schema.text(
        inline.text,
        remarks.map((id) => schema.mark('remark', { id })),
      ),
    ];
  });
}

function benchEditor(place: HTMLElement, view: EditorView, column: number): BenchEditor {
  const rows = (): readonly { readonly row: Node; readonly at: number }[] => {
    const found: { row: Node; at: number }[] = [];
    view.state.doc.forEach((article, start) => {
      article.forEach((row, offset) => {
        found.push({ row, at: start + 1 + offset });
      });
    });
    return found;
  };
  const rowAt = (index: number) => {
    const row = rows()[index];
    if (!row) throw new Error(`no unit ${index}`);
    return row;
  };
  return {
    scroller: place,
    count: () => rows().length,
    text: (index) => rowAt(index).row.child(column).textContent,
    put: (index, offset) => {
      const { row, at } = rowAt(index);
      const element = view.nodeDOM(at) as HTMLElement;
      element.scrollIntoView({ block: 'center' });
      const caret = startOfLive(view.state, at, column) + Math.min(offset, row.child(column).content.size);
      view.focus();
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, caret)));
      // As ours does: the first scroll lands by estimated heights.
      requestAnimationFrame(() => element.scrollIntoView({ block: 'center' }));
    },
    undo: () => undo(view.state, view.dispatch),
    isWhole: () => true,
  };
}
