import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { importLimits } from '../../../core/base/limits.ts';
import { importAct } from '../../../electron/services/import-act.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const page = `<html><body>${'<p>Статья 1. Образец</p>'.repeat(400_000)}</body></html>`;
const boundless = { ...importLimits, lines: 1e9, elements: 1e9 };

describe('the door for foreign files', () => {
  test('gives the act as its reader reads it, and leaves the bytes to their owner', async () => {
    const bytes = await readFile(new URL('../../fixtures/official/ky-law.html', import.meta.url));
    const act = await importAct(bytes, 'ky-law.html');
    expect(act).toMatchObject({ ok: true, value: { language: 'ky', number: '901-II' } });
    // A thread takes what it is handed; a copy is handed over.
    expect(bytes.length).toBeGreaterThan(1_000);
  });

  test('refuses as the reader refuses', async () => {
    expect(await importAct(bytesOf('%PDF-1.7'), 'a.pdf')).toEqual({ ok: false, error: 'pdf' });
    expect(await importAct(new Uint8Array(), 'a')).toEqual({ ok: false, error: 'empty' });
  });

  test('ends when the person cancels, before and while it reads', async () => {
    const before = AbortSignal.abort();
    expect(await importAct(bytesOf(page), 'a.html', { signal: before })).toEqual({ ok: false, error: 'cancelled' });
    const asked = new AbortController();
    const reading = importAct(bytesOf(page), 'a.html', { signal: asked.signal, limits: boundless });
    asked.abort();
    expect(await reading).toEqual({ ok: false, error: 'cancelled' });
  });
});
