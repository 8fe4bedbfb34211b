import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type Result, succeed } from '../../core/base/result.ts';
import { type Refusal, refuse } from './outcome.ts';

/** The words after a command's name, taken apart. */
export interface Arguments {
  /** What is not an option, in order. */
  readonly words: readonly string[];
  /** Values of options that have one. */
  readonly values: Readonly<Record<string, string>>;
  /** Options without a value that were given. */
  readonly flags: ReadonlySet<string>;
}

/** What a command takes. */
export interface Accepts {
  /** Fewest and most words. */
  readonly words: readonly [number, number];
  readonly values?: readonly string[];
  readonly required?: readonly string[];
  readonly flags?: readonly string[];
}

/** Takes the words of a command apart; anything that it does not take is wrong usage, named. */
export function readArguments(argv: readonly string[], accepts: Accepts): Result<Arguments, Refusal> {
  const { words, values = [], flags = [], required = [] } = accepts;
  const options: ParseArgsOptionsConfig = Object.fromEntries([
    ...values.map((name) => [name, { type: 'string' }]),
    ...flags.map((name) => [name, { type: 'boolean' }]),
  ]);
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const found: { words: string[]; values: Record<string, string>; flags: Set<string> } = {
    words: [],
    values: {},
    flags: new Set(),
  };
  for (const token of tokens) {
    if (token.kind === 'positional') found.words.push(token.value);
    if (token.kind !== 'option') continue;
    if (flags.includes(token.name)) found.flags.add(token.name);
    else if (!values.includes(token.name)) return refuse('usage', 'unknown-option', { option: token.rawName });
    else if (token.value === undefined || token.value === '')
      return refuse('usage', 'missing-value', { option: token.rawName });
    else found.values[token.name] = token.value;
  }
  const [fewest, most] = words;
  if (found.words.length < fewest) return refuse('usage', 'missing-argument');
  const extra = found.words[most];
  if (extra !== undefined) return refuse('usage', 'extra-argument', { argument: extra });
  const missing = required.find((name) => found.values[name] === undefined);
  if (missing !== undefined) return refuse('usage', 'missing-option', { option: `--${missing}` });
  return succeed(found);
}

/** One of the values that an option may have; `fallback` where it was not given. */
export function choice<T extends string>(
  { values }: Arguments,
  option: string,
  allowed: readonly T[],
  fallback?: T,
): Result<T, Refusal> {
  const given = values[option] ?? fallback;
  const found = allowed.find((value) => value === given);
  if (found !== undefined) return succeed(found);
  return refuse('usage', 'bad-value', { option: `--${option}`, value: given ?? '', allowed: allowed.join(', ') });
}
