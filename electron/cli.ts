#!/usr/bin/env node
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { cliLanguage } from './cli/language.ts';
import { runCli } from './cli/run.ts';
import { nodeFileSystem } from './files/file-system.ts';
import { applicationFolder } from './shell/folders.ts';
import { realPorts } from './shell/ports.ts';
import { runExport } from './workers/run-export.ts';

// The entry of the headless command; `docs/headless.md` is its contract.
const world = {
  files: nodeFileSystem,
  ports: realPorts,
  resources: path.join(applicationFolder(), 'resources'),
  runExport,
  folder: process.cwd(),
  readInput: () => text(process.stdin),
};
const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};

// A reader that closes the pipe early (`| head`) has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await runCli(process.argv.slice(2), world, streams, cliLanguage(process.env));
