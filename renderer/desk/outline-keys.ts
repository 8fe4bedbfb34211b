import type { KeyboardEvent } from 'react';
import type { Language } from '../../core/base/language.ts';
import type { UnitId } from '../../core/draft/types.ts';
import type { OutlineRow } from '../state/overview.ts';
import type { Reach } from './outline-choice.ts';
import { rowAt, rowByTyping } from './outline-rows.ts';

/** What the keys of the tree can do. */
export interface KeyDeeds {
  readonly reach: (id: UnitId, reach: Reach) => void;
  readonly chooseAll: () => void;
  readonly go: (id: UnitId) => void;
  readonly toggle: (id: UnitId) => void;
  readonly remove: () => void;
  /** Escape: one chosen row again, or back to the text. */
  readonly leave: () => void;
}

export interface KeyPlace {
  readonly rows: readonly OutlineRow[];
  readonly row: OutlineRow;
  readonly isOpen: boolean;
  readonly language: Language;
  /** What was typed a moment ago, for jumping by more than one letter. */
  readonly typed: { text: string; at: number };
}

const pauseThatEndsTyping = 900;

/** Does what a key means in the tree; false leaves it to others. Alt with arrows are commands, heard elsewhere. */
export function outlineKey(event: KeyboardEvent, place: KeyPlace, deeds: KeyDeeds): boolean {
  if (event.altKey || event.metaKey) return false;
  const { rows, row, isOpen } = place;
  if (event.ctrlKey && event.code === 'KeyA') deeds.chooseAll();
  else if (event.ctrlKey && event.key === ' ') deeds.reach(row.id, 'toggle');
  else if (event.key === 'ArrowRight' && row.hasChildren && !isOpen) deeds.toggle(row.id);
  else if (event.key === 'ArrowLeft' && row.hasChildren && isOpen && !event.ctrlKey) deeds.toggle(row.id);
  else if (rowAt(rows, row, event.key)) deeds.reach(rowAt(rows, row, event.key)?.id ?? row.id, reachOf(event));
  else if (event.ctrlKey) return false;
  else return plainKey(event, place, deeds);
  return true;
}

function reachOf({ shiftKey, ctrlKey }: KeyboardEvent): Reach {
  if (shiftKey) return 'range';
  return ctrlKey ? 'walk' : 'alone';
}

function plainKey(event: KeyboardEvent, place: KeyPlace, deeds: KeyDeeds): boolean {
  if (event.key === 'Enter' || event.key === ' ') deeds.go(place.row.id);
  else if (event.key === 'Delete') deeds.remove();
  else if (event.key === 'Escape') deeds.leave();
  else if (event.key.length === 1) jump(event, place, deeds);
  else return false;
  return true;
}

function jump(event: KeyboardEvent, { rows, row, language, typed }: KeyPlace, deeds: KeyDeeds): void {
  const isGoingOn = event.timeStamp - typed.at < pauseThatEndsTyping;
  // The same letter again goes on to the next; the same digit is a number like 11.
  const isSameLetter = typed.text === event.key && !/\d/.test(event.key);
  typed.text = isGoingOn && !isSameLetter ? typed.text + event.key : event.key;
  typed.at = event.timeStamp;
  const found = rowByTyping(rows, rows.indexOf(row), typed.text, language);
  if (found) deeds.reach(found.id, 'alone');
}
