import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../core/base/language.ts';
import { setAside } from '../../../core/check/aside.ts';
import { checkDraft } from '../../../core/check/catalogue.ts';
import { applyEdit } from '../../../core/draft/apply.ts';
import { emptyCell } from '../../../core/draft/text.ts';
import type { Unit } from '../../../core/draft/types.ts';
import { cliLanguage } from '../../../electron/cli/language.ts';
import { runCli } from '../../../electron/cli/run.ts';
import { readDraftFile, writeDraftFile } from '../../../electron/files/documents.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { packDraft, stateOfFile } from '../../../electron/files/package-file.ts';
import { createProtection } from '../../../electron/files/seal-key.ts';
import { TrailKeeper } from '../../../electron/files/trail-keeper.ts';
import { exportDocument } from '../../../electron/workers/export-document.ts';
import { wordWords } from '../../../electron/workers/word-words.ts';
import { index as acts } from '../../core/law/register.ts';
import { fixedPorts } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dolboor-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command as a terminal would, and keeps what it said. */
async function dolboor(line: string, system: Language = 'ru', input?: string) {
  let out = '';
  let err = '';
  const world = {
    files: nodeFileSystem,
    ports: fixedPorts('cli'),
    resources: path.resolve('resources'),
    runExport: (job: Parameters<typeof exportDocument>[0]) => exportDocument(job, wordWords, () => undefined),
    folder,
    ...(input !== undefined && { readInput: async () => input }),
  };
  const streams = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const argv = line.split(' ').filter((word) => word !== '');
  const exit = await runCli(argv, world, streams, system);
  return { exit, out, err, json: (): unknown => JSON.parse(out) };
}

const at = (name: string): string => path.join(folder, name);

