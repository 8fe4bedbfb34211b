import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Other programs that read what we wrote. */
export type Reader = 'pandoc' | 'soffice' | 'pdftotext';

/** Why a test cannot run here: names the programs that are not installed, or is undefined when all are there. */
export function missingReaders(...readers: readonly Reader[]): string | undefined {
  const missing = readers.filter((reader) => spawnSync(reader, ['--version']).error !== undefined);
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : undefined;
}

/** Puts the bytes into a folder of their own, calls back with its path, and clears up. */
function inFolder<T>(bytes: Uint8Array, use: (folder: string, file: string) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dolboor-word-'));
  try {
    const file = path.join(folder, 'bill.docx');
    writeFileSync(file, bytes);
    return use(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: Reader, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return stdout;
}

/** An element of pandoc's own tree. */
export interface PandocElement {
  readonly t: string;
  readonly c?: unknown;
}

/** What pandoc reads: the blocks of the document, comments and changes kept. */
export function pandocBlocks(bytes: Uint8Array): readonly PandocElement[] {
  const json = inFolder(bytes, (_folder, file) => run('pandoc', ['--track-changes=all', file, '-t', 'json']));
  return (JSON.parse(json) as { blocks: readonly PandocElement[] }).blocks;
}

/** Every element of a tree, in reading order. */
export function elementsOf(tree: unknown): readonly PandocElement[] {
  if (Array.isArray(tree)) return tree.flatMap(elementsOf);
  if (typeof tree !== 'object' || tree === null) return [];
  const own = 't' in tree ? [tree as PandocElement] : [];
  return [...own, ...Object.values(tree).flatMap(elementsOf)];
}

/** The words of a tree; comments' own texts are left out, since they stand in the margin. */
export function pandocText(tree: unknown): string {
  if (Array.isArray(tree)) return tree.map(pandocText).join('');
  const { t, c } = tree as PandocElement;
  if (t === 'Str') return String(c);
  if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' ';
  if (t === 'Span') {
    const [attributes, inlines] = c as [[string, string[], [string, string][]], unknown];
    return attributes[1].some((name) => name.startsWith('comment-')) ? '' : pandocText(inlines);
  }
  if (t === 'Header') return pandocText((c as unknown[])[2]);
  return Array.isArray(c) ? pandocText(c.filter((each) => typeof each === 'object')) : '';
}

/** The text of the pages that LibreOffice makes, one string a page. */
export function pagesOf(bytes: Uint8Array): readonly string[] {
  return inFolder(bytes, (folder, file) => {
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
    const text = run('pdftotext', ['-layout', path.join(folder, 'bill.pdf'), '-']);
    return text.split('\f').slice(0, -1);
  });
}
