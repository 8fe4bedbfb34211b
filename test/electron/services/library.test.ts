import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LocalAct } from '../../../core/law/library.ts';
import { createServices } from '../../../electron/services/services.ts';
import { serve } from '../../support/served.ts';

const at = serve();

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

const own: LocalAct = {
  id: 'local-1',
  type: 'law',
  date: '2025-01-02',
  number: '3',
  title: { ky: null, ru: 'О пробе', en: null },
  source: 'a letter',
  addedBy: '',
  addedOn: '2026-11-22',
};
const verification = { act: 'local-1', on: '2026-11-22', by: '', source: 'cbd', status: 'in-force' } as const;
const restart = async (): Promise<void> => {
  await at.services.dispose();
  at.services = await createServices(at.place.world);
};
const lawText =
  'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО пробе\n\nСтатья 1. Начало\nТекст первой статьи.\nСтатья 2. Конец\nТекст второй статьи.\n';

describe('the library', () => {
  test('keeps acts and what was verified through a restart', async () => {
    await at.ask('library.write-act', { act: own });
    const state = await at.ask('library.verify', { verification });
    expect(state.library).toEqual({ acts: [own], verifications: [verification], facts: [] });
    await restart();
    expect((await at.ask('resources.read', {})).library).toEqual(state.library);
    expect((await at.ask('library.remove-act', { act: 'local-1' })).library).toEqual({
      acts: [],
      verifications: [],
      facts: [],
    });
  });

  test('refuses an own act that takes the id of a shipped one', async () => {
    expect(await at.refusal('library.write-act', { act: { ...own, id: 'military-status-1992' } })).toBe('bad-request');
  });

  test('that is damaged neither keeps the application from starting nor is written over', async () => {
    await at.ask('library.write-act', { act: own });
    const path = join(at.place.world.folders.data, 'library', 'register.json');
    await writeFile(path, '{"acts":');
    await restart();
    expect((await at.ask('resources.read', {})).library.acts).toEqual([]);
    expect(await at.refusal('library.write-act', { act: own })).toBe('internal');
    expect(await readFile(path, 'utf8')).toBe('{"acts":');
  });
});

describe('an official text', () => {
  beforeEach(() => writeFile(join(at.documents, 'law.txt'), lawText));

  test('is proposed first and kept only when a person accepts it', async () => {
    const proposal = await at.ask('text.propose', at.listed('law.txt'));
    expect(proposal.text.units.filter(({ kind }) => kind === 'article').map(({ number }) => number)).toEqual([
      '1',
      '2',
    ]);
    expect((await at.ask('library.read', {})).texts).toEqual([]);
    const { texts } = await at.ask('text.accept', {
      id: proposal.id,
      act: 'local-1',
      text: proposal.text,
      corrected: false,
      by: 'A. Drafter',
    });
    expect(texts).toMatchObject([
      { act: 'local-1', language: 'ru', articles: 2, origin: { file: 'law.txt', by: 'A. Drafter' } },
    ]);
    expect(texts[0]?.origin.sha256).toBe(createHash('sha256').update(lawText).digest('hex'));
    const stored = await at.ask('text.read', { act: 'local-1', language: 'ru' });
    expect(stored.text).toEqual(proposal.text);
    expect((await at.ask('text.remove', { act: 'local-1', language: 'ru' })).texts).toEqual([]);
    expect(await at.refusal('text.read', { act: 'local-1', language: 'ru' })).toBe('not-found');
  });

  test('of a file that is none is refused with its reason', async () => {
    await writeFile(join(at.documents, 'scan.txt'), '%PDF-1.7');
    const reply = await at.services.call('text.propose', at.listed('scan.txt'));
    expect(reply).toEqual({ ok: false, error: { code: 'import-refused', params: { reason: 'pdf' } } });
  });

  test('is listed for the page to choose, beside folders and instead of drafts', async () => {
    await writeFile(join(at.documents, 'bill.dolboor'), '');
    const { files } = await at.ask('files.browse', { kind: 'text' });
    expect(files.map(({ name }) => name)).toEqual(['law.txt']);
  });
});

describe('the facts of one’s own in the matrix', () => {
  const fact = {
    id: 'own-1',
    guarantee: 'housing',
    service: 'fire',
    given: true,
    words: { ru: 'жилая площадь' },
    citations: [{ act: 'military-status-1992', pinpoint: { article: ['12'] } }],
    amount: { value: 18, unit: 'square-metres' },
    source: 'текст акта',
    by: '',
    on: '2026-11-20',
    confidence: 'verified',
  } as const;

  test('are kept through a restart, replaced in their place and removed', async () => {
    await at.ask('library.write-fact', { fact });
    await at.ask('library.write-fact', { fact: { ...fact, id: 'own-2' } });
    await restart();
    const changed = { ...fact, note: 'со страницы министерства' };
    const state = await at.ask('library.write-fact', { fact: changed });
    expect(state.library.facts).toEqual([changed, { ...fact, id: 'own-2' }]);
    expect((await at.ask('library.remove-fact', { fact: 'own-1' })).library.facts).toHaveLength(1);
  });

  test('are refused without a source, without words and amount, and with an amount of nothing', async () => {
    const { amount, ...bare } = fact;
    const wrong = [
      { ...fact, source: ' ' },
      { ...bare, words: {} },
      { ...fact, id: 'shipped-1' },
      { ...fact, amount: { value: 2, unit: 'times' } },
      { ...fact, amount: { ...amount, base: 'pay' } },
    ] as const;
    for (const one of wrong) expect(await at.refusal('library.write-fact', { fact: one })).toBe('bad-request');
  });

  test('go with a library of before there were any', async () => {
    await at.ask('library.write-act', { act: own });
    const path = join(at.place.world.folders.data, 'library', 'register.json');
    const { facts: _facts, ...older } = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify(older));
    await restart();
    expect((await at.ask('resources.read', {})).library).toMatchObject({ acts: [own], facts: [] });
  });
});
