import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';

export interface DividerProps {
  /** What it parts: "Width of the outline". */
  readonly label: string;
  /** What is on its near side: pixels, or percent. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** How far one press of an arrow moves it; four times that with Shift. */
  readonly step: number;
  /** How the value is read aloud. */
  readonly text: string;
  /** What a pixel to the right changes; below 0 where the value stands on the right side. */
  readonly perPixel: number;
  /** While it moves. */
  readonly onMove: (value: number) => void;
  /** It was let go. */
  readonly onDone: () => void;
  /** Double click, or Enter: as it was at first. */
  readonly onReset: () => void;
  readonly className?: string;
  readonly style?: CSSProperties;
}

const quick = 4;

/** Where a key moves it; undefined when the key is none of its own. */
function movedByKey(props: DividerProps, event: KeyboardEvent): number | undefined {
  const { value, min, max, step, perPixel } = props;
  const way = Math.sign(perPixel) * step * (event.shiftKey ? quick : 1);
  switch (event.key) {
    case 'ArrowLeft':
      return value - way;
    case 'ArrowRight':
      return value + way;
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return undefined;
  }
}

/** The border between two parts of the window, moved by the pointer or by arrows (the WAI-ARIA window splitter). */
export function Divider(props: DividerProps): ReactNode {
  const { label, value, min, max, text, perPixel, onMove, onDone, onReset } = props;
  const grip = useRef<{ readonly x: number; readonly value: number }>(undefined);
  const within = (next: number): number => Math.max(min, Math.min(max, next));
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, value };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (grip.current) onMove(within(grip.current.value + (event.clientX - grip.current.x) * perPixel));
  };
  const letGo = (): void => {
    if (!grip.current) return;
    grip.current = undefined;
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = movedByKey(props, event);
    if (next !== undefined) {
      onMove(within(next));
      onDone();
    } else if (event.key === 'Enter') onReset();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; a focusable separator is the pattern for this
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={Math.round(min)}
      aria-valuemax={Math.round(max)}
      aria-valuetext={text}
      tabIndex={0}
      className={`divider ${props.className ?? ''}`}
      style={props.style}
      // The caret stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onLostPointerCapture={letGo}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  );
}
