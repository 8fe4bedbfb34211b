import type { Ports } from '../../core/base/ports.ts';
import { withoutComments } from '../../core/draft/copies.ts';
import type { Draft, Unit } from '../../core/draft/types.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { parseJson } from '../../core/file/fields.ts';
import { readTemplateAbout, type TemplateAbout, templatePath } from '../../core/file/template-about.ts';
import { lawPaths } from '../files/brought-law.ts';
import { newDraftFile } from '../files/documents.ts';
import type { DraftFile } from '../files/package-file.ts';

/*
 * A template of one's own is a draft's package with one part more, which names it: so it is opened, edited, saved, recovered and read
 * from anywhere as a draft is, and there is no second form of file to lose words in.
 */

/** What a file says of itself as a template; undefined for a draft. */
export function templateIn({ carried }: Pick<DraftFile, 'carried'>): TemplateAbout | undefined {
  const bytes = carried.get(templatePath);
  return bytes && readTemplateAbout(parseJson(new TextDecoder().decode(bytes)));
}

/** The file as a template of this name. */
export function named(file: DraftFile, about: TemplateAbout): DraftFile {
  const part = new TextEncoder().encode(`${canonicalJson(about)}\n`);
  return { ...file, carried: new Map(file.carried).set(templatePath, part) };
}

/**
 * A draft without a past, with the text of another file and the acts that travel with it: no history, no trail, no comments, nobody's
 * approval, for they belong to the draft that they were made on.
 */
export function begunFrom({ draft, carried }: Pick<DraftFile, 'draft' | 'carried'>, ports: Ports): DraftFile {
  const fresh: Draft = { meta: { ...draft.meta, id: ports.newId() }, units: draft.units.map(bare), comments: [] };
  const law = [...carried].filter(([path]) => path === lawPaths.register);
  return { ...newDraftFile(fresh, ports), carried: new Map(law) };
}

function bare(unit: Unit): Unit {
  const children = unit.children.map(({ approved: _approved, ...cell }) => ({
    ...cell,
    children: withoutComments(cell.children),
  }));
  return { ...unit, children: children as unknown as Unit['children'] };
}
