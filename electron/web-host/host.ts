import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Messages } from '../messages.ts';
import type { CreateServices, Services, World } from '../services/world.ts';
import { dataFolder, type Surroundings } from '../shell/folders.ts';
import { findDiskTrouble, NoDisk } from '../shell/no-disk.ts';
import { listPageFiles } from '../shell/page-files.ts';
import type { RunExport } from '../workers/contract.ts';
import { createIdleEnd, type IdleEnd } from './idle.ts';
import { createLoopbackWorld } from './loopback-world.ts';
import { type PageServer, startPageServer } from './server.ts';
import { createPageSockets } from './socket.ts';

export interface HostOptions {
  /** The folder with `package.json`, `out/` and `resources/`. */
  readonly application: string;
  readonly around: Surroundings;
  readonly messages: Messages;
  readonly createServices: CreateServices;
  readonly runExport: RunExport;
  readonly idleMilliseconds: number;
}

/** Why a host ended: the page closed it, nobody looked at it, or it was told to. */
export type HostEnd = 'closed' | 'idle' | 'stopped';

export interface Host {
  readonly address: string;
  readonly services: Services;
  readonly emit: World['emit'];
  stop(why: HostEnd): Promise<void>;
  /** Settles when it has ended, however that came. */
  readonly ended: Promise<HostEnd>;
}

/** The same services and the same page as in Electron, on 127.0.0.1. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { application, around, messages } = options;
  const { promise: ended, resolve: settle } = Promise.withResolvers<HostEnd>();
  let stopping = false;
  let server: PageServer | undefined;
  let idle: IdleEnd | undefined;

  async function stop(why: HostEnd): Promise<void> {
    if (stopping) return;
    stopping = true;
    idle?.stop();
    sockets.close();
    await Promise.allSettled([server?.close(), services.dispose()]);
    settle(why);
  }

  const { version } = JSON.parse(readFileSync(path.join(application, 'package.json'), 'utf8')) as { version: string };
  const data = dataFolder(around);
  const trouble = findDiskTrouble(data);
  if (trouble) throw trouble;
  const world = createLoopbackWorld({
    version,
    data,
    resources: path.join(application, 'resources'),
    around,
    emit: (name, event) => sockets.emit(name, event),
    // The reply to the request that asks for this leaves first.
    closeWindow: () => void setImmediate(() => void stop('closed')),
  });
  const services = await options.createServices(world, options.runExport).catch((error: unknown) => {
    throw new NoDisk(data, error);
  });
  const sockets = createPageSockets({
    call: services.call,
    release: services.releasePage,
    changed: (pages) => stopping || idle?.pages(pages),
  });
  const files = listPageFiles(path.join(application, 'out', 'renderer'));
  server = await startPageServer({ files, messages, accept: sockets.accept });
  idle = createIdleEnd(options.idleMilliseconds, () => void stop('idle'));
  return { address: server.address, services, emit: world.emit, stop, ended };
}
