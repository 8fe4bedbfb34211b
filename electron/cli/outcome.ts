import type { Notice } from '../../core/base/notice.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { CliMessages } from './messages.ts';

/** What the process ends with; scripts rely on the numbers. */
export const exitCodes = { done: 0, problems: 1, usage: 2, refused: 3, notWritten: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a command that ran has to say: `json` for programs, `text` for people. */
export interface Answer {
  readonly json: unknown;
  /** Ends with a line end; may be empty. */
  readonly text: string;
  /** Told on standard error; an `error` among them makes the exit code `problems`. */
  readonly notices?: readonly Notice[];
  /** What was made has errors that `notices` do not tell; the exit code is then `problems`. */
  readonly hasErrors?: boolean;
}

/** An answer that holds sentences, and so depends on the language in which the command speaks. */
export interface WordedAnswer extends Omit<Answer, 'json' | 'text'> {
  readonly json: (messages: CliMessages) => unknown;
  readonly text: (messages: CliMessages) => string;
}

/** Why a command did nothing. `code` names the sentence `refusals.<code>` of the command's words. */
export interface Refusal {
  readonly code: string;
  readonly exit: ExitCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Outcome = Result<Answer | WordedAnswer, Refusal>;

export function answerInWords(answer: WordedAnswer): Outcome {
  return succeed(answer);
}

export function isWorded(answer: Answer | WordedAnswer): answer is WordedAnswer {
  return typeof answer.text === 'function';
}

export function answer(json: unknown, text: string, notices: readonly Notice[] = []): Outcome {
  return succeed({ json, text, notices });
}

export function refuse(exit: keyof typeof exitCodes, code: string, params?: Refusal['params']): Result<never, Refusal> {
  return fail({ code, exit: exitCodes[exit], ...(params && { params }) });
}

/** A failure of the services as a refusal; `exit` says whether reading or writing came to nothing. */
export function refuseAs(exit: 'refused' | 'notWritten', { code, params }: Failure): Result<never, Refusal> {
  return refuse(exit, code, params);
}
