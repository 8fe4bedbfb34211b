import {
  amendmentList,
  bannerBegins,
  bannerGoesOn,
  isBanner,
  laterBegins,
  laterEnds,
  repeal,
  statusWord,
  typeOf,
} from './header-lines.ts';
import { beginsType, joined } from './title-lines.ts';
import type { OfficialLine } from './types.ts';

/** How many lines from here on are one note on the whole act; 0 where none begins. `isAbove`: the act's own name is yet to come. */
export function bannerLength(lines: readonly OfficialLine[], at: number, isAbove: boolean): number {
  const text = lines[at]?.text ?? '';
  const lead = bannerLead(lines, at);
  if (lead === 0 && (!isBanner(text) || amendmentsFirst(text))) return isAbove ? laterLength(lines, at) : 0;
  let count = lead + 1;
  while (count < lead + 6 && !statusWord.test(text) && goesOnAsBanner(lines[at + count]?.text ?? '')) count += 1;
  return count;
}

function goesOnAsBanner(text: string): boolean {
  return bannerGoesOn.test(text) && !typeOf(text);
}

/** A list of amendments may end with a note on force; it is a list all the same. */
function amendmentsFirst(text: string): boolean {
  return text.startsWith('(') && amendmentList.test(text) && !repeal.test(text);
}

/** КР … Мыйзамына ылайык / 2019-жылдын 1-январынан тартып / КҮЧҮН ЖОГОТОТ: how many lines stand before the last. */
function bannerLead(lines: readonly OfficialLine[], at: number): number {
  for (let lead = 0; lead < 4; lead += 1) {
    const text = lines[at + lead]?.text ?? '';
    if (lead > 0 && text.length < 200 && repeal.test(text)) return lead;
    if (!bannerBegins.test(text)) return 0;
  }
  return 0;
}

/** КР … Мыйзамы менен киргизилген өзгөртүүлөр / «…» / алты ай өткөндөн кийин күчүнө кирет: the last line says what the note is. */
function laterLength(lines: readonly OfficialLine[], at: number): number {
  if (!laterBegins.test(lines[at]?.text ?? '')) return 0;
  for (let count = 1; count <= 6 && !beginsType(lines, at + count - 1); count += 1) {
    if (laterEnds.test(lines[at + count - 1]?.text ?? '')) return joined(lines, at, count).length < 600 ? count : 0;
  }
  return 0;
}
