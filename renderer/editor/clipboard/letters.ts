import type { Language } from '../../../core/base/language.ts';
import type { TextRun } from '../../../core/draft/types.ts';
import { hasOldLetters, withoutOldLetters } from '../../../core/languages/kyrgyz/old-letters.ts';
import { inOneScript, mixesScripts } from '../../../core/languages/look-alikes.ts';
import { languageOf } from '../../../core/law/official-text/language.ts';
import { repairOldLetters } from '../../../core/law/official-text/old-letters.ts';
import type { PastedUnit } from '../paste.ts';
import type { Pieces } from './pieces.ts';

/** Units whose Kyrgyz is written in today's letters, and how many letters were another before. */
export interface Mended {
  readonly units: readonly PastedUnit[];
  readonly count: number;
}

const unitsOfPiece = 200;

/**
 * Repairs the letters of what is pasted into the Kyrgyz column: old fonts and foreign layouts left њ, ј and і for ң, ө and ү, and hurried
 * hands Latin letters in Cyrillic words. Russian and English words are a person's own, and so is a text that is no Kyrgyz.
 */
export function* mendKyrgyz(units: readonly PastedUnit[], language: Language): Pieces<Mended> {
  let count = 0;
  const mend = (inlines: PastedUnit['inlines']): PastedUnit['inlines'] =>
    inlines.map((inline) => {
      if (!('text' in inline)) return inline;
      const mended = mendRun(inline);
      count += mended.count;
      return mended.run;
    });
  const isKyrgyz = language === 'ky' && languageOf(textOf(units)) === 'ky';
  const mendUnit = (unit: PastedUnit): PastedUnit => {
    if (unit.cells) return unit.cells.ky ? { ...unit, cells: { ...unit.cells, ky: mend(unit.cells.ky) } } : unit;
    return isKyrgyz ? { ...unit, inlines: mend(unit.inlines) } : unit;
  };
  const result: PastedUnit[] = [];
  for (const [i, unit] of units.entries()) {
    if (i % unitsOfPiece === 0) yield i / units.length;
    result.push(mendUnit(unit));
  }
  return { units: count > 0 ? result : units, count };
}

function textOf(units: readonly PastedUnit[]): string {
  let text = '';
  for (const { inlines } of units) {
    for (const inline of inlines) if ('text' in inline) text += inline.text;
    text += '\n';
    if (text.length > 60_000) break;
  }
  return text;
}

function mendRun(run: TextRun): { readonly run: TextRun; readonly count: number } {
  const text = mendText(run.text);
  const count = countChanged(run.text, text);
  return { run: count > 0 ? { ...run, text } : run, count };
}

const word = /\p{L}+/gu;
const roman = /^(?=.)M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/u;
const latinOfRoman: Readonly<Record<string, string>> = { І: 'I', Х: 'X', С: 'C', М: 'M' };

/** One for one: no letter comes or goes. */
function mendText(text: string): string {
  const mended = text.replace(word, (each) => mendWord(each));
  return mended === text && !/\p{Ll}[ӨҮҢ]/u.test(text) ? text : repairOldLetters(mended).text;
}

function mendWord(written: string): string {
  const asRoman = [...written].map((letter) => latinOfRoman[letter] ?? letter).join('');
  if (roman.test(asRoman)) return mixesScripts(written) || written.includes('І') ? asRoman : written;
  const own = mixesScripts(written) ? (inOneScript(written, 'ky') ?? written) : written;
  // Letters of two scripts that have no reading (AйTи) stay for the person to see.
  return hasOldLetters(own) && !mixesScripts(own) ? (withoutOldLetters(own) ?? own) : own;
}

function countChanged(before: string, after: string): number {
  if (before === after) return 0;
  const old = [...before];
  return [...after].filter((letter, i) => letter !== old[i]).length;
}
