import { expect, test } from 'vitest';
import { draftName, exportName, fileNameOf } from '../../../renderer/state/file-names.ts';
import { aDraft } from '../../support/builder.ts';

const { units } = aDraft().unit('title', { ky: 'Милиция жөнүндө', ru: 'О милиции' }).build();

test('an exported document is named in its own language, whatever the interface speaks', () => {
  expect(exportName(units, { language: 'ky' }, 'ru')).toBe('Милиция жөнүндө');
  expect(exportName(units, { language: 'ru' }, 'ky')).toBe('О милиции');
  expect(exportName(units, { language: 'ky' }, 'ru', 'Кепилдиктер')).toBe('Милиция жөнүндө - Кепилдиктер');
});

test('documents whose title does not tell their language say it, so that none takes the place of another', () => {
  expect(exportName(units, { language: 'en' }, 'ru')).toBe('Милиция жөнүндө (en)');
  expect(exportName(units, { language: 'parallel' }, 'ru')).toBe('О милиции (ky, ru, en)');
  expect(exportName([], { language: 'ru' }, 'ru')).toBe('dolboor (ru)');
});

test('a draft is named by its title in the language of the interface, or in any that it has', () => {
  expect(draftName(units, 'ru')).toBe('О милиции');
  expect(draftName(units, 'en')).toBe('Милиция жөнүндө');
  expect(draftName([], 'en')).toBe('');
});

test('what Windows does not allow in a name is left out, and a long title is cut', () => {
  expect(fileNameOf(' О "мерах": 1/2? ')).toBe('О мерах 1 2');
  expect(fileNameOf('ж'.repeat(200))).toHaveLength(80);
  expect(fileNameOf('О мерах...')).toBe('О мерах');
});
