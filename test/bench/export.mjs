import { readFileSync } from 'node:fs';
import { runExport } from '../../electron/workers/run-export.ts';
import { generateBill } from '../support/builder.ts';

const resource = (path) => JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const rounds = 3;
const sizes = { small: 30, large: 500 };

async function timeOf(draft, language) {
  const options = { document: 'bill', language, format: 'docx', profile: 'review' };
  const job = { draft, options, register: resource('acts/register.json'), forms: resource('forms/bill.json') };
  const begun = performance.now();
  const result = await runExport(job, () => undefined, new AbortController().signal);
  return { milliseconds: performance.now() - begun, kilobytes: Math.round(result.bytes.length / 1024) };
}

/** Wall time from the snapshot to the bytes of the Word file, as medians of three. */
async function measureExport() {
  const measured = {};
  for (const [name, articles] of Object.entries(sizes)) {
    const draft = generateBill({ articles });
    for (const language of ['ky', 'parallel']) {
      const runs = [];
      for (let round = 0; round < rounds; round += 1) runs.push(await timeOf(draft, language));
      measured[`${name} ${language}`] = {
        seconds: Math.round(median(runs.map((run) => run.milliseconds)) / 100) / 10,
        kilobytes: runs[0].kilobytes,
      };
    }
  }
  return measured;
}

/** npm run bench -- export */
export async function benchExport() {
  console.log('Export of the Word file, seconds and kilobytes:');
  console.table(await measureExport());
}
