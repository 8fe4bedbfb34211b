// Not TypeScript, because `npm start` reads it before anything is built, on a Node that may be too old for types.

const known = ['ky', 'ru', 'en'];

/**
 * The one rule, wherever the application has to guess: the first of the system's preferred languages that it speaks, and Russian when it
 * speaks none of them, because every office reads it. Tags come in many dresses: `ky-KG`, `ru_RU.UTF-8`, `C`.
 */
export function pickLanguage(tags) {
  const heads = tags.map((tag) => tag?.split(/[-_.:@]/)[0]?.toLowerCase());
  return heads.find((head) => known.includes(head)) ?? 'ru';
}

/**
 * The system's language where there is no Electron to ask. An environment that names one wins over what the runtime found out, in the
 * order of POSIX and of gettext.
 */
export function systemLanguage(env, found = Intl.DateTimeFormat().resolvedOptions().locale) {
  const { LC_ALL, LC_MESSAGES, LANG, LANGUAGE } = env;
  const named = [LC_ALL, LC_MESSAGES, LANG].find((tag) => tag !== undefined && tag !== '');
  return pickLanguage([...(LANGUAGE?.split(':') ?? []), named ?? found]);
}
