import type { Language } from '../../base/language.ts';
import { isJoiner, numbersOf, opensAside, readNumbers, separatorEnd } from './lists.ts';
import { fittingItems, readStep, type Step } from './steps.ts';
import { isHyphen, isMark, type Token } from './tokens.ts';
import { type UnitNoun, unitNoun } from './unit-nouns.ts';

/*
 * Lists whose noun is said once, while some of the numbers have a place of their own in brackets: Articles 5(1), 6(2) and 7;
 * статьи 5 (часть 1), 6 (часть 2) и 7; 5 (1-бөлүгү), 6 (2-бөлүгү) жана 7-беренелери. One pinpoint cannot hold them, so each number
 * becomes a place of its own, with the noun of them all.
 */

/** A run of words that one place is made from: its steps so far, and the token after them. */
interface Run {
  readonly steps: readonly Step[];
  readonly next: number;
}

/** Russian and English: the next number of such a list, as a step with the noun said before; `undefined` where no list goes on. */
export function elidedStep(tokens: readonly Token[], { steps, next }: Run, language: Language): Step | undefined {
  const [first] = steps;
  const at = separatorEnd(tokens, next, language);
  if (language === 'ky' || !first || first.noun.plural === false || at === undefined) return undefined;
  const list = readNumbers(tokens, at, language);
  const items = list && fittingItems(list, first.noun);
  if (!list || !items?.every(({ kind }) => kind === 'number')) return undefined;
  const hasAside = steps.length > 1 || first.elided || opensAside(tokens, list.next, language);
  if (!hasAside) return undefined;
  const numbers = numbersOf(items, true);
  return { level: first.level, noun: first.noun, numbers, start: at, next: list.next, weak: false, elided: true };
}

/** More numbers than any sentence tells in this way; a longer list is none. */
const mostAsides = 30;

/** Kyrgyz: the places of such a list that begins at a token, the noun after the last of them; `undefined` where none begins. */
export function elidedRuns(
  tokens: readonly Token[],
  from: number,
  chainAt: (step: Step) => Run,
): readonly (Run & { readonly start: number })[] | undefined {
  const pieces: { readonly start: number; readonly numbers: readonly string[]; readonly run?: Run; end: number }[] = [];
  let at = from;
  let hasAside = false;
  while (pieces.length < mostAsides) {
    const list = readNumbers(tokens, at, 'ky');
    if (!list?.items.every(({ kind }) => kind === 'number')) return undefined;
    const run = asideAfter(tokens, list.next, chainAt);
    hasAside ||= run !== undefined;
    const end = run ? run.next + 1 : list.next;
    pieces.push({ start: at, numbers: numbersOf(list.items, true), end, ...(run && { run }) });
    const noun = nounAfter(tokens, end);
    if (noun) {
      const last = pieces.at(-1);
      if (last) last.end = noun.next;
      return hasAside && noun.noun.plural ? pieces.map((piece) => runOf(piece, noun.noun)) : undefined;
    }
    const separated = separatorEnd(tokens, end, 'ky');
    if (separated === undefined || !hasAside) return undefined;
    at = separated;
  }
  return undefined;
}

function asideAfter(tokens: readonly Token[], at: number, chainAt: (step: Step) => Run): Run | undefined {
  if (!opensAside(tokens, at, 'ky')) return undefined;
  const read = readStep(tokens, at + 1, 'ky');
  const run = 'step' in read ? chainAt(read.step) : undefined;
  return run && isMark(tokens[run.next], ')') ? run : undefined;
}

function nounAfter(
  tokens: readonly Token[],
  at: number,
): { readonly noun: UnitNoun; readonly next: number } | undefined {
  const word = isHyphen(tokens[at]) ? at + 1 : at;
  const token = tokens[word];
  if (token?.kind !== 'word' || isJoiner(token, 'ky')) return undefined;
  const noun = unitNoun('ky', token.text);
  return noun && { noun, next: word + 1 };
}

/** The noun comes last in the words; so does its case, whatever case the words in brackets have. */
function runOf(
  piece: { readonly start: number; readonly numbers: readonly string[]; readonly run?: Run; readonly end: number },
  noun: UnitNoun,
): Run & { readonly start: number } {
  const { start, numbers, end, run } = piece;
  const step: Step = { level: noun.level, noun, numbers, start, next: end, weak: false, elided: true };
  const inner = (run?.steps ?? []).map((own): Step => ({ ...own, noun: { ...own.noun, cases: noun.cases } }));
  return { start, steps: [step, ...inner], next: end };
}
