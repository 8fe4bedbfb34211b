import type { CitationInline, Draft, ReferenceInline, TextRun } from '../../../core/draft/types.ts';
import { aDraft } from '../builder.ts';

const living: CitationInline = {
  type: 'citation',
  act: 'military-status-1992',
  pinpoint: { article: ['12'] },
  case: 'ins',
  children: [{ text: '' }],
};
const livingIn = (grammaticalCase: CitationInline['case'] & string): CitationInline => ({
  ...living,
  case: grammaticalCase,
});
const dead: CitationInline = {
  type: 'citation',
  act: 'penal-service-2006',
  pinpoint: {},
  case: 'ins',
  children: [{ text: '' }],
};
const toPartOne: ReferenceInline = { type: 'reference', target: 'housing-1', case: 'ins', children: [{ text: '' }] };
const blank = (text: string): TextRun => ({ text, blank: true });
const remarked = (text: string): TextRun => ({ text, 'c_comment-1': true });

/** One chapter with everything that can stand in a draft, a little of each. */
export function sampleDraft(): Draft {
  return aDraft('sample')
    .unit(
      'title',
      {
        ky: 'Милиция кызматкерлерин социалдык коргоо жөнүндө',
        ru: 'О социальной защите сотрудников милиции',
        en: 'On the social protection of police officers',
      },
      'title',
    )
    .unit('chapter', { ky: 'Турак жай менен камсыз кылуу', ru: 'Жилищное обеспечение', en: 'Housing' }, 'chapter-1')
    .unit('article', { ky: 'Турак жайга укук', ru: 'Право на жилище', en: 'Right to housing' }, 'housing')
    .unit(
      'part',
      {
        ky: [
          { text: 'Милиция кызматкери турак жай менен камсыз болууга ' },
          livingIn('loc'),
          { text: ' каралган кепилдиктерден төмөн эмес деңгээлде укуктуу.' },
        ],
        ru: [
          { text: 'Сотрудник милиции имеет право на обеспечение жильём на уровне не ниже гарантий, предусмотренных ' },
          living,
          { text: '.' },
        ],
        en: [
          { text: 'A police officer has the right to housing at a level not below the guarantees provided for in ' },
          livingIn('nom'),
          { text: '.' },
        ],
      },
      'housing-1',
    )
    .unit(
      'part',
      {
        ky: [
          { text: 'Кызматы ' },
          blank('… жылдан'),
          { text: ' ашкан кызматкер кызматтык турак жайды менчикке алууга укуктуу.' },
        ],
        ru: [
          { text: 'Сотрудник, прослуживший более ' },
          blank('… лет'),
          { text: ', вправе ' },
          remarked('приобрести служебное жильё'),
          { text: '.' },
        ],
        en: [
          { text: 'An officer with more than ' },
          blank('… years'),
          { text: ' of service may acquire service housing as property.' },
        ],
      },
      'housing-2',
    )
    .unit(
      'part',
      {
        ky: 'Ушул укук кызматтан бошотулганда сакталат:',
        ru: [{ text: 'Право, установленное ' }, toPartOne, { text: ', сохраняется при увольнении:' }],
        en: 'The right is retained on dismissal:',
      },
      'housing-3',
    )
    .unit(
      'point',
      { ky: 'ден соолугунун абалы боюнча;', ru: 'по состоянию здоровья;', en: 'for reasons of health;' },
      'health',
    )
    .unit(
      'point',
      { ru: [{ text: 'при сокращении штата, в соответствии с ' }, dead, { text: '.' }], en: 'on redundancy.' },
      'redundancy',
    )
    .unit('article', { ky: 'Ижара үчүн компенсация', ru: 'Компенсация за наём жилья' }, 'rent')
    .unit(
      'part',
      { ky: 'Компенсация төлөнөт.', ru: 'Компенсация выплачивается.', en: 'Compensation is paid.' },
      'rent-1',
    )
    .unit(
      'note',
      {
        ru: 'Согласовать с Минфином.',
        ky: 'Финансы министрлиги менен макулдашуу.',
        en: 'To be agreed with the Ministry of Finance.',
      },
      'note-1',
    )
    .comment({
      id: 'comment-1',
      unit: 'housing-2',
      lang: 'ru',
      quote: 'приобрести служебное жильё',
      resolved: false,
      messages: [{ author: 'Минфин', at: '2026-02-27T10:42:00.000Z', text: 'Нужен расчёт.' }],
    })
    .build();
}
