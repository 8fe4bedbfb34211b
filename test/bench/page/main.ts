import { benchBill } from './bill.ts';
import type { BenchEditor, BenchPage, EditorName, MountEditor } from './contract.ts';
import { createProbe } from './probe.ts';
import '../../../renderer/styles/theme.css';
import '../../../renderer/styles/fonts.css';
import './page.css';

/*
 * One editor on a page: `?editor=ours|prosemirror|prosemirror3|lexical|bare&articles=500&comments=0`. It stands there only when the bench
 * calls `mount`, so that the time to the first editable text is that of the editor and not of its files.
 */

const editors: Readonly<Record<EditorName, () => Promise<MountEditor>>> = {
  ours: async () => (await import('./ours.tsx')).mountOurs,
  prosemirror: async () => (await import('./prosemirror.ts')).mountProseMirror(['ru']),
  prosemirror3: async () => (await import('./prosemirror.ts')).mountProseMirror(['ky', 'ru', 'en']),
  lexical: async () => (await import('./lexical.ts')).mountLexical,
  bare: async () => (await import('./bare.ts')).mountBare,
};

const query = new URLSearchParams(location.search);
const place = document.getElementById('app') ?? document.body;
const mountEditor = await editors[(query.get('editor') ?? 'ours') as EditorName]();
const draft = benchBill(Number(query.get('articles') ?? '30'), Number(query.get('comments') ?? '0'));
const probe = createProbe();
let editor: BenchEditor | undefined;
await document.fonts.ready;

const page: BenchPage = {
  probe,
  mount: async () => {
    const began = performance.now();
    editor = mountEditor(place, draft);
    await probe.painted();
    editor.put(0, 0);
    await probe.painted();
    return performance.now() - began;
  },
  get editor() {
    if (!editor) throw new Error('mount first');
    return editor;
  },
};
window.bench = page;
document.documentElement.dataset.ready = 'yes';
