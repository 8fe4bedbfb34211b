import { draftLimits, launchLimits, templateLimits, trailLimits } from '../../core/base/limits.ts';
import type { Inline } from '../../core/draft/types.ts';
import { isId } from '../../core/file/fields.ts';
import { readThread } from '../../core/file/read-comments.ts';
import { readUnits } from '../../core/file/read-draft.ts';
import { readEdit } from '../../core/file/read-edit.ts';
import { areTargets, isActId, readInline, readPinpoint, readShortNames } from '../../core/file/read-inline.ts';
import { areGuarantees, areSetAside, readInlines, readUnit } from '../../core/file/read-unit.ts';
import { createReport } from '../../core/file/report.ts';
import { readTemplateAbout } from '../../core/file/template-about.ts';
import { noHead, readTrailEntry, trailLines } from '../../core/file/trail.ts';
import { readLaunch } from '../../electron/shell/file-argument.ts';
import { aDraft } from '../support/builder.ts';
import { counted, type Edge, type Edges, times } from './edges.ts';

const ignore = () => undefined;
const letters = (count: number) => 'x'.repeat(count);
const ids = (count: number) => times(count, (at) => `g-${at}`);
const message = (text: string, author = 'Асанов') => ({ author, at: '2026-03-01T09:00:00.000Z', text });
const thread = (messages: unknown, quote = '') =>
  readThread({ id: 't-1', unit: 'u-1', lang: 'ky', quote, resolved: false, messages });
const aside = { rule: 'r', about: 'a', reason: 'x', by: '', on: '2026-03-01' };
const insertion = { type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'а' };
const [unit] = aDraft('draft-1').unit('part', 'Үй-бүлө').build().units;

/** What reads each; the run, the number and the like are read in edits too, by the same limit. */
const readers: Readonly<Record<keyof typeof draftLimits, (count: number) => unknown>> = {
  units: (count) =>
    readUnits(
      times(count, (at) => ({ ...unit, id: `u-${at}` })),
      createReport(),
    ).ok,
  inlines: (count) =>
    readInlines(
      times(count, (): Inline => ({ text: 'а' })),
      ignore,
    ),
  run: (count) => {
    const typed = readEdit({ operations: [{ ...insertion, text: letters(count) }] });
    return readInline({ text: letters(count) }, ignore) && typed.ok;
  },
  operations: (count) => readEdit({ operations: times(count, () => insertion) }).ok,
  commentChanges: (count) => readEdit({ operations: [], comments: times(count, () => ({ id: 't-1' })) }).ok,
  messages: (count) => thread(times(count, () => message('x'))),
  message: (count) => thread([message(letters(count))]),
  quote: (count) => thread([message('x')], letters(count)),
  author: (count) => thread([message('x', letters(count))]),
  id: (count) => isId(letters(count)),
  act: (count) => isActId(letters(count)),
  number: (count) => {
    const properties = { path: [0], properties: {}, newProperties: { number: letters(count) } };
    const set = readEdit({ operations: [{ type: 'set_node', ...properties }] });
    const pinpoint = readPinpoint({ article: [letters(count)] });
    return readUnit({ ...unit, number: letters(count) }, createReport()) && set.ok && pinpoint;
  },
  shortName: (count) => readShortNames({ ru: letters(count) }),
  targets: (count) => areTargets(ids(count)),
  pinpoints: (count) => readPinpoint({ article: times(count, () => '5') }),
  guarantees: (count) => areGuarantees(ids(count)),
  aside: (count) => areSetAside(times(count, () => aside)),
  reason: (count) => areSetAside([{ ...aside, reason: letters(count) }]),
};

export const draftEdges = Object.fromEntries(
  Object.entries(readers).map(([name, comes]): [string, Edge] => [
    name,
    counted(draftLimits[name as keyof typeof draftLimits], comes),
  ]),
) as Edges<typeof draftLimits>;

export const templateEdges: Edges<typeof templateLimits> = {
  title: counted(templateLimits.title, (count) => readTemplateAbout({ title: { ky: letters(count) } })),
  description: counted(
    templateLimits.description,
    (count) => readTemplateAbout({ title: { ky: 'x' }, description: { ru: letters(count) } })?.description.ru,
  ),
};

const entry = JSON.stringify({ number: 1, at: '2026-03-01', by: '', kind: 'opened', before: noHead.head });

export const trailEdges: Edges<typeof trailLimits> = {
  entries: counted(trailLimits.entries, (count) => trailLines('a\n'.repeat(count))),
  line: counted(trailLimits.line, (count) => readTrailEntry(entry.padEnd(count))),
  text: counted(trailLimits.text, (count) => trailLines(`${letters(count - 1)}\n`)),
};

export const launchEdges: Edges<typeof launchLimits> = {
  words: counted(launchLimits.words, (count) => readLaunch({ argv: times(count, () => 'x'), folder: '/h' })),
  word: counted(launchLimits.word, (count) => {
    const word = readLaunch({ argv: [letters(count)], folder: '/h' });
    return word && readLaunch({ argv: [], folder: letters(count) });
  }),
};
