import { isLanguage, type Language } from '../../core/base/language.ts';

/**
 * The language of the messages when `--ui` does not name one: the system's, else Russian, which every office reads. An environment that
 * names a language wins over what the runtime found out.
 */
export function cliLanguage(
  env: Readonly<Record<string, string | undefined>>,
  found: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const named = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((tag) => tag !== undefined && tag !== '');
  const head = (named ?? found).split(/[-_.:@]/)[0]?.toLowerCase();
  return isLanguage(head) ? head : 'ru';
}
