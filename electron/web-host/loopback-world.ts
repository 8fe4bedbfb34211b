import path from 'node:path';
import type { World } from '../services/world.ts';
import { documentsFolder, type Surroundings } from '../shell/folders.ts';
import { realPorts } from '../shell/ports.ts';
import { start, systemOpener } from './browser.ts';

export interface LoopbackWorldOptions {
  readonly version: string;
  readonly data: string;
  readonly resources: string;
  readonly around: Surroundings;
  readonly emit: World['emit'];
  readonly closeWindow: () => void;
}

/** The world as a browser and a terminal give it: no dialogs, the page browses by itself. */
export function createLoopbackWorld(options: LoopbackWorldOptions): World {
  const { version, data, resources, around, emit, closeWindow } = options;
  return {
    shell: 'loopback',
    version,
    ports: realPorts,
    folders: { data, documents: documentsFolder(around), resources },
    async reveal(file, open) {
      const opener = systemOpener(open === 'file' ? file : path.dirname(file), around);
      return opener !== undefined && (await start(opener));
    },
    emit,
    closeWindow,
  };
}
