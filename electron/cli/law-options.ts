import path from 'node:path';
import { importLimits } from '../../core/base/limits.ts';
import type { Notice } from '../../core/base/notice.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import { isoDate } from '../../core/bridge/library-schema.ts';
import type { ActIndex } from '../../core/law/acts.ts';
import { actsOn } from '../../core/law/acts.ts';
import { indexTexts, type OfficialTexts } from '../../core/law/official-text/texts.ts';
import { actOfText } from '../../core/law/official-text/which-act.ts';
import { importAct } from '../services/import-act.ts';
import type { Arguments } from './arguments.ts';
import type { CliWorld } from './command.ts';
import { type Refusal, refuse } from './outcome.ts';

const named = /\.(?:html?|rtf|docx|txt)$/iu;

/** `--on DATE`: the acts as they are on a day. */
export function actsOnDay(acts: ActIndex, compiled: string, { values }: Arguments): Result<ActIndex, Refusal> {
  const { on: day } = values;
  if (day === undefined) return succeed(acts);
  if (!isoDate.safeParse(day).success)
    return refuse('usage', 'bad-value', { option: '--on', value: day, allowed: 'YYYY-MM-DD' });
  return succeed(actsOn(acts, { day, compiled }));
}

/** What `--texts` gave: the official texts, and what was not taken of them. */
export interface GivenTexts {
  readonly texts: OfficialTexts;
  readonly notices: readonly Notice[];
}

/** `--texts DIR|FILE`: official texts, read as they stand in files; each finds its act by its own header. */
export async function givenTexts(
  { values }: Arguments,
  acts: ActIndex,
  world: CliWorld,
): Promise<Result<GivenTexts | undefined, Refusal>> {
  if (values.texts === undefined) return succeed(undefined);
  const place = path.resolve(world.folder, values.texts);
  const listed = await world.files.list(place).catch(() => undefined);
  const files = listed
    ?.filter((name) => named.test(name))
    .sort()
    .map((name) => path.join(place, name)) ?? [place];
  const found: Parameters<typeof indexTexts>[0][number][] = [];
  const notices: Notice[] = [];
  for (const file of files) {
    const name = path.basename(file);
    const bytes = await world.files.read(file, importLimits.file).catch(() => undefined);
    if (!bytes) return refuse('refused', 'not-found', { name });
    const read = await importAct(bytes, name);
    if (!read.ok) return refuse('refused', `import.${read.error}`, { name });
    const act = actOfText(acts, read.value);
    if (act) found.push({ act: act.id, text: read.value });
    else notices.push({ code: 'cli.text-of-no-act', severity: 'warning', params: { name } });
  }
  return succeed({ texts: indexTexts(found), notices });
}
