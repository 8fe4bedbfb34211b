import path from 'node:path';
import { isLanguage } from '../core/base/language.ts';
import { messagesIn } from './messages.ts';
import { createServices } from './services/services.ts';
import { draftArgument } from './shell/file-argument.ts';
import { applicationFolder, dataFolder, surroundings } from './shell/folders.ts';
import { systemLanguage } from './shell/system-language.ts';
import { pageOpener, start } from './web-host/browser.ts';
import { startHost } from './web-host/host.ts';
import { runExport } from './workers/run-export.ts';

const idleMinutes = 10;
/** Why it is not Electron; `npm start` knows. */
const reasons = ['without-electron', 'without-screen', 'by-choice'] as const;

/** `--why=…`: one of the reasons. `--no-open`: print the address and open nothing. `--ui ky|ru|en`: the terminal's language. */
async function run(argv: readonly string[]): Promise<void> {
  const around = surroundings();
  const asked = argv[argv.indexOf('--ui') + 1];
  const messages = messagesIn(argv.includes('--ui') && isLanguage(asked) ? asked : systemLanguage(around.env));
  const say = (key: string): void => console.log(messages(`shell.host.${key}`));
  const host = await startHost({
    application: applicationFolder(),
    around,
    messages,
    createServices,
    runExport,
    idleMilliseconds: idleMinutes * 60_000,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void host.stop('stopped'));

  say(reasons.find((reason) => argv.includes(`--why=${reason}`)) ?? 'by-choice');
  say('address');
  console.log(`\n  ${host.address}\n`);
  const file = draftArgument(argv, process.cwd());
  if (file !== undefined) host.emit('open-requested', host.services.offerFile(file));
  const profile = path.join(dataFolder(around), 'browser');
  const opener = argv.includes('--no-open') ? undefined : pageOpener(host.address, profile, around);
  if (opener !== undefined && (await start(opener))) say('opened');
  say('stop');

  const why = await host.ended;
  if (why === 'idle') say('idle');
  process.exitCode = 0;
}

run(process.argv.slice(1)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
