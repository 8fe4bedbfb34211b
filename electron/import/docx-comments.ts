import type { ImportLimits } from '../../core/base/limits.ts';
import type { ForeignComment } from '../../core/draft/foreign-paragraphs.ts';
import type { CommentMessage } from '../../core/draft/types.ts';
import { readMarkup } from './markup.ts';
import { Refused } from './refused.ts';

/*
 * The comments of a Word file: `comments.xml` has their words, `commentsExtended.xml` which answers which and which are resolved. The two
 * are joined by the id of each comment's last paragraph (`w14:paraId`).
 */

/** A comment without the words that it stands on, which the story tells. */
export type CommentWords = Omit<ForeignComment, 'quote'>;

interface Remark {
  readonly id: string;
  readonly author: string;
  readonly at: string;
  readonly paragraphs: string[];
  paragraph: string | undefined;
}

interface Extension {
  readonly parent: string | undefined;
  readonly resolved: boolean;
}

/** The threads of a file, each with its answers in the order in which they were written down. */
export function readComments(
  source: string,
  extended: string | undefined,
  prefix: string,
  limits: ImportLimits,
): readonly CommentWords[] {
  const remarks = readRemarks(source, prefix, limits);
  const extensions = extended === undefined ? new Map<string, Extension>() : readExtensions(extended, limits);
  const byParagraph = new Map(remarks.flatMap((one) => (one.paragraph === undefined ? [] : [[one.paragraph, one]])));
  const threads = new Map<string, { resolved: boolean; messages: CommentMessage[] }>();
  for (const remark of remarks) {
    const own = extensions.get(remark.paragraph ?? '');
    const parent = own?.parent === undefined ? undefined : byParagraph.get(own.parent);
    const { author, at } = remark;
    const text = remark.paragraphs.join('\n').trim();
    // Cut, it would be somebody else's opinion.
    if (text.length > limits.remark) throw new Refused('too-large');
    const message = { author, at, text };
    // Two comments under one id: the words of both are kept.
    const thread = (parent && threads.get(parent.id)) ?? threads.get(remark.id);
    if (thread && thread.messages.length < limits.messages) thread.messages.push(message);
    else threads.set(remark.id, { resolved: own?.resolved ?? false, messages: [message] });
  }
  return [...threads].map(([id, thread]) => ({ id, ...thread }));
}

function readRemarks(source: string, prefix: string, limits: ImportLimits): readonly Remark[] {
  const remarks: Remark[] = [];
  let inText = false;
  const open = (name: string, attributes: ReadonlyMap<string, string>): void => {
    const last = remarks.at(-1);
    if (name === `${prefix}:comment`) {
      const own = (field: string) => attributes.get(`${prefix}:${field}`) ?? '';
      const [author, at] = [own('author').trim().slice(0, limits.author), momentOf(own('date'))];
      remarks.push({ id: own('id'), author, at, paragraphs: [], paragraph: undefined });
      if (remarks.length > limits.comments) throw new Refused('too-many');
    } else if (last && name === `${prefix}:p`) {
      last.paragraphs.push('');
      last.paragraph = byLocalName(attributes, 'paraid') ?? last.paragraph;
    } else if (name === `${prefix}:t`) inText = true;
    else if (last && (name === `${prefix}:br` || name === `${prefix}:tab`)) addTo(last, ' ');
  };
  const close = (name: string): void => {
    if (name === `${prefix}:t`) inText = false;
  };
  const text = (words: string): void => {
    const last = remarks.at(-1);
    if (inText && last) addTo(last, words);
  };
  readMarkup(source, 'xml', { open, close, text }, limits);
  return remarks;
}

function addTo({ paragraphs }: Remark, words: string): void {
  const at = paragraphs.length - 1;
  if (at >= 0) paragraphs[at] = `${paragraphs[at]}${words}`;
}

function readExtensions(source: string, limits: ImportLimits): ReadonlyMap<string, Extension> {
  const extensions = new Map<string, Extension>();
  const open = (name: string, attributes: ReadonlyMap<string, string>): void => {
    const paragraph = name.endsWith(':commentEx') ? byLocalName(attributes, 'paraid') : undefined;
    if (paragraph === undefined) return;
    const done = byLocalName(attributes, 'done');
    const resolved = done === '1' || done === 'true';
    extensions.set(paragraph, { parent: byLocalName(attributes, 'paraidparent'), resolved });
  };
  readMarkup(source, 'xml', { open, close: () => undefined, text: () => undefined }, limits);
  return extensions;
}

/** Whatever prefix the part binds to the namespace of later versions of Word. */
function byLocalName(attributes: ReadonlyMap<string, string>, name: string): string | undefined {
  for (const [full, value] of attributes) if (full.endsWith(`:${name}`)) return value;
  return undefined;
}

/** Word writes the time of its own clock and says that it is UTC, or says nothing. Empty where there is no date. */
function momentOf(date: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/u.exec(date);
  if (!moment) return '';
  const time = Date.parse(moment[1] ? date : `${date}Z`);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
