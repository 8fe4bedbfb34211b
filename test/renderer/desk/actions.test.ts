import { expect, test } from 'vitest';
import { commands } from '../../../core/commands/catalogue.ts';
import { actions } from '../../../renderer/commands/actions.ts';
import { isOffered } from '../../../renderer/commands/run.ts';

test('every command of the catalogue does something, and nothing is done that is not in it', () => {
  expect(Object.keys(actions).sort()).toEqual(commands.map(({ id }) => id).sort());
});

test('without a draft only what needs none is offered', () => {
  const offered = commands.filter((command) => isOffered(command, undefined));
  expect(offered.every((command) => command.when === 'always')).toBe(true);
  expect(offered.map(({ id }) => id)).toContain('open-draft');
});
