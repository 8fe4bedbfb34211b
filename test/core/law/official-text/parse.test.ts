import { array, assert, constantFrom, integer, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairOldLetters } from '../../../../core/law/official-text/old-letters.ts';
import { parseOfficialText } from '../../../../core/law/official-text/parse.ts';
import type { OfficialLine } from '../../../../core/law/official-text/types.ts';

// Filler text in the form of an act, written for these tests: no law, and no words of one.
const plain = (...texts: readonly string[]): readonly OfficialLine[] => texts.map((text) => ({ text }));
const parse = (...texts: readonly string[]) => parseOfficialText(plain(...texts));
const head = ['ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ', 'от 9 августа 2004 года № 911', 'Об образце для проверки'];
const kyHead = ['КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ', '2011-жылдын 5-апрели № 901', 'Мисал текст жөнүндө'];
const codes = (result: ReturnType<typeof parse>) => result.report.map(({ code }) => code);
const shapes = (result: ReturnType<typeof parse>) =>
  result.units.map(({ kind, number, heading }) => [kind, number, heading].filter(Boolean).join(' '));

describe('the header', () => {
  it('is read in the new order and in the old one', () => {
    const old = parse(
      'г.Бишкек',
      'от 9 августа 2004 года N 911',
      'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ',
      'Об образце для проверки',
      'Статья 1. Образец',
    );
    const { type, date, number, title } = parse(...head, 'Статья 1. Образец');
    expect({ type, date, number, title }).toEqual({
      type: 'law',
      date: '2004-08-09',
      number: '911',
      title: 'Об образце для проверки',
    });
    expect([old.type, old.date, old.number, old.title]).toEqual([type, date, number, title]);
  });

  it('may have the state on a line of its own, and a code is its own title', () => {
    const code = parse(
      'КЫРГЫЗ РЕСПУБЛИКАСЫНЫН',
      'МИСАЛ КОДЕКСИ',
      '2011-жылдын 5-апрели № 901',
      '1-берене. Мисал жана үлгү',
    );
    expect([code.type, code.title]).toEqual(['code', 'КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МИСАЛ КОДЕКСИ']);
  });

  it('has a Roman part of the number in Latin letters, whichever were typed', () => {
    expect(
      parse('ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ', 'от 1 июля 1992 года № 930-ХІІ', 'Об образце', 'Статья 1. О').number,
    ).toBe('930-XII');
  });

  it('has banners of repeal and of force, over several lines', () => {
    const repealed = parse(
      'УТРАТИЛО СИЛУ',
      'в',
      'соответствии с постановлением Кабинета Министров КР',
      'от 13 января 2023 года № 13',
      ...head,
      'Статья 1. Образец',
    );
    expect(repealed.banners).toEqual([
      'УТРАТИЛО СИЛУ в соответствии с постановлением Кабинета Министров КР от 13 января 2023 года № 13',
    ]);
    expect([repealed.date, repealed.title]).toEqual(['2004-08-09', 'Об образце для проверки']);
    const later = parse(
      'КР 2017-жылдын 24-январындагы № 10 Мыйзамына ылайык',
      '2019-жылдын 1-январынан тартып',
      'КҮЧҮН ЖОГОТОТ',
      ...kyHead,
      '1-берене. Мисал',
    );
    expect(later.banners).toHaveLength(1);
    expect([later.date, later.number]).toEqual(['2011-04-05', '901']);
    const enacted = parse(...head, '(Вводится в действие Законом КР от 16 мая 2016 года № 60)', 'Статья 1. Образец');
    expect(enacted.banners).toEqual(['(Вводится в действие Законом КР от 16 мая 2016 года № 60)']);
  });

  it('has the line of adoption, broken and unspaced', () => {
    expect(
      parse(...head, 'Принят Жогорку Кенешем Кыргызской Республики', '1марта 2018 года', 'Статья 1. Образец').adopted,
    ).toBe('2018-03-01');
    expect(
      parse(
        '2008-жылдын 7-февралында      Кыргыз Республикасынын Жогорку',
        'Кењеши тарабынан кабыл алынган',
        ...kyHead,
        '1-берене. Мисал',
      ).adopted,
    ).toBe('2008-02-07');
    expect(
      parse(
        'LAW OF THE KYRGYZ REPUBLIC',
        'of July 25, 2019 No. 102',
        'About the sample',
        'Accepted by Jogorku Kenesh of the Kyrgyz Republic on June 20, 2019',
        'Article 1. The sample of the text',
      ).adopted,
    ).toBe('2019-06-20');
  });

  it('leaves a line above the title that nothing fits in the report', () => {
    const result = parse('Бул сап эч нерсеге туура келбейт.', ...kyHead, '1-берене. Мисал');
    expect(result.report).toContainEqual({
      code: 'import.left-over',
      severity: 'warning',
      params: { text: 'Бул сап эч нерсеге туура келбейт.' },
    });
  });
});

