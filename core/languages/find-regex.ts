import type { Span } from '../draft/find.ts';
import { type CharacterTest, type Edge, parseRegex, type RegexProblem } from './find-regex-parse.ts';
import { type Instruction, sizeOf, writeProgram } from './find-regex-program.ts';
import { isWordEdge } from './find-words.ts';

/*
 * Regular expressions without backtracking. A pattern that a person types must never stop the window, and the browser's engine
 * needs centuries for some short ones ((а+)+б) and cannot be interrupted. So the expression becomes a small program, and all ways
 * through it are followed at once, one character after another, in the order of preference (K. Thompson; R. Pike). The work for a
 * character is at most the length of the program, whatever the pattern.
 */

const longestProgram = 2000;

/** The function that finds an expression in a text, or the code of why the expression is not run. Finds nothing empty. */
export function compileRegex(source: string, matchCase: boolean): ((text: string) => readonly Span[]) | RegexProblem {
  const tree = parseRegex(source, matchCase);
  if (typeof tree === 'string') return tree;
  if (sizeOf(tree) > longestProgram) return 'long-expression';
  const program = writeProgram(tree);
  const machine: Machine = { program, mayBegin: beginTest(program) };
  return (text) => findAll(machine, text);
}

interface Machine {
  readonly program: readonly Instruction[];
  readonly mayBegin: CharacterTest;
}

/** Whether a match may begin with a character: most places of a text are passed over by one look. */
function beginTest(program: readonly Instruction[]): CharacterTest {
  const tests: CharacterTest[] = [];
  const seen = new Set<number>();
  let canBeEmpty = false;
  const follow = (at: number): void => {
    const instruction = program[at];
    if (!instruction || seen.has(at)) return;
    seen.add(at);
    if (instruction.does === 'take') tests.push(instruction.test);
    else if (instruction.does === 'end') canBeEmpty = true;
    else for (const next of nextOf(instruction, at)) follow(next);
  };
  follow(0);
  if (canBeEmpty) return () => true;
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const fits = known.get(codePoint) ?? tests.some((test) => test(codePoint));
    known.set(codePoint, fits);
    return fits;
  };
}

/** Where a way goes on without taking a character, the preferred one first. */
function nextOf(instruction: Instruction, at: number): readonly number[] {
  switch (instruction.does) {
    case 'fork':
      return [instruction.first, instruction.second];
    case 'jump':
      return [instruction.to];
    default:
      return [at + 1];
  }
}

/** A way through the program: where it stands, where in the text it began and what its groups have taken (two slots a group). */
interface Way {
  readonly at: number;
  readonly start: number;
  readonly slots: readonly number[];
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly slots: readonly number[];
}

function findAll(machine: Machine, text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let from = firstCandidate(machine, text, 0); from <= text.length; from = firstCandidate(machine, text, from)) {
    const found = findFirst(machine, text, from);
    if (!found) break;
    const { start, end } = found;
    if (end > start) spans.push(spanOf(text, found));
    from = end > start ? end : end + letterLength(text.codePointAt(end));
  }
  return spans;
}

function letterLength(codePoint: number | undefined): number {
  return codePoint !== undefined && codePoint > 0xffff ? 2 : 1;
}

/** The next place at which a match may begin; beyond the text when there is none. */
function firstCandidate({ mayBegin }: Machine, text: string, from: number): number {
  let at = from;
  for (; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (mayBegin(codePoint)) break;
    at += letterLength(codePoint);
  }
  return at;
}

function spanOf(text: string, { start, end, slots }: Found): Span {
  const groups: (string | undefined)[] = [];
  for (let slot = 0; slot < slots.length; slot += 2) {
    const [from, to] = [slots[slot], slots[slot + 1]];
    groups.push(from === undefined || to === undefined ? undefined : text.slice(from, to));
  }
  return { start, end, ...(groups.length > 0 && { groups }) };
}

/** The leftmost match from `from` on, the preferred one of those that begin there. */
function findFirst(machine: Machine, text: string, from: number): Found | undefined {
  const crowd = new Crowd(machine.program, text);
  let found: Found | undefined;
  let ways: readonly Way[] = [];
  for (let at = from; at <= text.length; ) {
    const codePoint = text.codePointAt(at);
    crowd.gather(at);
    for (const way of ways) crowd.add(way.at, way.start, way.slots);
    if (!found && (codePoint === undefined || machine.mayBegin(codePoint))) crowd.add(0, at, noSlots);
    const step = crowd.take(codePoint);
    if (step.ended) found = { start: step.ended.start, end: at, slots: step.ended.slots };
    ways = step.ways;
    at += letterLength(codePoint);
    if (ways.length > 0) continue;
    if (found) return found;
    at = firstCandidate(machine, text, at);
  }
  return found;
}

const noSlots: readonly number[] = [];

/** All ways that stand at one place of the text, the preferred ones first; no instruction is stood on twice. */
class Crowd {
  readonly #program: readonly Instruction[];
  readonly #text: string;
  /** For each instruction the last place at which somebody came to it. */
  readonly #reached: Int32Array;
  #offset = 0;
  #standing: Way[] = [];

  constructor(program: readonly Instruction[], text: string) {
    this.#program = program;
    this.#text = text;
    this.#reached = new Int32Array(program.length).fill(-1);
  }

  gather(offset: number): void {
    this.#offset = offset;
    this.#standing = [];
  }

  /** Follows a way as far as it goes without taking a character. */
  add(at: number, start: number, slots: readonly number[]): void {
    const instruction = this.#program[at];
    if (!instruction || this.#reached[at] === this.#offset) return;
    this.#reached[at] = this.#offset;
    switch (instruction.does) {
      case 'fork':
        this.add(instruction.first, start, slots);
        this.add(instruction.second, start, slots);
        return;
      case 'jump':
        this.add(instruction.to, start, slots);
        return;
      case 'note':
        this.add(at + 1, start, withSlot(slots, instruction.slot, this.#offset));
        return;
      case 'check':
        if (holds(instruction.edge, this.#text, this.#offset)) this.add(at + 1, start, slots);
        return;
      default:
        this.#standing.push({ at, start, slots });
    }
  }

  /** The ways that go on past a character, and the one that is at its end: those behind it are less preferred and go no further. */
  take(codePoint: number | undefined): { readonly ways: readonly Way[]; readonly ended?: Way } {
    const ways: Way[] = [];
    for (const way of this.#standing) {
      const instruction = this.#program[way.at];
      if (instruction?.does === 'end') return { ways, ended: way };
      const takes = instruction?.does === 'take' && codePoint !== undefined && instruction.test(codePoint);
      if (takes) ways.push({ at: way.at + 1, start: way.start, slots: way.slots });
    }
    return { ways };
  }
}

function withSlot(slots: readonly number[], slot: number, value: number): readonly number[] {
  const next = [...slots];
  next[slot] = value;
  return next;
}

function holds(edge: Edge, text: string, offset: number): boolean {
  switch (edge) {
    case 'start':
      return offset === 0;
    case 'end':
      return offset === text.length;
    case 'word':
      return isWordEdge(text, offset);
    case 'not-word':
      return !isWordEdge(text, offset);
  }
}
