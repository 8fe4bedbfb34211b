import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportProfile, ParityOptions } from '../../../core/bridge/exports.ts';
import type { CommentThread, Draft } from '../../../core/draft/types.ts';
import type { OwnFact } from '../../../core/law/own-facts.ts';
import { withoutTraces } from '../../../electron/services/scrub-pdf.ts';
import { exportDocument } from '../../../electron/workers/export-document.ts';
import { wordWords } from '../../../electron/workers/word-words.ts';
import { matrix } from '../../core/law/parity/support.ts';
import { aDraft } from '../../support/builder.ts';
import { aJob, makeExport } from '../../word/export-support.ts';

/*
 * What an exported document says besides the bill. A canary of each kind is put wherever the draft has a place for it; each
 * profile's bytes are searched part by part, and the zip itself with them.
 */

const canaries = {
  text: 'Канарейка-текст',
  author: 'Канарейка-Автор',
  comment: 'Канарейка-замечание',
  quote: 'Канарейка-цитата',
  note: 'Канарейка-примечание',
  time: '2026-02-01T10:11:12',
  draftId: 'canary-draft-id',
  unitId: 'canary-unit-id',
  commentId: 'canary-comment-id',
  template: 'canary-template',
  guarantee: 'canary-guarantee',
} as const;

function canaryDraft(): Draft {
  const thread: CommentThread = {
    id: canaries.commentId,
    unit: canaries.unitId,
    lang: 'ru',
    quote: canaries.quote,
    resolved: false,
    messages: [{ author: canaries.author, at: `${canaries.time}.345Z`, text: canaries.comment }],
  };
  const draft = aDraft(canaries.draftId)
    .unit('title', { ky: 'Аталыш', ru: 'О праве', en: 'On rights' })
    .unit('article', { ky: 'Берене', ru: 'Статья', en: 'Article' })
    .unit('part', { ky: canaries.text, ru: canaries.text, en: canaries.text }, canaries.unitId)
    .unit('note', { ky: canaries.note, ru: canaries.note, en: canaries.note })
    .comment(thread)
    .build();
  const units = draft.units.map((unit) =>
    unit.id === canaries.unitId ? { ...unit, guarantees: [canaries.guarantee] } : unit,
  );
  return { ...draft, meta: { ...draft.meta, template: canaries.template }, units };
}

/** Every part by name, inflated, and the bytes of the package as they lie on the disk. */
function everything(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  return new Map([...parts, ['the zip itself', Buffer.from(bytes).toString('utf8')]]);
}

/** Which canaries sing, and in which part. */
async function singing(profile: 'final' | 'review' | 'internal', language: 'ru' | 'parallel') {
  const { bytes } = await makeExport(canaryDraft(), { profile, language });
  const found: string[] = [];
  for (const [part, text] of everything(bytes)) {
    for (const [name, canary] of Object.entries(canaries)) if (text.includes(canary)) found.push(`${name} in ${part}`);
  }
  return found.sort();
}

/** The same of a document that is one stretch of bytes. */
function singingIn(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('utf8');
  return Object.entries(canaries).flatMap(([name, canary]) => (text.includes(canary) ? [name] : []));
}

const comments = ['author in word/comments.xml', 'comment in word/comments.xml', 'quote in word/comments.xml'];
const times = ['time in word/comments.xml', 'time in word/commentsExtensible.xml'];

describe.each(['ru', 'parallel'] as const)('a Word document (%s)', (language) => {
  it('for parliament holds the text of the bill and nothing else of the draft', async () => {
    expect(await singing('final', language)).toEqual(['text in word/document.xml']);
  });

  it('for reviewers holds the comments with their authors and hours, and no note', async () => {
    expect(await singing('review', language)).toEqual([...comments, 'text in word/document.xml', ...times]);
  });

  it('for colleagues holds the notes too, and no more', async () => {
    const expected = [...comments, 'note in word/document.xml', 'text in word/document.xml', ...times].sort();
    expect(await singing('internal', language)).toEqual(expected);
  });
});

/** What ties a reply to its comment: counted from one, the same in every run. */
const threadIds = ['paraId in word/comments.xml', 'paraId in word/commentsIds.xml', 'textId in word/comments.xml'];