describe('what an act is', () => {
  it('may stand on two lines, and is never taken for the title', () => {
    const { type, title } = parse('ЗАКОН', 'КЫРГЫЗСКОЙ РЕСПУБЛИКИ', 'Об образце', 'Статья 1. Образец');
    expect([type, title]).toEqual(['law', 'Об образце']);
  });

  it('may stand in one line with its date, number and title', () => {
    const { type, date, number, title } = parse(
      'Постановление Правительства КР от 9 августа 2004 года № 911 «Об образце»',
      '1. Образец.',
    );
    expect([type, date, number, title]).toEqual(['government-resolution', '2004-08-09', '911', 'Об образце']);
    const cited = parse(
      'Постановление Правительства КР от 9 августа 2004 года № 911 не действует',
      ...head,
      'Статья 1. Образец',
    );
    expect([cited.type, cited.date]).toEqual(['law', '2004-08-09']);
  });

  it.each([
    [['УКАЗ', 'ПРЕЗИДЕНТА КЫРГЫЗСКОЙ РЕСПУБЛИКИ', 'от 9 августа 2004 года УП № 911'], 'presidential-decree'],
    [['ПРИКАЗ', 'Министерства дел Кыргызской Республики', 'от 9 августа 2004 года № 911'], 'agency-order'],
  ] as const)('may be below a law: %s', (lines, type) => {
    const result = parse(...lines, 'Об образце', '1. О.');
    expect([result.type, result.number, result.title]).toEqual([type, '911', 'Об образце']);
    expect(codes(result)).not.toContain('import.no-type');
  });

  it('that the register has no type for leaves the title known and the type told as missing', () => {
    const result = parse('РАСПОРЯЖЕНИЕ', 'от 9 августа 2004 года № 911', 'Об образце', '1. О.');
    expect([result.type, result.number, result.title]).toEqual([null, '911', 'Об образце']);
    expect(codes(result)).toEqual(['import.no-type']);
  });
});

describe('an article', () => {
  it('of which only the word of its end is left has no heading', () => {
    for (const rest of [
      'Утратила силу',
      '(Исключена)',
      '(Утратила силу в соответствии с Законом КР от 1 мая 2005 года № 912)',
    ]) {
      const [unit] = parse(...head, `Статья 1. ${rest}`, 'Статья 2. Другой', 'Текст.').units;
      expect([unit?.heading, unit?.text]).toEqual([undefined, rest]);
    }
  });

  it('of one sentence above the signature has a text and no heading', () => {
    const [unit] = parse(
      ...head,
      'Статья 1. Настоящий образец годен.',
      'Президент',
      'Кыргызской Республики О.Образцов',
    ).units;
    expect([unit?.heading, unit?.text]).toEqual([undefined, 'Настоящий образец годен.']);
  });
});

