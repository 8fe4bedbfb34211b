import type { Language } from '../../base/language.ts';
import type { GrammaticalCase } from '../../draft/types.ts';
import { depthOf } from '../pinpoint.ts';
import { inCaseOf, inward, withAsides } from './asides.ts';
import { elidedRuns, elidedStep } from './elided.ts';
import { isJoiner } from './lists.ts';
import { readStep, type Step } from './steps.ts';
import { isMark, type Token } from './tokens.ts';

/** A place in an act as one run of words: steps in the order in which they are written. */
export interface Chain {
  /** Never empty. */
  readonly steps: readonly Step[];
  /** Tokens, `next` exclusive. */
  readonly start: number;
  readonly next: number;
  /** The token at which the list begins whose noun is said for several chains; absent for a chain with a noun of its own. */
  readonly list?: number;
}

/** All places that a text names, in order. */
export function chainsOf(tokens: readonly Token[], language: Language): readonly Chain[] {
  const chains: Chain[] = [];
  let at = 0;
  while (at < tokens.length) {
    const elided = language === 'ky' ? elidedRuns(tokens, at, (step) => chainFrom(tokens, step, language)) : undefined;
    if (elided) {
      const owner = ownerOf(chains.at(-1), elided, at);
      if (owner) chains.pop();
      chains.push(...elided.map((chain, i) => owned(chain, i === 0, owner ?? { steps: [], start: at })));
      at = elided.at(-1)?.next ?? at + 1;
      continue;
    }
    const read = readStep(tokens, at, language);
    if ('skip' in read) {
      at += read.skip;
      continue;
    }
    if (isCounted(tokens, read.step, chains.at(-1))) {
      at = read.step.next;
      continue;
    }
    const chain = withCommas(tokens, chainFrom(tokens, read.step, language), language);
    const isWeak = chain.steps.length === 1 && read.step.weak;
    if (!isWeak) chains.push(...listFrom(tokens, chain, language));
    at = isWeak ? chain.next : (chains.at(-1)?.next ?? chain.next);
  }
  return chains;
}

/** Kyrgyz: 5-берененин 1 (2-пункту) жана 3-бөлүктөрү: the place before a list, to which all of it belongs. */
function ownerOf(before: Chain | undefined, [first]: readonly Chain[], at: number): Chain | undefined {
  const last = before?.steps.at(-1);
  const [step] = first?.steps ?? [];
  if (!last || !step || before?.next !== at || !mayOwn(last)) return undefined;
  return depthOf(step.level) > depthOf(last.level) ? before : undefined;
}

function owned(chain: Chain, isFirst: boolean, { steps, start }: Pick<Chain, 'steps' | 'start'>): Chain {
  return { steps: [...steps, ...chain.steps], start: isFirst ? start : chain.start, next: chain.next, list: start };
}

/** A chain alone, or with those that follow it in one list: Articles 5(1), 6(2) and 7. */
function listFrom(tokens: readonly Token[], first: Chain, language: Language): readonly Chain[] {
  const chainAt = (step: Step): Chain => chainFrom(tokens, step, language);
  const chains = [...withAsides(tokens, first, language, chainAt)];
  let isOver = false;
  let hasMore = false;
  while (!isOver) {
    const last = chains.at(-1) ?? first;
    const step = goesInward(last) ? elidedStep(tokens, last, language) : undefined;
    if (step) chains.push(...withAsides(tokens, withCommas(tokens, chainAt(step), language), language, chainAt));
    hasMore ||= step !== undefined;
    isOver = step === undefined;
  }
  return hasMore ? chains.map((chain) => inList(chain, first)) : chains;
}

/** The noun of a list is a plural: статьи is no genitive then. */
function inList({ steps, ...chain }: Chain, { start }: Chain): Chain {
  const several = steps.map((step, i): Step => {
    const { noun } = step;
    return i === 0 ? { ...step, noun: { ...noun, cases: noun.pluralCases ?? noun.cases } } : step;
  });
  return { ...chain, steps: several, list: start };
}

/** 12 статей, 12 articles: a number before the noun that belongs to no other place says how many there are. */
function isCounted(tokens: readonly Token[], { start, noun, level }: Step, before: Chain | undefined): boolean {
  const number = tokens[start - 1];
  if (number?.kind !== 'number' || before?.next === start || noun.plural === false) return false;
  // № 102 статьи 5: the number of an act, whose place follows.
  // § 2 главы 5: the number of a division under the chapter that no citation holds.
  const isNumbering = isMark(tokens[start - 2], '№-§') || /^параграф/.test(tokens[start - 2]?.text ?? '');
  return !isNumbering && level !== 'paragraph';
}

function chainFrom(tokens: readonly Token[], first: Step, language: Language): Chain {
  const steps = [first];
  for (;;) {
    const last = steps.at(-1) ?? first;
    const read = readStep(tokens, linkEnd(tokens, last.next, language), language);
    const next = 'step' in read ? linked(steps, read.step, language) : undefined;
    if (!next) break;
    // items "a" and "b" of point 2: what the letters count stands under the point.
    if (next.level === 'point' && last.level === 'point') steps[steps.length - 1] = { ...last, level: 'subpoint' };
    steps.push(next);
  }
  return { steps, start: first.start, next: steps.at(-1)?.next ?? first.next };
}

