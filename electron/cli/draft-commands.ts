import path from 'node:path';
import { languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import { type CellState, cellOf, stateOf } from '../../core/draft/state.ts';
import { cellText } from '../../core/draft/text.ts';
import type { Draft, Unit } from '../../core/draft/types.ts';
import { formatOf } from '../../core/file/needs.ts';
import { createInlineText } from '../../core/law/inline-text.ts';
import { createFromTemplate, writeDraftFile } from '../files/documents.ts';
import { choice } from './arguments.ts';
import { type Command, readLaw } from './command.ts';
import { openDraft, passwordFile } from './open-draft.ts';
import { answer, refuseAs } from './outcome.ts';

export const newDraft: Command = {
  accepts: { words: [1, 1], values: ['template'], required: ['template'], flags: ['force'] },
  run: async ({ words: [name = ''], values, flags }, world) => {
    const made = await createFromTemplate(world.resources, values.template ?? '', world.ports, world.files);
    if (!made.ok) return refuseAs('refused', made.error);
    const file = path.resolve(world.folder, name);
    const written = await writeDraftFile(file, made.value, { force: flags.has('force') }, world.files);
    if (!written.ok) return refuseAs('notWritten', written.error);
    return answer({ file, draftId: made.value.draft.meta.id }, `${file}\n`);
  },
};

export const info: Command = {
  accepts: { words: [1, 1], values: [passwordFile] },
  run: async (args, world) => {
    const read = await openDraft(args, world);
    if (!read.ok) return read;
    const { draft } = read.value.file;
    const about = {
      draftId: draft.meta.id,
      formatVersion: formatOf(draft),
      template: draft.meta.template ?? '',
      document: draft.meta.document ?? 'bill',
      counts: {
        units: draft.units.length,
        chapters: draft.units.filter((unit) => unit.kind === 'chapter').length,
        articles: draft.units.filter((unit) => unit.kind === 'article').length,
      },
      states: statesOf(draft),
      comments: draft.comments.length,
      // A draft holds no tracked changes yet.
      changes: 0,
      citations: draft.units.reduce((sum, unit) => sum + citationsIn(unit), 0),
    };
    return answer(about, asLines(about), read.value.notices);
  },
};

/** How many texts are in each state. */
function statesOf({ units }: Draft): Trilingual<Record<CellState, number>> {
  return trilingual((language) => {
    const counts: Record<CellState, number> = { missing: 0, drafted: 0, stale: 0, approved: 0 };
    for (const unit of units) counts[stateOf(unit, language)] += 1;
    return counts;
  });
}

/** A citation stands in each language of its provision and is counted once. */
function citationsIn(unit: Unit): number {
  const inCells = unit.children.map((cell) =>
    cell.children.filter((inline) => 'type' in inline && inline.type === 'citation'),
  );
  return Math.max(...inCells.map((found) => found.length));
}

function asLines(value: object, prefix = ''): string {
  return Object.entries(value)
    .map(([key, each]) => (typeof each === 'object' ? asLines(each, `${prefix}${key}.`) : `${prefix}${key}\t${each}\n`))
    .join('');
}

export const text: Command = {
  accepts: { words: [1, 1], values: ['language', 'marks', passwordFile], required: ['language'] },
  run: async (args, world) => {
    const language = choice(args, 'language', languages);
    if (!language.ok) return language;
    // A draft holds no tracked changes yet, so that the three readings are one.
    const marks = choice(args, 'marks', ['final', 'original', 'all'], 'final');
    if (!marks.ok) return marks;
    const read = await openDraft(args, world);
    if (!read.ok) return read;
    const { units } = read.value.file.draft;
    const { forms, acts } = await readLaw(world, read.value.file);
    const labels = labelsOf(units, forms);
    const textOf = createInlineText({ units, labels, acts, document: forms.document });
    const listed = units.map((unit) => ({
      id: unit.id,
      kind: unit.kind,
      label: labels.get(unit.id)?.label[language.value] ?? '',
      text: cellText(cellOf(unit, language.value), textOf),
    }));
    const labelled = listed.map((unit) => [unit.label, unit.text].filter((part) => part !== '').join(' '));
    return answer(
      { language: language.value, units: listed },
      labelled.map((line) => `${line}\n`).join(''),
      read.value.notices,
    );
  },
};
