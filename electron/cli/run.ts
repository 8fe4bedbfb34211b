import { isLanguage, type Language } from '../../core/base/language.ts';
import { readArguments } from './arguments.ts';
import { audit } from './audit-command.ts';
import { check } from './check-command.ts';
import type { CliWorld, Command } from './command.ts';
import { info, newDraft, text } from './draft-commands.ts';
import { exportDocument } from './export-command.ts';
import { acts, cite, inflectNoun, templates } from './law-commands.ts';
import { type CliMessages, cliMessages } from './messages.ts';
import {
  type Answer,
  type ExitCode,
  exitCodes,
  isWorded,
  type Outcome,
  type Refusal,
  refuse,
  type WordedAnswer,
} from './outcome.ts';
import { importActFile, recogniseCitations } from './text-commands.ts';

/** Where the command speaks. */
export interface CliStreams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const commands: Readonly<Record<string, Command>> = {
  templates,
  new: newDraft,
  info,
  text,
  acts,
  cite,
  inflect: inflectNoun,
  recognise: recogniseCitations,
  'import-act': importActFile,
  export: exportDocument,
  check,
  audit,
};

/** Commands of the contract that this version does not have; they say so rather than being unknown. */
const planned: readonly string[] = ['read-word', 'review', 'compare'];

/** Runs one command to its end. Never throws: what was not foreseen is a refusal with the code `internal`. */
export async function runCli(
  argv: readonly string[],
  world: CliWorld,
  streams: CliStreams,
  systemLanguage: Language,
): Promise<ExitCode> {
  const { rest, json, help, ui } = takeCommon(argv);
  const messages = cliMessages(isLanguage(ui) ? ui : systemLanguage);
  if (help) {
    streams.out(`${messages.say('usage')}\n`);
    return exitCodes.done;
  }
  const outcome =
    ui !== undefined && !isLanguage(ui)
      ? refuse('usage', 'bad-value', { option: '--ui', value: ui, allowed: 'ky, ru, en' })
      : await perform(rest, world, streams);
  if (!outcome.ok) return tellRefusal(outcome.error, json, messages, streams);
  return tellAnswer(outcome.value, json, messages, streams);
}

interface Common {
  readonly rest: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  readonly ui?: string;
}

/** The options that every command has, wherever they stand. */
function takeCommon(argv: readonly string[]): Common {
  const rest: string[] = [];
  let json = false;
  let help = false;
  let ui: string | undefined;
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--json') json = true;
    else if (word === '--help' || word === '-h') help = true;
    else if (word.startsWith('--ui=')) ui = word.slice('--ui='.length);
    else if (word === '--ui') {
      ui = argv[at + 1] ?? '';
      at += 1;
    } else rest.push(word);
  }
  return { rest, json, help, ...(ui !== undefined && { ui }) };
}

async function perform([name, ...argv]: readonly string[], world: CliWorld, { err }: CliStreams): Promise<Outcome> {
  if (name === undefined) return refuse('usage', 'no-command');
  if (planned.includes(name)) return refuse('usage', 'not-available', { what: name });
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return refuse('usage', 'unknown-command', { command: name });
  const args = readArguments(argv, command.accepts);
  if (!args.ok) return args;
  try {
    return await command.run(args.value, world);
  } catch (error) {
    // For whoever repairs it; the stack holds no text of a draft.
    err(`${error instanceof Error ? error.stack : 'unknown'}\n`);
    return refuse('refused', 'internal');
  }
}

function tellRefusal(
  refusal: Refusal,
  json: boolean,
  { say, refusal: refusalSentence }: CliMessages,
  { out, err }: CliStreams,
): ExitCode {
  const message = refusalSentence(refusal);
  if (json) out(`${JSON.stringify({ error: { code: refusal.code, message } })}\n`);
  else {
    err(`${message}\n`);
    if (refusal.exit === exitCodes.usage && refusal.code !== 'not-available') err(`${say('hint')}\n`);
  }
  return refusal.exit;
}

function tellAnswer(
  answer: Answer | WordedAnswer,
  json: boolean,
  messages: CliMessages,
  { out, err }: CliStreams,
): ExitCode {
  const notices = answer.notices ?? [];
  if (json) out(`${JSON.stringify(isWorded(answer) ? answer.json(messages) : answer.json)}\n`);
  else {
    out(isWorded(answer) ? answer.text(messages) : answer.text);
    for (const notice of notices) err(`${messages.notice(notice)}\n`);
  }
  const hasErrors = answer.hasErrors === true || notices.some((notice) => notice.severity === 'error');
  return hasErrors ? exitCodes.problems : exitCodes.done;
}
