import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../core/base/language.ts';

const locales = path.join(import.meta.dirname, '..', '..', '..', 'locales');

/** The sentence that the interface shows for `area:key.path`, so that a test names what a person reads. */
export function words(language: Language): (key: string, params?: Readonly<Record<string, string>>) => string {
  return (key, params = {}) => {
    const [area = '', place = ''] = key.split(':');
    const file = JSON.parse(readFileSync(path.join(locales, language, `${area}.json`), 'utf8')) as unknown;
    const found = place.split('.').reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], file);
    if (typeof found !== 'string') throw new Error(`no sentence ${key} in ${language}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '');
  };
}
