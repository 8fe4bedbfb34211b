import type { Language } from '../../base/language.ts';
import { depthOf } from '../pinpoint.ts';
import type { Chain } from './chains.ts';
import { separatorEnd } from './lists.ts';
import { readStep, type Step } from './steps.ts';
import { isMark, type Token } from './tokens.ts';

/** More places than any bracket tells; one with more is left alone. */
const mostAsides = 30;

/**
 * A chain with each of the several places that a bracket behind it tells: статья 5 (часть 1, пункт 2 части 3) names two. The chain
 * alone where no such bracket follows. They share the noun before the bracket, so they are one list.
 */
export function withAsides(
  tokens: readonly Token[],
  chain: Chain,
  language: Language,
  chainAt: (step: Step) => Chain,
): readonly Chain[] {
  const last = chain.steps.at(-1);
  const read = isMark(tokens[chain.next], '(') ? asidesAt(tokens, chain.next + 1, language, chainAt) : undefined;
  const isUnder = ({ level }: Step): boolean => last !== undefined && depthOf(level) > depthOf(last.level);
  if (!last || !read || read.length < 2 || !read.every(({ steps }) => steps.every(isUnder))) return [chain];
  return read.map(({ steps, start, next }, i) => ({
    steps: [...chain.steps, ...inCaseOf(last, steps, language)],
    start: i === 0 ? chain.start : start,
    next: i === read.length - 1 ? next + 1 : next,
    list: chain.start,
  }));
}

/** The places up to the closing bracket, each from its outermost level inward; `undefined` where something else stands there. */
function asidesAt(
  tokens: readonly Token[],
  from: number,
  language: Language,
  chainAt: (step: Step) => Chain,
): readonly Chain[] | undefined {
  const asides: Chain[] = [];
  let at: number | undefined = from;
  while (at !== undefined && asides.length < mostAsides) {
    const read = readStep(tokens, at, language);
    if (!('step' in read) || read.step.weak) return undefined;
    const aside = chainAt(read.step);
    asides.push({ ...aside, steps: inward(aside.steps) });
    if (isMark(tokens[aside.next], ')')) return asides;
    at = separatorEnd(tokens, aside.next, language);
  }
  return undefined;
}

/** пункт 2 части 3: from the outermost level inward. */
export function inward(steps: readonly Step[]): readonly Step[] {
  const [outer, inner] = [steps[0], steps.at(-1)];
  return outer && inner && depthOf(outer.level) > depthOf(inner.level) ? steps.toReversed() : steps;
}

/** In Kyrgyz the last noun tells the case of the whole, and the words in a bracket have none of their own. */
export function inCaseOf({ noun }: Step, steps: readonly Step[], language: Language): readonly Step[] {
  if (language !== 'ky') return steps;
  return steps.map((step) => ({ ...step, noun: { ...step.noun, cases: noun.cases } }));
}
