import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  createEditor,
  ElementNode,
  type LexicalEditor,
  type ParagraphNode,
  UNDO_COMMAND,
} from 'lexical';
import { liveLanguage, plainText } from './bill.ts';
import type { BenchEditor, MountEditor } from './contract.ts';
import { byArticle } from './peer-text.ts';

/** The box of an article, which the browser skips while it is out of sight; see the schema of ProseMirror. */
class ArticleNode extends ElementNode {
  override $config() {
    return this.config('article', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'peer-article';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

/** Lexical with the text of one language, a paragraph for each unit. */
export const mountLexical: MountEditor = (place, draft) => {
  place.className = 'peer';
  const text = place.appendChild(document.createElement('div'));
  text.className = 'peer-text';
  text.contentEditable = 'true';
  text.spellcheck = false;
  const editor = createEditor({
    namespace: 'bench',
    nodes: [ArticleNode],
    theme: { paragraph: 'peer-paragraph' },
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(text);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.update(
    () => {
      const root = $getRoot().clear();
      for (const units of byArticle(draft.units)) {
        const paragraphs = units.map((unit) =>
          $createParagraphNode().append($createTextNode(plainText(unit, liveLanguage))),
        );
        root.append(new ArticleNode().append(...paragraphs));
      }
    },
    { discrete: true },
  );
  return benchEditor(place, editor);
};

function $paragraphs(): readonly ParagraphNode[] {
  return $getRoot()
    .getChildren<ElementNode>()
    .flatMap((article) => article.getChildren<ParagraphNode>());
}

function benchEditor(place: HTMLElement, editor: LexicalEditor): BenchEditor {
  const $paragraphAt = (index: number): ParagraphNode => {
    const paragraph = $paragraphs()[index];
    if (!paragraph) throw new Error(`no unit ${index}`);
    return paragraph;
  };
  const read = <T>(what: () => T): T => editor.getEditorState().read(what);
  return {
    scroller: place,
    count: () => read(() => $paragraphs().length),
    text: (index) => read(() => $paragraphAt(index).getTextContent()),
    put: (index, offset) => {
      const key = read(() => $paragraphAt(index).getKey());
      const element = editor.getElementByKey(key);
      element?.scrollIntoView({ block: 'center' });
      editor.getRootElement()?.focus({ preventScroll: true });
      editor.update(
        () => {
          const first = $paragraphAt(index).getFirstChild();
          const at = Math.min(offset, first?.getTextContentSize() ?? 0);
          if (first && 'select' in first) (first as ReturnType<typeof $createTextNode>).select(at, at);
          else $paragraphAt(index).select();
        },
        { discrete: true },
      );
      requestAnimationFrame(() => element?.scrollIntoView({ block: 'center' }));
    },
    undo: () => editor.dispatchCommand(UNDO_COMMAND, undefined),
    isWhole: () => true,
  };
}
