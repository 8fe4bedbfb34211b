import { describe, expect, test } from 'vitest';
import * as limits from '../core/base/limits.ts';
import { draftEdges, launchEdges, templateEdges, trailEdges } from './limits/draft-edges.ts';
import type { Edge, Edges } from './limits/edges.ts';
import { fileEdges, packageEdges, travelEdges } from './limits/file-edges.ts';
import { importEdges } from './limits/import-edges.ts';
import { pageEdges } from './limits/page-edges.ts';
import { pasteEdges } from './limits/paste-edges.ts';

type Groups = typeof limits;

/** Every limit of `core/base/limits.ts`; a new group or a new limit has its edge here, or nothing compiles. */
const groups: { readonly [Group in keyof Groups]: Edges<Groups[Group]> } = {
  packageLimits: packageEdges,
  importLimits: importEdges,
  draftLimits: draftEdges,
  templateLimits: templateEdges,
  trailLimits: trailEdges,
  travelLimits: travelEdges,
  fileLimits: fileEdges,
  pasteLimits: pasteEdges,
  pageLimits: pageEdges,
  launchLimits: launchEdges,
};

const named = (table: Readonly<Record<string, object>>): readonly string[] =>
  Object.entries(table).flatMap(([group, members]) => Object.keys(members).map((name) => `${group}.${name}`));

const edges: readonly (readonly [string, Edge])[] = Object.entries(groups).flatMap(([group, table]) =>
  Object.entries(table).map(([name, edge]: [string, Edge]) => [`${group}.${name}`, edge] as const),
);

test('every limit is tested', () => {
  expect(edges.map(([name]) => name).sort()).toEqual([...named(limits)].sort());
});

describe('what comes from outside comes in at a limit, and is refused or told one past it:', () => {
  test.each(edges)('%s', async (_name, { at, past }) => {
    expect(Boolean(await at())).toBe(true);
    expect(Boolean(await past())).toBe(false);
  });
});
