import { isLanguage } from '../base/language.ts';
import { draftLimits } from '../base/limits.ts';
import type { CommentMessage, CommentThread } from '../draft/types.ts';
import { field, fieldsOf, isId, isText } from './fields.ts';
import type { Report } from './report.ts';

/** Reads the table of threads; those that cannot be read are left out and reported. Undefined when it is no list at all. */
export function readComments(value: unknown, report: Report): readonly CommentThread[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const threads: CommentThread[] = [];
  const seen = new Set<string>();
  for (const item of value as unknown[]) {
    const thread = readThread(item);
    if (thread && !seen.has(thread.id)) {
      seen.add(thread.id);
      threads.push(thread);
    } else report.add('comment-lost');
  }
  return threads;
}

/** Reads one thread; undefined when a field is missing or malformed. */
export function readThread(value: unknown): CommentThread | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const [id, unit, lang, quote] = ['id', 'unit', 'lang', 'quote'].map((name) => field(fields, name));
  const messages = readMessages(field(fields, 'messages'));
  const resolved = field(fields, 'resolved');
  if (!isId(id) || !isId(unit) || !isLanguage(lang) || !isText(quote, draftLimits.quote)) return undefined;
  if (typeof resolved !== 'boolean' || !messages) return undefined;
  return { id, unit, lang, quote, resolved, messages };
}

function readMessages(value: unknown): readonly CommentMessage[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > draftLimits.messages) return undefined;
  const messages: CommentMessage[] = [];
  for (const item of value as unknown[]) {
    const fields = fieldsOf(item);
    if (!fields) return undefined;
    const [author, at, text] = ['author', 'at', 'text'].map((name) => field(fields, name));
    if (!isText(author, draftLimits.author) || !isText(at, 40) || !isText(text, draftLimits.message)) return undefined;
    messages.push({ author, at, text });
  }
  return messages;
}
