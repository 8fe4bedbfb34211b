import { type Language, languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import type { Notice } from '../../core/base/notice.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import { grammaticalCases, type Pinpoint } from '../../core/draft/types.ts';
import { inflect } from '../../core/languages/kyrgyz/suffixes.ts';
import { searchActs } from '../../core/law/acts.ts';
import { type CitationGap, citationGaps, renderCitation } from '../../core/law/citation.ts';
import { type PinpointLevel, parseNumbers, pinpointLevels } from '../../core/law/pinpoint.ts';
import { actStatusMark, type Vitality } from '../../core/law/status.ts';
import { listTemplates } from '../templates/templates.ts';
import { type Arguments, choice } from './arguments.ts';
import { type Command, readLaw } from './command.ts';
import { answer, type Refusal, refuse } from './outcome.ts';

export const templates: Command = {
  accepts: { words: [0, 0] },
  run: async (_args, world) => {
    const found = await listTemplates(world.files, world.resources);
    const json = found.map(({ id, title, leansOn, counts }) => ({ id, title, acts: leansOn, counts }));
    return answer(json, lines(found.map(({ id, title }) => [id, ...languages.map((language) => title[language])])));
  },
};

export const acts: Command = {
  accepts: { words: [0, Number.POSITIVE_INFINITY] },
  run: async ({ words }, world) => {
    const found = searchActs((await readLaw(world)).acts, words.join(' '));
    const json = found.map(({ id, type, date, number, title, status, confidence }) => {
      return { id, type, date, number, title, status, confidence };
    });
    const text = found.map((act) => [
      act.id,
      act.date ?? '',
      act.number ?? '',
      act.status,
      act.title.ru ?? act.title.ky ?? '',
    ]);
    return answer(json, lines(text));
  },
};

export const cite: Command = {
  accepts: { words: [1, 1], values: [...pinpointLevels, 'case'], flags: ['dated'] },
  run: async (args, world) => {
    const [id = ''] = args.words;
    const index = (await readLaw(world)).acts;
    const act = index.byId.get(id);
    if (!act) return refuse('refused', 'unknown-act', { act: id });
    const pinpoint = readPinpoint(args);
    if (!pinpoint.ok) return pinpoint;
    const inCase = choice(args, 'case', grammaticalCases, 'nom');
    if (!inCase.ok) return inCase;
    const dated = args.flags.has('dated') ? ({ dated: true } as const) : {};
    const citation = { act: id, pinpoint: pinpoint.value, case: inCase.value, ...dated };
    const words: Trilingual<string> = trilingual((language) => renderCitation(citation, index, language));
    const gaps = trilingual((language) => citationGaps(citation, index, language));
    const status = actStatusMark(act);
    return answer(
      { ...words, status, gaps },
      lines(languages.map((language) => [language, words[language]])),
      remarksOn(id, status.vitality, gaps),
    );
  },
};

/** What must be said beside the words: the act is dead, or something that they rest on was seen in no source. */
function remarksOn(act: string, vitality: Vitality, gaps: Trilingual<readonly CitationGap[]>): readonly Notice[] {
  const unseen = vitality === 'unverified' || languages.some((language) => gaps[language].length > 0);
  if (vitality === 'dead') return [{ code: 'cli.dead-act', severity: 'warning', params: { act } }];
  return unseen ? [{ code: 'cli.unverified-act', severity: 'warning', params: { act } }] : [];
}

/** What a number may look like on each level, as acts write it. */
const numberShapes: Partial<Record<PinpointLevel, RegExp>> = {
  section: /^(?:[IVXLC]+|\d+)(?:-\d+)*$/,
  chapter: /^(?:[IVXLC]+|\d+)(?:-\d+)*$/,
  subpoint: /^(?:\p{L}{1,2}|\d+)(?:-\d+)*$/u,
};
const plainNumber = /^\d+(?:-\d+)*$/;

function readPinpoint({ values }: Arguments): Result<Pinpoint, Refusal> {
  const pinpoint: Partial<Record<PinpointLevel, readonly string[]>> = {};
  for (const level of pinpointLevels) {
    const typed = values[level];
    if (typed === undefined) continue;
    const numbers = parseNumbers(typed);
    const shape = numberShapes[level] ?? plainNumber;
    if (numbers.length === 0 || !numbers.every((number) => shape.test(number))) {
      return refuse('usage', 'bad-number', { option: `--${level}`, value: typed });
    }
    pinpoint[level] = numbers;
  }
  return succeed(pinpoint);
}

export const inflectNoun: Command = {
  accepts: { words: [1, 1] },
  run: async ({ words: [noun = ''] }) => {
    if (!/^[а-яёңөү]+(?:[- ][а-яёңөү]+)*$/iu.test(noun)) return refuse('refused', 'not-kyrgyz', { noun });
    const forms = inflect(noun.normalize('NFC'));
    return answer(forms, lines(Object.entries(forms)));
  },
};

/** A table of tab-separated columns. */
function lines(rows: readonly (readonly (string | Language)[])[]): string {
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}
