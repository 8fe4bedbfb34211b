import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OpenedDraft, TemplateSummary } from '../../../core/bridge/drafts.ts';
import { cellOf } from '../../../core/draft/state.ts';
import { runsText } from '../../../core/draft/text.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { unpackDraft } from '../../../electron/files/package-file.ts';
import { createServices } from '../../../electron/services/services.ts';
import { harnessCost } from '../../support/kill/secret-keys.ts';
import { serve } from '../../support/served.ts';

let folder: string;

const about = {
  title: { ky: 'Биздин үлгү', ru: 'Наш шаблон', en: 'Our template' },
  description: { ky: '', ru: 'Для законов', en: '' },
};

const at = serve((world) => createServices({ ...world, passwordCost: harnessCost }));

beforeEach(async () => {
  folder = join(at.place.world.folders.data, 'templates');
});

/** The draft with another Russian title, a comment on it and an approval. */
function worked({ draft }: OpenedDraft, words: string): Draft {
  const units = draft.units.map((unit) =>
    unit.id === 'title'
      ? {
          ...unit,
          children: unit.children.map((cell) =>
            cell.lang === 'ru' ? { ...cell, approved: 0, children: [{ text: words, c_k1: true as const }] } : cell,
          ) as unknown as typeof unit.children,
        }
      : unit,
  );
  const message = { author: 'Айгүл', at: '2026-03-01T08:00:00.000Z', text: 'Секрет' };
  const thread = { id: 'k1', unit: 'title', lang: 'ru' as const, quote: words, resolved: false, messages: [message] };
  return { ...draft, units, comments: [thread] };
}

async function keep(words = 'О своём законе'): Promise<{ readonly opened: OpenedDraft; readonly draft: Draft }> {
  const opened = await at.create();
  const draft = worked(opened, words);
  await at.ask('templates.keep', { handle: opened.handle, draft, about });
  return { opened, draft };
}

async function own(which: 'kept' | 'removed' = 'kept'): Promise<readonly TemplateSummary[]> {
  return (await at.ask('templates.list', {})).filter((one) => one.own === which);
}

async function only(): Promise<TemplateSummary> {
  const found = await own();
  expect(found).toHaveLength(1);
  return found[0] as TemplateSummary;
}

const titleIn = ({ units }: Draft): string => {
  const title = units.find(({ kind }) => kind === 'title');
  return title ? runsText(cellOf(title, 'ru')) : '';
};

describe('a draft that is kept as a template', () => {
  test('stands in the list behind those that ship, with its names and the acts that its text cites', async () => {
    await keep();
    const all = await at.ask('templates.list', {});
    expect(all.map(({ own: which }) => which)).toEqual([undefined, 'kept']);
    expect(await only()).toMatchObject({
      ...about,
      leansOn: ['some-act'],
      counts: { units: 4, chapters: 1, articles: 1 },
    });
  });

  test('begins a bill with its words, of its own id, without the comments and approvals of the draft', async () => {
    const { opened } = await keep();
    const begun = await at.ask('draft.create', { template: (await only()).id });
    expect(titleIn(begun.draft)).toBe('О своём законе');
    expect(begun.draft.meta.id).not.toBe(opened.draft.meta.id);
    expect(begun).toMatchObject({ name: '', state: 'new' });
    expect(begun.template).toBeUndefined();
    expect(begun.draft.comments).toEqual([]);
    expect(JSON.stringify(begun.draft)).not.toMatch(/c_k1|approved|Секрет/);
    // The links of the shipped template to the matrix of guarantees hold in what was made from it.
    expect(begun.draft.meta.template).toBe('small');
  });

  test('is refused where the draft has a password, and nothing of it is written', async () => {
    const opened = await at.create();
    await at.ask('draft.protect', { handle: opened.handle, password: 'пароль' });
    const request = { handle: opened.handle, draft: opened.draft, about };
    expect(await at.refusal('templates.keep', request)).toBe('template-protected');
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  });

  test('must have a name in some language', async () => {
    const { handle, draft } = await at.create();
    const nameless = { ...about, title: { ky: ' ', ru: '', en: '' } };
    expect(await at.refusal('templates.keep', { handle, draft, about: nameless })).toBe('bad-request');
  });
});

