import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { importLimits } from '../../../core/base/limits.ts';
import { repairOldLetters } from '../../../core/law/official-text/old-letters.ts';
import type { OfficialText } from '../../../core/law/official-text/types.ts';
import { readAct } from '../../../electron/import/read-act.ts';

/*
 * Pages in the styles of the Ministry's database (old and new), of ministries' sites and of word processors, in three languages, with the
 * slips that the database has. What each is read as stands in `expected.json`.
 */

const folder = new URL('../../fixtures/official/', import.meta.url);
const expected: Readonly<Record<string, Readonly<Record<string, unknown>>>> = JSON.parse(
  readFileSync(new URL('expected.json', folder), 'utf8'),
);
const pages = readdirSync(folder).filter((name) => name !== 'expected.json');

async function read(name: string): Promise<OfficialText> {
  const result = await readAct(readFileSync(new URL(name, folder)), name, importLimits);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function inShort(act: OfficialText): Readonly<Record<string, unknown>> {
  const { language, type, date, number, title, adopted = '', amendments, banners, units, report } = act;
  return {
    ...{ language, type, date, number, title, adopted, banners },
    amendments: amendments.map((one) => `${one.date} ${one.number ?? '?'}`),
    units: units.map(({ kind, number: own, heading, text }) => {
      return `${[kind, own].filter(Boolean).join(' ')}: ${(heading ?? text).replaceAll('\t', ' | ')}`;
    }),
    report: report.map(({ code, params }) => {
      return `${code.slice('import.'.length)}${params?.text === undefined ? '' : `: ${params.text}`}`;
    }),
  };
}

/** How often each letter and digit comes. */
function lettersOf(text: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const letter of text.match(/[\p{L}\d]/gu) ?? []) counts[letter] = (counts[letter] ?? 0) + 1;
  return counts;
}

/** What a browser would show of a page, told without the reader under test. */
function shown(bytes: Uint8Array, name: string): string {
  const plain = new TextDecoder(name === 'ru-resolution.txt' ? 'windows-1251' : 'utf-8').decode(bytes);
  if (!name.endsWith('.html')) return plain;
  const charset = /charset=["']?([\w-]+)/.exec(plain)?.[1] ?? 'utf-8';
  return new TextDecoder(charset)
    .decode(bytes)
    .replace(/<!--.*?-->|<head>.*?<\/head>|<title>.*?<\/title>|<style>.*?<\/style>|<script>.*?<\/script>/gsu, '')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&nbsp;', ' ');
}

describe('an official page', () => {
  it('has an expectation for every file, and a file for every expectation', () => {
    expect(Object.keys(expected).filter((name) => name !== '_note')).toEqual(pages.toSorted());
    expect(pages.length).toBeGreaterThanOrEqual(14);
  });

  test.each(pages)('%s is read as a person reads it', async (name) => {
    expect(inShort(await read(name))).toEqual(expected[name]);
  });

  test.each(pages.filter((name) => /\.(?:html|txt)$/.test(name)))(
    'every letter of %s is in the act or in the report, once',
    async (name) => {
      const { header, units, report } = await read(name);
      const leftOut = report.filter(({ code }) => /(?:page|contents)-left-out$/.test(code));
      const got = [
        ...header.map(({ text }) => text),
        ...units.flatMap(({ label, heading, text }) => [label, heading ?? '', text]),
        ...leftOut.map(({ params }) => String(params?.text)),
      ].join(' ');
      const raw = shown(readFileSync(new URL(name, folder)), name);
      const own = name.startsWith('ky') ? repairOldLetters(raw).text : raw;
      const superscripts = /[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu;
      const level = got.replace(superscripts, (sign) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)));
      expect(lettersOf(level)).toEqual(
        lettersOf(own.replace(superscripts, (sign) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)))),
      );
    },
  );

  it('of Word counts anew where the list says so', async () => {
    const { units } = await read('ru-law-boxed.docx');
    expect(units.filter(({ kind }) => kind === 'part').map(({ label }) => label)).toEqual(['1.', '2.', '1.']);
  });
});
