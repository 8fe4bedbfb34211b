import type { ActIndex } from '../acts.ts';
import { findAct, hasTitle, mayBeginTitle } from './act-lookup.ts';
import { type ActMention, englishPieces, pastSpace, readPieces } from './act-mention.ts';
import { actNoun, standsAlone } from './act-nouns.ts';
import { given } from './kyrgyz-acts.ts';
import { foldWord } from './tokens.ts';
import { unitNoun } from './unit-nouns.ts';

/** Where an English name of an act begins: "this Law", or its noun with the capitalised words of a code's name before it. */
const beginning =
  /(?<!\p{L})(?:(?:this|the present)\s+(?<own>[\p{L}]+)|(?<name>(?:the\s+)?(?:[A-Z][\p{L}-]*\s+){0,4})(?<noun>Laws?|Code|Resolution|Decree|Order|Act|Constitution)(?!\p{L})|(?<bare>(?:of\s+)?(?:\d{1,2}\s+[A-Z][a-z]+\s+\d{4}|[A-Z][a-z]+\s+\d{1,2},\s*\d{4})\s*No))/gu;

/** The acts that an English text names, in order, without overlap. */
export function englishActs(text: string, index: ActIndex): readonly ActMention[] {
  const mentions: ActMention[] = [];
  beginning.lastIndex = 0;
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    const mention = mentionAt(text, match, index);
    if (!mention) continue;
    mentions.push(mention);
    beginning.lastIndex = Math.max(mention.end, match.index + 1);
  }
  return mentions;
}

function mentionAt(text: string, match: RegExpExecArray, index: ActIndex): ActMention | undefined {
  const { own, name = '', noun, bare } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  if (own !== undefined) return ownAt(start, end, foldWord(own));
  if (bare !== undefined) {
    const { date, number, end: last } = readPieces(text, start, englishPieces);
    if (date === undefined || number === undefined) return undefined;
    return { start, end: last, ...given({ act: findAct(index, { types: [], date, number }), date, number }) };
  }
  return namedAt(text, { start, end, name, noun: noun ?? '' }, index);
}

function ownAt(start: number, end: number, folded: string): ActMention | undefined {
  const isAct = folded === 'law' || folded === 'code' || byPoints.has(folded);
  const level = isAct ? 'law' : unitNoun('en', folded)?.level;
  return level && { start, end, own: level, ...given({ byPoints: byPoints.has(folded) || undefined }) };
}

/** Acts without articles. */
const byPoints: ReadonlySet<string> = new Set(['resolution', 'decree', 'order']);

interface Head {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly noun: string;
}

function namedAt(text: string, { start, end, name, noun }: Head, index: ActIndex): ActMention | undefined {
  const types = actNoun('en', noun.toLowerCase())?.types ?? [];
  const isCode = types.includes('code');
  const first = readPieces(text, end, englishPieces);
  const tail = nameAfter(text, first.end, isCode ? `${name}${noun}` : undefined, index);
  const pieces = tail ? { ...first, ...readPieces(text, tail.end, englishPieces) } : first;
  const called = isCode && name.replace(/^the\s+/i, '') !== '' ? `${name}${noun}` : undefined;
  const title = pieces.title ?? tail?.title ?? called;
  const { date, number } = pieces;
  if (title === undefined && date === undefined && number === undefined && !standsAlone({ types })) return undefined;
  const act = findAct(index, { types, ...given({ title, date, number }) });
  if (types.includes('ussr-act') && act === undefined) return undefined;
  const counts = byPoints.has(noun.toLowerCase()) || undefined;
  return { start, end: pieces.end, ...given({ act, date, number, title: pieces.title, byPoints: counts }) };
}

/** Law on Fire Safety Standards: the known title is the beginning of another one. */
const longer = /^ (?!No|Article|Chapter|Section|Part|Law|Code)\p{Lu}\p{Ll}/u;

/** A title without quotes: the Law on the status of military servicemen, the Code of the Kyrgyz Republic on Offences. */
function nameAfter(
  text: string,
  from: number,
  codeHead: string | undefined,
  index: ActIndex,
): { readonly title: string; readonly end: number } | undefined {
  const at = pastSpace(text, from);
  if (!mayBeginTitle(index, text, at)) return undefined;
  const after = text.slice(at, at + 400).match(/^[^.;:!?«»"“”\n]*/u)?.[0] ?? '';
  const ends = [...after.matchAll(/[\p{L}\d)](?![\p{L}\d-])/gu)].map(({ index: i }) => i + 1).slice(0, 40);
  for (const end of ends.toReversed()) {
    const words = after.slice(0, end).replace(/^about/i, 'On');
    const title = codeHead === undefined ? words : `${codeHead} ${words}`;
    const known =
      codeHead === undefined ? hasTitle(index, title) : findAct(index, { types: ['code'], title }) !== undefined;
    if (known) return longer.test(after.slice(end)) ? undefined : { title, end: at + end };
  }
  return undefined;
}
