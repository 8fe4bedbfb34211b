/*
 * npm run bench [-- name [options]]: measures. Without a name all of them, one after the other.
 *
 *   editor [--quick] [--json]   the editor beside ProseMirror and Lexical
 *   desk [articles]             what each thing that is done at the whole desk costs, with 500 and with 2,000 articles
 *   export                      the Word file of a bill
 *   law [--json]                the import of an act beside pandoc, the search in the register, the citations in a text
 *   storage [--quick] [--json]  saving, opening, recovering, the journal, and the memory over a day of 57,600 edits
 */

import { benchDesk } from './desk.ts';
import { benchEditor } from './editor.ts';
import { benchExport } from './export.mjs';
import { benchLaw } from './law.ts';
import { benchStorage } from './storage.ts';

const benches = { desk: benchDesk, editor: benchEditor, export: benchExport, law: benchLaw, storage: benchStorage };
const [name, ...options] = process.argv.slice(2);

if (name !== undefined && !(name in benches)) {
  console.error(`There is no bench «${name}». There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const each of name === undefined ? Object.keys(benches) : [name]) await benches[each](new Set(options));
}
