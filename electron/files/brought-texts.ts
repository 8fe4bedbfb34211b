import { languages } from '../../core/base/language.ts';
import { storedTextSchema } from '../../core/bridge/library-schema.ts';
import { parseJson } from '../../core/file/fields.ts';
import { isCarriedPath } from '../../core/file/layout.ts';
import type { StoredText, TextKey } from '../../core/law/library.ts';
import type { DraftFile } from './package-file.ts';

/*
 * The official texts that travel in a draft's file, because somebody asked for it: `law/texts/<act>.<language>.json`, each as it lies in
 * the library. Opening a draft looks at their names alone; a text is read when somebody asks for it.
 */

const folder = 'law/texts/';

type Carrying = Pick<DraftFile, 'carried'>;

/** Where a text lies in a file; undefined for an act that no path can name. */
export function textPartOf({ act, language }: TextKey): string | undefined {
  const path = `${folder}${act}.${language}.json`;
  return isCarriedPath(path) ? path : undefined;
}

/** The texts that a file says it has, by path. */
export function textKeysIn({ carried }: Carrying): readonly TextKey[] {
  return [...carried.keys()].sort().flatMap((path): readonly TextKey[] => {
    const language = languages.find((one) => path.endsWith(`.${one}.json`));
    if (!path.startsWith(folder) || !language) return [];
    const act = path.slice(folder.length, -`.${language}.json`.length);
    return /^[a-z0-9._-]+$/.test(act) ? [{ act, language }] : [];
  });
}

/** What was read once, for as long as its bytes are there: a code takes a tenth of a second. */
const read = new WeakMap<Uint8Array, { readonly text: StoredText | undefined }>();

/** One of them; undefined where there is none, or what lies there is no text of that act and language. */
export function textIn({ carried }: Carrying, key: TextKey): StoredText | undefined {
  const bytes = carried.get(textPartOf(key) ?? '');
  if (!bytes) return undefined;
  const known = read.get(bytes) ?? {
    text: storedTextSchema.safeParse(parseJson(new TextDecoder().decode(bytes))).data,
  };
  read.set(bytes, known);
  const { text } = known;
  return text?.act === key.act && text.text.language === key.language ? text : undefined;
}

/** All that a file brings and that can be read. */
export function textsIn(file: Carrying): readonly StoredText[] {
  return textKeysIn(file).flatMap((key) => textIn(file, key) ?? []);
}

/** The file with these texts, by path, and no others. One that has not changed stays the same bytes, which need not be packed anew. */
export function withTexts<F extends Carrying>(file: F, texts: ReadonlyMap<string, Uint8Array>): F {
  const carried = new Map([...file.carried].filter(([path]) => !path.startsWith(folder)));
  for (const [path, bytes] of texts) {
    const before = file.carried.get(path);
    carried.set(path, before && Buffer.from(before).equals(bytes) ? before : bytes);
  }
  return { ...file, carried };
}
