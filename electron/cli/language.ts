import type { Language } from '../../core/base/language.ts';
import { systemLanguage } from '../shell/system-language.js';

/** The language of the messages when `--ui` does not name one. */
export function cliLanguage(env: Readonly<Record<string, string | undefined>>, found?: string): Language {
  return systemLanguage(env, found);
}
