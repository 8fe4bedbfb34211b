import type { Pinpoint } from '../../draft/types.ts';
import { type PinpointLevel, pinpointLevels } from '../../law/pinpoint.ts';
import type { Act, ActType } from '../../law/types.ts';
import type { Finding, Rule } from '../problem.ts';
import { placeIn } from '../reading.ts';
import { oncePerProvision } from './citations.ts';

/** Why no act has such a place; the sentence is the variant of that name. */
type Fault = 'without-article' | 'without-point' | 'several-outer' | 'bad-number';

/** Acts that are divided into points at once, without articles. */
const pointed: readonly ActType[] = [
  'parliament-resolution',
  'presidential-decree',
  'government-resolution',
  'cabinet-resolution',
  'agency-order',
];
const belowArticle: readonly PinpointLevel[] = ['part', 'point', 'subpoint', 'paragraph'];

const numberShapes: Partial<Record<PinpointLevel, RegExp>> = {
  section: /^(?:[IVXLCDM]+|\d+)(?:-\d+)*$/,
  chapter: /^(?:[IVXLCDM]+|\d+)(?:-\d+)*$/,
  subpoint: /^(?:\p{L}{1,2}|\d+)(?:-\d+)*$/u,
};
const plainNumber = /^[1-9]\d*(?:-\d+)*$/;

function faultOf(pinpoint: Pinpoint, act: Act): Fault | undefined {
  const has = (level: PinpointLevel): boolean => (pinpoint[level] ?? []).length > 0;
  const levels = pinpointLevels.filter(has);
  const isNumber = (level: PinpointLevel, number: string): boolean => (numberShapes[level] ?? plainNumber).test(number);
  if (levels.some((level) => pinpoint[level]?.some((number) => !isNumber(level, number)))) return 'bad-number';
  if (levels.slice(0, -1).some((level) => (pinpoint[level] ?? []).length > 1)) return 'several-outer';
  if (has('subpoint') && !has('point')) return 'without-point';
  const isPointed = pointed.includes(act.type);
  if (belowArticle.some(has) && !has('article') && !isPointed && !has('section') && !has('chapter')) {
    return 'without-article';
  }
  return undefined;
}

/** A place that no act can have: a part of no article, a point of several parts, a number that is none. */
export const impossiblePinpoint: Rule = {
  name: 'impossible-pinpoint',
  group: 'law',
  severity: 'error',
  byProvision: true,
  find: (context) =>
    oncePerProvision(context, ({ reading, citation }): Finding | undefined => {
      const act = context.acts.byId.get(citation.inline.act);
      const fault = act && faultOf(citation.inline.pinpoint, act);
      if (!fault) return undefined;
      const words = reading.text.slice(citation.start, citation.end);
      return { place: placeIn(reading, citation.start, citation.end), params: { words, context: fault } };
    }),
};
