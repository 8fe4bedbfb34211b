import type { Language } from '../base/language.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import type { Match, Span, SpanFinder } from '../draft/find.ts';
import { type FormTest, formTest } from './find-forms.ts';
import { compileRegex } from './find-regex.ts';
import type { RegexProblem } from './find-regex-parse.ts';
import { foldCase, foldSpaces, isInsideWord, type PlacedWord, wordsOf } from './find-words.ts';

/** How the words of a query are understood: as they are, in all their forms, or as a regular expression. */
export type FindMode = 'plain' | 'forms' | 'regex';

/** What a person looks for. */
export interface FindQuery {
  readonly text: string;
  readonly mode: FindMode;
  readonly matchCase: boolean;
  /** Nothing that is a part of a longer word. Forms are whole words always. */
  readonly wholeWord: boolean;
}

/** Why nothing can be looked for; `locales/<language>/find.json` has the sentence under `problem`. */
export type FindProblem = RegexProblem;

/** The function that finds a query in a text. An empty query finds nothing. Spaces that break and that do not are the same. */
export function compileQuery(query: FindQuery): Result<SpanFinder, FindProblem> {
  if (query.text === '') return succeed(() => []);
  switch (query.mode) {
    case 'plain':
      return succeed(withWordEdges(query, plainFinder(query)));
    case 'forms':
      return succeed(formsFinder(query));
    case 'regex': {
      const find = compileRegex(foldSpaces(query.text), query.matchCase);
      if (typeof find === 'string') return fail(find);
      return succeed(withWordEdges(query, (text) => find(foldSpaces(text))));
    }
  }
}

/** The words to put in a match's place; in a regular expression `$1` and `$&` stand for what was found, `$$` for a dollar. */
export function replacementFor(query: FindQuery, replacement: string, match: Match, found: string): string {
  if (query.mode !== 'regex') return replacement;
  return replacement.replace(/\$(\$|&|[1-9]\d?)/g, (written, sign: string) => {
    if (sign === '$') return '$';
    if (sign === '&') return found;
    const { groups = [] } = match;
    return Number(sign) <= groups.length ? (groups[Number(sign) - 1] ?? '') : written;
  });
}

function plainFinder({ text: wanted, matchCase }: FindQuery): SpanFinder {
  const fold = (text: string): string => (matchCase ? foldSpaces(text) : foldCase(foldSpaces(text)));
  const needle = fold(wanted);
  return (text) => {
    const hay = fold(text);
    const spans: Span[] = [];
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
      spans.push({ start: at, end: at + needle.length });
    }
    return spans;
  };
}

function withWordEdges({ wholeWord }: FindQuery, find: SpanFinder): SpanFinder {
  if (!wholeWord) return find;
  return (text, language) =>
    find(text, language).filter(({ start, end }) => !isInsideWord(text, start) && !isInsideWord(text, end));
}

/** Words of the query one after another, each in any form, with the same signs between them. */
function formsFinder(query: FindQuery): SpanFinder {
  const wanted = wordsOf(query.text);
  if (wanted.length === 0) return plainFinder(query);
  const between = wanted.map((word, i) => joiner(query.text, word, wanted[i + 1]));
  const tests = new Map<Language, readonly FormTest[]>();
  const testsFor = (language: Language): readonly FormTest[] => {
    const known = tests.get(language) ?? wanted.map((word) => remembering(wordTest(word.text, language, query)));
    tests.set(language, known);
    return known;
  };
  return (text, language) => {
    const words = wordsOf(text);
    const forms = testsFor(language);
    const spans: Span[] = [];
    for (let first = 0; first + wanted.length <= words.length; first += 1) {
      const isFound = forms.every((isForm, i) => {
        const word = words[first + i];
        const isJoined = i === 0 || joiner(text, words[first + i - 1], word) === between[i - 1];
        return word !== undefined && isForm(word.text) && isJoined;
      });
      const [begin, end] = [words[first], words[first + wanted.length - 1]];
      if (!isFound || !begin || !end) continue;
      spans.push({ start: begin.start, end: end.end });
      first += wanted.length - 1;
    }
    return spans;
  };
}

function wordTest(word: string, language: Language, { matchCase }: FindQuery): FormTest {
  const isForm = formTest(word, language);
  if (!matchCase) return isForm;
  // The endings differ, so only the first letter can be held to its case.
  return (other) => other.charAt(0) === word.charAt(0) && isForm(other);
}

/** A bill has few words that differ and many that are the same. */
function remembering(test: FormTest): FormTest {
  const known = new Map<string, boolean>();
  return (word) => {
    const fits = known.get(word) ?? test(word);
    known.set(word, fits);
    return fits;
  };
}

/** What stands between two words, with one space for any white space. */
function joiner(text: string, word: PlacedWord | undefined, next: PlacedWord | undefined): string {
  return word && next ? foldSpaces(text.slice(word.end, next.start)).replace(/\s+/g, ' ') : '';
}
