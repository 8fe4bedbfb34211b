import { succeed } from '../../core/base/result.ts';
import type { ReplyOf } from '../../core/bridge/contract.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { Log } from '../log/log.ts';
import { saveCopy } from './save-copy.ts';
import type { World } from './world.ts';

/** The log, to be read before it is shared, and a copy of it where the person finds it. */
export function answerLog(files: FileSystem, world: World, log: Log) {
  return {
    'log.read': async (): Promise<ReplyOf<'log.read'>> => succeed({ text: log.read() }),
    'log.save': (): Promise<ReplyOf<'log.save'>> =>
      saveCopy(files, world, { stem: 'dolboor-log', extension: 'txt', text: log.read() }),
  };
}
