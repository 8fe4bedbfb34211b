import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFullDraft, layouts, makeExport } from './export-support.ts';
import { lintDocx } from './lint-docx.ts';

const body = 'word/document.xml';
let reviewed: Uint8Array;
let parallel: Uint8Array;

beforeAll(async () => {
  reviewed = (await makeExport(aFullDraft(), { profile: 'review' })).bytes;
  parallel = (await makeExport(aFullDraft(), { language: 'parallel', profile: 'internal' })).bytes;
});

/** The file with one part changed. Fails when the change finds nothing to change, so that no control can rot. */
function spoil(bytes: Uint8Array, part: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

describe('what we export', () => {
  for (const language of layouts) {
    for (const profile of ['final', 'review', 'internal'] as const) {
      it(`has no fault that a validator would overlook: ${language}, ${profile}`, async () => {
        const { bytes } = await makeExport(aFullDraft(), { language, profile });
        expect(lintDocx(bytes)).toEqual([]);
      });
    }
  }
});

describe('the linter reports', () => {
  const controls: readonly (readonly [string, string, string | RegExp, string])[] = [
    ['range without end', body, /<w:commentRangeEnd w:id="0"\/>/, ''],
    ['range without start', body, /<w:commentRangeStart w:id="0"\/>/, ''],
    ['range without comment', 'word/comments.xml', /w:id="0"/, 'w:id="77"'],
    ['comment without place', body, /<w:commentReference w:id="0"\/>/, ''],
    ['comment number twice', 'word/comments.xml', /w:id="1"/, 'w:id="0"'],
    ['reply to nothing', 'word/commentsExtended.xml', /w15:paraIdParent="[0-9A-F]+"/, 'w15:paraIdParent="00ABCDEF"'],
    ['bookmark name twice', body, 'w:name="ru_p2"', 'w:name="RU_P1"'],
    ['bookmark name unfit', body, 'w:name="ru_p2"', 'w:name="ru-p2"'],
    ['bookmark number twice', body, /(<w:bookmarkStart [^>]*)w:id="2"/, '$1w:id="1"'],
    ['bookmark without end', body, /<w:bookmarkEnd w:id="1"\/>/, ''],
    ['style unknown', body, 'w:val="LawPart"', 'w:val="Nope"'],
    [
      'list unknown',
      body,
      '<w:pStyle w:val="LawPart"/>',
      '<w:pStyle w:val="LawPart"/><w:numPr><w:numId w:val="55"/></w:numPr>',
    ],
    [
      'text in a deletion',
      body,
      /<w:r>(?=<w:rPr>)/,
      '<w:del w:id="900" w:author="x"><w:r><w:t>x</w:t></w:r></w:del><w:r>',
    ],
    ['revision number twice', body, /<w:r>(?=<w:rPr>)/, '<w:ins w:id="9"></w:ins><w:ins w:id="9"></w:ins><w:r>'],
    ['field not closed', body, /<w:r>(?=<w:rPr>)/, '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'],
    ['language unknown', body, 'w:val="ru-RU"', 'w:val="Русский"'],
    ['metadata', 'docProps/core.xml', '</cp:coreProperties>', '<dc:creator>Айгүл</dc:creator></cp:coreProperties>'],
  ];
  it.each(controls)('%s', (fault, part, from, to) => {
    expect(lintDocx(spoil(reviewed, part, from, to)).join('\n')).toContain(`${fault}:`);
  });

  it('cell without paragraph', () => {
    const spoilt = spoil(parallel, body, /(<\/w:tcPr>)<w:p>.*?<\/w:p>(<\/w:tc>)/s, '$1$2');
    expect(lintDocx(spoilt)).toContain('cell without paragraph: w:tc');
  });
});
