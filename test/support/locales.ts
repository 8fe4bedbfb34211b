import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../core/base/language.ts';

const root = path.join(import.meta.dirname, '..', '..', 'locales');

/** The areas of a language, by the names of its files. */
export function localeAreas(language: Language): readonly string[] {
  return readdirSync(path.join(root, language))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
    .sort();
}

export function readLocale(language: Language, area: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(root, language, `${area}.json`), 'utf8')) as Record<string, unknown>;
}

/** Every sentence of an area by its whole key: `saving.new`. The translator's note is left out. */
export function flatLocale(language: Language, area: string): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') flat.set(key, value);
    else for (const [name, inner] of Object.entries(value as object)) walk(inner, key ? `${key}.${name}` : name);
  };
  walk(readLocale(language, area), '');
  flat.delete('_note');
  return flat;
}
