import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { Node } from 'slate';
import { ReactEditor } from 'slate-react';
import { type Language, languages } from '../../../core/base/language.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import type { Draft } from '../../../core/draft/types.ts';
import type { ActRegister } from '../../../core/law/types.ts';
import { createDraftEditor } from '../../../renderer/editor/draft-editor.ts';
import { partsOf } from '../../../renderer/editor/parts.ts';
import { DraftEditorView } from '../../../renderer/editor/view.tsx';
import { createI18n } from '../../../renderer/i18n.ts';
import register from '../../../resources/acts/register.json' with { type: 'json' };
import { fixedPorts, generateBill } from '../builder.ts';
import { forms } from '../forms.ts';
import { sampleDraft } from './sample.ts';
import '../../../renderer/styles/theme.css';
import '../../../renderer/styles/fonts.css';
import './page.css';

/** What a test of the page can see and do, besides what a person sees and does. */
export interface EditorPage {
  readonly editor: ReturnType<typeof createDraftEditor>;
  readonly parts: ReturnType<typeof partsOf>;
  readonly Node: typeof Node;
  readonly ReactEditor: typeof ReactEditor;
  readonly start: Draft;
  readonly edits: Edit[];
  readonly calls: string[];
  readonly mountedAt: number;
}

declare global {
  interface Window {
    editorPage: EditorPage;
  }
}

const query = new URLSearchParams(location.search);
const articles = Number(query.get('articles') ?? '0');
const start = articles > 0 ? generateBill({ articles }) : sampleDraft();
const columns = (query.get('columns')?.split(',') as Language[] | undefined) ?? languages;
const begun = performance.now();
const editor = createDraftEditor({
  draft: start,
  register: register as unknown as ActRegister,
  forms,
  ports: fixedPorts(),
});
const edits: Edit[] = [];
const calls: string[] = [];
editor.onEdit((edit) => edits.push(edit));
const language = query.get('language') as Language | null;
editor.setActiveLanguage(language ?? 'ru');

const app = document.getElementById('app');
if (app) {
  createRoot(app).render(
    <I18nextProvider i18n={createI18n((query.get('interface') as Language | null) ?? 'ru')}>
      <DraftEditorView
        editor={editor}
        columns={columns}
        zoom={100}
        onCite={() => calls.push('cite')}
        onCitation={(act) => calls.push(`citation ${act}`)}
        onComment={(id) => calls.push(`comment ${id}`)}
      />
    </I18nextProvider>,
  );
}
requestAnimationFrame(() =>
  setTimeout(() => {
    const mountedAt = performance.now() - begun;
    window.editorPage = { editor, parts: partsOf(editor), Node, ReactEditor, start, edits, calls, mountedAt };
    document.documentElement.dataset.ready = 'yes';
  }),
);
