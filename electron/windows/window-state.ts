import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the window stood, in screen pixels. */
export interface WindowState {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** A part of a screen that windows may cover. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const usual: WindowState = { width: 1366, height: 768, maximized: false };
const least = { width: 800, height: 500 };

function parse(text: string): WindowState {
  const value = JSON.parse(text) as Partial<Record<keyof WindowState, unknown>> | null;
  const { x, y, width, height, maximized } = value ?? {};
  if (!Number.isInteger(width) || !Number.isInteger(height)) return usual;
  const size = { width: width as number, height: height as number, maximized: maximized === true };
  return Number.isInteger(x) && Number.isInteger(y) ? { ...size, x: x as number, y: y as number } : size;
}

/** What was kept, or the usual window: this file is a convenience and is never worth a message. */
export function readWindowState(file: string): WindowState {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch {
    return usual;
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // A full or read-only disk must not keep the window from closing.
  }
}

/** Fits a kept window into the screens of today: one that was unplugged would leave it out of reach. */
export function fitToScreens(state: WindowState, areas: readonly Area[]): WindowState {
  const home = areas.find((area) => holdsTitle(state, area));
  const room = home ?? areas[0];
  if (room === undefined) return state;
  const width = Math.max(least.width, Math.min(state.width, room.width));
  const height = Math.max(least.height, Math.min(state.height, room.height));
  const { maximized } = state;
  return home && state.x !== undefined && state.y !== undefined
    ? { x: state.x, y: state.y, width, height, maximized }
    : { width, height, maximized };
}

/** Whether enough of the title bar is inside for the person to take hold of it. */
function holdsTitle({ x, y, width }: WindowState, area: Area): boolean {
  if (x === undefined || y === undefined) return false;
  const grip = 100;
  return (
    x + width >= area.x + grip && x <= area.x + area.width - grip && y >= area.y && y <= area.y + area.height - grip
  );
}