describe('dolboor', () => {
  beforeEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    expect((await dolboor('new bill.dolboor --template police-social-protection')).exit).toBe(0);
  });

  it('shows the audit trail of a draft, and ends with 1 where the chain does not hold', async () => {
    const off = await dolboor('audit bill.dolboor --json');
    expect(off).toMatchObject({ exit: 0, err: '' });
    expect(off.json()).toEqual({ on: false, holds: true, entries: [], breaks: [] });
    const read = await readDraftFile(at('bill.dolboor'));
    if (!read.ok) throw new Error(read.error.code);
    const { file } = read.value;
    const keeper = new TrailKeeper(new Map());
    const stamp = { at: '2026-03-01T09:00:00.000Z', by: 'Айбек Осмонов' };
    keeper.turn(true, stamp);
    const { carried } = keeper.saving(file.carried, stamp, { added: 2, state: stateOfFile(file) });
    await writeDraftFile(at('kept.dolboor'), { ...file, carried });
    const kept = await dolboor('audit kept.dolboor --ui en');
    expect(kept).toMatchObject({ exit: 0, err: '' });
    expect(kept.out).toContain('2\t2026-03-01T09:00:00.000Z\tАйбек Осмонов\tSaved; provisions added: 2\n');
    const { draft } = file;
    const changed = { ...draft, units: draft.units.slice(1) };
    await writeDraftFile(at('changed.dolboor'), { ...file, draft: changed, carried });
    const broken = await dolboor('audit changed.dolboor --json');
    expect(broken.exit).toBe(1);
    expect(broken.json()).toMatchObject({ on: true, holds: false, breaks: [{ code: 'audit.draft' }] });
    expect((await dolboor('audit none.dolboor --json')).exit).toBe(3);
  });

  it('lists the templates with titles in three languages and the acts that they lean on', async () => {
    const { json } = await dolboor('templates --json');
    expect(json()).toContainEqual(
      expect.objectContaining({
        id: 'police-social-protection',
        title: { ky: expect.any(String), ru: expect.any(String), en: expect.any(String) },
        acts: expect.arrayContaining(['law-enforcement-service-2019']),
      }),
    );
  });

  it('makes a draft and never overwrites one without --force', async () => {
    const before = await readFile(at('bill.dolboor'));
    const again = await dolboor('new bill.dolboor --template empty-law --json');
    expect(again.exit).toBe(4);
    expect(again.json()).toMatchObject({ error: { code: 'already-exists' } });
    expect(await readFile(at('bill.dolboor'))).toEqual(before);
    const forced = await dolboor('new bill.dolboor --template empty-law --force --json');
    expect(forced.json()).toEqual({ file: at('bill.dolboor'), draftId: 'cli-000001' });
  });

  it('lists what is wrong with a draft, in the language asked for', async () => {
    const { exit, json, err } = await dolboor('check bill.dolboor --json --ui en');
    const problems = json() as readonly Record<string, unknown>[];
    expect(exit).toBe(0);
    expect(err).toBe('');
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'check.blank-left', severity: 'warning', language: 'ky', blocks: true }),
    );
    for (const { message } of problems) expect(message).toMatch(/^[^{]+$/);
    const inRussian = (await dolboor('check bill.dolboor --json --ui ru')).json() as typeof problems;
    expect(inRussian.map(({ code }) => code)).toEqual(problems.map(({ code }) => code));
    expect(inRussian[0]?.message).not.toBe(problems[0]?.message);
  });

  it('compares with the official texts that it is given, and looks at the acts as of a day', async () => {
    await dolboor('new social.dolboor --template police-social-protection');
    const codesOf = async (options: string): Promise<readonly string[]> => {
      const problems = (await dolboor(`check social.dolboor --json ${options}`)).json() as readonly { code: string }[];
      return problems.map(({ code }) => code);
    };
    await mkdir(at('texts'));
    const header = 'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nот 25 июля 2019 года № 102\nОбразец\n';
    await writeFile(at('texts/102.txt'), `${header}Статья 1. Первый образец\n1. Образец берут утром.\n`);
    await writeFile(at('texts/strange.txt'), 'Просто заметка.\n');
    expect(await codesOf('')).not.toContain('check.place-not-in-text');
    expect(await codesOf('--texts texts')).toContain('check.place-not-in-text');
    expect(await codesOf('--texts texts/102.txt')).toContain('check.place-not-in-text');
    expect((await dolboor('check social.dolboor --texts texts --ui en')).err).toContain('strange.txt');
    expect((await dolboor('check social.dolboor --texts none')).exit).toBe(3);
    expect(await codesOf('')).not.toContain('check.dead-act');
    expect((await dolboor('check social.dolboor --on 2019-01-01 --ui en')).out).toContain('not in force yet');
    expect((await dolboor('check social.dolboor --on yesterday')).exit).toBe(2);
  });

  /** The bill without its Kyrgyz title. */
  async function writeSpoilt() {
    const read = await readDraftFile(at('bill.dolboor'), nodeFileSystem);
    if (!read.ok) throw new Error(read.error.code);
    const [first, ...units] = read.value.file.draft.units;
    if (!first) throw new Error('the template is empty');
    const spoilt = { ...first, children: [emptyCell('ky', first.id), first.children[1], first.children[2]] as const };
    const file = { ...read.value.file, draft: { ...read.value.file.draft, units: [spoilt, ...units] } };
    const written = await writeDraftFile(at('spoilt.dolboor'), file, { force: false }, nodeFileSystem);
    expect(written.ok).toBe(true);
    return file;
  }

  it('ends with 1 when an error stands in a draft', async () => {
    await writeSpoilt();
    const { exit, out } = await dolboor('check spoilt.dolboor --ui en');
    expect(exit).toBe(1);
    expect(out).toContain('There is no text in this language.');
  });

  it('lists what was set aside last, with the reason, and does not fail for it', async () => {
    const spoilt = await writeSpoilt();
    const { draft } = spoilt;
    const found = checkDraft({ ...draft, forms, acts });
    const why = { reason: 'кийин которулат', by: 'Асанова', on: '2026-11-23' };
    const put = found.filter(({ severity }) => severity === 'error');
    const units = put.reduce<readonly Unit[]>(
      (now, one) => applyEdit({ ...draft, units: now }, setAside(now, one, why) ?? { operations: [] })?.units ?? now,
      draft.units,
    );
    const file = { ...spoilt, draft: { ...draft, units } };
    expect((await writeDraftFile(at('aside.dolboor'), file, { force: false }, nodeFileSystem)).ok).toBe(true);
    const { exit, json } = await dolboor('check aside.dolboor --json --ui en');
    expect(exit).toBe(0);
    const problems = json() as readonly { severity: string; setAside?: object }[];
    expect(problems.slice(-put.length).map(({ setAside: said }) => said)).toEqual(put.map(() => why));
    expect(problems.slice(0, -put.length).some(({ severity, setAside: said }) => severity === 'error' || said)).toBe(
      false,
    );
    expect((await dolboor('check aside.dolboor --ui en')).out).toContain('кийин которулат\tАсанова\t2026-11-23');
    const report = (
      await dolboor('export aside.dolboor --document bill --language ky --format docx --out aside.docx --json')
    ).json();
    expect(report).toMatchObject({
      notices: expect.arrayContaining([expect.objectContaining({ code: 'word.set-aside' })]),
    });
  });

  it.each(['docx', 'csv', 'text'])('writes the matrix of guarantees beside the bill as %s', async (format) => {
    const line = `export bill.dolboor --document parity --language ru --format ${format} --out matrix.${format} --json`;
    const first = await dolboor(line);
    expect(first.exit).toBe(0);
    const bytes = await readFile(at(`matrix.${format}`));
    expect(first.json()).toMatchObject({ bytes: bytes.length, notices: [{ code: 'parity.notVerified' }] });
    if (format === 'docx') expect(bytes.subarray(0, 2).toString()).toBe('PK');
    else expect(bytes.toString().replaceAll('\u00a0', ' ')).toContain('статьи 16–18 настоящего Закона');
    // The same draft gives the same bytes, so that a script may run twice.
    expect((await dolboor(line)).exit).toBe(0);
  });

  it('writes the matrix in one language at a time', async () => {
    const { exit, json } = await dolboor(
      'export bill.dolboor --document parity --language parallel --format csv --out m --json',
    );
    expect(exit).toBe(2);
    expect(json()).toMatchObject({ error: { code: 'bad-value' } });
  });

  it('counts what a draft holds', async () => {
    const { json } = await dolboor('info bill.dolboor --json');
    expect(json()).toMatchObject({
      draftId: 'cli-000001',
      formatVersion: 1,
      template: 'police-social-protection',
      states: { ky: { missing: 0, stale: 0, approved: 0 } },
      comments: 0,
      changes: 0,
    });
    const { counts, citations } = json() as { counts: Record<string, number>; citations: number };
    expect(counts.chapters).toBeGreaterThanOrEqual(10);
    expect(counts.articles).toBeGreaterThanOrEqual(40);
    expect(citations).toBeGreaterThan(0);
  });

  it('prints the labelled text of each language, the same units in each', async () => {
    const [ky, ru] = [
      await dolboor('text bill.dolboor --language ky --json'),
      await dolboor('text bill.dolboor --language ru --json'),
    ];
    const unitsOf = (json: unknown) =>
      (json as { units: { id: string; kind: string; label: string; text: string }[] }).units;
    expect(unitsOf(ky.json()).map(({ id }) => id)).toEqual(unitsOf(ru.json()).map(({ id }) => id));
    expect(unitsOf(ky.json()).find(({ kind }) => kind === 'article')?.label).toBe('1-берене.');
    expect((await dolboor('text bill.dolboor --language ru')).out).toMatch(/^Глава 1\. .+$/m);
  });

  it('finds acts by a word of any language and by number, and lists all without a query', async () => {
    const idsOf = async (query: string) =>
      ((await dolboor(`acts ${query} --json`)).json() as { id: string }[]).map(({ id }) => id);
    expect(await idsOf('статус военнослужащих')).toContain('military-status-1992');
    expect(await idsOf('930-XII')).toEqual(['military-status-1992']);
    expect((await idsOf('')).length).toBeGreaterThan(20);
    expect(await idsOf('нетничегопохожего')).toEqual([]);
  });

  it('cites in three languages, with lists, ranges and every case', async () => {
    const place = 'cite military-status-1992 --article 12 --part 2 --point 3';
    expect((await dolboor(`${place} --json`)).json()).toMatchObject({
      ky: '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамынын 12-беренесинин 2-бөлүгүнүн 3-пункту',
      ru: 'пункт\u00a03 части\u00a02 статьи\u00a012 Закона Кыргызской Республики «О статусе военнослужащих»',
    });
    expect((await dolboor(`${place} --case loc --json`)).json()).toMatchObject({
      ky: expect.stringMatching(/3-пунктунда$/),
    });
    expect((await dolboor('cite military-status-1992 --article 12 --part 1,3 --json')).json()).toMatchObject({
      ru: expect.stringMatching(/^части\s1\sи\s3\sстатьи\s12/),
    });
    expect((await dolboor('cite military-status-1992 --article 1-4 --json')).json()).toMatchObject({
      ru: expect.stringMatching(/^статьи\s1[-–]4/),
    });
  });

  it('says beside a citation that its act is dead', async () => {
    const { exit, err } = await dolboor('cite penal-service-2006 --ui en');
    expect(exit).toBe(0);
    expect(err).toContain('no longer in force');
  });

  it('inflects a Kyrgyz noun under the keys of the contract', async () => {
    const { json } = await dolboor('inflect бөлүк --json');
    expect(json()).toMatchObject({
      gen: 'бөлүктүн',
      'px3.nom': 'бөлүгү',
      'pl.nom': 'бөлүктөр',
      'pl.px3.loc': 'бөлүктөрүндө',
    });
  });

  it('exports Word and text, and replaces a different document only with --force', async () => {
    const docx = 'export bill.dolboor --document bill --language ky --format docx --out';
    const first = await dolboor(`${docx} a.docx --json`);
    expect(first.exit).toBe(0);
    expect(first.json()).toMatchObject({
      file: at('a.docx'),
      notices: expect.arrayContaining([expect.objectContaining({ code: 'word.blanks' })]),
    });
    await dolboor(`${docx} b.docx`);
    expect(await readFile(at('a.docx'))).toEqual(await readFile(at('b.docx')));
    const before = await stat(at('a.docx'));
    expect((await dolboor(`${docx} a.docx`)).exit).toBe(0);
    expect((await stat(at('a.docx'))).mtimeMs).toBe(before.mtimeMs);
    const other = 'export bill.dolboor --document bill --language ru --format text --out a.docx';
    expect((await dolboor(`${other} --json`)).json()).toMatchObject({ error: { code: 'already-exists' } });
    expect((await dolboor(`${other} --force`)).exit).toBe(0);
    expect(await readFile(at('a.docx'), 'utf8')).toMatch(/^Проект\n/);
  });

  it('ends with 1 when the document says less than the draft', async () => {
    const { withDraft, readDraftFile, writeDraftFile } = await import('../../../electron/files/documents.ts');
    const read = await readDraftFile(at('bill.dolboor'));
    if (!read.ok) throw new Error(read.error.code);
    const { file } = read.value;
    const units = file.draft.units.filter((unit) => unit.kind !== 'chapter');
    await writeDraftFile(at('cut.dolboor'), withDraft(file, { ...file.draft, units }));
    const cut = await dolboor('export cut.dolboor --document bill --language ru --format text --out cut.txt --json');
    expect(cut.exit).toBe(1);
    expect(cut.json()).toMatchObject({
      notices: expect.arrayContaining([expect.objectContaining({ code: 'word.broken-references', severity: 'error' })]),
    });
  });

  it.each([
    ['text bill.dolboor', 2, 'missing-option'],
    ['text bill.dolboor --language fr', 2, 'bad-value'],
    ['text bill.dolboor --language', 2, 'missing-value'],
    ['info', 2, 'missing-argument'],
    ['info bill.dolboor again', 2, 'extra-argument'],
    ['info bill.dolboor --loud', 2, 'unknown-option'],
    ['frobnicate', 2, 'unknown-command'],
    ['constructor', 2, 'unknown-command'],
    ['', 2, 'no-command'],
    ['info bill.dolboor --ui de', 2, 'bad-value'],
    ['cite military-status-1992 --article twelve', 2, 'bad-number'],
    ['cite military-status-1992 --case vocative', 2, 'bad-value'],
    ['read-word bill.docx', 2, 'not-available'],
    ['export bill.dolboor --document note --language ky --format docx --out x', 2, 'not-available'],
    ['export bill.dolboor --document bill --language ky --format pdf --out x', 2, 'not-available'],
    ['cite no-such-act', 3, 'unknown-act'],
    ['inflect law', 3, 'not-kyrgyz'],
    ['new x.dolboor --template no-such', 3, 'unknown-template'],
    ['info nothing.dolboor', 3, 'not-found'],
    ['new nowhere/x.dolboor --template empty-law', 4, 'not-found'],
    ['export bill.dolboor --document bill --language ky --format text --out nowhere/x', 4, 'not-found'],
  ])('refuses `%s` with %d and %s, in a sentence of each language', async (line, exit, code) => {
    const sentences = new Set<string>();
    for (const ui of ['ky', 'ru', 'en'] as const) {
      const refused = await dolboor(`${line} --json`, ui);
      expect(refused.exit).toBe(exit);
      expect(refused.err).toBe('');
      const { error } = refused.json() as { error: { code: string; message: string } };
      expect(error.code).toBe(code);
      expect(error.message).not.toMatch(/refusals|\{\{/);
      sentences.add(error.message);
    }
    expect(sentences.size).toBe(3);
  });

  it('refuses a file that is no draft and one that was cut short, and leaves both as they were', async () => {
    const whole = await readFile(at('bill.dolboor'));
    await writeFile(at('foreign.dolboor'), 'not a draft');
    await writeFile(at('cut.dolboor'), whole.subarray(0, 150));
    expect((await dolboor('info foreign.dolboor --json')).json()).toMatchObject({ error: { code: 'not-a-draft' } });
    const cut = await dolboor('info cut.dolboor --json');
    expect(cut.exit).toBe(3);
    expect(await readFile(at('cut.dolboor'))).toEqual(whole.subarray(0, 150));
  });

  it('opens a protected draft by a password from a file or from standard input, and by no other', async () => {
    const read = await readDraftFile(at('bill.dolboor'));
    if (!read.ok) throw new Error(read.error.code);
    const protection = await createProtection('ала-тоо', 14);
    await writeFile(at('secret.dolboor'), packDraft({ ...read.value.file, protection }));
    await writeFile(at('right.txt'), 'ала-тоо\r\n');
    await writeFile(at('wrong.txt'), 'башка\n');
    const counts = (await dolboor('info bill.dolboor --json')).out;
    expect((await dolboor('info secret.dolboor --password-file right.txt --json')).out).toBe(counts);
    expect((await dolboor('info secret.dolboor --password-file - --json', 'ru', 'ала-тоо\n')).out).toBe(counts);
    const out = '--document bill --language ru --format text --out secret.txt';
    expect((await dolboor(`export secret.dolboor ${out} --password-file right.txt`)).exit).toBe(0);
    for (const [line, exit, code] of [
      ['info secret.dolboor', 3, 'password-needed'],
      ['text secret.dolboor --language ru --password-file wrong.txt', 3, 'wrong-password'],
      ['check secret.dolboor --password-file none.txt', 3, 'not-found'],
      ['info secret.dolboor --password-file -', 2, 'missing-value'],
    ] as const) {
      const refused = await dolboor(`${line} --json`);
      expect({ exit: refused.exit, code: (refused.json() as { error: { code: string } }).error.code }).toEqual({
        exit,
        code,
      });
    }
  });

  it('explains itself in the language that --ui names', async () => {
    const [ky, en] = [await dolboor('--help --ui ky'), await dolboor('export --help --ui=en')];
    expect(ky.exit).toBe(0);
    expect(ky.out).toContain('Терезесиз');
    expect(en.out).toContain('without a window');
  });
});

describe('the language of the messages', () => {
  it.each([
    [{ LANG: 'ky_KG.UTF-8' }, 'en-US', 'ky'],
    [{ LC_ALL: 'en_GB.UTF-8', LANG: 'ru_RU.UTF-8' }, 'ru-RU', 'en'],
    [{ LANG: 'C.UTF-8' }, 'en-US', 'ru'],
    [{}, 'de-DE', 'ru'],
    [{ LANG: '' }, 'en-US', 'en'],
  ])('is the system\u2019s, else Russian: %j, %s', (env, found, language) => {
    expect(cliLanguage(env, found)).toBe(language);
  });
});
