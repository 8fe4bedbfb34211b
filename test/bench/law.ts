import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { indexActs, searchActs } from '../../core/law/acts.ts';
import { recognise } from '../../core/law/recognise/recognise.ts';
import type { ActRegister } from '../../core/law/types.ts';
import { readAct } from '../../electron/import/read-act.ts';

/*
 * npm run bench -- law [--json]: the import of an act beside pandoc's reading of the same page, search in a register of 500 acts, the
 * citations of a megabyte of text, and what each costs at ten times the size. CPU time of this process; of pandoc, of its own.
 */

const rounds = 3;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Milliseconds of CPU that a piece of work takes, the median of some rounds after one to get warm. */
async function cpuOf(work: () => unknown): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if (round > 0) taken.push((user + system) / 1000);
  }
  return median(taken);
}

/** An act as a page of the database, with words that say nothing. */
function pageOf(articles: number): Uint8Array {
  const body = Array.from({ length: articles }, (_, i) => {
    const chapter = i % 20 === 0 ? `<p>Глава ${i / 20 + 1}. Образец</p>` : '';
    const parts = [1, 2, 3].map(
      (n) => `<p>${n}. Слова образца, которые ничего не устанавливают и заполняют строку.</p>`,
    );
    return `${chapter}<p><b>Статья ${i + 1}. Предмет образца</b></p>${parts.join('')}<p>1) первое слово;</p><p>2) второе.</p>`;
  });
  const head = '<p>ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ</p><p>от 3 марта 2031 года № 77</p><p>Об образце</p>';
  return new TextEncoder().encode(`<html><body>${head}${body.join('')}</body></html>`);
}

/** Undefined where there is no pandoc. */
function pandocOf(page: Uint8Array): number | undefined {
  const run = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time pandoc -f html -t json >/dev/null'], {
    input: page,
    encoding: 'utf8',
  });
  if (run.status !== 0) return undefined;
  const [user = 0, system = 0] = run.stderr.trim().split(/\s+/).map(Number);
  return (user + system) * 1000;
}

function registerOf(acts: number): ActRegister {
  const path = new URL('../../resources/acts/register.json', import.meta.url);
  const { compiled, acts: shipped } = JSON.parse(readFileSync(path, 'utf8')) as ActRegister;
  const many = Array.from({ length: acts }, (_, i) => shipped[i % shipped.length]).flatMap((act, i) =>
    act ? [{ ...act, id: `${act.id}-${i}` }] : [],
  );
  return { compiled, acts: many };
}

const queries = ['военнослужащим статусом', '930-XII', '25 июля 2019', 'органдарына кызмат', 'fire safety', 'образец'];

function searchCost(acts: number): Promise<number> {
  const index = indexActs(registerOf(acts));
  return cpuOf(() => {
    for (const query of queries) searchActs(index, query);
  }).then((all) => all / queries.length);
}

const sentence =
  'Лица, указанные в пункте 3 части 2 статьи 12 Закона Кыргызской Республики «О статусе военнослужащих», заполняют эту строку словами. ';

function recogniseCost(bytes: number): Promise<number> {
  const index = indexActs(registerOf(46));
  // By paragraphs, as a draft gives them.
  const paragraph = sentence.repeat(4);
  const count = Math.ceil(bytes / new TextEncoder().encode(paragraph).length);
  return cpuOf(() => {
    for (let i = 0; i < count; i += 1) recognise(paragraph, 'ru', index);
  });
}

interface Measured {
  readonly what: string;
  readonly milliseconds: number;
  /** Cost at ten times the size over the cost at one. */
  readonly growth: number;
  readonly pandoc?: number | undefined;
}

async function measureLaw(): Promise<readonly Measured[]> {
  const [small, large] = [pageOf(50), pageOf(500)];
  const imports = [await cpuOf(() => readAct(small, 'a.html')), await cpuOf(() => readAct(large, 'a.html'))] as const;
  const searches = [await searchCost(50), await searchCost(500)] as const;
  const texts = [await recogniseCost(2 ** 20 / 10), await recogniseCost(2 ** 20)] as const;
  const of = (what: string, [one, ten]: readonly [number, number]): Measured => ({
    what,
    milliseconds: rounded(ten),
    growth: rounded(ten / one),
  });
  return [
    { ...of('import of 500 articles', imports), pandoc: pandocOf(large) },
    of('search in 500 acts', searches),
    of('citations in 1 MB of text', texts),
  ];
}

/** npm run bench -- law */
export async function benchLaw(options: ReadonlySet<string>): Promise<void> {
  const measured = await measureLaw();
  if (options.has('--json')) console.log(JSON.stringify(measured, null, 2));
  else {
    console.log('The law, milliseconds of CPU; growth at ten times the size (10 is in proportion):');
    console.table(measured);
  }
}
