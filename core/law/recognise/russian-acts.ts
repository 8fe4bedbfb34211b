import type { ActIndex } from '../acts.ts';
import { findAct, hasTitle, mayBeginTitle } from './act-lookup.ts';
import { type ActMention, pastSpace, type ReadPieces, readPieces, russianPieces } from './act-mention.ts';
import { type ActNoun, actNoun, standsAlone } from './act-nouns.ts';
import { given } from './kyrgyz-acts.ts';
import { foldWord } from './tokens.ts';
import { unitNoun } from './unit-nouns.ts';
import { datePatterns } from './written-date.ts';

/** Where a Russian name of an act begins: its noun with what agrees with it before, «настоящий», initials of a code, or a bare date. */
const beginning = new RegExp(
  `(?<![\\p{L}-])(?:(?<own>настоящ\\p{L}+)\\s+(?<ownNoun>\\p{L}+)|(?<adjective>\\p{L}[\\p{L}-]*(?:ый|ого|ому|ым|ом|ой|ая|ую)\\s+)?(?<noun>закон|кодекс|постановлени|указ|распоряжени|приказ|акт|конституци)(?<ending>\\p{L}{0,4})(?!\\p{L})|(?<initials>УК|УПК|УИК|ТК|БК)(?=\\s+(?:КР|Кыргызской)(?!\\p{L}))|(?<bare>(?:от\\s*)?(?:${datePatterns.ru})\\s*(?:№|N)))`,
  'giu',
);

/** The acts that a Russian text names, in order, without overlap: the noun first, then state, title, date and number. */
export function russianActs(text: string, index: ActIndex): readonly ActMention[] {
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
  const { own, ownNoun = '', noun, initials, ending = '', bare, adjective } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  if (own !== undefined) return ownAt(start, end, foldWord(ownNoun));
  if (bare !== undefined) return bareDate(text, start, index);
  if (initials !== undefined) return codeByInitials(text, { start, end }, initials, index);
  const form = actNoun('ru', foldWord(`${noun}${ending}`));
  return form && namedAt(text, { start, end }, { form, adjective }, index);
}

/** настоящего Закона, настоящей статьи. */
function ownAt(start: number, end: number, folded: string): ActMention | undefined {
  const noun = actNoun('ru', folded);
  const unit = noun ? undefined : unitNoun('ru', folded);
  if (!noun && (!unit || unit.short)) return undefined;
  return { start, end, own: unit?.level ?? 'law', ...given({ case: (noun ?? unit)?.cases[0] }) };
}

interface Head {
  readonly form: ActNoun;
  readonly adjective: string | undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function namedAt(text: string, head: Span, { form, adjective = '' }: Head, index: ActIndex): ActMention | undefined {
  const isCode = form.types.includes('code');
  const isConstitutional = /^конституционн/iu.test(adjective);
  const start = isCode || isConstitutional ? head.start : head.start + adjective.length;
  const first = readPieces(text, head.end, russianPieces);
  const name = nameAfter(text, first, { start, isCode, head }, index);
  const pieces = name ? continued(text, first, name.end) : first;
  const title = pieces.title ?? name?.title ?? (isCode && adjective !== '' ? text.slice(start, head.end) : undefined);
  const { date, number } = pieces;
  if (title === undefined && date === undefined && number === undefined && !standsAlone(form)) return undefined;
  const act = findAct(index, { types: form.types, ...given({ title, date, number }) });
  if (form.types.includes('ussr-act') && act === undefined) return undefined;
  const told = { act, date, number, title: pieces.title, case: form.cases[0] };
  return { start, end: Math.max(pieces.end, head.end), ...given(told) };
}

/** Закон о статусе военнослужащих внутренних войск: the known title is the beginning of another one. */
const longer = /^ (?!настоящ|эт|указанн|данн|Кыргызск)\p{L}+(?:ых|их|ого|его)(?!\p{L})/iu;

/** A title without quotes after the noun: Закона о статусе военнослужащих, Кодекса о правонарушениях. The longest known one counts. */
function nameAfter(
  text: string,
  read: ReadPieces,
  place: { readonly start: number; readonly isCode: boolean; readonly head: Span },
  index: ActIndex,
): { readonly title: string; readonly end: number } | undefined {
  const at = pastSpace(text, read.end);
  if (read.title !== undefined || !mayBeginTitle(index, text, at)) return undefined;
  const after = text.slice(at, at + 400).match(/^[^.;:!?«»"“”\n]*/u)?.[0] ?? '';
  const ends = [...after.matchAll(/[\p{L}\d)](?![\p{L}\d-])/gu)].map(({ index: i }) => i + 1).slice(0, 40);
  const prefix = place.isCode ? `${text.slice(place.start, place.head.end)} ` : '';
  for (const end of ends.toReversed()) {
    const title = prefix + after.slice(0, end);
    const known = place.isCode ? findAct(index, { types: ['code'], title }) !== undefined : hasTitle(index, title);
    if (known) return longer.test(after.slice(end)) ? undefined : { title, end: at + end };
  }
  return undefined;
}

/** Date and number may follow the title. */
function continued(text: string, first: ReadPieces, from: number): ReadPieces {
  const more = readPieces(text, from, russianPieces);
  return { ...first, ...more, owned: first.owned || more.owned };
}

function bareDate(text: string, start: number, index: ActIndex): ActMention | undefined {
  const { date, number, end } = readPieces(text, start, russianPieces);
  if (date === undefined || number === undefined) return undefined;
  return { start, end, ...given({ act: findAct(index, { types: [], date, number }), date, number }) };
}

/** How lawyers call the codes. The name, not the act, is fixed here: which act bears it is the register's to say. */
const codeNames: Readonly<Record<string, string>> = {
  УК: 'Уголовный кодекс',
  УПК: 'Уголовно-процессуальный кодекс',
  УИК: 'Уголовно-исполнительный кодекс',
  ТК: 'Трудовой кодекс',
  БК: 'Бюджетный кодекс',
};

function codeByInitials(text: string, { start, end }: Span, initials: string, index: ActIndex): ActMention {
  const pieces = readPieces(text, end, russianPieces);
  const { date, number } = pieces;
  const title = codeNames[initials.toUpperCase()] ?? initials;
  const act = findAct(index, { types: ['code'], title, ...given({ date, number }) });
  return { start, end: pieces.end, ...given({ act, date, number }) };
}
