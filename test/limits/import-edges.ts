import { vi } from 'vitest';
import { type ImportLimits, importLimits } from '../../core/base/limits.ts';
import { readWords } from '../../electron/import/read-words.ts';
import type { ImportRefusal } from '../../electron/import/refused.ts';
import { importAct } from '../../electron/services/import-act.ts';
import { bytesOf, docx, fate, fateOfWords, paragraph, space } from '../electron/import/foreign-files.ts';
import type { Edge, Edges } from './edges.ts';

const article = paragraph('Article 1. Sample');
const large = 'x'.repeat(5_000);
const swollen = docx(article, { 'a.xml': large });
const swelling = (() => {
  const [packed, size] = packedOf(swollen, 'a.xml');
  return size / packed;
})();
const pair = docx(article, { 'a.xml': large, 'b.xml': large });
const total = 10_000 + 8 + packedOf(docx(article), 'word/document.xml')[1];
const remarks = (count: number, words = 'x') =>
  Array.from({ length: count }, (_, id) => `<w:comment w:id="${id}" w:author="Асанов">${paragraph(words)}</w:comment>`);
const commented = docx(article, {
  'word/comments.xml': `<w:comments ${space}>${remarks(3, 'words').join('')}</w:comments>`,
});
const text = bytesOf('Article 1. Sample\nThe second line.');

type Small = Partial<ImportLimits>;

/** A file that is just within a limit, and by how little it is past it: as the text of an act, and as words for a draft. */
function refused(file: Uint8Array, at: Small, past: Small, why: ImportRefusal): Edge {
  const comes = async (limits: Small) => {
    const fates = [await fate(file, limits), await fateOfWords(file, limits)];
    if (fates.every((one) => one === 'read')) return true;
    if (fates.every((one) => one === why)) return false;
    throw new Error(fates.join());
  };
  return { at: () => comes(at), past: () => comes(past) };
}

/** The text of an act takes no comments: it is read without them. */
function refusedAsWords(file: Uint8Array, at: Small, past: Small, why: ImportRefusal): Edge {
  const comes = async (limits: Small) => {
    const [act, words] = [await fate(file, limits), await fateOfWords(file, limits)];
    if (act === 'read' && (words === 'read' || words === why)) return words === 'read';
    throw new Error(`${act},${words}`);
  };
  return { at: () => comes(at), past: () => comes(past) };
}

const threaded = docx(article, {
  'word/comments.xml': `<w:comments ${space} xmlns:w14="x">${remarks(3)
    .map((one, id) => one.replace('<w:p>', `<w:p w14:paraId="${id}">`))
    .join('')}</w:comments>`,
  'word/commentsExtended.xml':
    '<w15:x><w15:commentEx w15:paraId="1" w15:paraIdParent="0"/><w15:commentEx w15:paraId="2" w15:paraIdParent="0"/></w15:x>',
});

/** Authors of the messages, by thread. */
async function threads(limits: Small): Promise<readonly string[]> {
  const read = await readWords(threaded, 'x', { ...importLimits, ...limits });
  if (!read.ok) throw new Error(read.error);
  return (read.value.comments ?? []).map(({ messages }) => messages.map(({ author }) => author).join());
}

const endless = bytesOf(`<html><body>${'<p>Статья 1. Образец</p>'.repeat(400_000)}</body></html>`);
const boundless = { ...importLimits, lines: 1e9, elements: 1e9 };

/** Whether a thread may still read after so many milliseconds. The clock stands but for them; the thread is real. */
async function isReadingAfter(milliseconds: number): Promise<boolean> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const cancel = new AbortController();
  try {
    const reading = importAct(endless, 'a.html', { limits: boundless, signal: cancel.signal });
    vi.advanceTimersByTime(milliseconds);
    // The first end counts: a thread that is out of time is not cancelled any more.
    cancel.abort();
    const end = await reading;
    if (end.ok) throw new Error('read');
    if (end.error !== 'cancelled' && end.error !== 'out-of-time') throw new Error(end.error);
    return end.error === 'cancelled';
  } finally {
    vi.useRealTimers();
  }
}

/** Whether a page is read with so much memory. */
async function isReadWith(heap: number): Promise<boolean> {
  const some = endless.subarray(0, endless.length / 10);
  const act = await importAct(some, 'a.html', { limits: { ...boundless, heap } });
  if (!act.ok && act.error !== 'out-of-memory') throw new Error(act.error);
  return act.ok;
}

export const importEdges: Edges<typeof importLimits> = {
  file: refused(text, { file: text.length }, { file: text.length - 1 }, 'too-large'),
  entries: refused(pair, { entries: 4 }, { entries: 3 }, 'too-large'),
  part: refused(swollen, { part: 5_000 }, { part: 4_999 }, 'too-large'),
  total: refused(pair, { total }, { total: total - 1 }, 'too-large'),
  ratio: refused(
    swollen,
    { ratio: swelling, ratioFloor: 1_000 },
    { ratio: swelling - 0.01, ratioFloor: 1_000 },
    'too-large',
  ),
  ratioFloor: refused(swollen, { ratio: 2, ratioFloor: 5_000 }, { ratio: 2, ratioFloor: 4_999 }, 'too-large'),
  depth: refused(docx(article), { depth: 5 }, { depth: 4 }, 'too-deep'),
  elements: refused(docx(article), { elements: 5 }, { elements: 4 }, 'too-many'),
  attributes: refused(docx(`<w:p a="1" b="2" c="3"/>${article}`), { attributes: 3 }, { attributes: 2 }, 'too-many'),
  tag: refused(bytesOf(`<p>Article 1. Sample</p><p title="${'x'.repeat(79)}">`), { tag: 90 }, { tag: 89 }, 'too-large'),
  tables: refused(docx(`${article}<w:tbl></w:tbl>`), { tables: 1 }, { tables: 0 }, 'too-deep'),
  images: refused(
    docx(article, { 'word/media/1.png': 'x', 'word/media/2.png': 'x' }),
    { images: 2 },
    { images: 1 },
    'too-many',
  ),
  groups: refused(bytesOf('{\\rtf1 {{Article 1. Sample}}}'), { groups: 3 }, { groups: 2 }, 'too-deep'),
  lines: refused(text, { lines: 2 }, { lines: 1 }, 'too-many'),
  line: refused(text, { line: 17 }, { line: 16 }, 'too-large'),
  comments: refusedAsWords(commented, { comments: 3 }, { comments: 2 }, 'too-many'),
  remark: refusedAsWords(commented, { remark: 5 }, { remark: 4 }, 'too-large'),
  // A thread at its limit goes on in the next, and a name past it is cut.
  messages: {
    at: async () => (await threads({ messages: 3 })).length === 1,
    past: async () => (await threads({ messages: 2 })).length === 1,
  },
  author: {
    at: async () => (await threads({ author: 6 })).join() === 'Асанов,Асанов,Асанов',
    past: async () => (await threads({ author: 5 })).join() === 'Асанов,Асанов,Асанов',
  },
  heap: { at: () => isReadWith(importLimits.heap), past: () => isReadWith(16) },
  time: { at: () => isReadingAfter(importLimits.time - 1), past: () => isReadingAfter(importLimits.time) },
};

/** Packed and real size of a part, from its local header. */
function packedOf(file: Uint8Array, path: string): readonly [number, number] {
  const buffer = Buffer.from(file);
  const at = buffer.indexOf(path) - 30;
  return [buffer.readUInt32LE(at + 18), buffer.readUInt32LE(at + 22)];
}
