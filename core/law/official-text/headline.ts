import { latinNumber } from '../recognise/act-mention.ts';
import { readWrittenDate } from '../recognise/written-date.ts';
import type { ActType } from '../types.ts';
import { dateSource, typeOf } from './header-lines.ts';

/** What a page says of an act in one line. */
export interface Headline {
  readonly type: ActType | null;
  /** ISO. */
  readonly date: string;
  readonly number: string;
  readonly title?: string;
}

const shape = new RegExp(
  `^(.{5,150}?)[\\s,]+(?:от\\s*|of\\s+|dated\\s+)?(${dateSource})[\\s,]*(?:(?:УП|ПЖ)\\s*)?(?:№|No?\\.?)\\s*(\\d\\S*?)[,.]?(?:\\s+(.*))?$`,
  'iu',
);
const kyrgyzNoun = /^(?:мыйзамы|токтому|жарлыгы|буйругу)(?!\p{L})\s*/iu;
const mayFollow = /^(?:[«"“].{3,}[»"”]|(?:Об?|On|About)\s.{3,200}|.{3,200}\s(?:жөнүндө|тууралуу))$/u;

/** КР Өкмөтүнүн 2019-жылдын 5-декабрындагы № 962 токтому; Закон КР от 5 июля 2019 года № 962 «О …»: all at once, as a headline has it. */
export function headlineIn(text: string): Headline | undefined {
  const [, before = '', written = '', number = '', after = ''] = shape.exec(text.slice(0, 700)) ?? [];
  const date = written === '' ? undefined : readWrittenDate(written);
  if (date === undefined) return undefined;
  const noun = kyrgyzNoun.exec(after)?.[0] ?? '';
  const title = after.slice(noun.length);
  const found = typeOf(withState(`${before} ${noun}`.trim()));
  if (!found || found.isTitle || (title !== '' && !mayFollow.test(title))) return undefined;
  return {
    type: found.type,
    date,
    number: latinNumber(number),
    ...(title === '' ? {} : { title: withoutMarks(title) }),
  };
}

function withState(text: string): string {
  return text.replace(/^КР(?!\p{L})/u, 'Кыргыз Республикасынын').replace(/(?<!\p{L})КР$/u, 'Кыргызской Республики');
}

/** A title as acts are cited by it: without the marks around the whole of it. */
export function withoutMarks(title: string): string {
  const inner = /^[«"“]([^«»"“”]*(?:«[^«»]*»[^«»]*)*)[»"”]$/u.exec(title)?.[1];
  return inner ?? title;
}
