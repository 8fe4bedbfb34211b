// Takes a profile's folder and a browser's command line. Runs the browser in a group of its own for as long as whoever started this is
// there: the other end of standard input closes when that process ends, whatever it dies of, and then the whole group goes (what is
// installed as Chromium may be a script around it), and the profile with it. Started detached, so that it outlives its starter's group.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const [profile, program, ...args] = process.argv.slice(2);
const browser = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], detached: true });
browser.on('error', () => process.exit(1));
browser.on('exit', (code) => {
  killGroup();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code ?? 1);
});
process.stdin.on('close', killGroup).resume();
// A terminal's Ctrl+C is for the application, which closes its browser itself.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);

function killGroup() {
  try {
    process.kill(process.platform === 'win32' ? browser.pid : -browser.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
