import { type Language, languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import type { Ports } from '../../core/base/ports.ts';
import { makeUnit } from '../../core/draft/text.ts';
import type { CommentThread, Draft, Inline, Unit, UnitKind } from '../../core/draft/types.ts';

type Content = string | readonly Inline[];

/** Builds a draft unit by unit, so that a test says what it needs and nothing else. */
export interface DraftBuilder {
  /** Adds a unit; a text for all languages, or one for each (a language left out is missing). Ids run `u1`, `u2`, … unless given. */
  readonly unit: (kind: UnitKind, content?: Content | Partial<Trilingual<Content>>, id?: string) => DraftBuilder;
  readonly comment: (thread: CommentThread) => DraftBuilder;
  readonly build: () => Draft;
}

export function aDraft(id = 'draft-1'): DraftBuilder {
  const units: Unit[] = [];
  const comments: CommentThread[] = [];
  const builder: DraftBuilder = {
    unit: (kind, content = '', unitId = `u${units.length + 1}`) => {
      units.push(makeUnit(unitId, kind, isContent(content) ? trilingual(() => content) : content));
      return builder;
    },
    comment: (thread) => {
      comments.push(thread);
      return builder;
    },
    build: () => ({ meta: { id }, units: [...units], comments: [...comments] }),
  };
  return builder;
}

function isContent(content: Content | Partial<Trilingual<Content>>): content is Content {
  return typeof content === 'string' || Array.isArray(content);
}

/** A clock that stands still and ids that count, so that a test is the same every time. */
export function fixedPorts(prefix = 'new'): Ports {
  let last = 0;
  return {
    now: () => '2026-03-01T09:00:00.000Z',
    newId: () => {
      last += 1;
      return `${prefix}-${String(last).padStart(6, '0')}`;
    },
  };
}

const words: Trilingual<readonly string[]> = {
  ky: 'милиция кызматкери анын үй-бүлө мүчөлөрү белгиленген тартипте укуктуу кепилдик турак жай менен камсыз кылуу өлчөмү ченемдик актылар тарабынан бюджет каражаттары эсебинен төмөнкү учурларда көрсөтүлөт жоопкерчилик көзөмөл'.split(
    ' ',
  ),
  ru: 'сотрудник милиции и члены его семьи имеют право на получение в порядке установленном законом гарантии обеспечение жильём размер выплаты за счёт средств бюджета в следующих случаях ответственность контроль настоящей статьи'.split(
    ' ',
  ),
  en: 'police officer and members of the family have the right to receive in the manner established by law guarantees housing amount of payment from budget funds in the following cases liability control of this article'.split(
    ' ',
  ),
};

/** The same numbers from the same seed, on every machine. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

function sentence(next: (below: number) => number, language: Language, length: number): string {
  const list = words[language];
  let text = '';
  while (text.length < length) text += `${text ? ' ' : ''}${list[next(list.length)]}`;
  return `${text.charAt(0).toLocaleUpperCase('ru')}${text.slice(1)}.`;
}

export interface BillSize {
  readonly articles: number;
  readonly languages?: readonly Language[];
  readonly seed?: number;
}

/**
 * A bill of filler words in the shape of a law: a chapter for every twenty articles, two to four parts in an article, points
 * under half of them. 500 articles are about 4,000 units.
 */
export function generateBill({ articles, languages: written = languages, seed = 7 }: BillSize): Draft {
  const next = random(seed);
  const draft = aDraft('generated-bill');
  const add = (kind: UnitKind, length: number) => {
    const texts = Object.fromEntries(written.map((language) => [language, sentence(next, language, length)]));
    draft.unit(kind, texts);
  };
  for (let article = 0; article < articles; article += 1) {
    if (article % 20 === 0) add('chapter', 40);
    add('article', 50);
    const parts = 2 + next(3);
    for (let part = 0; part < parts; part += 1) {
      add('part', 60 + next(160));
      const points = next(2) === 0 ? 2 + next(3) : 0;
      for (let point = 0; point < points; point += 1) add('point', 40 + next(90));
    }
  }
  return draft.build();
}
