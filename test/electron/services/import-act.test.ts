import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { importLimits } from '../../../electron/import/limits.ts';
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

  test('names a thread that ran out of memory, and reads the same file with what it may have', async () => {
    const some = bytesOf(page.slice(0, page.length / 10));
    const fate = (heap: number) => importAct(some, 'a.html', { limits: { ...boundless, heap } });
    expect(await fate(16)).toEqual({ ok: false, error: 'out-of-memory' });
    // The same page with what a thread may have.
    expect(await fate(importLimits.heap)).toMatchObject({ ok: true });
  });

  test('names a thread that ran out of time', async () => {
    const limits = { ...boundless, time: 1 };
    expect(await importAct(bytesOf(page), 'a.html', { limits })).toEqual({ ok: false, error: 'out-of-time' });
  });

  test('ends when the person cancels, before and while it reads', async () => {
    const before = AbortSignal.abort();
    expect(await importAct(bytesOf(page), 'a.html', { signal: before })).toEqual({ ok: false, error: 'cancelled' });
    const asked = new AbortController();
    const reading = importAct(bytesOf(page), 'a.html', { signal: asked.signal, limits: boundless });
    asked.abort();
    expect(await reading).toEqual({ ok: false, error: 'cancelled' });
  });

  test('takes a file at the limit and none past it, without copying it first', async () => {
    const bytes = bytesOf('1-берене. Мисал');
    const at = { ...importLimits, file: bytes.length };
    expect(await importAct(bytes, 'a', { limits: at })).toMatchObject({ ok: true });
    const past = { ...importLimits, file: bytes.length - 1 };
    expect(await importAct(bytes, 'a', { limits: past })).toEqual({ ok: false, error: 'too-large' });
  });
});
