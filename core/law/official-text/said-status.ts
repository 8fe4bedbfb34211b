import type { Act } from '../types.ts';
import { repeal, statusWord } from './header-lines.ts';
import type { OfficialText } from './types.ts';

/** What an official text says of its act's force: in a banner over the whole, or by the database's word for it. */
export type SaidStatus = 'repealed' | 'in-force';

/** A banner on some provision says nothing of the act. */
const ofProvision =
  /(?<!\p{L})(?:стать[яиею]|пункт|част[ьи]|абзац|глав[аы]|берене|бөлү[кг]|глава|(?:article|part|point|chapter|paragraph)s?(?!\p{L}))/iu;

/** Whether a banner says that the whole act lives no more. */
export function saysRepealed(banner: string): boolean {
  return /^Не\s+действует/iu.test(banner) || (repeal.test(banner) && !ofProvision.test(banner));
}

/** Undefined where the text says nothing, or both. */
export function saidStatus({ banners }: Pick<OfficialText, 'banners'>): SaidStatus | undefined {
  const isDead = banners.some(saysRepealed);
  const isAlive = banners.some((banner) => statusWord.test(banner) && !/^Не\s/iu.test(banner));
  if (isDead === isAlive) return undefined;
  return isDead ? 'repealed' : 'in-force';
}

/** What a text says of its act's force where the register says otherwise, or does not know. */
export function contradictedStatus(
  { status }: Pick<Act, 'status'>,
  text: Pick<OfficialText, 'banners'>,
): SaidStatus | undefined {
  const said = saidStatus(text);
  if (said === undefined) return undefined;
  const isDead = status === 'repealed' || status === 'replaced' || status === 'historic';
  const agrees = said === 'repealed' ? isDead : status === 'in-force';
  return agrees ? undefined : said;
}