describe('a template of one’s own', () => {
  test('is opened as a template, and what is saved is what the next bill begins with', async () => {
    await keep();
    const { id } = await only();
    const opened = await at.ask('draft.open', { from: 'template', id });
    expect(opened).toMatchObject({ state: 'saved', template: about });
    const draft = { ...worked(opened, 'Изменено'), comments: [] };
    await at.ask('draft.save', { handle: opened.handle, draft, sequence: 1, target: { to: 'same' } });
    await at.ask('draft.close', { handle: opened.handle, discard: false });
    expect(await only()).toMatchObject({ id, ...about });
    expect(titleIn((await at.ask('draft.create', { template: id })).draft)).toBe('Изменено');
    // It has a list of its own, and no place among the drafts.
    expect(await at.ask('recents.list', {})).toEqual([]);
  });

  test('takes no password', async () => {
    await keep();
    const { handle } = await at.ask('draft.open', { from: 'template', id: (await only()).id });
    expect(await at.refusal('draft.protect', { handle, password: 'пароль' })).toBe('template-protected');
  });

  test('is renamed without a change of its words', async () => {
    await keep();
    const { id } = await only();
    const other = { ...about, title: { ...about.title, ru: 'Другое имя' } };
    await at.ask('templates.rename', { template: id, about: other });
    expect(await only()).toMatchObject({ id, ...other });
    expect(titleIn((await at.ask('draft.create', { template: id })).draft)).toBe('О своём законе');
  });

  test('is copied, and so is one that ships', async () => {
    await keep();
    const { id } = await only();
    await at.ask('templates.copy', { template: id, about });
    await at.ask('templates.copy', { template: 'small', about });
    const found = await own();
    expect(new Set(found.map((one) => one.id)).size).toBe(3);
    const titles = await Promise.all(found.map(async (one) => at.ask('draft.create', { template: one.id })));
    expect(titles.map(({ draft }) => titleIn(draft)).sort()).toEqual(['О законе', 'О своём законе', 'О своём законе']);
  });

  test('is removed to where it can be put back from, and erased only from there', async () => {
    await keep();
    const { id } = await only();
    expect(await at.refusal('templates.remove', { template: id, forGood: true })).toBe('unknown-template');
    await at.ask('templates.remove', { template: id });
    expect([await own(), (await own('removed')).map((one) => one.id)]).toEqual([[], [id]]);
    expect(await at.refusal('draft.create', { template: id })).toBe('unknown-template');
    await at.ask('templates.restore', { template: id });
    expect(titleIn((await at.ask('draft.create', { template: id })).draft)).toBe('О своём законе');
    await at.ask('templates.remove', { template: id });
    await at.ask('templates.remove', { template: id, forGood: true });
    expect([await own(), await own('removed')]).toEqual([[], []]);
  });

  test('that ships is neither renamed nor removed', async () => {
    expect(await at.refusal('templates.rename', { template: 'small', about })).toBe('unknown-template');
    expect(await at.refusal('templates.remove', { template: 'small' })).toBe('unknown-template');
    expect(await at.refusal('templates.export', { template: 'small', target: at.here('x') })).toBe('unknown-template');
  });

  test.each(['../secret', 'a/b', '..', 'C:x'])('is never looked for outside its folder: %s', async (id) => {
    for (const name of ['templates.remove', 'templates.restore'] as const) {
      expect(['bad-request', 'unknown-template']).toContain(await at.refusal(name, { template: id }));
    }
    expect(['bad-request', 'unknown-template', 'not-found']).toContain(
      await at.refusal('draft.open', { from: 'template', id }),
    );
  });
});

describe('a template that is handed on', () => {
  test('is the same on another machine, and taken in twice it is two', async () => {
    await keep();
    const { id } = await only();
    await at.ask('templates.export', { template: id, target: at.here('Наш шаблон') });
    await at.ask('templates.remove', { template: id });
    for (let i = 0; i < 2; i += 1) {
      const { title, notices } = await at.ask('templates.import', at.listed('Наш шаблон.dolboor'));
      expect([title, notices]).toEqual([about.title, []]);
    }
    const found = await own();
    expect(found.map(({ title, description }) => ({ title, description }))).toEqual([about, about]);
    // Each is a draft of its own: both can be open at once.
    for (const one of found) await at.ask('draft.open', { from: 'template', id: one.id });
  });

  test('may be any draft: it is called after its title', async () => {
    const opened = await at.create();
    const draft = worked(opened, 'О простом законе');
    await at.ask('draft.save', { handle: opened.handle, draft, sequence: 1, target: at.here('plain') });
    const { title } = await at.ask('templates.import', at.listed('plain.dolboor'));
    expect(title).toEqual({ ky: 'Мыйзам жөнүндө', ru: 'О простом законе', en: 'On the law' });
    const kept = await unpackDraft(await readFile(join(folder, `${(await only()).id}.dolboor`)));
    expect(kept.ok && kept.value.file.draft.comments).toEqual([]);
    expect(JSON.stringify(kept.ok && kept.value.file.draft)).not.toContain('k1');
  });

  test('is refused with its reason where it is no draft, empty, or has a password', async () => {
    await writeFile(join(at.documents, 'note.dolboor'), 'hello');
    await writeFile(join(at.documents, 'empty.dolboor'), '');
    const { handle, draft } = await at.create();
    await at.ask('draft.protect', { handle, password: 'пароль' });
    await at.ask('draft.save', { handle, draft, sequence: 0, target: at.here('secret') });
    const why = async (name: string) => at.refusal('templates.import', at.listed(name));
    expect(await why('note.dolboor')).toBe('not-a-draft');
    expect(await why('empty.dolboor')).toBe('empty');
    expect(await why('secret.dolboor')).toBe('template-protected');
    expect(await why('absent.dolboor')).toBe('not-found');
    expect(await own()).toEqual([]);
  });
});

test('a template that cannot be read is listed all the same, keeps no other from the list and can be put aside', async () => {
  await keep();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'broken.dolboor'), 'no package');
  await writeFile(join(folder, 'readme.txt'), 'not a template');
  const found = await own();
  expect(found.map(({ isUnreadable }) => isUnreadable ?? false).sort()).toEqual([false, true]);
  expect(await at.refusal('draft.create', { template: 'broken' })).toBe('not-a-draft');
  await at.ask('templates.remove', { template: 'broken' });
  expect((await own('removed')).map(({ id }) => id)).toEqual(['broken']);
});

test('a file that was damaged on its way is taken in as far as it can be read, and says so', async () => {
  await keep();
  const { id } = await only();
  const bytes = await readFile(join(folder, `${id}.dolboor`));
  await writeFile(join(at.documents, 'cut.dolboor'), bytes.subarray(0, bytes.length - 40));
  const { notices } = await at.ask('templates.import', at.listed('cut.dolboor'));
  expect(notices.length).toBeGreaterThan(0);
  expect(await own()).toHaveLength(2);
});

test('a name that somebody else wrote into the file is read under limits', async () => {
  await keep();
  const { id } = await only();
  await copyFile(join(folder, `${id}.dolboor`), join(at.documents, 'theirs.dolboor'));
  const { title } = await at.ask('templates.import', at.listed('theirs.dolboor'));
  expect(title).toEqual(about.title);
});