describe('the list of amendments', () => {
  const list = (text: string, lines = kyHead) =>
    parse(...lines, text, '1-берене. Мисал').amendments.map(({ date, number }) => `${date} ${number}`);

  it('is read with the slips that the database has', () => {
    expect(
      list(
        '(КР 2014-жылдын 14-ноябрындагы 152, 7 августа 2015 года № 221, 2018-жылдын 2-августундагы N 82 Мыйзамдарынын редакцияларына ылайык)',
      ),
    ).toEqual(['2014-11-14 152', '2015-08-07 221', '2018-08-02 82']);
    expect(
      list('(КР 2015-жылдын 2-декабры № 822, 2003-жылдын 12-июлунун №125 Мыйзамдарынын редакцияларына ылайык'),
    ).toEqual(['2015-12-02 822', '2003-07-12 125']);
  });

  it('may have the numbers before the dates, and no act is given the number of its neighbour', () => {
    expect(list('(В редакции Законов КР № 942 от 15 апреля 2020 года, № 952 от 7 мая 2020 года)', head)).toEqual([
      '2020-04-15 942',
      '2020-05-07 952',
    ]);
    expect(list('(В редакции Законов КР от 3 марта 2018 года, 5 мая 2019 года № 97)', head)).toEqual([
      '2018-03-03 null',
      '2019-05-05 97',
    ]);
    expect(
      list('(В редакции Указов Президента КР от 14 мая 2021 года УП № 956, 3апреля2022 года # 957)', head),
    ).toEqual(['2021-05-14 956', '2022-04-03 957']);
  });

  it('tells of a list in which no act could be read, and takes the day up to which a text was brought for none', () => {
    const result = parse(...head, '(с изменениями и дополнениями по состоянию на 07.02.2024 г.)', 'Статья 1. Образец');
    expect(result.amendments).toEqual([]);
    expect(codes(result)).toContain('import.left-over');
  });

  it('is cut where a number runs into the next date', () => {
    expect(
      list('(КР 2017-жылдын 1-июлундагы № 1062018-жылдын 18-июлундагы № 69 Мыйзамдарынын редакцияларына ылайык)'),
    ).toEqual(['2017-07-01 106', '2018-07-18 69']);
    expect(list('(В редакции Законов КР от 25 октября 2011 года № 1824 июля 2015 года № 147)', head)).toEqual([
      '2011-10-25 18',
      '2015-07-24 147',
    ]);
  });
});

