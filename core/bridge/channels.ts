/**
 * The names alone, free of any library: the preload imports this file and nothing else of core.
 * `satisfies` keeps the lists and the contract the same.
 */
import type { EventName, RequestName } from './contract.ts';

export const requestNames = [
  'app.info',
  'settings.read',
  'settings.write',
  'resources.read',
  'templates.list',
  'recents.list',
  'recents.forget',
  'recovery.list',
  'recovery.discard',
  'draft.create',
  'draft.open',
  'draft.append',
  'draft.save',
  'draft.protect',
  'draft.place',
  'draft.close',
  'history.list',
  'history.read',
  'history.name',
  'history.remove',
  'history.travel',
  'trail.read',
  'trail.turn',
  'trail.note',
  'trail.save',
  'outside.look',
  'outside.read',
  'outside.merged',
  'files.browse',
  'files.reveal',
  'export.start',
  'export.cancel',
  'library.read',
  'library.write-act',
  'library.remove-act',
  'library.verify',
  'library.unverify',
  'library.write-fact',
  'library.remove-fact',
  'text.propose',
  'text.words',
  'text.cancel',
  'text.accept',
  'text.read',
  'text.remove',
  'print.send',
  'print.pdf',
  'log.read',
  'log.save',
  'window.close',
] as const satisfies readonly RequestName[];

export const eventNames = [
  'command',
  'export.progress',
  'open-requested',
  'save.waiting',
  'close-asked',
] as const satisfies readonly EventName[];

/** Beside the contract, from the preload alone: whether the page listens to `close-asked`; its payload is a boolean. */
export const listensChannel = 'page.listens';
