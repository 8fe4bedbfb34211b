import { pasteLimits } from '../../core/base/limits.ts';
import type { ForeignText } from '../../core/draft/foreign-paragraphs.ts';
import { noteDeed } from '../audit/note-deed.ts';
import { mendKyrgyz } from '../editor/clipboard/letters.ts';
import { allAtOnce } from '../editor/clipboard/pieces.ts';
import { outgrows } from '../editor/clipboard/read.ts';
import { plainTables, unitsOfPaste } from '../editor/clipboard/tables.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import type { Desk } from '../state/desk.ts';
import type { FileText } from '../state/dialogs.ts';
import { createFromTemplate, tellFailure } from '../state/files.ts';
import { chooseTextFile } from '../texts/importing.ts';
import { withFront } from './correct.ts';
import { commentsWithoutPlace } from './file-comments.ts';
import { type FilePlan, type Surroundings, wordsOf } from './plan.ts';

/** Begins a law from nothing: what the words of a file take the place of. */
const emptyTemplate = 'empty-law';

/** Lets the person choose a file of words for the draft, reads it and shows what was recognised. `new`: for a draft of its own. */
export async function insertFromFile(desk: Desk, into: 'draft' | 'new'): Promise<void> {
  const source = await chooseTextFile(desk);
  if (!source) return;
  desk.dialog.set({ kind: 'reading-text' });
  const reply = await desk.bridge.request('text.words', source);
  if (desk.dialog.get()?.kind === 'reading-text') desk.dialog.set(undefined);
  if (!reply.ok) {
    tellFailure(desk, reply.error);
    return;
  }
  const text = fileText(reply.value, into, desk);
  const length = text.units.flatMap(wordsOf).reduce((sum, words) => sum + words.text.length, 0);
  if (text.units.length > pasteLimits.units || length > pasteLimits.text) {
    tellFailure(desk, { code: 'import-refused', params: { reason: 'too-many' } });
  } else if (into === 'draft' && outgrows(text.units, desk.session.get()?.editor.state().units ?? [])) {
    tellFailure(desk, { code: 'import-refused', params: { reason: 'too-large-together' } });
  } else desk.dialog.set({ kind: 'review-file', text, into });
}

function fileText(
  { file, paragraphs, notices, comments: remarks = [] }: ForeignText & { file: string },
  into: 'draft' | 'new',
  desk: Desk,
): FileText {
  // A remark without a date is of the day on which it came in.
  const dated = (at: string): string => (at === '' ? desk.ports.now() : at);
  const comments = remarks.map(({ messages, ...rest }) => ({
    ...rest,
    messages: messages.map((message) => ({ ...message, at: dated(message.at) })),
  }));
  const read = allAtOnce(unitsOfPaste(paragraphs));
  const { units, count } = allAtOnce(mendKyrgyz(read, 'ky'));
  const tables = plainTables(paragraphs);
  return {
    file,
    comments,
    units: into === 'new' ? withFront(units, desk.forms) : units,
    notices: [
      ...notices,
      ...commentNotices(units, comments),
      ...(tables > 0
        ? [{ code: 'import.tables-came-along', severity: 'warning' as const, params: { count: tables } }]
        : []),
      ...(count > 0 ? [{ code: 'import.letters-repaired', severity: 'note' as const, params: { count } }] : []),
    ],
  };
}

/** How many comments come along; and of those whose words do not, who says what, so that the person can put them where they belong. */
function commentNotices(units: FileText['units'], comments: FileText['comments']): FileText['notices'] {
  const placeless = commentsWithoutPlace(units, comments);
  const placed = comments.length - placeless.length;
  return [
    ...(placed > 0
      ? [{ code: 'import.comments-came-along', severity: 'note' as const, params: { count: placed } }]
      : []),
    ...placeless.map(({ messages }) => {
      const text = messages.map(({ author, text: words }) => `${author}: ${words}`).join(' / ');
      return { code: 'import.comment-without-place', severity: 'warning' as const, params: { text } };
    }),
  ];
}

/** What the plan for an opened draft is made with. */
export function surroundingsOf(desk: Desk, editor: DraftEditor | undefined): Surroundings {
  return {
    units: editor?.state().units ?? [],
    acts: editor ? partsOf(editor).derived.acts() : desk.acts,
    forms: desk.forms,
    newId: desk.ports.newId,
  };
}

/** Opens a draft whose words the file's take the place of. Undefined when the person stays with what is open. */
export async function beginDraft(desk: Desk): Promise<DraftEditor | undefined> {
  const before = desk.session.get();
  await createFromTemplate(desk, emptyTemplate);
  const session = desk.session.get();
  return session === before ? undefined : session?.editor;
}

/** Does what was planned, as one step, and says so. */
export function takeIn(desk: Desk, editor: DraftEditor, plan: FilePlan, isLive: boolean): void {
  if (!editor.apply(() => plan.edit)) return;
  noteDeed(desk, 'file-inserted');
  const live = isLive ? plan.citations : 0;
  desk.banner.set({
    severity: 'note',
    message: { key: 'insert:done', params: { count: plan.count, live } },
  });
  editor.goTo({ unit: plan.first });
}
