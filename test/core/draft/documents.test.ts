import { describe, expect, test } from 'vitest';
import { languages, trilingual } from '../../../core/base/language.ts';
import { checkDraft } from '../../../core/check/catalogue.ts';
import { mayStandAt } from '../../../core/draft/edits.ts';
import { formsOf } from '../../../core/draft/form-rules.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { DocumentKind, Draft, GrammaticalCase, UnitKind } from '../../../core/draft/types.ts';
import { formatOf } from '../../../core/file/needs.ts';
import { readDraft } from '../../../core/file/read-draft.ts';
import { createReport } from '../../../core/file/report.ts';
import { indexActs } from '../../../core/law/acts.ts';
import { createInlineText } from '../../../core/law/inline-text.ts';
import { renderReference } from '../../../core/law/reference.ts';
import { makeWordDocument } from '../../../core/word/make-document.ts';
import { paragraphText } from '../../../core/word/plain-text.ts';
import { forms } from '../../support/forms.ts';

const acts = indexActs({ compiled: '2026-01-01', acts: [] });

function draftOf(document: DocumentKind | undefined, ...kinds: readonly UnitKind[]): Draft {
  const units = kinds.map((kind, i) => makeUnit(`u${i}`, kind, { ky: 'Сөз.', ru: 'Слово.', en: 'Word.' }));
  return { meta: { id: 'd', ...(document && { document }) }, units, comments: [] };
}

function printed(draft: Draft, language: 'ky' | 'ru' | 'en'): readonly string[] {
  const own = formsOf(forms, draft.meta.document);
  const labels = labelsOf(draft.units, own);
  const textOf = createInlineText({ units: draft.units, labels, acts, document: own.document });
  const none = trilingual(() => '');
  const words = { columns: none, note: none, runningHead: { review: none, internal: none } };
  const input = { draft, language, profile: 'final', forms: own, words, labels, acts, textOf } as const;
  return makeWordDocument(input).paragraphs.map((one) => paragraphText(one).replaceAll('\u00a0', ' '));
}

const resolution = draftOf('resolution', 'title', 'preamble', 'point', 'subpoint', 'subpoint', 'point', 'subpoint');
const note = draftOf('note', 'title', 'article', 'paragraph', 'article', 'point', 'point');

describe('a resolution', () => {
  test('counts points 1. through the whole, and subpoints 1) in each', () => {
    expect(printed(resolution, 'ru').slice(-5)).toEqual([
      '1. Слово.',
      '1) Слово.',
      '2) Слово.',
      '2. Слово.',
      '1) Слово.',
    ]);
  });

  test.each([
    ['ky', 'Долбоор', 'ТОКТОМ'],
    ['ru', 'Проект', 'ПОСТАНОВЛЕНИЕ'],
    ['en', 'Draft', 'RESOLUTION'],
  ] as const)('is headed in %s as what it is, and nowhere as a law', (language, draft, name) => {
    const lines = printed(resolution, language);
    expect(lines.slice(0, 2)).toEqual([draft, name]);
    expect(lines.join(' ')).not.toMatch(/МЫЙЗАМ|ЗАКОН|LAW/);
  });

  test('has its points where a bill has its articles, and a bill has none there', () => {
    expect(mayStandAt(resolution.units, 2, 'point')).toBe(true);
    const bill = draftOf(undefined, 'title', 'point', 'article');
    expect(mayStandAt(bill.units, 1, 'point')).toBe(false);
    const codes = (draft: Draft) =>
      checkDraft({ units: draft.units, comments: [], acts, forms: formsOf(forms, draft.meta.document) }).map(
        ({ code }) => code,
      );
    expect(codes(resolution)).not.toContain('check.misplaced-unit');
    expect(codes(bill)).toContain('check.misplaced-unit');
  });
});

describe('a justification note', () => {
  test('is headed by its name and no mark of a draft, and counts its sections 1.', () => {
    expect(printed(note, 'ky')).toEqual([
      'НЕГИЗДЕМЕ-МААЛЫМКАТ',
      'Сөз.',
      '1. Сөз.',
      'Сөз.',
      '2. Сөз.',
      '1) Сөз.',
      '2) Сөз.',
    ]);
    expect(printed(note, 'ru')[0]).toBe('СПРАВКА-ОБОСНОВАНИЕ');
  });
});

describe('a reference to the draft itself names it as what it is', () => {
  const words = (document: DocumentKind | undefined, name?: GrammaticalCase) => {
    const { units } = draftOf(document, 'title', 'preamble', 'point');
    const own = formsOf(forms, document);
    const sources = { units, labels: labelsOf(units, own), document: own.document };
    const reference = { from: 'u1', target: 'u0', ...(name && { case: name }) };
    return languages.map((language) => renderReference(reference, sources, language).text.replaceAll('\u00a0', ' '));
  };

  test.each([
    [undefined, 'gen', 'ушул Мыйзамдын', 'настоящего Закона', 'this Law'],
    ['resolution', 'gen', 'ушул токтомдун', 'настоящего постановления', 'this resolution'],
    ['resolution', 'ins', 'ушул токтом', 'настоящим постановлением', 'this resolution'],
    ['note', 'loc', 'ушул негиздеме-маалымкатта', 'настоящей справке-обосновании', 'this justification note'],
  ] as const)('%s in %s', (document, name, ky, ru, en) => {
    expect(words(document, name)).toEqual([ky, ru, en]);
  });

  test('and its points as its own', () => {
    const sources = {
      units: resolution.units,
      labels: labelsOf(resolution.units, formsOf(forms, 'resolution')),
      document: 'resolution' as const,
    };
    const text = (language: 'ky' | 'ru' | 'en') =>
      renderReference({ from: 'u5', target: 'u3' }, sources, language).text.replaceAll('\u00a0', ' ');
    expect([text('ky'), text('ru'), text('en')]).toEqual([
      'ушул токтомдун 1-пунктунун 1-пунктчасы',
      'подпункт 1 пункта 1 настоящего постановления',
      'subpoint 1 of point 1 of this resolution',
    ]);
  });
});

describe('what a draft is', () => {
  test('is read as it was written, raises the format, and a bill stays in the oldest', () => {
    for (const draft of [resolution, note]) {
      const read = readDraft(JSON.parse(JSON.stringify(draft)), createReport());
      expect(read).toEqual({ ok: true, value: draft });
      expect(formatOf(draft)).toBe(2);
    }
    expect(formatOf(draftOf(undefined, 'title'))).toBe(1);
  });

  test('is a bill where it is nothing that this version knows', () => {
    const read = readDraft({ ...note, meta: { id: 'd', document: 'constructor' } }, createReport());
    expect(read).toMatchObject({ ok: true, value: { meta: { id: 'd' } } });
    expect(read.ok && read.value.meta.document).toBeUndefined();
  });

  test('has the same rules each time: labels are made once for each table', () => {
    expect(formsOf(forms, 'note')).toBe(formsOf(forms, 'note'));
    expect(formsOf(forms, undefined)).toBe(forms);
  });
});
