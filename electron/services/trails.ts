import { basename, extname } from 'node:path';
import { succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestOf } from '../../core/bridge/contract.ts';
import type { TrailState } from '../../core/bridge/trail.ts';
import type { TrailDetails, TrailKind } from '../../core/file/trail.ts';
import type { OpenDraft } from '../files/draft-session.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { Stamp } from '../files/trail-keeper.ts';
import { readSettings } from '../settings/settings.ts';
import { saveCopy } from './save-copy.ts';
import { trailCsv, trailJson } from './trail-tables.ts';
import type { World } from './world.ts';

/** The audit trails of the open drafts: who did what is entered here, and read. */
export class Trails {
  readonly #files: FileSystem;
  readonly #world: World;

  constructor(files: FileSystem, world: World) {
    this.#files = files;
    this.#world = world;
  }

  /** Who works now, by the settings. */
  async stamp(): Promise<Stamp> {
    const { author } = await readSettings(this.#files, this.#world.folders.data);
    return { at: this.#world.ports.now(), by: author.slice(0, 200) };
  }

  /** Enters what was done to a draft, if a trail of it is kept. A trail that cannot be kept holds up nothing. */
  async note(draft: OpenDraft | undefined, kind: TrailKind, about?: TrailDetails): Promise<void> {
    if (!draft?.trail.isOn || draft.isReadOnly) return;
    draft.trail.note(kind, await this.stamp(), about);
  }

  read(draft: OpenDraft): ReplyOf<'trail.read'> {
    return succeed(stateOf(draft));
  }

  async turn(draft: OpenDraft, on: boolean): Promise<ReplyOf<'trail.turn'>> {
    draft.trail.turn(on, await this.stamp());
    return succeed(stateOf(draft));
  }

  async save(draft: OpenDraft, format: RequestOf<'trail.save'>['format']): Promise<ReplyOf<'trail.save'>> {
    const { language } = await readSettings(this.#files, this.#world.folders.data);
    const { path } = draft.target();
    const text = format === 'csv' ? trailCsv(stateOf(draft), language) : trailJson(stateOf(draft));
    const stem = `${path === '' ? 'dolboor' : basename(path, extname(path))}-audit`;
    return saveCopy(this.#files, this.#world, { stem, extension: format, text });
  }
}

function stateOf({ trail }: OpenDraft): TrailState {
  return { isOn: trail.isOn, ...trail.read() };
}
