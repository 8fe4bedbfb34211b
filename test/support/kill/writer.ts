import { createWriteStream } from 'node:fs';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import { applyEdit } from '../../../core/draft/apply.ts';
import { createServices } from '../../../electron/services/services.ts';
import { ask, worldIn } from './test-world.ts';

/*
 * A process that is going to be killed: it takes up the draft where the last one was killed, writes one edit after the other,
 * and prints the number of each once it was acknowledged. Every ninth edit it saves.
 */

/** The edit with this number: so the text tells which edits are in it, and in which order. */
function numberedEdit(sequence: number) {
  return { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: `${sequence};` }] } as const;
}

export async function write(root: string): Promise<void> {
  const services = await createServices(worldIn(root));
  const print = createWriteStream('', { fd: 1, autoClose: false });
  const unsaved = await ask(services, 'recovery.list', {});
  const recents = await ask(services, 'recents.list', {});
  let opened: OpenedDraft;
  if (unsaved[0]) opened = await ask(services, 'draft.open', { from: 'recovery', id: unsaved[0].id });
  else if (recents[0]) opened = await ask(services, 'draft.open', { from: 'recent', id: recents[0].id });
  else opened = await ask(services, 'draft.create', { template: 'small' });
  let draft = opened.draft;
  print.write(
    `at ${opened.sequence} ${draft.units[0]?.children[0].children.map((run) => ('text' in run ? run.text : '')).join('')}\n`,
  );
  for (let sequence = opened.sequence + 1; ; sequence += 1) {
    const edit = numberedEdit(sequence);
    await ask(services, 'draft.append', { handle: opened.handle, edits: [{ sequence, edit }] });
    print.write(`${sequence}\n`);
    draft = applyEdit(draft, edit) ?? draft;
    if (sequence % 9 !== 0) continue;
    const folder = worldIn(root).folders.documents;
    const target = { to: 'listed', folder, name: 'a', overwrite: true } as const;
    await ask(services, 'draft.save', { handle: opened.handle, draft, sequence, target });
  }
}
