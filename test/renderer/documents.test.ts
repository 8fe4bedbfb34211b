import { expect, test } from 'vitest';
import { languages } from '../../core/base/language.ts';
import { commands } from '../../core/commands/catalogue.ts';
import { hasKind, nextKind } from '../../core/draft/schema.ts';
import { type DocumentKind, documentKinds, unitKinds } from '../../core/draft/types.ts';
import { isOffered } from '../../renderer/commands/run.ts';
import { createI18n, speakOf } from '../../renderer/i18n.ts';
import { aDraft } from '../support/builder.ts';
import { flatLocale } from '../support/locales.ts';
import { openHand } from './editor/harness.ts';

test.each(languages)('in %s the page speaks of what is open, and of a bill again when that is', (language) => {
  const i18n = createI18n(language);
  const heard: string[] = [];
  i18n.on('languageChanged', () => heard.push(i18n.t('desk:panes.outline')));
  speakOf(i18n, undefined);
  for (const document of [...documentKinds, undefined]) speakOf(i18n, document);
  const say = (key: string) => flatLocale(language, 'documents').get(key);
  expect(heard).toEqual([
    say('resolution.desk.panes.outline'),
    say('note.desk.panes.outline'),
    flatLocale(language, 'desk').get('panes.outline'),
  ]);
  expect(new Set(heard).size).toBe(3);
  // What is not said otherwise stays, and so do the places of acts.
  speakOf(i18n, 'note');
  expect(i18n.t('desk:panes.menu')).toBe(flatLocale(language, 'desk').get('panes.menu'));
  expect(i18n.t('desk:place.article', { n: '5' })).not.toBe(i18n.t('desk:ownPlace.article', { n: '5' }));
});

test('every sentence said otherwise is one that is said of a bill', () => {
  for (const key of flatLocale('ky', 'documents').keys()) {
    const [document, area = '', ...rest] = key.split('.');
    if (document === '_note' || rest[0] === 'ownPlace') continue;
    expect([...flatLocale('ky', area).keys()], key).toContain(rest.join('.'));
  }
});

test('a document offers no units that it has not, and Enter begins none', () => {
  for (const document of documentKinds) {
    for (const kind of unitKinds) {
      if (hasKind(document, kind))
        expect(hasKind(document, nextKind(document, kind)), `${document} ${kind}`).toBe(true);
    }
  }
  const offered = (document?: DocumentKind) => {
    const draft = aDraft().unit('preamble', 'А', 'a').unit('point', 'Б', 'b').build();
    const meta = { ...draft.meta, ...(document && { document }) };
    const hand = openHand({ ...draft, meta }).caret('a', 'ru', 1);
    const ids = commands.filter((command) => isOffered(command, hand.editor.state())).map(({ id }) => id);
    hand.enter();
    return { ids, began: hand.units()[1]?.kind };
  };
  expect(offered().ids).toContain('insert-article');
  expect(offered().began).toBe('article');
  expect(offered('resolution').ids).not.toContain('make-article');
  expect(offered('resolution').ids).toContain('make-subpoint');
  expect(offered('resolution').began).toBe('point');
  expect(offered('note').ids).toContain('insert-article');
  expect(offered('note').ids).not.toContain('insert-part-before');
  expect(offered('note').ids).not.toContain('insert-section');
});
