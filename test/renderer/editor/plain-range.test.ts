import { createEditor, type Descendant, type Node as SlateNode } from 'slate';
import { EDITOR_TO_ELEMENT, EDITOR_TO_WINDOW, ELEMENT_TO_NODE, NODE_TO_INDEX, NODE_TO_PARENT } from 'slate-dom';
import { ReactEditor, withReact } from 'slate-react';
import { expect, test } from 'vitest';
import { plainRange } from '../../../renderer/editor/plain-range.ts';

/** A box with one text for each list of strings, as Slate draws it: a string for each stretch that is marked otherwise. */
function draw(texts: readonly (readonly string[])[]) {
  const editor = withReact(createEditor());
  editor.children = [{ children: texts.map((strings) => ({ text: strings.join('') })) }] as unknown as Descendant[];
  const box = document.createElement('div');
  box.dataset.slateEditor = 'true';
  box.contentEditable = 'true';
  const unit = document.createElement('div');
  unit.dataset.slateNode = 'element';
  box.append(unit);
  document.body.replaceChildren(box);
  EDITOR_TO_ELEMENT.set(editor, box);
  EDITOR_TO_WINDOW.set(editor, window);
  ELEMENT_TO_NODE.set(box, editor);
  const [parent] = editor.children as [SlateNode & { children: SlateNode[] }];
  follow(parent, editor, 0, unit);
  for (const [at, strings] of texts.entries()) {
    const text = document.createElement('span');
    text.dataset.slateNode = 'text';
    text.innerHTML = strings
      .map((words) => `<span data-slate-leaf="true"><span data-slate-string="true">${words}</span></span>`)
      .join('');
    unit.append(text);
    follow(parent.children[at] as SlateNode, parent, at, text);
  }
  return { editor, nodes: [...box.querySelectorAll('[data-slate-string]')].map((string) => string.firstChild as Text) };
}

function follow(node: SlateNode, parent: SlateNode, index: number, element: HTMLElement): void {
  NODE_TO_PARENT.set(node, parent as Parameters<typeof NODE_TO_PARENT.set>[1]);
  NODE_TO_INDEX.set(node, index);
  ELEMENT_TO_NODE.set(element, node);
}

function select(anchor: Node, anchorOffset: number, focus = anchor, focusOffset = anchorOffset): Selection {
  const selection = getSelection() as Selection;
  selection.setBaseAndExtent(anchor, anchorOffset, focus, focusOffset);
  return selection;
}

const options = { exactMatch: true, suppressThrow: true };

test('a caret or a selection in texts that are shown as they are is where Slate says that it is', () => {
  const { editor, nodes } = draw([['Үй-бүлө'], ['Статья']]);
  const [first, second] = nodes as [Text, Text];
  for (let from = 0; from <= first.data.length; from += 1) {
    for (const [node, to] of [
      [first, from],
      [first, 3],
      [second, 2],
    ] as const) {
      const there = ReactEditor.toSlateRange(editor, select(first, from, node, to), options);
      expect(plainRange(editor, select(first, from, node, to))).toEqual(there);
      const back = ReactEditor.toSlateRange(editor, select(node, to, first, from), options);
      expect(plainRange(editor, select(node, to, first, from))).toEqual(back);
    }
  }
});

test('where words are marked within a text, or the page does not yet say what the draft says, Slate must tell', () => {
  const { editor, nodes } = draw([['Закон ', 'о статусе']]);
  expect(plainRange(editor, select(nodes[1] as Text, 2))).toBeUndefined();
  const late = draw([['Закон']]);
  (late.nodes[0] as Text).data = 'Законы';
  expect(plainRange(late.editor, select(late.nodes[0] as Text, 2))).toBeUndefined();
  const gone = draw([['Закон']]);
  gone.editor.children = [];
  expect(plainRange(gone.editor, select(gone.nodes[0] as Text, 2))).toBeUndefined();
});

test('a caret outside of the texts of the draft is none that is known here', () => {
  const { editor } = draw([['Закон']]);
  const field = document.createElement('span');
  field.innerHTML =
    '<span data-slate-node="text"><span data-slate-leaf><span data-slate-string>Закон</span></span></span>';
  document.body.append(field);
  const foreign = field.querySelector('[data-slate-string]')?.firstChild as Text;
  expect(plainRange(editor, select(foreign, 2))).toBeUndefined();
  expect(plainRange(editor, select(document.body, 0))).toBeUndefined();
});
