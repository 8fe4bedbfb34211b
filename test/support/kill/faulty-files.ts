import { type FileSystem, nodeFileSystem, type OpenFile } from '../../../electron/files/file-system.ts';

/** What goes wrong, and where. */
export interface Fault {
  /** The call that fails, from 1. */
  readonly at: number;
  readonly code: string;
  /** How many calls fail from there on. */
  readonly times: number;
}

/** A disk on which chosen calls that change something fail; `calls` counts those calls. */
export interface FaultyFiles {
  readonly files: FileSystem;
  readonly calls: () => number;
}

/** The disk of this machine with a fault. A write that fails has written half, as a full disk does. */
export function faultyFiles(fault: Fault | undefined, inner: FileSystem = nodeFileSystem): FaultyFiles {
  let calls = 0;
  const mayFail = (): void => {
    calls += 1;
    if (fault && calls >= fault.at && calls < fault.at + fault.times) {
      throw Object.assign(new Error(fault.code), { code: fault.code });
    }
  };
  const guarded =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      mayFail();
      return call(...args);
    };
  const guardedFile = (file: OpenFile): OpenFile => ({
    write: async (bytes) => {
      try {
        mayFail();
      } catch (error) {
        await file.write(bytes.subarray(0, bytes.length >> 1));
        throw error;
      }
      // A short write now and then: the system may always take less than it is given.
      return file.write(calls % 3 === 0 ? bytes.subarray(0, Math.max(1, bytes.length >> 1)) : bytes);
    },
    sync: guarded(() => file.sync()),
    close: async () => {
      await file.close();
      mayFail();
    },
  });
  const files: FileSystem = {
    ...inner,
    create: async (path, access) => {
      mayFail();
      return guardedFile(await inner.create(path, access));
    },
    overwrite: guarded(inner.overwrite),
    rename: guarded(inner.rename),
    remove: guarded(inner.remove),
    makeFolder: guarded(inner.makeFolder),
    syncFolder: guarded(inner.syncFolder),
    syncFile: guarded(inner.syncFile),
  };
  return { files, calls: () => calls };
}