describe('the package of a Word document', () => {
  const machine = [
    process.env.USER,
    process.env.HOME,
    process.cwd(),
    process.env.HOSTNAME,
    'rsid',
    'paraId',
    'textId',
    'nsid',
    'dolanmiu',
    'docx.js',
    'Un-named',
    'Dolboor',
  ];

  it.each(['final', 'review', 'internal'] as const)(
    'names no machine, no person and no program (%s)',
    async (profile) => {
      const { bytes } = await makeExport(canaryDraft(), { profile });
      const parts = everything(bytes);
      const said = machine
        .filter((word) => word && word.length > 3)
        .flatMap((word) =>
          [...parts].filter(([, text]) => text.includes(word as string)).map(([part]) => `${word} in ${part}`),
        );
      expect(said.sort()).toEqual(profile === 'final' ? [] : threadIds);
      const app = parts.get('docProps/app.xml') ?? '';
      expect(app).not.toMatch(/<(?:Application|Company|Manager|Template|TotalTime|AppVersion)>/);
      expect(parts.get('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy|created|modified|revision/);
      const parted = [...parts.keys()].filter((name) => /custom|people|printerSettings|thumbnail|glossary/.test(name));
      expect(parted.map((name) => parts.get(name)).filter((text) => text?.includes('<property '))).toEqual([]);
    },
  );

  it('has the date 1980 in every entry, no comment and no extra field', async () => {
    const { bytes } = await makeExport(canaryDraft(), { profile: 'internal' });
    const zip = Buffer.from(bytes);
    let entries = 0;
    for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')) {
      entries += 1;
      expect([zip.readUInt16LE(at + 14), zip.readUInt16LE(at + 12)]).toEqual([0x21, 0]);
      expect([zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]).toEqual([0, 0]);
    }
    expect(entries).toBe(Object.keys(unzipSync(bytes)).length);
    expect(zip.readUInt16LE(zip.length - 2)).toBe(0);
  });
});

describe.each(['ru', 'parallel'] as const)('a plain text (%s)', (language) => {
  const said: Readonly<Record<ExportProfile, readonly string[]>> = {
    final: ['text'],
    // A text has no margin: the comments stay in the draft, and the person is told.
    review: ['text'],
    internal: ['text', 'note'],
  };
  it.each(Object.entries(said))(
    'for %s holds what that profile shows and nothing else of the draft',
    async (profile, names) => {
      const options = { profile: profile as ExportProfile, format: 'text', language } as const;
      const { bytes } = await makeExport(canaryDraft(), options);
      expect(singingIn(bytes)).toEqual(names);
      expect(Buffer.from(bytes).includes('Dolboor')).toBe(false);
    },
  );
});

describe('the matrix of guarantees', () => {
  const fact: OwnFact = {
    id: 'canary-fact-id',
    guarantee: matrix.guarantees.at(-1)?.id ?? '',
    service: matrix.services.at(-1)?.id ?? '',
    given: true,
    words: { ky: canaries.text, ru: canaries.text, en: canaries.text },
    citations: [],
    source: 'cbd.minjust.gov.kg',
    by: canaries.author,
    on: '2026-02-01',
    confidence: 'verified',
  };
  const formats = { docx: true, text: true, csv: true } satisfies Record<ParityOptions['format'], true>;
  const profiles: Readonly<Record<ParityOptions['profile'], readonly string[]>> = {
    final: ['text'],
    internal: ['text', 'author'],
  };
  const cases = Object.keys(formats).flatMap((format) =>
    Object.entries(profiles).map(([profile, said]) => ({ format, profile, said })),
  );

  it.each(cases)('as $format for $profile says $said', async ({ format, profile, said }) => {
    const options = { document: 'parity', language: 'ru', format, profile } as ParityOptions;
    const job = { ...aJob(canaryDraft()), parity: { matrix, links: {} }, facts: [fact], options };
    const { bytes } = await exportDocument(job, wordWords, () => undefined);
    const parts = format === 'docx' ? [...everything(bytes).values()] : [Buffer.from(bytes).toString('utf8')];
    const all = { ...canaries, day: '01.02.2026', factId: fact.id };
    const found = Object.entries(all).flatMap(([name, canary]) =>
      parts.some((part) => part.replaceAll('\u00a0', ' ').includes(canary)) ? [name] : [],
    );
    expect(found.sort()).toEqual([...said, ...(profile === 'internal' ? ['day'] : [])].sort());
  });
});

describe('a PDF', () => {
  const info = (when: string, zone: string, creator: string, producer: string) =>
    `%PDF-1.4\n1 0 obj\n<</Title <FEFF0414>\n/Creator (${creator})\n/Producer (${producer})\n/CreationDate (D:${when}${zone})\n/ModDate (D:${when}${zone})>>\nendobj\n2 0 obj\n<</Length 40>> stream\n/CreationDate (D:20260201101112)\nendstream`;

  it('says neither when nor by what it was made, and not a byte moves', () => {
    const creator = 'Mozilla/5.0 \\(X11; Windows\\) Dolboor';
    const made = info('20260201101112', "-05'30'", creator, 'Skia/PDF m150');
    const scrubbed = Buffer.from(withoutTraces(Buffer.from(made, 'latin1'))).toString('latin1');
    expect(scrubbed).toBe(info('19800101000000', "+00'00'", ' '.repeat(creator.length), ' '.repeat(13)));
  });

  it('without anything to say is left as it is', () => {
    for (const text of ['', '%PDF-1.7', 'stream'])
      expect(Buffer.from(withoutTraces(Buffer.from(text))).toString()).toBe(text);
  });
});
