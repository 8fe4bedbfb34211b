import type { Language } from '../../../core/base/language.ts';
import type { Notice } from '../../../core/base/notice.ts';
import { type PastedUnit, parseLines, parseUnits, unitsFormat } from '../paste.ts';
import { readHtml } from './html.ts';
import { mendKyrgyz } from './letters.ts';
import { pasteLimits } from './limits.ts';
import type { LeftCounts } from './paragraphs.ts';
import { unitsOfPaste } from './tables.ts';

/** What the clipboard holds for a draft, and what is to be told of it. */
export interface Reading {
  readonly units: readonly PastedUnit[];
  readonly notices: readonly Notice[];
  /** From a draft, so that it comes with its kinds and citations. */
  readonly isOwn: boolean;
}

type Source = Pick<DataTransfer, 'getData'>;

const tooLarge: Reading = {
  units: [],
  notices: [{ code: 'editor.paste-too-large', severity: 'warning' }],
  isOwn: false,
};

/** Our own form first, then HTML for its structure, then plain text. */
export function readClipboard(data: Source, language: Language): Reading {
  const own = data.getData(unitsFormat);
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (Math.max(own.length, html.length, text.length) > pasteLimits.source) return tooLarge;
  const units = own === '' ? undefined : parseUnits(own);
  if (units) return isTooLarge(units) ? tooLarge : { units, notices: [], isOwn: true };
  return readForeign(html, text, language);
}

function readForeign(html: string, text: string, language: Language): Reading {
  const page = html === '' ? undefined : readHtml(html);
  const units = page && page.paragraphs.length > 0 ? unitsOfPaste(page.paragraphs) : parseLines(text);
  if (isTooLarge(units)) return tooLarge;
  const mended = mendKyrgyz(units, language);
  return { units: mended.units, notices: noticesOf(mended.count, page?.left), isOwn: false };
}

function isTooLarge(units: readonly PastedUnit[]): boolean {
  let length = 0;
  for (const { inlines, cells } of units) {
    for (const inline of [inlines, ...Object.values(cells ?? {})].flat()) {
      length += 'text' in inline ? inline.text.length : 0;
    }
  }
  return units.length > pasteLimits.units || length > pasteLimits.text;
}

function noticesOf(letters: number, left: LeftCounts | undefined): readonly Notice[] {
  const counts = [
    ['letters-repaired', letters],
    ['pictures-left-out', left?.pictures ?? 0],
    ['hidden-left-out', left?.hidden ?? 0],
    ['deleted-left-out', left?.deleted ?? 0],
    ['remarks-left-out', left?.remarks ?? 0],
  ] as const;
  return counts.flatMap(([name, count]): readonly Notice[] =>
    count > 0 ? [{ code: `editor.${name}`, severity: 'note', params: { count } }] : [],
  );
}
