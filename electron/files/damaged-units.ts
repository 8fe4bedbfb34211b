import { Inflate } from 'fflate';
import { packageLimits } from '../../core/base/limits.ts';
import type { Notice } from '../../core/base/notice.ts';
import { field, fieldsOf, isId, parseJson } from '../../core/file/fields.ts';
import { partPaths } from '../../core/file/layout.ts';
import { areUnitSums } from '../../core/file/manifest.ts';
import { provenLines } from './unit-sums.ts';
import { headerLength, localEntryAt } from './zip-salvage.ts';

/** What is left of the text of a law that was damaged inside. */
export interface DamagedUnits {
  /** The lines that are proven to be as they were, in their order. */
  readonly text: string;
  /** How many are lost, and after which provision. */
  readonly notices: readonly Notice[];
}

const code = 'damage.units-lost';

/** So many gaps are told one by one. */
const mostGaps = 12;

/** Whether a notice says that provisions of a file could not be read: damaged inside, or cut off. */
export function isUnitLoss(notice: Notice): boolean {
  return notice.code === code || notice.code === 'damage.units-cut';
}

/**
 * Every provision of a damaged package whose line is what the manifest says of it. Undefined when the manifest says nothing or
 * nothing is left. No line is taken that only looks right: after a changed bit the packed text goes on with letters that nobody wrote.
 */
export function readDamagedUnits(content: Uint8Array, manifest: string): DamagedUnits | undefined {
  const sums = field(fieldsOf(parseJson(manifest)) ?? {}, 'unitSums');
  if (!areUnitSums(sums)) return undefined;
  const lines = provenLines(remainsOfUnits(content), sums);
  const kept = lines.filter((line) => line !== undefined);
  if (kept.length === 0) return undefined;
  const lost = lines.length - kept.length;
  const total: Notice = { code, severity: 'warning', params: { count: lost } };
  return { text: kept.map((line) => `${line}\n`).join(''), notices: lost === 0 ? [] : [total, ...gapsIn(lines)] };
}

/** One notice for each stretch of lost lines, at the provision before it; at none where the stretch is the beginning. */
function gapsIn(lines: readonly (string | undefined)[]): readonly Notice[] {
  const gaps: Notice[] = [];
  let before: string | undefined;
  let count = 0;
  for (const line of [...lines, '']) {
    if (line === undefined) count += 1;
    else {
      if (count > 0) gaps.push(gap(count, before));
      count = 0;
      before = line;
    }
  }
  return gaps.slice(0, mostGaps);
}

function gap(count: number, before: string | undefined): Notice {
  const unit = before === undefined ? undefined : field(fieldsOf(parseJson(before)) ?? {}, 'id');
  return isId(unit)
    ? { code: 'damage.units-gap', severity: 'warning', place: { unit }, params: { count } }
    : { code: 'damage.units-start', severity: 'warning', params: { count } };
}

function remainsOfUnits(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const name = bytes.indexOf(Buffer.from(partPaths.units, 'latin1'));
  if (name < 0) return new Uint8Array();
  const at = name - 30;
  const isHeader = at >= 0 && localEntryAt(bytes, at) !== undefined;
  const from = isHeader ? at + (headerLength(bytes, at) ?? 0) : name + partPaths.units.length;
  return inflateAsFar(bytes.subarray(from));
}

const step = 1024;

/** Inflates until the packed bytes make no sense any more. By small steps, because the step that breaks gives nothing. */
function inflateAsFar(packed: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isOver = false;
  const inflate = new Inflate((piece, final) => {
    pieces.push(piece);
    size += piece.length;
    isOver = final;
  });
  try {
    for (let at = 0; at < packed.length && !isOver && size < packageLimits.part; at += step) {
      inflate.push(packed.subarray(at, at + step), false);
    }
  } catch {
    // What came before the break is what there is.
  }
  return Buffer.concat(pieces);
}
