import type { ImportLimits } from '../../core/base/limits.ts';
import { roman } from '../../core/base/roman.ts';
import { readMarkup } from './markup.ts';

interface Level {
  format: string;
  text: string;
  start: number;
}

/** The automatic numbers of a Word file, as far as acts use them: lists of up to nine levels with their texts. */
export class DocxNumbering {
  private readonly lists = new Map<string, Map<number, Level>>();
  private readonly numbers = new Map<string, string>();
  /** Of each number that begins its list anew: at what, level by level. */
  private readonly restarts = new Map<string, Map<number, number>>();
  private readonly counters = new Map<string, number[]>();

  constructor(source: string | undefined, prefix: string, limits: ImportLimits) {
    if (source !== undefined) this.read(source, prefix, limits);
  }

  private read(source: string, prefix: string, limits: ImportLimits): void {
    let list = new Map<number, Level>();
    let level: Level | undefined;
    let number = '';
    let overridden: number | undefined;
    const value = (attributes: ReadonlyMap<string, string>): string => attributes.get(`${prefix}:val`) ?? '';
    const open = (name: string, attributes: ReadonlyMap<string, string>): void => {
      if (name === `${prefix}:abstractNum`) {
        list = new Map();
        this.lists.set(attributes.get(`${prefix}:abstractnumid`) ?? '', list);
      } else if (name === `${prefix}:lvlOverride`) {
        overridden = Number(attributes.get(`${prefix}:ilvl`));
      } else if (name === `${prefix}:startOverride` && overridden !== undefined) {
        this.restart(number, overridden, clamp(Number(value(attributes))));
      } else if (name === `${prefix}:lvl`) {
        level = { format: 'decimal', text: '', start: 1 };
        // A level of one number alone is not the list's.
        if (overridden === undefined) list.set(Number(attributes.get(`${prefix}:ilvl`)), level);
      } else if (name === `${prefix}:num`) number = attributes.get(`${prefix}:numid`) ?? '';
      else if (name === `${prefix}:abstractNumId`) this.numbers.set(number, value(attributes));
      else if (level && name === `${prefix}:numFmt`) level.format = value(attributes);
      else if (level && name === `${prefix}:lvlText`) level.text = value(attributes);
      else if (level && name === `${prefix}:start`) level.start = clamp(Number(value(attributes)));
    };
    const close = (name: string): void => {
      if (name === `${prefix}:lvl`) level = undefined;
      else if (name === `${prefix}:lvlOverride`) overridden = undefined;
    };
    readMarkup(source, 'xml', { open, close, text: () => undefined }, limits);
  }

  private restart(number: string, depth: number, start: number): void {
    const levels = this.restarts.get(number) ?? new Map<number, number>();
    this.restarts.set(number, levels.set(depth, start));
  }

  /** The label of the next paragraph of a list, such as `3)`; empty for bullets' own fonts and unknown lists. */
  next(numberId: string, depth: number): string {
    const listId = this.numbers.get(numberId);
    const list = listId === undefined ? undefined : this.lists.get(listId);
    const level = list?.get(depth);
    if (listId === undefined || !list || !level) return '';
    const counts = this.counters.get(listId) ?? [];
    // The first paragraph of such a number at a level begins the count; those after it go on.
    const restarts = this.restarts.get(numberId);
    const anew = restarts?.get(depth);
    restarts?.delete(depth);
    if (anew !== undefined) counts[depth] = anew - 1;
    for (let outer = 0; outer < depth; outer += 1) counts[outer] ??= list.get(outer)?.start ?? 1;
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    this.counters.set(listId, counts);
    if (level.format === 'bullet') return '-';
    return level.text.replace(/%([1-9])/g, (_all, digit: string) => {
      const at = Number(digit) - 1;
      return written(counts[at] ?? 1, list.get(at)?.format ?? 'decimal');
    });
  }
}

function clamp(value: number): number {
  return Number.isSafeInteger(value) ? Math.max(0, Math.min(value, 1_000_000)) : 1;
}

const russian = 'абвгдежзиклмнопрстуфхцчшщэюя';

function written(value: number, format: string): string {
  const isUpper = format.startsWith('upper') || format.endsWith('Upper');
  const text = lettersOf(value, format);
  return isUpper ? text.toUpperCase() : text.toLowerCase();
}

function lettersOf(value: number, format: string): string {
  if (/Letter$/.test(format)) return String.fromCharCode(97 + ((value - 1) % 26));
  if (/^russian/.test(format)) return russian[(value - 1) % russian.length] ?? '';
  if (!/Roman$/.test(format) || value > 3_999) return format === 'none' ? '' : String(value);
  return roman(value);
}
