import { app } from 'electron';
import { draftArgument, type Launch, readLaunch } from './shell/file-argument.ts';

/** False when the application already runs: this process has then told it what to open and must end. */
export function isFirstInstance(launch: Launch): boolean {
  return app.requestSingleInstanceLock({ argv: [...launch.argv], folder: launch.folder });
}

export interface LifecycleOptions {
  /** The system, or a second instance, asks to open this draft. */
  readonly openFile: (file: string) => void;
  /** A second instance was started: bring the window forward. */
  readonly comeForward: () => void;
  /** Runs once, after the last window and before the process ends. */
  readonly dispose: () => Promise<void>;
}

export function followLifecycle({ openFile, comeForward, dispose }: LifecycleOptions): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const launch = readLaunch(data);
    const file = launch && draftArgument(launch.argv, launch.folder);
    if (file !== undefined) openFile(file);
    comeForward();
  });
  // macOS hands files over by an event, not by the command line.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    openFile(file);
  });
  app.on('window-all-closed', () => app.quit());
  let disposed = false;
  app.on('will-quit', (event) => {
    if (disposed) return;
    event.preventDefault();
    const finish = (): void => {
      disposed = true;
      app.quit();
    };
    dispose().then(finish, finish);
  });
}
