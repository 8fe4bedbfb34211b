import { strFromU8, unzipSync } from 'fflate';

/**
 * Finds the faults of a `.docx` that Word stumbles over and no validator sees: each was made on purpose in a sound file and passed both
 * Microsoft's own validator and the ISO schema. The result is a list of `fault: detail`, empty for a sound file.
 */
export function lintDocx(bytes: Uint8Array): readonly string[] {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const text = (name: string): string => parts.get(name) ?? '';
  const body = text('word/document.xml');
  const tags = scan(body);
  return [
    ...commentFaults(tags, text('word/comments.xml')),
    ...replyFaults(text('word/comments.xml'), text('word/commentsExtended.xml')),
    ...bookmarkFaults(tags),
    ...styleFaults(parts, text('word/styles.xml')),
    ...numberingFaults(tags, text('word/numbering.xml')),
    ...cellFaults(tags),
    ...revisionFaults(tags),
    ...fieldFaults(parts),
    ...languageFaults(parts),
    ...metadataFaults(parts),
  ];
}

interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly attributes: Readonly<Record<string, string>>;
}

function scan(xml: string): readonly Tag[] {
  return [...xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g)].map(
    ([, close, name = '', rest = '', empty]) => ({
      name,
      kind: close ? 'close' : empty ? 'empty' : 'open',
      attributes: Object.fromEntries(
        [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    }),
  );
}

const starts = (tags: readonly Tag[], name: string): readonly Tag[] =>
  tags.filter((tag) => tag.name === name && tag.kind !== 'close');
const ids = (tags: readonly Tag[], name: string, attribute = 'w:id'): readonly string[] =>
  starts(tags, name).map((tag) => tag.attributes[attribute] ?? '');
const missing = (wanted: readonly string[], there: readonly string[]): readonly string[] =>
  wanted.filter((id) => !there.includes(id));
const repeated = (list: readonly string[]): readonly string[] => list.filter((id, i) => list.indexOf(id) !== i);
const faults = (fault: string, details: readonly string[]): readonly string[] =>
  details.map((detail) => `${fault}: ${detail}`);

function commentFaults(tags: readonly Tag[], comments: string): readonly string[] {
  const begun = ids(tags, 'w:commentRangeStart');
  const ended = ids(tags, 'w:commentRangeEnd');
  const referred = ids(tags, 'w:commentReference');
  const written = ids(scan(comments), 'w:comment');
  return [
    ...faults('range without end', missing(begun, ended)),
    ...faults('range without start', missing(ended, begun)),
    ...faults('range without comment', missing(begun, written)),
    ...faults('comment without place', missing(written, referred)),
    ...faults('comment number twice', repeated(written)),
  ];
}

function replyFaults(comments: string, extended: string): readonly string[] {
  const paragraphs = ids(scan(comments), 'w:p', 'w14:paraId');
  const parents = ids(scan(extended), 'w15:commentEx', 'w15:paraIdParent').filter((id) => id !== '');
  return faults('reply to nothing', missing(parents, paragraphs));
}

function bookmarkFaults(tags: readonly Tag[]): readonly string[] {
  const names = ids(tags, 'w:bookmarkStart', 'w:name');
  const begun = ids(tags, 'w:bookmarkStart');
  const ended = ids(tags, 'w:bookmarkEnd');
  return [
    ...faults('bookmark name twice', repeated(names.map((name) => name.toLowerCase()))),
    ...faults(
      'bookmark name unfit',
      names.filter((name) => !/^[\p{L}_][\p{L}\d_]{0,39}$/u.test(name)),
    ),
    ...faults('bookmark number twice', repeated(begun)),
    ...faults('bookmark without end', missing(begun, ended)),
    ...faults('bookmark without start', missing(ended, begun)),
  ];
}

function styleFaults(parts: ReadonlyMap<string, string>, styles: string): readonly string[] {
  const defined = ids(scan(styles), 'w:style', 'w:styleId');
  const used = [...parts].flatMap(([name, xml]) => {
    if (!/^word\/(document|comments|header\d+|footer\d+)\.xml$/.test(name)) return [];
    return ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((tag) => ids(scan(xml), tag, 'w:val'));
  });
  return faults('style unknown', [...new Set(missing(used, defined))]);
}

function numberingFaults(tags: readonly Tag[], numbering: string): readonly string[] {
  const used = ids(tags, 'w:numId', 'w:val').filter((id) => id !== '0');
  return faults('list unknown', missing(used, ids(scan(numbering), 'w:num', 'w:numId')));
}

/** A cell must end in a paragraph; Word calls the file damaged otherwise. */
function cellFaults(tags: readonly Tag[]): readonly string[] {
  return tags.flatMap((tag, i) => {
    if (tag.name !== 'w:tc' || tag.kind !== 'close') return [];
    const before = tags[i - 1];
    return before?.name === 'w:p' && before.kind !== 'open' ? [] : ['cell without paragraph: w:tc'];
  });
}

function revisionFaults(tags: readonly Tag[]): readonly string[] {
  const revisions = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].flatMap((name) => ids(tags, name));
  const found = [...faults('revision number twice', repeated(revisions))];
  let deleted = 0;
  for (const tag of tags) {
    if (tag.name === 'w:del' && tag.kind !== 'empty') deleted += tag.kind === 'open' ? 1 : -1;
    if (tag.name === 'w:t' && tag.kind === 'open' && deleted > 0) found.push('text in a deletion: w:t');
  }
  return found;
}

function fieldFaults(parts: ReadonlyMap<string, string>): readonly string[] {
  return [...parts].flatMap(([name, xml]) => {
    const kinds = name.endsWith('.xml') ? ids(scan(xml), 'w:fldChar', 'w:fldCharType') : [];
    const open = kinds.filter((kind) => kind === 'begin').length - kinds.filter((kind) => kind === 'end').length;
    return open === 0 ? [] : [`field not closed: ${name}`];
  });
}

function languageFaults(parts: ReadonlyMap<string, string>): readonly string[] {
  const known = ['ky-KG', 'ru-RU', 'en-GB'];
  const used = [...parts].flatMap(([name, xml]) => (name.endsWith('.xml') ? ids(scan(xml), 'w:lang', 'w:val') : []));
  return faults('language unknown', [...new Set(missing(used, known))]);
}

/** What would tell who made the file, on which machine and when. */
function metadataFaults(parts: ReadonlyMap<string, string>): readonly string[] {
  const properties = `${parts.get('docProps/core.xml')}${parts.get('docProps/app.xml')}${parts.get('docProps/custom.xml')}`;
  const telling = /<(dc:creator|cp:lastModifiedBy|dcterms:\w+|Company|Manager|Template|property)\b/g;
  return faults(
    'metadata',
    [...properties.matchAll(telling)].map(([, name = '']) => name),
  );
}
