import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import { changeLinks, linksOf } from '../../../core/draft/inline-edits.ts';
import type { CitationInline, ShortNames, Unit } from '../../../core/draft/types.ts';
import { mentionsToRename, renameMentions, renamingOf } from '../../../core/law/rename-mentions.ts';
import { aDraft } from '../../support/builder.ts';
import { checkUnits } from '../check/support.ts';

const act = 'military-status-1992';
const old: ShortNames = { ky: 'Мыйзам', ru: 'Закон', en: 'the Law' };
const fresh: ShortNames = { ky: 'Статус жөнүндө мыйзам', ru: 'Закон о статусе', en: 'the Law' };
const cite = (more: Partial<CitationInline>, of = act): CitationInline => {
  return { type: 'citation', act: of, pinpoint: {}, ...more, children: [{ text: '' }] };
};
const inAll = (...inlines: readonly CitationInline[]) => ({ ky: inlines, ru: inlines, en: inlines });
const first = cite({ gives: old });
const [short, other] = [cite({ short: old }), cite({ short: old }, 'npa-2009')];
const draft = aDraft()
  .unit('part', inAll(first))
  .unit('part', inAll(short, short, other))
  .unit('part', inAll(short))
  .build();

function namesIn(units: readonly Unit[]): readonly string[] {
  return units.flatMap((unit) =>
    languages.flatMap((language) =>
      linksOf(unit, language).map(({ link }) => (link.type === 'citation' ? (link.short?.[language] ?? '-') : '')),
    ),
  );
}

describe('a short name that changes where it is given', () => {
  const renaming = renamingOf(draft.units, first, { act, gives: fresh });

  test('changes in the languages in which it is another, and in every mention of that act', () => {
    expect([...renaming.keys()]).toEqual(['ky', 'ru']);
    expect(mentionsToRename(draft.units, act, renaming)).toHaveLength(6);
    const [unit] = draft.units;
    const placed = unit ? languages.flatMap((language) => linksOf(unit, language)) : [];
    const own = changeLinks(
      draft.units,
      placed.map((one) => ({ placed: one, next: cite({ gives: fresh }) })),
    );
    const after = own && applyEdit(draft, own);
    if (!after) throw new Error('no edit');
    const edit = { operations: [...own.operations, ...renameMentions(after.units, act, renaming)] };
    const renamed = applyEdit(draft, edit);
    if (!renamed) throw new Error('no edit');
    const [ky, ru] = ['Статус жөнүндө мыйзам', 'Закон о статусе'];
    const mixed = [ky, ky, 'Мыйзам', ru, ru, 'Закон', 'the Law', 'the Law', 'the Law'];
    expect(namesIn(renamed.units)).toEqual(['-', '-', '-', ...mixed, ky, ru, 'the Law']);
    const ofAct = (units: readonly Unit[]) =>
      checkUnits(units).filter(({ code, params }) => {
        return code === 'check.short-name' && params?.context === 'differs';
      });
    expect([ofAct(after.units).length, ofAct(renamed.units).length]).toEqual([6, 0]);
    expect(applyEdit(renamed, invertEdit(edit))?.units).toEqual(draft.units);
  });

  test('leaves the mentions alone where another citation gives the name, or the name goes', () => {
    const twice = aDraft()
      .unit('part', inAll(cite({ gives: fresh })))
      .unit('part', inAll(first))
      .build();
    expect([...renamingOf(twice.units, first, { act, gives: { ky: 'Статут' } })]).toEqual([]);
    expect([...renamingOf(draft.units, first, { act })]).toEqual([]);
    expect([...renamingOf(draft.units, first, { act: 'npa-2009', gives: fresh })]).toEqual([]);
    expect(renameMentions(draft.units, act, new Map())).toEqual([]);
  });
});
