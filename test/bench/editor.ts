import { mkdir, writeFile } from 'node:fs/promises';
import { measure } from './editor/measure.ts';
import { fullPlan, quickPlan } from './editor/plans.ts';
import { judge, summary, tables } from './editor/report.ts';

/*
 * npm run bench -- editor [--quick] [--json]: what our editor costs, beside ProseMirror and Lexical with the same bill in the same
 * browser. Milliseconds differ from machine to machine; the ratios are what counts. docs/benchmarks.md tells how to read it.
 */
export async function benchEditor(options: ReadonlySet<string>): Promise<void> {
  const isQuick = options.has('--quick');
  const results = await measure(isQuick ? quickPlan : fullPlan);
  const judged = judge(results);
  if (options.has('--json')) {
    console.log(JSON.stringify(isQuick ? summary(results) : { tables: tables(results), judged }));
    return;
  }
  for (const [size, table] of Object.entries(tables(results))) {
    console.log(size);
    console.table(table);
  }
  console.log('Ratios in this run, and the most that they may be:');
  for (const { what, found, most, isMet } of judged)
    console.log(`  ${isMet ? 'met  ' : 'ABOVE'} ${what}: ${found}, at most ${most}`);
  if (!isQuick) await keep({ tables: tables(results), judged });
}

async function keep(result: object): Promise<void> {
  const out = new URL('../../out/', import.meta.url);
  await mkdir(out, { recursive: true });
  await writeFile(new URL('bench-editor.json', out), `${JSON.stringify(result, undefined, 2)}\n`);
}
