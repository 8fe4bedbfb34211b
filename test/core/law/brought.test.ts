import { describe, expect, test } from 'vitest';
import { trilingual } from '../../../core/base/language.ts';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import { differingFacts, factsWith, lackingHere, lawFor } from '../../../core/law/brought.ts';
import { emptyLibrary, type Library, type LocalAct, registerWith } from '../../../core/law/library.ts';
import type { OwnFact } from '../../../core/law/own-facts.ts';
import type { ActVerification } from '../../../core/law/types.ts';
import { register } from './register.ts';

const title = { ky: null, ru: 'О пробе', en: null };
const act = (id: string, source = 'письмо'): LocalAct => ({
  id,
  type: 'law',
  date: null,
  number: null,
  title,
  source,
  addedBy: '',
  addedOn: '2026-11-22',
});
const verification = (id: string, change: Partial<ActVerification> = {}): ActVerification => ({
  act: id,
  on: '2026-11-22',
  by: '',
  source: 'cbd',
  status: 'repealed',
  ...change,
});

const fact = (id: string, change: Partial<OwnFact> = {}): OwnFact => ({
  id,
  guarantee: 'housing',
  service: 'military',
  given: true,
  words: { ru: 'Жильё' },
  citations: [],
  source: 'письмо',
  by: 'А',
  on: '2026-11-22',
  confidence: 'verified',
  ...change,
});

function citing(...acts: string[]) {
  const cites = acts.map((id) => `{cite:${id}}`).join(' ');
  const read = readTemplateUnits([{ id: 'a', kind: 'article', ky: '', ru: `По ${cites}`, en: '' }]);
  if (!read.ok) throw new Error(read.error.piece);
  return { meta: { id: 'bill-1', title: trilingual(() => '') }, units: read.value };
}

describe('what a draft takes along of its machine’s own law', () => {
  const own: Library = {
    acts: [act('local-z'), act('local-b'), act('local-uncited')],
    verifications: [verification('military-status-1992'), verification('npa-2009')],
    facts: [],
  };

  test('is what it cites and nothing else, by id', () => {
    const taken = lawFor(citing('local-z', 'military-status-1992', 'local-b'), own, emptyLibrary);
    expect(taken.acts.map(({ id }) => id)).toEqual(['local-b', 'local-z']);
    expect(taken.verifications.map(({ act: id }) => id)).toEqual(['military-status-1992']);
    expect(lawFor(citing(), own, emptyLibrary)).toEqual(emptyLibrary);
  });

  test('has the act of one’s own that took the place of a cited one', () => {
    const replaced = { ...own, verifications: [verification('military-status-1992', { successor: 'local-b' })] };
    expect(lawFor(citing('military-status-1992'), replaced, emptyLibrary).acts.map(({ id }) => id)).toEqual([
      'local-b',
    ]);
  });

  test('goes on with what it came with, as long as it is cited; what this machine knows outweighs that', () => {
    const brought = {
      acts: [act('local-c'), act('local-b', 'другое')],
      verifications: [verification('npa-2009')],
      facts: [],
    };
    const taken = lawFor(citing('local-b', 'local-c'), own, brought);
    expect(taken.acts.map(({ id, source }) => `${id} ${source}`)).toEqual(['local-b письмо', 'local-c письмо']);
    expect(taken.verifications).toEqual([]);
  });
});

describe('what a draft takes along of the matrix', () => {
  const facts = [
    fact('own-b'),
    fact('own-a', { citations: [{ act: 'local-f', pinpoint: {} }] }),
    fact('own-this', { service: 'bill', draft: 'bill-1' }),
    fact('own-other', { service: 'bill', draft: 'bill-2' }),
  ];
  const own: Library = { acts: [act('local-f')], verifications: [], facts };

  test('is what was entered of services and of itself, with the acts cited there, and of no other bill', () => {
    const taken = lawFor(citing(), own, emptyLibrary);
    expect(taken.facts.map(({ id }) => id)).toEqual(['own-a', 'own-b', 'own-this']);
    expect(taken.acts.map(({ id }) => id)).toEqual(['local-f']);
  });

  test('is nothing where the draft is no bill', () => {
    const { meta, units } = citing();
    expect(lawFor({ meta: { ...meta, document: 'resolution' }, units }, own, emptyLibrary)).toEqual(emptyLibrary);
  });

  test('counts where this machine lacks it; what differs is told and does not count', () => {
    const theirs = [fact('own-a', { note: 'иначе' }), fact('own-b'), fact('own-new')];
    expect(factsWith(facts, theirs).map(({ id }) => id)).toEqual([...facts.map(({ id }) => id), 'own-new']);
    expect(differingFacts(facts, theirs)).toEqual([theirs[0]]);
    expect(lackingHere({ ...emptyLibrary, facts: theirs }, own, register).facts).toEqual([theirs[2]]);
  });
});

describe('what a draft brings to another machine', () => {
  test('is offered where it is lacking, so that nothing is overwritten', () => {
    const brought = { acts: [act('local-b'), act('local-c')], verifications: [verification('npa-2009')], facts: [] };
    const own = {
      acts: [act('local-b')],
      verifications: [verification('npa-2009', { status: 'in-force' })],
      facts: [],
    };
    expect(lackingHere(brought, own, register)).toEqual({ acts: [act('local-c')], verifications: [], facts: [] });
  });

  test('lies under what this machine verified and over what ships', () => {
    const mine = { acts: [], verifications: [verification('npa-2009', { status: 'in-force', by: 'А' })] };
    const theirs = { acts: [act('local-c')], verifications: [verification('npa-2009'), verification('local-c')] };
    const { acts } = registerWith(registerWith(register, mine), theirs);
    const found = (id: string) => acts.find((one) => one.id === id)?.status;
    expect([found('npa-2009'), found('local-c')]).toEqual(['in-force', 'repealed']);
  });
});
