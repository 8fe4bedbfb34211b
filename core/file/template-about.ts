import { type Trilingual, trilingual } from '../base/language.ts';
import { templateLimits } from '../base/limits.ts';
import { field, fieldsOf, isText } from './fields.ts';

/** What an office calls a template of its own. */
export interface TemplateAbout {
  /** Its name; filled in at least one language. */
  readonly title: Trilingual<string>;
  /** What it is for; may be empty. */
  readonly description: Trilingual<string>;
}

/** The part of a package that makes it a template. A reader that does not know it carries it along. */
export const templatePath = 'package/template.json';

/** Reads what a template is called; undefined when it is called nothing. A language that cannot be read is empty. */
export function readTemplateAbout(value: unknown): TemplateAbout | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const title = readWords(field(fields, 'title'), templateLimits.title);
  const description = readWords(field(fields, 'description'), templateLimits.description);
  return hasName(title) ? { title, description } : undefined;
}

/** Whether there is a name in any language. */
export function hasName(title: Trilingual<string>): boolean {
  return Object.values(title).some((words) => words.trim() !== '');
}

function readWords(value: unknown, limit: number): Trilingual<string> {
  const fields = fieldsOf(value) ?? {};
  return trilingual((language) => {
    const words = field(fields, language);
    return isText(words, limit) ? words : '';
  });
}
