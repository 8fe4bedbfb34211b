import type { ReactNode } from 'react';

const shapes = {
  cross: 'M4 4l8 8M12 4l-8 8',
  check: 'M3.5 8.5l3 3 6-7',
  chevron: 'M6 4l4 4-4 4',
  circle: 'M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9',
  ended: 'M8 3a5 5 0 1 0 0 10a5 5 0 0 0 0-10M4.6 4.6l6.8 6.8',
  replaced: 'M3 6h8.5M9 3.5L11.5 6L9 8.5M13 10H4.5M7 7.5L4.5 10L7 12.5',
  past: 'M8 3a5 5 0 1 0 0 10a5 5 0 0 0 0-10M8 5.5V8l2 1.5',
  question: 'M5.8 6.2a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M8 12.2v.1',
  file: 'M4.5 2.5h4.5l2.5 2.5v8.5h-7zM9 2.5V5h2.5',
  folder: 'M2.5 4.5h4l1.2 1.5h5.8v7h-11z',
  up: 'M8 12.5v-9M4 7.5l4-4l4 4',
  lock: 'M4 7.5h8v5.5H4zM5.5 7.5V5.5a2.5 2.5 0 0 1 5 0v2',
  flag: 'M4 14V2.5M4 3h8l-2 2.5L12 8H4',
  template: 'M3 3h10v3H3zM3 8.5h4.5V13H3zM10 8.5h3V13h-3z',
  search: 'M7 3a4 4 0 1 0 0 8a4 4 0 0 0 0-8M10 10l3.5 3.5',
  recover: 'M3.5 8a4.5 4.5 0 1 0 1.4-3.2M3 2.8v2.6h2.6',
} as const;

export type IconName = keyof typeof shapes;

/** A small line drawing beside words; it says nothing that the words do not. */
export function Icon({ name, size = 14 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
