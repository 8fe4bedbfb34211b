import type { Language } from '../../core/base/language.ts';

export function pickLanguage(tags: readonly (string | undefined)[]): Language;
export function systemLanguage(env: Readonly<Record<string, string | undefined>>, found?: string): Language;