/** English says "of" between the levels; the others put them side by side. */
function linkEnd(tokens: readonly Token[], at: number, language: Language): number {
  if (language !== 'en') return at;
  const past = tokens[at]?.text === 'of' ? at + 1 : at;
  return tokens[past]?.text === 'the' ? past + 1 : past;
}

/** The step as a link of the chain; `undefined` when it begins another one. */
function linked(steps: readonly Step[], next: Step, language: Language): Step | undefined {
  const last = steps.at(-1);
  if (!last) return undefined;
  const isInner = depthOf(next.level) > depthOf(last.level);
  if (language === 'ky') {
    if (!mayOwn(last)) return undefined;
    // Old acts call both levels пункт: 23-статьянын «а» пункту, 1-пунктунун «а» пункту.
    const isLetter = next.level === 'point' && last.level === 'point' && /^\p{L}$/u.test(next.numbers[0] ?? '');
    return isLetter ? { ...next, level: 'subpoint' } : isInner ? next : undefined;
  }
  // parts 1(2): what stands in brackets is one level under the number before it.
  const isUnder = next.counted === 'bracket' && last.level === 'part' && next.level === 'part';
  if (isUnder) return { ...next, level: 'point' };
  const asPoint = language === 'en' && steps.length === 1 ? numberedParagraph(last, next) : undefined;
  if (asPoint) return asPoint;
  const isItem = language === 'en' && steps.length === 1 && next.level === 'point' && last.level === 'point';
  if (isItem && last.numbers.every((number) => /^\p{L}$/u.test(number)) && /^\d/.test(next.numbers[0] ?? ''))
    return next;
  const goesOutward = steps.length < 2 || depthOf(last.level) < depthOf(steps.at(-2)?.level ?? last.level);
  if (depthOf(next.level) < depthOf(last.level)) return goesOutward && mayOwn(next) ? next : undefined;
  const goesInward = steps.length < 2 || !goesOutward;
  return isInner && goesInward && (last.noun.short === true || language === 'en' || last.level !== 'paragraph')
    ? next
    : undefined;
}

/** sub-paragraph (a) of paragraph 2: what has lettered items under it is the numbered point, and no unnumbered paragraph. */
function numberedParagraph(last: Step, next: Step): Step | undefined {
  const isLetter = last.numbers.every((number) => /^\p{L}$/u.test(number));
  const holds = last.level === 'subpoint' || (last.level === 'point' && isLetter);
  const isNumbered = next.level === 'paragraph' && !next.weak && next.numbers.every((number) => /^\d/.test(number));
  return holds && isNumbered && next.counted !== 'ordinal' ? { ...next, level: 'point' } : undefined;
}

/** Whether the noun can be a possessor: in the genitive, or in a form that does not tell. */
function mayOwn({ noun }: Step): boolean {
  return noun.cases.length === 0 || noun.cases.includes('gen') || noun.cases.includes('attr');
}

/** Article 12, part 2, point 3: from large to small with commas, unless what follows the comma has an article of its own. */
function withCommas(tokens: readonly Token[], chain: Chain, language: Language): Chain {
  let whole = chain;
  for (;;) {
    const last = whole.steps.at(-1);
    if (!last || !isMark(tokens[whole.next], ',(') || !goesInward(whole)) return whole;
    const isAside = isMark(tokens[whole.next], '(');
    const read = readStep(tokens, whole.next + 1, language);
    if (!('step' in read)) return whole;
    const told = chainFrom(tokens, read.step, language);
    // статья 6 (пункт 1 части 2): a bracket may go outward by itself.
    const more = isAside ? { ...told, steps: inCaseOf(last, inward(told.steps), language) } : told;
    // Article 9, paragraph 2, subparagraph (a): lettered items stand under the numbered point.
    const asPoint = language === 'en' && more.steps.length === 1 ? numberedParagraph(read.step, last) : undefined;
    if (asPoint) {
      const item: Step = { ...read.step, level: 'subpoint' };
      whole = { steps: [...whole.steps.slice(0, -1), asPoint, item], start: whole.start, next: more.next };
      continue;
    }
    const fits = goesInward(more) && more.steps.every(({ level }) => depthOf(level) > depthOf(last.level));
    if (!fits || (language !== 'en' && !isAside && whole.steps[0]?.level !== 'article')) return whole;
    if (isAside && !isMark(tokens[more.next], ')')) return whole;
    if (language === 'ky' && ((read.step.noun.owned && !isAside) || read.step.weak)) return whole;
    whole = { steps: [...whole.steps, ...more.steps], start: whole.start, next: isAside ? more.next + 1 : more.next };
  }
}

function goesInward({ steps }: Chain): boolean {
  return steps.every(({ level }, i) => i === 0 || depthOf(level) > depthOf(steps[i - 1]?.level ?? level));
}

/** The grammatical case of the whole: that of the last noun in Kyrgyz, of the first in Russian; English has none. */
export function caseOf(chain: Chain, language: Language): GrammaticalCase | undefined {
  if (language === 'en') return undefined;
  return (language === 'ky' ? chain.steps.at(-1) : chain.steps[0])?.noun.cases[0];
}

/** Whether two chains are told in one breath: «статьей 79 и частью 2 статьи 80», «1-бөлүгүнүн 3-пункту жана 2-бөлүгү». */
export function areJoined(tokens: readonly Token[], a: Chain, b: Chain, language: Language): boolean {
  let at = a.next;
  if (isMark(tokens[at], ',')) at += 1;
  if (isJoiner(tokens[at], language)) at += 1;
  return at > a.next && at === b.start;
}
