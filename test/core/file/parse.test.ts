import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../core/file/canonical.ts';
import { firstPoint } from '../../../core/file/chain.ts';
import { formatVersion, partPaths } from '../../../core/file/layout.ts';
import { serialiseManifest } from '../../../core/file/manifest.ts';
import { migrate } from '../../../core/file/migrations/migrate.ts';
import type { Migration } from '../../../core/file/migrations/migration.ts';
import { migrations } from '../../../core/file/migrations/steps.ts';
import { type PackageTexts, parsePackage } from '../../../core/file/parse.ts';
import { serialiseDraft } from '../../../core/file/serialise.ts';
import { sha256 } from '../../../electron/files/hash.ts';
import { aDraft, generateBill } from '../../support/builder.ts';

const draft = aDraft('draft-1')
  .unit('title', { ky: 'Мыйзам', ru: 'Закон', en: 'Law' })
  .unit('article', 'Article')
  .comment({
    id: 'c1',
    unit: 'u2',
    lang: 'ru',
    quote: 'Article',
    resolved: false,
    messages: [{ author: 'A', at: '2026-03-01T09:00:00.000Z', text: 'Why?' }],
  })
  .build();

function textsOf(
  value: typeof draft,
  change: { readonly manifest?: string; readonly [path: string]: string | undefined } = {},
): PackageTexts {
  const identity = { ...firstPoint(value, sha256), draftId: value.meta.id, forkId: 'fork-1', lineage: [] };
  const parts = new Map(serialiseDraft(value).map(({ path, text }) => [path, text]));
  for (const [path, text] of Object.entries(change)) if (text !== undefined) parts.set(path, text);
  return { manifest: change.manifest ?? serialiseManifest(identity, [], { formatVersion: 1 }), parts, lost: [] };
}

function unitsText(units: readonly unknown[]): string {
  return units.map((unit) => `${JSON.stringify(unit)}\n`).join('');
}

function parseUnits(units: readonly unknown[]) {
  return parsePackage(textsOf(draft, { [partPaths.units]: unitsText(units) }));
}

const unit = draft.units[1];

describe('a saved draft', () => {
  test('reads as it was written', () => {
    const bill = generateBill({ articles: 20 });
    const parsed = parsePackage(textsOf(bill));
    expect(parsed).toMatchObject({ ok: true, value: { draft: bill, notices: [] } });
  });

  test('keeps every target of a reference and the words of a cited act; targets that are none make it no reference', () => {
    const children = [{ text: '' }] as const;
    const inlines = [
      { type: 'reference', target: 'u1', also: ['u2'], children },
      { type: 'citation', act: 'x', pinpoint: {}, ownWords: true, children },
    ] as const;
    const whole = aDraft('draft-2').unit('title', { ky: inlines }).build();
    const parsed = parsePackage(textsOf(whole));
    expect(parsed).toMatchObject({ ok: true, value: { draft: { units: whole.units } } });
    const hostile = aDraft('draft-3').unit('title', { ky: [{ ...inlines[0], also: [] }] });
    expect(JSON.stringify(parsePackage(textsOf(hostile.build())))).not.toContain('also');
  });

  test('gives the same text however its values were built', () => {
    const turned = JSON.parse(canonicalJson(draft)) as typeof draft;
    expect(serialiseDraft(turned)).toEqual(serialiseDraft(draft));
  });

  test('keeps every word of a unit whose kind nobody knows, as a paragraph', () => {
    const parsed = parseUnits([{ ...unit, kind: 'stanza' }]);
    expect(parsed).toMatchObject({ ok: true, value: { draft: { units: [{ ...unit, kind: 'paragraph' }] } } });
    expect(parsed.ok && parsed.value.notices.map(({ code }) => code)).toEqual(['file.unknown-kind']);
  });

  test('gets an empty text where a language is missing, and says so', () => {
    const parsed = parseUnits([{ ...unit, children: unit?.children.slice(0, 2) }]);
    expect(parsed.ok && parsed.value.draft.units[0]?.children[2]).toEqual({
      type: 'cell',
      lang: 'en',
      unit: 'u2',
      children: [{ text: '' }],
    });
    expect(parsed.ok && parsed.value.notices[0]).toMatchObject({
      code: 'file.missing-cell',
      place: { unit: 'u2', language: 'en' },
    });
  });

  test('is told apart where two units have one name', () => {
    const parsed = parseUnits([unit, unit, unit]);
    expect(parsed.ok && parsed.value.draft.units.map(({ id }) => id)).toEqual(['u2', 'u2-2', 'u2-3']);
    expect(parsed.ok && parsed.value.draft.units[2]?.children[0].unit).toBe('u2-3');
  });

  test.each([
    [
      'a language that nobody knows',
      { ...unit, children: [...(unit?.children ?? []), { ...unit?.children[0], lang: 'kk' }] },
    ],
    ['two texts in one language', { ...unit, children: [unit?.children[0], ...(unit?.children ?? [])] }],
    ['an id that is none', { ...unit, id: '../../x' }],
    ['a text that is none', { ...unit, children: [{ ...unit?.children[0], children: [{ text: 5 }] }] }],
    ['something that is no unit', null],
    ['a citation without an act', { ...unit, children: [{ ...unit?.children[0], children: [{ type: 'citation' }] }] }],
  ])('is refused rather than read without %s', (_, broken) => {
    expect(parseUnits([unit, broken])).toEqual({ ok: false, error: { code: 'damaged', reason: 'unit 2' } });
  });

  test('is not the prototype of anything', () => {
    const line = `{"__proto__":{"bold":true},"constructor":1,${JSON.stringify(unit).slice(1)}\n`;
    const parsed = parsePackage(textsOf(draft, { [partPaths.units]: line }));
    expect(parsed.ok && parsed.value.draft.units).toEqual([unit]);
    expect(Object.keys({})).toEqual([]);
    expect('bold' in {}).toBe(false);
  });

  test('opens without its comments when they are lost, and says so', () => {
    const parsed = parsePackage(textsOf(draft, { [partPaths.comments]: 'nonsense' }));
    expect(parsed.ok && parsed.value.draft).toEqual({ ...draft, comments: [] });
    expect(parsed.ok && parsed.value.notices.map(({ code }) => code)).toEqual(['file.comments-lost']);
  });

  test('loses one comment and not all when one cannot be read', () => {
    const [good] = draft.comments;
    const text = JSON.stringify([{ ...good, id: 'c0', messages: [] }, good]);
    const parsed = parsePackage(textsOf(draft, { [partPaths.comments]: text }));
    expect(parsed.ok && parsed.value.draft.comments).toEqual([good]);
    expect(parsed.ok && parsed.value.notices.map(({ code }) => code)).toEqual(['file.comment-lost']);
  });

  test('is refused when its last line is cut', () => {
    const text = unitsText(draft.units).slice(0, -1);
    expect(parsePackage(textsOf(draft, { [partPaths.units]: text })).ok).toBe(false);
  });
});

