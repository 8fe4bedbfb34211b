import { describe, expect, test } from 'vitest';
import { runLength } from '../../../core/file/read-inline.ts';
import { pasteLimits } from '../../../renderer/editor/clipboard/limits.ts';
import { allAtOnce } from '../../../renderer/editor/clipboard/pieces.ts';
import { isLong, type PasteSource, readClipboard } from '../../../renderer/editor/clipboard/read.ts';

/** What a paste comes to: how many units, or that it is refused as a whole. */
function fate(source: Partial<PasteSource>): string {
  const { units, notices } = allAtOnce(readClipboard({ own: '', html: '', text: '', ...source }, 'ru'));
  const isRefused = notices.some(({ code }) => code === 'editor.paste-too-large');
  if (isRefused) expect(units).toEqual([]);
  return isRefused ? 'refused' : `${units.length} units`;
}

const own = (texts: readonly string[]) => JSON.stringify([{ inlines: texts.map((text) => ({ text })) }]);

test('the limits of a paste are these', () => {
  const sizes = { source: 40_000_000, atOnce: 200_000, text: 6_000_000, run: 1_000_000 };
  expect(pasteLimits).toEqual({ ...sizes, units: 20_000, depth: 256, inlines: 5_000 });
  // What comes in must be what a draft can hold, or the draft could not be saved.
  expect(pasteLimits.run).toBe(runLength);
});

describe('a paste at a limit comes in, one past it is refused as a whole:', () => {
  test('what the clipboard holds, in each form that is read for its structure', () => {
    const forms = {
      own: (length: number) => own(['а']).padEnd(length),
      html: (length: number) => `<p>а</p><!--${'x'.repeat(length - 15)}-->`,
    };
    for (const [form, filled] of Object.entries(forms)) {
      const fates = [pasteLimits.source, pasteLimits.source + 1].map((length) => fate({ [form]: filled(length) }));
      expect(fates).toEqual(['1 units', 'refused']);
    }
  });

  test('its text, of our own form and of a page', () => {
    const runs = Array.from({ length: 6 }, () => 'а'.repeat(pasteLimits.run));
    expect(fate({ own: own(runs) })).toBe('1 units');
    expect(fate({ own: own([...runs, 'а']) })).toBe('refused');
    const page = (more: string) => `${runs.map((run) => `<p>${run}</p>`).join('')}${more}`;
    expect(fate({ html: page('') })).toBe('6 units');
    expect(fate({ html: page('<p>а</p>') })).toBe('refused');
  });

  test('one run of it', () => {
    const run = 'а'.repeat(pasteLimits.run);
    expect([fate({ own: own([run]) }), fate({ own: own([`${run}а`]) })]).toEqual(['1 units', 'refused']);
    expect([fate({ text: run }), fate({ text: `${run}а` })]).toEqual(['1 units', 'refused']);
  });

  test('its units', () => {
    const lines = (count: number) => '<p>а</p>'.repeat(count);
    expect(fate({ html: lines(pasteLimits.units) })).toBe('20000 units');
    expect(fate({ html: lines(pasteLimits.units + 1) })).toBe('refused');
  });
});

test('a unit of more inlines than our own form may have comes by the words beside it, and loses none', () => {
  const inlines = (count: number) => own(Array.from({ length: count }, () => 'а'));
  expect(fate({ own: inlines(pasteLimits.inlines), text: 'раз\nдва' })).toBe('1 units');
  expect(fate({ own: inlines(pasteLimits.inlines + 1), text: 'раз\nдва' })).toBe('2 units');
});

test('elements past the deepest are read as if they stood at it', () => {
  for (const depth of [pasteLimits.depth, pasteLimits.depth + 1]) {
    const html = `${'<div>'.repeat(depth)}слово${'</div>'.repeat(depth)}<p>дальше</p>`;
    expect(fate({ html })).toBe('2 units');
  }
});

test('what is long to read is read piece by piece', () => {
  const source = (length: number) => ({ own: '', html: '', text: 'а'.repeat(length) });
  expect([isLong(source(pasteLimits.atOnce)), isLong(source(pasteLimits.atOnce + 1))]).toEqual([false, true]);
});