describe('the units', () => {
  it('are sections, chapters, articles, parts, points, subpoints and paragraphs in either language', () => {
    const ru = parse(
      ...head,
      'Раздел I. Первый',
      'Глава 1. Начало',
      'Статья 1. Образец',
      '1. Часть.',
      '1) пункт;',
      'а) подпункт;',
      '- абзац;',
      'Абзац.',
    );
    const ky = parse(
      ...kyHead,
      'I БӨЛҮМ. Биринчи',
      '1-бап. Башы',
      '1-берене. Мисал',
      '1. Бөлүк.',
      '1) пункт;',
      'а) пунктча;',
      '- абзац;',
      'Абзац.',
    );
    const kinds = ['section', 'chapter', 'article', 'part', 'point', 'subpoint', 'paragraph', 'paragraph'];
    expect(ru.units.map(({ kind }) => kind)).toEqual(kinds);
    expect(ky.units.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('have inserted numbers with a hyphen, raised, and with letters among the digits', () => {
    const result = parse(...kyHead, '5-берене. А', '5-1-берене. Б', '5²-статЪя. В', 'З09-3-берене. Г');
    expect(result.units.map(({ number }) => number)).toEqual(['5', '5-1', '5-2', '309-3']);
    expect(codes(result)).toContain('import.label-guessed');
  });

  it('begin at no line that only cites one', () => {
    const result = parse(...kyHead, '1-берене. Мисал', '34-1-главада каралбаган барактар', '2-берененин мисалы.');
    expect(shapes(result)).toEqual(['article 1 Мисал', 'paragraph', 'paragraph']);
    expect(shapes(parse(...head, 'Статья 1. Образец', 'Статья 5 настоящего образца не нужна.'))).toEqual([
      'article 1 Образец',
      'paragraph',
    ]);
  });

  it('have the heading on the next line where the label stands alone', () => {
    const lines: readonly OfficialLine[] = [
      ...plain(...head),
      { text: 'РАЗДЕЛ I' },
      { text: 'ОСНОВЫ ОБРАЗЦА' },
      { text: 'Статья 1', bold: true },
      { text: 'Образец', bold: true },
      { text: 'Текст образца.' },
    ];
    expect(shapes(parseOfficialText(lines))).toEqual(['section I ОСНОВЫ ОБРАЗЦА', 'article 1 Образец', 'paragraph']);
  });

  it('of a quoted act stay text of the act that quotes them', () => {
    const result = parse(
      ...kyHead,
      '1-берене. Кошуу',
      '«172-2-берене. Жаңы мисал',
      '1. Жаңы сап.»;',
      '2-берене. Күчүнө кирүү',
    );
    expect(shapes(result)).toEqual(['article 1 Кошуу', 'paragraph', 'paragraph', 'article 2 Күчүнө кирүү']);
    expect(result.units.filter(({ quoted }) => quoted)).toHaveLength(2);
  });

  it('of a by-law without articles are points', () => {
    expect(
      shapes(
        parse(
          'ПОСТАНОВЛЕНИЕ ПРАВИТЕЛЬСТВА КЫРГЫЗСКОЙ РЕСПУБЛИКИ',
          'от 9 августа 2004 года № 911',
          'Об образце',
          '1. Первый образец.',
          '1) малый образец.',
        ),
      ),
    ).toEqual(['point 1', 'subpoint 1']);
  });

  it('under a paragraph sign are no part of the heading above it', () => {
    const lines = [
      ...plain(...head),
      ...['Глава 1', 'Листы', '§ 1. Белые', 'Статья 1. Лист'].map((text) => ({ text, centered: true as const })),
    ];
    expect(shapes(parseOfficialText(lines)).slice(0, 2)).toEqual(['chapter 1 Листы', 'paragraph']);
  });

  it('do not begin in a table of contents that a preamble follows', () => {
    const preamble = ['Настоящий Закон говорит о листах.', 'Он короток.', 'Он ясен.'];
    const titles = ['Глава 1. Один', 'Глава 2. Два', 'Глава 3. Три'];
    const result = parse(...head, ...titles, ...preamble, 'Глава 1. Один', 'Статья 1. Лист', 'Текст.');
    expect(shapes(result)).toEqual([
      'preamble',
      'preamble',
      'preamble',
      'chapter 1 Один',
      'article 1 Лист',
      'paragraph',
    ]);
  });

  it('do not begin in a table of contents', () => {
    const result = parse(
      ...head,
      'Содержание',
      'Статья 1. Один',
      'Статья 2. Два',
      'Статья 3. Три',
      'Статья 1. Один',
      'Текст один.',
      'Статья 2. Два',
      'Текст два.',
      'Статья 3. Три',
      'Текст три.',
    );
    expect(result.units).toHaveLength(6);
    expect(codes(result).filter((code) => code === 'import.contents-left-out')).toHaveLength(4);
  });

  it('that are missing or come twice are told', () => {
    expect(codes(parse(...head, 'Статья 1. А', 'Статья 3. Б', 'Статья 3. В'))).toEqual([
      'import.number-gap',
      'import.number-repeated',
    ]);
  });
});

describe('a by-law with its annex', () => {
  const bylaw = (...rest: readonly string[]) =>
    parse(
      'КЫРГЫЗ РЕСПУБЛИКАСЫНЫН ӨКМӨТҮНҮН ТОКТОМУ',
      '2011-жылдын 5-апрели № 901 Бишкек ш.',
      'Үлгү жобону бекитүү тууралуу',
      '1. Үлгү жобо тиркемеге ылайык бекитилсин.',
      ...rest,
    );

  it('keeps its own points above the annex, and its date beside the place', () => {
    const result = bylaw('2. Аткарылсын.', 'Премьер-министр', 'Ү.У.Үлгүев', 'Тиркеме', 'Үлгү жобо', '1. Үлгү мисал.');
    expect([result.date, result.number]).toEqual(['2011-04-05', '901']);
    expect(result.units.map(({ kind }) => kind)).toEqual([
      'point',
      'point',
      'signature',
      'signature',
      'annex',
      'point',
    ]);
  });

  it('has chapters under a bare Roman number, which are told as a guess', () => {
    const result = bylaw('Тиркеме', 'Үлгү жобо', 'I. Жалпы жоболор', '1. Үлгү мисал.');
    expect(shapes(result).slice(-2)).toEqual(['chapter I Жалпы жоболор', 'point 1']);
    expect(codes(result)).toContain('import.label-guessed');
  });
});

describe('what stands around the provisions', () => {
  it('is the rest of a title, the word on coming into force, the gazette and a signature in two lines', () => {
    const result = parse(
      'КОДЕКС КЫРГЫЗСКОЙ РЕСПУБЛИКИ',
      'от 9 августа 2004 года № 911',
      'ОБ ОБРАЗЦАХ',
      'Настоящий Кодекс вступает в силу с 1 января 2005 года',
      'Статья 1. Образец',
      '1. Образец берут утром.',
      'Опубликован в газете "Эркин Тоо" от 10 августа 2004 года № 60',
      'Президент',
      'Кыргызской Республики О.Образцов',
      'Версия для печати | Вернуться на сайт',
    );
    expect(result.title).toBe('КОДЕКС КЫРГЫЗСКОЙ РЕСПУБЛИКИ ОБ ОБРАЗЦАХ');
    expect(result.banners).toEqual(['Настоящий Кодекс вступает в силу с 1 января 2005 года']);
    expect(result.units.map(({ kind }) => kind)).toEqual(['article', 'part', 'note', 'signature', 'signature']);
    expect(codes(result)).toContain('import.page-left-out');
  });
});

describe('the letters', () => {
  it('of old fonts are repaired and counted, Roman numbers become Latin', () => {
    expect(repairOldLetters('Кењеши, Јкмјт Ійі, жӨнүндӨ, ХІІ').text).toBe('Кеңеши, Өкмөт Үйү, жөнүндө, XII');
    expect(repairOldLetters('Кењеши жењилдиктер')).toEqual({ text: 'Кеңеши жеңилдиктер', count: 2 });
  });

  it('are never changed in a Russian text', () => {
    expect(parse(...head, 'Статья 1. Образец', 'Фамилия: Їжакевич.').units.at(-1)?.text).toBe('Фамилия: Їжакевич.');
  });

  it('of a word broken at a line end are joined, and a compound keeps its hyphen', () => {
    const result = parse(
      ...head,
      'Статья 1. Образец',
      'Это уголовно-правовой образец для ис-',
      'пытания и уголовно-',
      'правовой проверки.',
    );
    expect(result.units.at(-1)?.text).toBe('Это уголовно-правовой образец для испытания и уголовно-правовой проверки.');
  });
});

describe('nothing', () => {
  const words = string({ unit: constantFrom(...'абвгөүңжзик'), minLength: 3, maxLength: 9 });
  const sentence = array(words, { minLength: 1, maxLength: 8 }).map((list) => `${list.join(' ')}.`);
  const number = integer({ min: 1, max: 60 });
  const line = oneof(
    sentence,
    tuple(number, sentence).map(([n, text]) => `${n}-берене. ${text}`),
    tuple(number, sentence).map(([n, text]) => `Статья ${n}. ${text}`),
    tuple(number, sentence).map(([n, text]) => `${n}-глава. ${text}`),
    tuple(number, sentence).map(([n, text]) => `${n}) ${text}`),
    tuple(number, sentence).map(([n, text]) => `${n}. ${text}`),
    sentence.map((text) => `«1-берене. ${text}»;`),
    sentence.map((text) => `(${text} редакциясына ылайык)`),
    constantFrom(...kyHead, 'КҮЧҮН ЖОГОТОТ', 'Система Orphus', 'Бишкек шаары', 'Мазмуну', 'РАЗДЕЛ I', 'а) мисал;'),
  );
  const letters = (text: string): string =>
    [...text]
      .filter((sign) => /[\p{L}\d]/u.test(sign))
      .toSorted()
      .join('');

  it('is lost: every letter and digit of every line is in the header, a unit or the report', () => {
    void assert(
      property(array(line, { maxLength: 30 }), (texts) => {
        const { header, units, report } = parse(...texts);
        const found = [
          ...header.map(({ text }) => text),
          ...units.flatMap(({ label, heading, text }) => [label, heading ?? '', text]),
          ...report.filter(({ code }) => code.endsWith('left-out')).map(({ params }) => String(params?.text ?? '')),
        ];
        expect(letters(found.join(''))).toBe(letters(texts.join('')));
      }),
    );
  });
});
