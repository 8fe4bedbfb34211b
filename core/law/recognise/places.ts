import type { Language } from '../../base/language.ts';
import { depthOf, type PinpointLevel } from '../pinpoint.ts';
import type { ActMention } from './act-mention.ts';
import { areJoined, type Chain } from './chains.ts';
import { given } from './kyrgyz-acts.ts';
import type { Step } from './steps.ts';
import { isMark, type Token } from './tokens.ts';

/** A level and one of its numbers, as the act has it: `["article", "5-1"]`. */
export type PinpointPair = readonly [level: PinpointLevel, number: string];

/** A chain with what was found around it. */
export interface Placed {
  readonly chain: Chain;
  readonly pairs: readonly PinpointPair[];
  readonly mention?: ActMention;
  /** Whether act and outer levels were taken over from a neighbour, so that the mention is not part of these words. */
  readonly borrowed?: true;
}

/** Gives each chain the act that stands beside it. */
export function joinActs(
  text: string,
  tokens: readonly Token[],
  chains: readonly Chain[],
  mentions: readonly ActMention[],
  language: Language,
): readonly Placed[] {
  const byEnd = new Map(mentions.map((mention) => [mention.end, mention]));
  const byStart = new Map(mentions.map((mention) => [mention.start, mention]));
  const beside = chains.map((chain) =>
    language === 'ky' ? before(tokens, chain, byEnd) : after(text, tokens, chain, byStart),
  );
  const taken = new Set(beside);
  return chains.map((chain, i) => {
    const mention = beside[i];
    const behind = mention ? undefined : putBehind(tokens, chain, byEnd, language);
    if (behind && !taken.has(behind.mention)) return behind;
    const fits = mention && (mention.case === undefined || mention.case === 'gen' || language === 'ru');
    const pairs = pairsOf(fits && mention.byPoints ? withPoints(chain) : chain);
    return { chain, pairs, ...(fits ? { mention } : {}) };
  });
}

/** Kyrgyz: the act ends where the chain begins; a gazette in brackets may stand between. */
function before(
  tokens: readonly Token[],
  chain: Chain,
  byEnd: ReadonlyMap<number, ActMention>,
): ActMention | undefined {
  let at = chain.start - 1;
  const near = tokens[at];
  const beside = near && byEnd.get(near.end);
  if (beside) return beside;
  if (isMark(tokens[at], ')')) {
    const limit = Math.max(0, at - 60);
    while (at > limit && !isMark(tokens[at], '(')) at -= 1;
    at -= 1;
  }
  const last = tokens[at];
  return last && byEnd.get(last.end);
}

/** Russian and English: the act begins where the chain ends, past "of", "the" and a comma before them. */
function after(
  text: string,
  tokens: readonly Token[],
  chain: Chain,
  byStart: ReadonlyMap<number, ActMention>,
): ActMention | undefined {
  let at = chain.next;
  for (let step = 0; step < 4; step += 1) {
    const token = tokens[at];
    const mention = token && byStart.get(token.start);
    if (mention) return mention;
    const isPause = isMark(token, ',') && tokens[at + 1]?.text === 'of';
    if (!token || !(isPause || /^(?:of|the)$/i.test(text.slice(token.start, token.end)))) return undefined;
    at += 1;
  }
  return undefined;
}

/** Трудовой кодекс (ст. 12); Закон … № 102, ст. 18: the place put behind its act, in a bracket or, in short, after a comma. */
function putBehind(
  tokens: readonly Token[],
  chain: Chain,
  byEnd: ReadonlyMap<number, ActMention>,
  language: Language,
): (Placed & { readonly mention: ActMention }) | undefined {
  const [first] = chain.steps;
  const [last, mark, next] = [tokens[chain.start - 2], tokens[chain.start - 1], tokens[chain.next]];
  const mention = last && byEnd.get(last.end);
  if (!first || !mention || mention.own || chain.list !== undefined) return undefined;
  const isAside = isMark(mark, '(') && isMark(next, ')');
  const isShort = first.noun.short === true || (language === 'en' && next?.text !== 'of');
  if (!isAside && !(isMark(mark, ',') && isShort && language !== 'ky')) return undefined;
  const cases = mention.case ? [mention.case] : undefined;
  const steps = chain.steps.map((step): Step => ({ ...step, noun: { ...step.noun, cases: cases ?? step.noun.cases } }));
  return { chain: { ...chain, steps, next: isAside ? chain.next + 1 : chain.next }, pairs: pairsOf(chain), mention };
}

/** paragraph 3 of Resolution No. 25: what a resolution numbers are its points; "the third paragraph" has no number of its own. */
function withPoints({ steps, ...chain }: Chain): Chain {
  const isBare = steps.every(({ level, counted }) => level === 'paragraph' && counted !== 'ordinal');
  return { ...chain, steps: isBare ? steps.map((step): Step => ({ ...step, level: 'point' })) : steps };
}

function pairsOf({ steps }: Chain): readonly PinpointPair[] {
  return steps
    .flatMap(({ level, numbers }) => numbers.map((number): PinpointPair => [level, number]))
    .toSorted((a, b) => depthOf(a[0]) - depthOf(b[0]));
}

/** Hands what is unsaid from neighbour to neighbour: backward in Russian and English, forward in Kyrgyz. */
export function shareUnsaid(
  tokens: readonly Token[],
  placed: readonly Placed[],
  language: Language,
): readonly Placed[] {
  const result = [...placed];
  const order = [...result.keys()].slice(1);
  for (const i of language === 'ky' ? order : order.toReversed()) {
    const [left, right] = [result[i - 1], result[i]];
    if (!left || !right || !areJoined(tokens, left.chain, right.chain, language)) continue;
    if (language === 'ky' && right.chain.steps[0]?.noun.owned) result[i] = completed(right, left);
    if (language !== 'ky') result[i - 1] = completed(left, right);
  }
  return result;
}

function completed(place: Placed, neighbour: Placed): Placed {
  if (place.mention) return place;
  const outermost = depthOf(place.pairs[0]?.[0] ?? 'section');
  const outer = neighbour.pairs.filter(([level]) => depthOf(level) < outermost);
  const isSibling = neighbour.pairs.some(([level]) => depthOf(level) === outermost);
  if (!isSibling) return place;
  return { ...place, pairs: [...outer, ...place.pairs], borrowed: true, ...given({ mention: neighbour.mention }) };
}
