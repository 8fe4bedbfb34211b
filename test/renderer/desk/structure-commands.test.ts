import { expect, test } from 'vitest';
import { unitKinds } from '../../../core/draft/types.ts';
import { runCommand } from '../../../renderer/commands/run.ts';
import { createDesk } from '../../../renderer/state/desk.ts';
import { createSession } from '../../../renderer/state/session.ts';
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { createFakeBridge, fakeSettings } from '../../support/fake-bridge.ts';
import { openHand } from '../editor/harness.ts';

const kinds = unitKinds.filter((kind) => !['title', 'preamble', 'signature'].includes(kind));

const draft = aDraft()
  .unit('section', 'Раздел', 'se')
  .unit('chapter', 'Глава', 'ch')
  .unit('article', 'Статья', 'ar')
  .unit('part', 'часть', 'pa')
  .unit('point', 'пункт', 'po')
  .unit('subpoint', 'подпункт', 'su')
  .unit('paragraph', 'абзац', 'last')
  .build();

/** A desk with the draft, and the caret in its last unit. */
async function openDesk() {
  const bridge = createFakeBridge({}, fakeSettings);
  const [info, resources] = await Promise.all([bridge.request('app.info', {}), bridge.request('resources.read', {})]);
  if (!info.ok || !resources.ok) throw new Error('the fake bridge has no resources');
  const desk = createDesk({
    bridge,
    ports: fixedPorts(),
    info: info.value,
    settings: fakeSettings,
    ...resources.value,
  });
  const hand = openHand(draft).caret('last', 'ru', 2);
  const opened = { handle: 'h', draft, name: '', sequence: 0, state: 'new', notices: [] } as const;
  desk.session.set(createSession(bridge, opened, hand.editor));
  return { hand, run: (id: string) => hand.does(() => void runCommand(desk, id)) };
}

test.each(kinds)('a %s is put behind, put before and made of a unit, and one undo takes each back', async (kind) => {
  const { hand, run } = await openDesk();
  for (const id of [`insert-${kind}`, `insert-${kind}-before`, `make-${kind}`]) {
    run(id);
    const { unit } = hand.where();
    const found = hand.units().find((one) => one.id === unit);
    expect([id, found?.kind]).toEqual([id, kind]);
    const order = hand.units().map((one) => one.id);
    if (id.endsWith('-before')) expect(order.indexOf(unit ?? '')).toBeLessThan(order.indexOf('last'));
    while (hand.editor.state().canUndo) {
      hand.does(({ editor }) => editor.undo());
      expect(hand.editor.draft()).toEqual(draft);
    }
    hand.caret('last', 'ru', 2);
  }
});
