import { isLanguage } from '../core/base/language.ts';
import { type Messages, messagesIn } from './messages.ts';
import { createServices } from './services/services.ts';
import { draftArgument } from './shell/file-argument.ts';
import { applicationFolder, browserProfile, dataFolder, surroundings } from './shell/folders.ts';
import { startFailure } from './shell/no-disk.ts';
import { systemLanguage } from './shell/system-language.js';
import { pageOpener, start } from './web-host/browser.ts';
import { startHost } from './web-host/host.ts';
import { runExport } from './workers/run-export.ts';

const idleMinutes = 10;
/** Why it is not Electron; `npm start` knows. */
const reasons = ['without-electron', 'without-screen', 'electron-failed', 'by-choice'] as const;

/** `--why=…`: one of the reasons. `--no-open`: print the address and open nothing. `--ui ky|ru|en`: the terminal's language. */
async function run(argv: readonly string[], messages: Messages): Promise<void> {
  const around = surroundings();
  const say = (key: string): void => console.log(messages(`shell.host.${key}`));
  const host = await startHost({
    application: applicationFolder(),
    around,
    messages,
    createServices,
    runExport,
    idleMilliseconds: idleMinutes * 60_000,
  });
  // Every time, not once: a second Ctrl+C must not cut off what the first began, the last edits' way to the disk.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void host.stop('stopped'));

  say(reasons.find((reason) => argv.includes(`--why=${reason}`)) ?? 'by-choice');
  say('address');
  console.log(`\n  ${host.address}\n`);
  const file = draftArgument(argv, process.cwd());
  if (file !== undefined) host.emit('open-requested', host.services.offerFile(file));
  const profile = browserProfile(dataFolder(around), 'loopback');
  const opener = argv.includes('--no-open') ? undefined : pageOpener(host.address, profile, around);
  if (opener !== undefined && (await start(opener))) say('opened');
  say('stop');

  const why = await host.ended;
  if (why === 'idle') say('idle');
  await new Promise<void>((written) => process.stdout.write('', () => written()));
  // At once: while an emptied program is taken down by itself its signal handlers are gone first, and a second Ctrl+C would kill it.
  process.exit(0);
}

function wordsFor(argv: readonly string[]): Messages {
  const asked = argv.includes('--ui') ? argv[argv.indexOf('--ui') + 1] : undefined;
  return messagesIn(isLanguage(asked) ? asked : systemLanguage(process.env));
}

const argv = process.argv.slice(1);
const messages = wordsFor(argv);
run(argv, messages).catch((error: unknown) => {
  console.error(error);
  const { sentence, exit } = startFailure(error, messages);
  console.error(`\n${sentence}\n`);
  process.exitCode = exit;
});
