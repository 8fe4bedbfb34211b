import type { Notice, Place } from '../base/notice.ts';

/** Collects what had to be mended while reading, one notice for each kind of repair at a place. */
export interface Report {
  readonly add: (name: string, place?: Place, params?: Readonly<Record<string, string | number>>) => void;
  /** In order of reading. */
  readonly notices: () => readonly Notice[];
}

/** What a reader had to leave out. `more-repairs` may hide one of the others. */
const losses: ReadonlySet<string> = new Set(
  [
    'comment-lost',
    'comments-lost',
    'link-lost',
    'aside-lost',
    'meta-lost',
    'more-repairs',
    'newer-writer',
    'part-lost',
    'salvaged',
    'unknown-kind',
    'unknown-mark',
    'unknown-part',
  ].map((name) => `file.${name}`),
);

/** Whether a notice of reading says that something of the file is not in the draft, so that saving over the file would end it. */
export function isLoss({ code }: Notice): boolean {
  return losses.has(code);
}

/** A file with more repairs than this is told of the first ones and of the number of the rest. */
const most = 50;

/** An empty report; the codes get the prefix `file.`. */
export function createReport(): Report {
  const notices: Notice[] = [];
  let more = 0;
  return {
    add: (name, place, params) => {
      if (notices.length >= most) more += 1;
      else
        notices.push({ code: `file.${name}`, severity: 'warning', ...(place && { place }), ...(params && { params }) });
    },
    notices: () =>
      more === 0 ? notices : [...notices, { code: 'file.more-repairs', severity: 'warning', params: { count: more } }],
  };
}
