import { join } from 'node:path';
import { succeed } from '../../core/base/result.ts';
import type { ReplyOf } from '../../core/bridge/contract.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { failed } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { Log } from '../log/log.ts';
import type { World } from './world.ts';

/** The log, to be read before it is shared, and a copy of it where the person finds it. */
export function answerLog(files: FileSystem, world: World, log: Log) {
  return {
    'log.read': async (): Promise<ReplyOf<'log.read'>> => succeed({ text: log.read() }),
    'log.save': async (): Promise<ReplyOf<'log.save'>> => {
      const { documents } = world.folders;
      const bytes = new TextEncoder().encode(log.read());
      const temporary = `~$${world.ports.newId()}.tmp`;
      for (let number = 1; number <= mostCopies; number += 1) {
        const name = number === 1 ? 'dolboor-log.txt' : `dolboor-log-${number}.txt`;
        const path = join(documents, name);
        const written = await writeAtomically(files, { path, bytes, expected: 'absent', temporary });
        if (written.ok) return succeed({ name, folder: documents });
        if (written.error.code !== 'already-exists') return written;
      }
      return failed('already-exists');
    },
  };
}

/** Copies of the log that a folder may hold before the person is asked to clear it. */
const mostCopies = 50;
