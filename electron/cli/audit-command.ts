import { trailWords } from '../../core/file/trail-words.ts';
import { trailObject } from '../services/trail-tables.ts';
import type { Command } from './command.ts';
import { openDraft, passwordFile } from './open-draft.ts';
import { answerInWords } from './outcome.ts';

/** The audit trail of a draft and whether it holds. Where it does not, the exit code is `problems`. */
export const audit: Command = {
  accepts: { words: [1, 1], values: [passwordFile] },
  run: async (args, world) => {
    const read = await openDraft(args, world);
    if (!read.ok) return read;
    const { trail, notices } = read.value;
    const { entries = [], breaks = [] } = trail ?? {};
    return answerInWords({
      json: () => ({ on: trail !== undefined, ...trailObject({ entries, breaks }) }),
      text: (messages) => {
        const { say } = messages;
        if (!trail) return `${say('audit.off')}\n`;
        const rows = entries.map((entry) =>
          [entry.number, entry.at, entry.by, trailWords(entry, messages.trail)].join('\t'),
        );
        return [...rows, say(breaks.length === 0 ? 'audit.holds' : 'audit.broken')].map((line) => `${line}\n`).join('');
      },
      notices: [...notices, ...breaks],
      hasErrors: breaks.length > 0,
    });
  },
};
