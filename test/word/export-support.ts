import { languages } from '../../core/base/language.ts';
import type { BillOptions } from '../../core/bridge/exports.ts';
import type { CommentThread, Draft } from '../../core/draft/types.ts';
import type { ActRegister } from '../../core/law/types.ts';
import type { ExportJob, ExportResult } from '../../electron/workers/contract.ts';
import { exportDocument } from '../../electron/workers/export-document.ts';
import { wordWords } from '../../electron/workers/word-words.ts';
import register from '../../resources/acts/register.json' with { type: 'json' };
import { aDraft } from '../support/builder.ts';
import { forms } from '../support/forms.ts';

/** A job with the rules and the register that ship. */
export function aJob(draft: Draft, options: Partial<BillOptions> = {}): ExportJob {
  const whole = { document: 'bill', language: 'ru', format: 'docx', profile: 'final', ...options } as const;
  return { draft, options: whole, register: register as unknown as ActRegister, forms };
}

/** The document of a draft, made in this thread. */
export function makeExport(draft: Draft, options: Partial<BillOptions> = {}): Promise<ExportResult> {
  return exportDocument(aJob(draft, options), wordWords, () => undefined);
}

const threads: readonly CommentThread[] = [
  {
    id: 'deadline',
    unit: 'p1',
    lang: 'ru',
    quote: 'ежегодный отпуск',
    resolved: false,
    messages: [
      { author: 'Айгүл Асанова', at: '2026-02-01T10:00:00Z', text: 'Какой срок?' },
      { author: 'Иван Петров', at: '2026-02-02T11:30:00.123Z', text: 'Тридцать дней.\nПо смете.' },
    ],
  },
  {
    id: 'done',
    unit: 'p2',
    lang: 'ru',
    quote: 'сом',
    resolved: true,
    messages: [{ author: 'Б. Токтогулов', at: '2026-02-03T09:00:00Z', text: 'Решено' }],
  },
  {
    id: 'gone',
    unit: 'a1',
    lang: 'ru',
    quote: 'старые слова',
    resolved: false,
    messages: [{ author: 'Айгүл Асанова', at: '2026-02-04T09:00:00Z', text: 'О чём это?' }],
  },
  {
    id: 'kyrgyz',
    unit: 'p1',
    lang: 'ky',
    quote: 'өргүү',
    resolved: false,
    messages: [{ author: 'Айгүл Асанова', at: '2026-02-05T09:00:00Z', text: 'Жылдык өргүү дегенди колдонолу' }],
  },
];

/** A small bill with everything that a document can hold: citation, reference, blank, note, marks, comments of every fate. */
export function aFullDraft(): Draft {
  const citation = {
    type: 'citation',
    act: 'military-status-1992',
    pinpoint: { article: ['12'], part: ['2'] },
    case: 'loc',
    children: [{ text: '' }],
  } as const;
  const draft = aDraft('draft-full')
    .unit('title', { ky: 'Өргүү жөнүндө', ru: 'Об отпуске', en: 'On leave' }, 'title')
    .unit(
      'preamble',
      {
        ky: 'Ушул Мыйзам өргүүнү жөнгө салат.',
        ru: 'Настоящий Закон регулирует отпуск.',
        en: 'This Law governs leave.',
      },
      'pre',
    )
    .unit('chapter', { ky: 'Жалпы жоболор', ru: 'Общие положения', en: 'General provisions' }, 'c1')
    .unit('note', { ky: 'Текшерилсин', ru: 'Проверить', en: 'Check this' }, 'n1')
    .unit('article', { ky: 'Өргүү', ru: 'Отпуск', en: 'Leave' }, 'a1')
    .unit(
      'part',
      {
        ky: [{ text: 'Кызматкерге ' }, { text: 'өргүү', c_kyrgyz: true }, { text: ' берилет.' }],
        ru: [
          { text: 'Сотрудник имеет право на ' },
          { text: 'ежегодный ', c_deadline: true },
          { text: 'отпуск', bold: true, c_deadline: true },
          { text: ', установленный в ' },
          citation,
          { text: '.' },
        ],
        en: 'An officer is entitled to leave.',
      },
      'p1',
    )
    .unit(
      'part',
      {
        ky: [{ text: 'Өлчөмү: ' }, { text: '… сом', blank: true }],
        ru: [
          { text: 'Размер: ' },
          { text: '… сом', blank: true, c_done: true },
          { text: ' за\u00a01\u00a0м' },
          { text: '2', superscript: true },
        ],
        en: [{ text: 'Amount: ' }, { text: '… som', blank: true }],
      },
      'p2',
    )
    .unit(
      'point',
      {
        ru: [
          { text: 'согласно ' },
          { type: 'reference', target: 'a1', case: 'dat', children: [{ text: '' }] },
          { text: ';\nи иначе' },
        ],
      },
      'pt-1',
    )
    .unit(
      'signature',
      {
        ky: 'Кыргыз Республикасынын Президенти',
        ru: 'Президент Кыргызской Республики',
        en: 'President of the Kyrgyz Republic',
      },
      'sign',
    );
  for (const thread of threads) draft.comment(thread);
  return draft.build();
}

/** Every language and layout that a document can have. */
export const layouts = [...languages, 'parallel'] as const;
