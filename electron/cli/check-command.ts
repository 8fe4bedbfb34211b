import type { Language } from '../../core/base/language.ts';
import { checkDraft } from '../../core/check/catalogue.ts';
import type { Problem } from '../../core/check/problem.ts';
import { labelsOf, type UnitLabel } from '../../core/draft/numbering.ts';
import { ancestry, indexOfUnit } from '../../core/draft/outline.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import { indexTexts } from '../../core/law/official-text/texts.ts';
import { textsIn } from '../files/brought-texts.ts';
import { type Command, readLaw } from './command.ts';
import { actsOnDay, givenTexts } from './law-options.ts';
import type { CliMessages } from './messages.ts';
import { openDraft, passwordFile } from './open-draft.ts';
import { answerInWords } from './outcome.ts';

/** What the checks say of a draft, last what was set aside. An `error` among the others makes the exit code `problems`. */
export const check: Command = {
  accepts: { words: [1, 1], values: ['texts', 'on', passwordFile] },
  run: async (args, world) => {
    const read = await openDraft(args, world);
    if (!read.ok) return read;
    const { units, comments } = read.value.file.draft;
    const { forms, acts: today, register } = await readLaw(world, read.value.file);
    const acts = actsOnDay(today, register.compiled, args);
    if (!acts.ok) return acts;
    const given = await givenTexts(args, acts.value, world);
    if (!given.ok) return given;
    // What is given outweighs what the draft brings.
    const texts = { texts: given.value?.texts ?? indexTexts(textsIn(read.value.file)) };
    const found = checkDraft({ units, comments, forms, acts: acts.value, ...texts });
    const standing = found.filter(({ aside }) => !aside);
    const problems = [...standing, ...found.filter(({ aside }) => aside)];
    const labels = labelsOf(units, forms);
    return answerInWords({
      json: (messages) => problems.map((problem) => asJson(problem, messages)),
      text: (messages) => problems.map((problem) => `${asLine(problem, units, labels, messages)}\n`).join(''),
      notices: [...read.value.notices, ...(given.value?.notices ?? [])],
      hasErrors: standing.some(({ severity }) => severity === 'error'),
    });
  },
};

function asJson(problem: Problem, { notice }: CliMessages): object {
  const { code, severity, place, blocks, repair, aside } = problem;
  const setAside = aside && { reason: aside.reason, by: aside.by, on: aside.on };
  const about = { code, severity, ...place, message: notice(problem), blocks, repairable: repair !== undefined };
  return { ...about, ...(setAside && { setAside }) };
}

function asLine(
  problem: Problem,
  units: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  { notice, language }: CliMessages,
): string {
  const { severity, place, aside } = problem;
  const where = place.unit === undefined ? '' : whereIs(place.unit, units, labels, language);
  const said = [severity, where, place.language ?? '', notice(problem)];
  return (aside ? ['set-aside', ...said, aside.reason, aside.by, aside.on] : said).join('\t');
}

/** The labels from the article down, as printed: `Статья 12. 3. 1)`; the id of a unit that has none. */
function whereIs(
  id: UnitId,
  units: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  language: Language,
): string {
  const path = ancestry(units, indexOfUnit(units, id)).flatMap((at) => units[at] ?? []);
  const fromArticle = path.slice(
    Math.max(
      0,
      path.findIndex(({ kind }) => kind === 'article'),
    ),
  );
  const written = fromArticle.flatMap((unit) => labels.get(unit.id)?.label[language] ?? []);
  return written.length > 0 ? written.join(' ') : id;
}
