import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { fixedPorts } from '../../support/builder.ts';

async function dolboor(argv: readonly string[], input = '') {
  let out = '';
  let err = '';
  const world = {
    files: nodeFileSystem,
    ports: fixedPorts('import'),
    resources: path.resolve('resources'),
    runExport: () => Promise.reject(new Error('not asked for')),
    folder: path.resolve('test/fixtures/official'),
    readInput: () => Promise.resolve(input),
  };
  const exit = await runCli(
    argv,
    world,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
    'en',
  );
  return { exit, out, err, json: (): unknown => JSON.parse(out) };
}

describe('dolboor recognise', () => {
  it('gives the citations of standard input under the keys of the contract', async () => {
    const { exit, json } = await dolboor(
      ['recognise', '--language', 'ky', '--json'],
      'КР 2019-жылдын 25-июлундагы № 102 Мыйзамынын 40-беренесинин 1-бөлүгү',
    );
    expect(exit).toBe(0);
    expect(json()).toEqual([
      {
        start: 0,
        end: 68,
        text: 'КР 2019-жылдын 25-июлундагы № 102 Мыйзамынын 40-беренесинин 1-бөлүгү',
        pinpoint: [
          ['article', '40'],
          ['part', '1'],
        ],
        act: 'law-enforcement-service-2019',
        date: '2019-07-25',
        number: '102',
        case: 'nom',
      },
    ]);
  });

  it('refuses a language that is none of the three', async () => {
    expect((await dolboor(['recognise', '--language', 'de'])).exit).toBe(2);
  });
});

describe('dolboor import-act', () => {
  it('gives header, units and report under the keys of the contract', async () => {
    const { exit, json } = await dolboor(['import-act', 'ky-law.html', '--json']);
    expect(exit).toBe(0);
    expect(json()).toMatchObject({
      language: 'ky',
      type: 'law',
      number: '901-II',
      banners: [expect.any(String)],
      units: expect.any(Array),
      report: expect.any(Array),
    });
  });

  it('says every line of its report in words', async () => {
    const { err } = await dolboor(['import-act', 'ky-law.html']);
    expect(err).not.toMatch(/^import\./m);
    expect(err).toMatch(/N stands for №/);
  });

  it('refuses a file that is not there, in words', async () => {
    const { exit, err } = await dolboor(['import-act', 'no.html']);
    expect([exit, err.includes('no.html')]).toEqual([3, true]);
  });
});
