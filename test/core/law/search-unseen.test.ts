import { describe, expect, test } from 'vitest';
import { searchActs } from '../../../core/law/acts.ts';
import { index } from './register.ts';

/** How a person may look for an act: forms of its words that stand in no title, parts of its number, its initials. */
describe('the register is found by forms that no title has', () => {
  test.each([
    ['аскер кызматчыларга статустары', 'military-status-1992'],
    ['военнослужащим статусом', 'military-status-1992'],
    ['930', 'military-status-1992'],
    ['930-XII', 'military-status-1992'],
    ['01.07.1992', 'military-status-1992'],
    ['1992-жылдын 1-июлунда', 'military-status-1992'],
    ['укук коргоо органдарына кызматы', 'law-enforcement-service-2019'],
    ['правоохранительным органам служба', 'law-enforcement-service-2019'],
    ['25 July 2019', 'law-enforcement-service-2019'],
    ['ички иштерге органдардын', 'iab-1994'],
    ['внутренним делам', 'iab-1994'],
    ['НПА', 'npa-2009'],
    ['нормативными правовыми', 'npa-2009'],
    ['ченемдик укуктук актыларга', 'npa-2009'],
    ['милициянын', 'law-enforcement-service-2019'],
    ['law on police', 'law-enforcement-service-2019'],
    ['УИС', 'penal-bodies-2003'],
    ['ГКНБ', 'nsb-2022'],
    ['регламент ЖК', 'jk-rules-2022'],
    ['противопожарная безопасность', 'fire-safety-2022'],
    ['прохождение слежбы', 'law-enforcement-service-2019'],
    ['статус военослужащих', 'military-status-1992'],
    ['кызматычларынын статусу', 'military-status-1992'],
    ['орт коопсуздугу', 'fire-safety-2022'],
  ])('%s', (query, id) => {
    expect(
      searchActs(index, query)
        .slice(0, 3)
        .map((act) => act.id),
    ).toContain(id);
  });

  test('what the title itself says comes before what people call its subject', () => {
    expect(searchActs(index, 'внутренние дела')[0]?.id).toBe('iab-1994');
    expect(searchActs(index, 'уголовный кодекс')[0]?.id).toBe('criminal-code-2021');
  });

  test('what belongs to no act finds none', () => {
    expect(searchActs(index, 'телебашнями')).toEqual([]);
  });
});