describe('the format', () => {
  const step: Migration = {
    from: 1,
    migrate: ({ manifest, parts }) => {
      const units = parts.get('body/units.ndjson')?.replaceAll('article', 'chapter');
      return units === undefined ? undefined : { manifest, parts: new Map(parts).set('body/units.ndjson', units) };
    },
  };

  test('of an older version is brought up step by step', () => {
    const parsed = parsePackage(textsOf(draft), [step], 2);
    expect(parsed.ok && parsed.value.draft.units[1]?.kind).toBe('chapter');
    expect(parsed.ok && parsed.value.manifest.formatVersion).toBe(2);
  });

  test('with a missing step is refused', () => {
    expect(parsePackage(textsOf(draft), [step], 3)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  test('has a step from every version that ever was to the next', () => {
    expect(migrations.map(({ from }) => from)).toEqual(Array.from({ length: formatVersion - 1 }, (_, i) => i + 1));
  });

  test('that only a newer version reads is refused untouched', () => {
    const manifest = textsOf(draft).manifest.replace('"minReaderVersion":1', '"minReaderVersion":3');
    const refused = { ok: false, error: { code: 'newer-version', reason: 'minReaderVersion' } };
    expect(parsePackage(textsOf(draft, { manifest }))).toEqual(refused);
  });

  test('of a newer version that allows it is read, and the person is told', () => {
    const manifest = textsOf(draft).manifest.replace('"formatVersion":1', '"formatVersion":7');
    const parsed = parsePackage(textsOf(draft, { manifest }));
    expect(parsed.ok && parsed.value.notices.map(({ code }) => code)).toEqual(['file.newer-writer']);
  });

  test('that is no number is refused', () => {
    expect(migrate({ manifest: {}, parts: new Map() }, 1, [])).toEqual({ ok: false, error: 'format' });
  });

  test.each(['draftId', 'forkId', 'sequence', 'chain', 'lineage', 'parts'])('is refused without %s', (name) => {
    const fields = JSON.parse(textsOf(draft).manifest) as Record<string, unknown>;
    delete fields[name];
    const parsed = parsePackage(textsOf(draft, { manifest: JSON.stringify(fields) }));
    expect(parsed).toEqual({ ok: false, error: { code: 'damaged', reason: `manifest ${name}` } });
  });
});
