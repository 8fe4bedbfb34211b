import type { ReplyOf } from '../../core/bridge/contract.ts';
import type { SaveTarget, TemplateSummary } from '../../core/bridge/drafts.ts';
import type { TemplateAbout } from '../../core/file/template-about.ts';
import type { Desk } from '../state/desk.ts';
import { fileNameOf } from '../state/file-names.ts';
import { askForFile, tellFailure } from '../state/files.ts';
import { inNearest } from '../ui/in-nearest.ts';

/** What a person names a template for. */
export type Naming =
  /** The open draft becomes one. */
  { readonly as: 'keep' } | { readonly as: 'copy' | 'rename'; readonly template: TemplateSummary };

/** Reads the list anew; what is shown of it listens to `desk.templates`. */
export async function readTemplates(desk: Desk): Promise<void> {
  const reply = await desk.bridge.request('templates.list', {});
  if (reply.ok) desk.templates.set(reply.value);
  else tellFailure(desk, reply.error);
}

/** Puts a change in the list. True when it was kept. */
async function take(desk: Desk, asked: Promise<ReplyOf<'templates.copy'>>): Promise<boolean> {
  const reply = await asked;
  if (reply.ok) await readTemplates(desk);
  else tellFailure(desk, reply.error);
  return reply.ok;
}

function tell(desk: Desk, key: string, { title }: Pick<TemplateAbout, 'title'>): void {
  const params = { title: inNearest(title, desk.settings.get().language) };
  desk.banner.set({ severity: 'note', message: { key, params } });
}

/** Gives a template its name: a new one's or its own. True when it was kept. */
export async function nameTemplate(desk: Desk, naming: Naming, about: TemplateAbout): Promise<boolean> {
  if (naming.as !== 'keep') {
    const template = naming.template.id;
    return take(desk, desk.bridge.request(`templates.${naming.as}`, { template, about }));
  }
  const session = desk.session.get();
  if (!session) return false;
  const { handle, editor } = session;
  const isKept = await take(desk, desk.bridge.request('templates.keep', { handle, draft: editor.draft(), about }));
  if (isKept) tell(desk, 'templates:kept', about);
  return isKept;
}

export function removeTemplate(desk: Desk, template: string, forGood: boolean): Promise<boolean> {
  return take(desk, desk.bridge.request('templates.remove', { template, ...(forGood && { forGood }) }));
}

export async function restoreTemplate(desk: Desk, template: TemplateSummary): Promise<boolean> {
  const isBack = await take(desk, desk.bridge.request('templates.restore', { template: template.id }));
  if (isBack) tell(desk, 'templates:isBack', template);
  return isBack;
}

/** Writes a template as a file that a colleague can take in. */
export async function handOnTemplate(desk: Desk, { id, title }: TemplateSummary): Promise<void> {
  const target = await chooseFile(desk, inNearest(title, desk.settings.get().language));
  if (!target) return;
  const reply = await desk.bridge.request('templates.export', { template: id, target });
  if (!reply.ok) {
    tellFailure(desk, reply.error);
    return;
  }
  const message = { key: 'templates:handedOn', params: { ...reply.value } };
  desk.banner.set({ severity: 'note', message });
}

async function chooseFile(desk: Desk, title: string): Promise<SaveTarget | undefined> {
  const suggestedName = `${fileNameOf(title) || 'dolboor'}.dolboor`;
  return desk.info.shell === 'electron' ? { to: 'dialog', suggestedName } : askForFile(desk, 'save', suggestedName);
}

/** Takes a file in as a template: one that a colleague handed on, or any draft. */
export async function takeInTemplate(desk: Desk): Promise<void> {
  const isElectron = desk.info.shell === 'electron';
  const chosen = isElectron ? undefined : await askForFile(desk, 'open');
  if (!isElectron && !chosen) return;
  const source = chosen ? ({ from: 'listed', folder: chosen.folder, name: chosen.name } as const) : undefined;
  const reply = await desk.bridge.request('templates.import', source ?? { from: 'dialog' });
  if (!reply.ok) {
    tellFailure(desk, reply.error);
    return;
  }
  await readTemplates(desk);
  tell(desk, 'templates:takenIn', reply.value);
  const { notices } = reply.value;
  const told = desk.banner.get();
  if (told && notices.length > 0) desk.banner.set({ ...told, notices });
}
