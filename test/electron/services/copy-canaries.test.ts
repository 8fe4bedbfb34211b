import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { CommentThread, Draft } from '../../../core/draft/types.ts';
import { serve } from '../../support/served.ts';

/*
 * What a copy for a reviewer says besides the text: a canary of each kind is put wherever a draft has a place for it, and the copy's
 * parts are searched one by one, and its bytes as they lie on the disk.
 */

const canaries = {
  comment: 'Канарейка-замечание',
  'comment author': 'Канарейка-Рецензент',
  'comment hour': '2026-02-01T10:11:12',
  'comment id': 'canary-comment-id',
  'name of a version': 'Канарейка-версия',
  'text of a version': 'Канарейка-прежнее',
  'author of the machine': 'Канарейка-Автор',
} as const;

const at = serve();

const thread = (unit: string): CommentThread => ({
  id: canaries['comment id'],
  unit,
  lang: 'ru',
  quote: '',
  resolved: false,
  messages: [{ author: canaries['comment author'], at: `${canaries['comment hour']}.345Z`, text: canaries.comment }],
});

/** A draft that says everything: a named version with a text that is gone, an audit trail, an author and a comment. */
async function sent(along: { comments: boolean; versions: boolean; trail: boolean }): Promise<Buffer> {
  const settings = await at.ask('settings.read', {});
  await at.ask('settings.write', { ...settings, author: canaries['author of the machine'] });
  const opened = await at.saved();
  const { handle } = opened;
  const replaced = (draft: Draft, words: string): Draft =>
    JSON.parse(JSON.stringify(draft).replace('О законе', words)) as Draft;
  await at.ask('trail.turn', { handle, on: true });
  const passed = replaced(opened.draft, canaries['text of a version']);
  await at.ask('draft.save', { handle, draft: passed, sequence: 1, target: { to: 'same' } });
  await at.ask('history.name', { handle, label: canaries['name of a version'] });
  await at.ask('history.travel', { handle, on: true });
  const draft = { ...opened.draft, comments: [thread(opened.draft.units[0]?.id ?? '')] };
  await at.ask('draft.save', { handle, draft, sequence: 2, target: { to: 'same' } });
  await at.ask('draft.send', { handle, target: at.here('copy'), label: 'на отзыв', ...along });
  return readFile(join(at.documents, 'copy.dolboor'));
}

function everything(bytes: Buffer): readonly (readonly [part: string, text: string])[] {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  return [...parts, ['the zip itself', bytes.toString('utf8')]];
}

/** Which canaries sing, and in which part; those of a snapshot without its name, which is a hash. */
function singing(bytes: Buffer): readonly string[] {
  const found = everything(bytes).flatMap(([part, text]) =>
    Object.entries(canaries)
      .filter(([, canary]) => text.includes(canary))
      .map(([name]) => `${name} in ${part.replace(/[0-9a-f]{64}/, 'state')}`),
  );
  return [...new Set(found)].sort();
}

const ofComments = ['comment author', 'comment hour', 'comment id', 'comment'].map(
  (name) => `${name} in review/comments.json`,
);

describe('a copy for a reviewer', () => {
  test('without anything along holds the text alone', async () => {
    expect(singing(await sent({ comments: false, versions: false, trail: false }))).toEqual([]);
  });

  test('without its comments takes no version along either, whose comments would go with it', async () => {
    expect(singing(await sent({ comments: false, versions: true, trail: false }))).toEqual([]);
  });

  test('with its comments holds their authors and hours, so that they can be answered', async () => {
    expect(singing(await sent({ comments: true, versions: false, trail: false }))).toEqual(ofComments);
  });

  test('with everything along holds what was asked for', async () => {
    const all = singing(await sent({ comments: true, versions: true, trail: true }));
    expect(all.filter((each) => !ofComments.includes(each))).toEqual([
      'author of the machine in package/audit.ndjson',
      'author of the machine in snapshots/state.json',
      'name of a version in manifest.json',
      'text of a version in snapshots/state.json',
    ]);
  });

  test('names no folder, no person, no machine and no hour, and has the date 1980 in every entry', async () => {
    const bytes = await sent({ comments: false, versions: false, trail: false });
    const machine = [
      at.place.root,
      'documents',
      process.env.USER,
      process.env.HOME,
      process.env.HOSTNAME,
      process.cwd(),
    ];
    const said = everything(bytes).flatMap(([part, text]) => [
      ...machine.filter((word) => word && word.length > 3 && text.includes(word)).map((word) => `${word} in ${part}`),
      ...(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? [`an hour in ${part}`] : []),
    ]);
    expect(said).toEqual([]);
    let entries = 0;
    for (let i = bytes.indexOf('PK\x01\x02', 0, 'latin1'); i >= 0; i = bytes.indexOf('PK\x01\x02', i + 4, 'latin1')) {
      entries += 1;
      expect([bytes.readUInt16LE(i + 14), bytes.readUInt16LE(i + 12)]).toEqual([0x21, 0]);
    }
    expect(entries).toBe(Object.keys(unzipSync(bytes)).length);
  });

  test('names no state of its past but the one that was sent, and is a fork of its own', async () => {
    const manifest = async (name: string) => {
      const parts = unzipSync(await readFile(join(at.documents, name)));
      return JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()));
    };
    await sent({ comments: false, versions: false, trail: false });
    const [own, copy] = [await manifest('a.dolboor'), await manifest('copy.dolboor')];
    expect(copy.lineage).toHaveLength(1);
    expect(copy.lineage[0]).toMatchObject({ chain: copy.chain, kind: 'sent', label: '' });
    expect(JSON.stringify(copy)).not.toContain(own.forkId);
    expect(JSON.stringify(copy)).not.toContain(own.chain);
  });
});
