import { isLanguage, type Language } from '../../core/base/language.ts';

/**
 * The first of the system's preferred languages that the application speaks; English when it speaks none of them.
 * Tags come in many dresses: `ky-KG`, `ru_RU.UTF-8`, `C`.
 */
export function pickLanguage(tags: readonly (string | undefined)[]): Language {
  for (const tag of tags) {
    const head = tag?.split(/[-_.:]/)[0]?.toLowerCase();
    if (isLanguage(head)) return head;
  }
  return 'en';
}

/** The system's language where there is no Electron to ask. */
export function systemLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const { LC_ALL, LC_MESSAGES, LANG, LANGUAGE } = env;
  const first = [LC_ALL, LC_MESSAGES, LANG].find((tag) => tag !== undefined && tag !== '');
  return pickLanguage([...(LANGUAGE?.split(':') ?? []), first ?? Intl.DateTimeFormat().resolvedOptions().locale]);
}
