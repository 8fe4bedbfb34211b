import path from 'node:path';
import { isLanguage, languages } from '../../core/base/language.ts';
import { importLimits } from '../../core/base/limits.ts';
import { recognise } from '../../core/law/recognise/recognise.ts';
import { importAct } from '../services/import-act.ts';
import { type Command, readLaw } from './command.ts';
import { answer, answerInWords, refuse } from './outcome.ts';

/** `recognise --language L`: the citations of the text on standard input. */
export const recogniseCitations: Command = {
  accepts: { words: [0, 0], values: ['language'], required: ['language'] },
  run: async ({ values }, world) => {
    const language = values.language ?? '';
    if (!isLanguage(language)) {
      return refuse('usage', 'bad-value', { option: '--language', value: language, allowed: languages.join(', ') });
    }
    const text = (await world.readInput?.()) ?? '';
    const found = recognise(text, language, (await readLaw(world)).acts);
    const rows = found.map(({ start, end, pinpoint, act, text: words }) => {
      return [`${start}-${end}`, pinpoint.map((pair) => pair.join(' ')).join(', '), act ?? '', words].join('\t');
    });
    return answer(found, rows.map((row) => `${row}\n`).join(''));
  },
};

/** `import-act FILE`: the official text of an act, recognised. The register and the file stay as they are. */
export const importActFile: Command = {
  accepts: { words: [1, 1] },
  run: async ({ words: [file = ''] }, world) => {
    const name = path.basename(file);
    const bytes = await world.files.read(path.resolve(world.folder, file), importLimits.file).catch(() => undefined);
    if (!bytes) return refuse('refused', 'not-found', { name });
    const result = await importAct(bytes, name);
    if (!result.ok) return refuse('refused', `import.${result.error}`, { name });
    const act = result.value;
    const head = [act.language, act.type, act.date, act.number, act.title].map((field) => field ?? '').join('\t');
    const body = act.units.map(({ label, heading, text }) => [label, heading, text].filter(Boolean).join(' '));
    return answerInWords({
      json: (messages) => ({
        ...act,
        report: act.report.map((notice) => ({ ...notice, message: messages.notice(notice) })),
      }),
      text: () => [head, ...body].map((line) => `${line}\n`).join(''),
      notices: act.report,
    });
  },
};
