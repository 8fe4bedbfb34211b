import { describe, expect, it } from 'vitest';
import { alignTexts } from '../../../../core/law/official-text/align.ts';
import { parseOfficialText } from '../../../../core/law/official-text/parse.ts';
import { findPlace, linesOf, pinpointAt } from '../../../../core/law/official-text/place.ts';
import { treeOf } from '../../../../core/law/official-text/tree.ts';

// Filler text in the form of an act, written for these tests: no law, and no words of one.
const parse = (text: string) => parseOfficialText(text.split('\n').map((line) => ({ text: line }))).units;
const russian = parse(`ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ
от 9 августа 2004 года № 911
Об образце для проверки
Раздел I. Начала
Глава 1. Общие образцы
Статья 1. Образец
1. Образец берут:
1) утром;
2) вечером:
а) дома;
б) в пути.
Он остается у взявшего.
2. Образец возвращают.
Статья 1-1. Второй образец
Второй образец не берут.
Его хранят.
Глава 2. Прочее
Статья 2. Конец
1. Конец один.`);
const kyrgyz = parse(`КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ
2004-жылдын 9-августу № 911
Текшерүү үчүн үлгү жөнүндө
1-глава. Жалпы үлгүлөр
1-берене. Үлгү
1. Үлгүнү алышат:
1) эртең менен;
2) кечинде:
а) үйдө;
б) жолдо.
Ал алган адамда калат.
2. Үлгүнү кайтарышат.
3. Үлгү кымбат.
1-1-берене.
Экинчи үлгүнү алышпайт.
Аны сакташат.
2-глава. Башкалар
2-берене. Аягы
1. Аягы бирөө.`);
const tree = treeOf(russian);
const labelAt = (at: number | undefined): string => {
  const unit = russian[at ?? -1];
  return `${unit?.kind} ${unit?.number ?? ''}`.trim();
};
const found = (pinpoint: Parameters<typeof findPlace>[1]) => {
  const place = findPlace(tree, pinpoint);
  return 'found' in place ? place.found.map(labelAt) : place.missing;
};

describe('a pinpoint in an official text', () => {
  it('finds what it names, through divisions that it leaves out', () => {
    expect(found({ article: ['1'] })).toEqual(['article 1']);
    expect(found({ article: ['1'], part: ['1'], point: ['2'], subpoint: ['б'] })).toEqual(['subpoint б']);
    expect(found({ article: ['1'], part: ['1', '2'] })).toEqual(['part 1', 'part 2']);
    expect(found({ article: ['1¹'] })).toEqual(['article 1-1']);
    expect(found({ section: ['I'], chapter: ['2'] })).toEqual(['chapter 2']);
    expect(found({})).toEqual([]);
  });

  it('says what the text has not got', () => {
    expect(found({ article: ['3'] })).toEqual({ level: 'article', number: '3' });
    expect(found({ article: ['1'], part: ['1', '9'] })).toEqual({ level: 'part', number: '9' });
    expect(found({ article: ['2'], part: ['1'], point: ['1'] })).toEqual({ level: 'point', number: '1' });
  });

  it('does not take a point of a part for one of the article', () => {
    expect(found({ article: ['1'], point: ['1'] })).toEqual({ level: 'point', number: '1' });
  });

  it('counts paragraphs from the words of the unit itself', () => {
    expect(found({ article: ['1-1'], paragraph: ['2'] })).toEqual(['paragraph']);
    expect(found({ article: ['1-1'], paragraph: ['3'] })).toEqual({ level: 'paragraph', number: '3' });
    expect(found({ article: ['2'], part: ['1'], paragraph: ['1'] })).toEqual(['part 1']);
  });

  it('of each unit finds that unit again', () => {
    russian.forEach((unit, at) => {
      const pinpoint = pinpointAt(tree, at);
      if (Object.keys(pinpoint).length === 0) return;
      expect([unit.id, findPlace(tree, pinpoint)]).toEqual([unit.id, { found: [at] }]);
    });
    expect(
      pinpointAt(
        tree,
        russian.findIndex(({ number }) => number === 'б'),
      ),
    ).toEqual({
      article: ['1'],
      part: ['1'],
      point: ['2'],
      subpoint: ['б'],
    });
  });

  it('gives the words of a provision with all that stands in it', () => {
    const at = russian.findIndex(({ number, kind }) => kind === 'article' && number === '2');
    expect(linesOf(tree, at)).toEqual(['Статья 2. Конец', '1. Конец один.']);
  });
});

describe('two language versions', () => {
  const { rows, differences } = alignTexts(russian, kyrgyz);
  const side = (units: typeof russian, at: number | undefined) =>
    units[at ?? -1]?.text || units[at ?? -1]?.heading || '–';

  it('stand side by side, unit by unit, and lose none', () => {
    expect(rows.flatMap(({ left }) => left ?? []).sort((a, b) => a - b)).toEqual(russian.map((_, at) => at));
    expect(rows.flatMap(({ right }) => right ?? []).sort((a, b) => a - b)).toEqual(kyrgyz.map((_, at) => at));
    const written = rows.map(({ left, right }) => `${side(russian, left)} | ${side(kyrgyz, right)}`);
    expect(written).toContain('дома; | үйдө;');
    expect(written).toContain('Его хранят. | Аны сакташат.');
    expect(written).toContain('Конец один. | Аягы бирөө.');
  });

  it('tell where their structure differs', () => {
    const told = differences.map(({ code, row }) => {
      const { left, right } = rows[row] ?? {};
      return `${code}: ${side(russian, left)} | ${side(kyrgyz, right)}`;
    });
    expect(told).toEqual(['only-left: Начала | –', 'only-right: – | Үлгү кымбат.', 'heading-left: Второй образец | –']);
  });

  it('have the rest of an article before the next one, whichever of them has it', () => {
    const head =
      'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nот 9 августа 2004 года № 911\nОб образце\nСтатья 1. Первый\n1. Один:\n1) да;';
    const longer = parse(`${head}\n2) нет.`);
    const more = parse(`${head}\nСтатья 2. Второй\nДва.`);
    const words = (a: typeof longer, b: typeof longer) =>
      alignTexts(a, b).rows.map((row) => side(a, row.left).replace('–', '') || side(b, row.right));
    expect(words(more, longer)).toEqual(['Первый', 'Один:', 'да;', 'нет.', 'Второй', 'Два.']);
    expect(words(longer, more)).toEqual(['Первый', 'Один:', 'да;', 'нет.', 'Второй', 'Два.']);
  });

  it('that are the same have no differences', () => {
    expect(alignTexts(russian, russian).differences).toEqual([]);
  });
});
