import { datePatterns } from '../recognise/written-date.ts';
import type { ActType } from '../types.ts';

/** Words by which the lines above the first provision are told apart, in the three languages together: pages mix them. */
export const dateSource = `(?:${datePatterns.ky}|${datePatterns.ru}|${datePatterns.en}|${datePatterns.figures})`;
/** A written date somewhere, and one at the beginning. */
export const writtenDate = new RegExp(dateSource, 'iu');
export const datedStart = new RegExp(`^${dateSource}`, 'iu');
const house = '(?:[,\\s]+(?:Дом\\s+Правительства|Өкмөт\\s+үйү|Government\\s+House))?';
const place = `(?:г\\.?\\s*Бишкек|город\\s+Бишкек|Бишкек\\s+(?:шаары|ш\\.)|(?:the\\s+city\\s+of\\s+)?Bishkek(?:\\s+city)?)${house}`;
const sign = '(?:(?:УП|ПЖ)\\s*)?(?:№|N[o°]?\\.?|No\\.?)';

export const placeLine = new RegExp(`^${place}[.,]?$`, 'iu');
/** Date with or without number, after a place or alone on its line. */
export const dateLine = new RegExp(
  `^(?:${place}[,.]?\\s*)?(?:от\\s*|of\\s+|dated\\s+)?(${dateSource})[\\s,]*(?:${sign}\\s*(\\S+))?(?:[\\s,]+${place})?\\.?$`,
  'iu',
);
export const numberLine = new RegExp(`^${sign}\\s*(\\d\\S*)(?:\\s+(?:токтому|буйругу|жарлыгы))?$`, 'u');
export const adoption = /кабыл\s+алын|^принят|^(?:adopted|accepted|passed)\s/iu;
export const adopter = /Жогорку|Мыйзам\s+чыгаруу|Законодательн|Jogorku|Legislative|референдум|referendum/iu;
export const repeal =
  /күчүн\s+жого[тл]|утратил[аои]?\s+силу|(?:has\s+)?(?:become\s+invalid|lost\s+(?:its\s+)?force|ceased\s+to)|no\s+longer\s+in\s+force/iu;
const enactment =
  /колдонууга\s+киргизил|Мыйзамы\s+менен\s+кабыл\s+алын|enacted\s+by|вводится\s+в\s+действие|введ[её]н[аоы]?\s+в\s+действие|(?:put|brought|enter\w*)\s+into\s+(?:force|effect)/iu;
const beginning =
  /^(?:Настоящ|Ушул|Бул|This).{0,80}(?:вступает\s+в\s+силу|күчүнө\s+кирет|(?:comes|enters)\s+into\s+force)/iu;
const attention = /^(?:Көңүл\s+бур|Внимание|Attention)/iu;
/** The whole of what the database says of the act today. */
export const statusWord = /^(?:Действует|Не\s+действует|Колдонулууда|In\s+force)\.?$/iu;

/** A note on the whole act; a provision that says so of other acts stands below the first article. */
export function isBanner(text: string): boolean {
  return (
    text.length < 600 &&
    (repeal.test(text) || enactment.test(text) || attention.test(text) || beginning.test(text) || statusWord.test(text))
  );
}

/** The words that a banner broken over lines goes on with. */
export const bannerGoesOn =
  /^(?:в$|в\s+соответствии|соответствии|законом|закона|постановлени|кодекс|от\s+\d|№|N\s?\d|КР\s|Мыйзам|with\s|in\s+accordance)/iu;
/** What a Kyrgyz repeal banner begins with, before the words in capitals. */
export const bannerBegins = /(?:ылайык|тартып)$|^Кыргыз\s+Республикасынын$/iu;
/** How a note on the day of force begins above the act, and how its last line ends. */
export const laterBegins = /^(?:КР\s|Кыргыз\s+Республикасынын|В\s+соответствии|Изменени|Положени|Закон)/u;
export const laterEnds =
  /(?:күчүнө\s+(?:кирет|киргизилет)|вступа[еюё]т\s+в\s+силу.{0,80}|(?:comes?|enters?)\s+into\s+force.{0,80})[.)]*$/iu;

export const amendmentList = /редакци|өзгөртүү|толуктоо|с\s+изменениями|as\s+amended|in\s+the\s+(?:wording|edition)/iu;
export const amendmentsHead =
  /^(?:Внесены\s+изменения(?:\s+и\s+дополнения)?|Өзгөртүүлөр(?:\s+жана\s+толуктоолор)?\s+киргизилген)\s*:?$/iu;
export const seeAlso = /^(?:Караңыз|См\.(?:\s+также)?|See(?:\s+also)?)\s*:?/iu;
/** A line that may begin a stamp of several lines. */
export const stampBegins = /^(?:Кыргыз|КР(?!\p{L})|Министрлер|Өкмөт|Жогорку|Утвержд|Бекитил|Approved)/iu;
export const stamp =
  /(?:токтомуна|буйругуна|жарлыгына)(?:\s+карата)?(?:\s+(?:\d+-)?тиркеме)?$|менен\s+бекитилген|^бекитил(?:ген|ди)(?!\p{L})|^утвержд[её]н[аоы]?(?!\p{L})|^approved(?!\p{L})/iu;
/** What a stamp that begins with «Утверждено» alone goes on with, line by line. */
export const stampGoesOn =
  /^(?:постановлени|приказ|указ|распоряжени|решени|Кыргыз|Правительств|Кабинет|Министр|Өкмөт|Жогорку|от\s|by\s|of\s|dated\s|№|N\s?\d|\d{4}-жыл|токтом|буйру)/iu;

const types: readonly (readonly [RegExp, ActType])[] = [
  [/^(?:кыргыз\s+республикасынын\s+)?конституциялык\s+мыйзам[ы]?$/iu, 'constitutional-law'],
  [/^(?:кыргыз\s+республикасынын\s+)?мыйзам[ы]?$/iu, 'law'],
  [/^конституционный\s+закон(?:\s+кыргызской\s+республики)?$/iu, 'constitutional-law'],
  [/^закон(?:\s+кыргызской\s+республики)?$/iu, 'law'],
  [/^constitutional\s+law(?:\s+of\s+the\s+kyrgyz\s+republic)?$/iu, 'constitutional-law'],
  [/^law(?:\s+of\s+the\s+kyrgyz\s+republic)?$/iu, 'law'],
  [/^(?:кыргыз\s+республикасынын\s+)?жогорку\s+кеңешинин\s+токтому$/iu, 'parliament-resolution'],
  [/^(?:кыргыз\s+республикасынын\s+)?өкмөтүнүн\s+токтому$/iu, 'government-resolution'],
  [/^(?:кыргыз\s+республикасынын\s+)?министрлер\s+кабинетинин\s+токтому$/iu, 'cabinet-resolution'],
  [/^постановление\s+жогорку\s+кенеша(?:\s+кыргызской\s+республики)?$/iu, 'parliament-resolution'],
  [/^постановление\s+правительства(?:\s+кыргызской\s+республики)?$/iu, 'government-resolution'],
  [/^постановление\s+кабинета\s+министров(?:\s+кыргызской\s+республики)?$/iu, 'cabinet-resolution'],
  [/^resolution\s+of\s+the\s+jogorku\s+kenesh(?:\s+of\s+the\s+kyrgyz\s+republic)?$/iu, 'parliament-resolution'],
  [
    /^(?:resolution|order|decree)\s+of\s+the\s+government(?:\s+of\s+the\s+kyrgyz\s+republic)?$/iu,
    'government-resolution',
  ],
  [
    /^resolution\s+of\s+the\s+cabinet(?:\s+of\s+ministers)?(?:\s+of\s+the\s+kyrgyz\s+republic)?$/iu,
    'cabinet-resolution',
  ],
  // The body on a line of its own, what it gives on the next.
  [/^(?:кыргыз\s+республикасынын\s+)?жогорку\s+кеңеши\s+токтому?$/iu, 'parliament-resolution'],
  [/^(?:кыргыз\s+республикасынын\s+)?өкмөтү\s+токтому?$/iu, 'government-resolution'],
  [/^(?:кыргыз\s+республикасынын\s+)?министрлер\s+кабинети\s+токтому?$/iu, 'cabinet-resolution'],
  [/^жогорку\s+кенеш\s+кыргызской\s+республики\s+постановление$/iu, 'parliament-resolution'],
  [/^правительство\s+кыргызской\s+республики\s+постановление$/iu, 'government-resolution'],
  [/^кабинет\s+министров\s+кыргызской\s+республики\s+постановление$/iu, 'cabinet-resolution'],
];
const codes: readonly RegExp[] = [
  /^кыргыз\s+республикасынын\s.{0,120}кодекси$/iu,
  /^(?:\S+\s+){0,2}кодекс\s+кыргызской\s+республики(?:\s+об?\s.{1,80})?$/iu,
  /^(?:\S+\s+){0,3}code(?:\s+of\s+the\s+kyrgyz\s+republic)?(?:\s+on\s.{1,80})?$/iu,
];

const ofBodies: readonly (readonly [RegExp, ActType | null])[] = [
  [/^(?:указ|decree)(?:\s+(?:президента|of\s+the\s+president)(?:\s.{1,40})?)?$/iu, 'presidential-decree'],
  [/^(?:кыргыз\s+республикасынын\s+президентинин\s+)?жарлыгы?$/iu, 'presidential-decree'],
  [
    /^(?:(?:министерство|.{0,60}(?:служба|комитет|агентство|прокуратура|банк))(?!\p{L}).{0,120}\s)?приказ$/iu,
    'agency-order',
  ],
  [
    /^(?:.{0,150}(?:министрлигинин|кызматынын|комитетинин|агенттигинин|прокуратурасынын)\s+)?буйру(?:к|гу)$/iu,
    'agency-order',
  ],
  [
    /^приказ\s+(?:министерства|генеральной\s+прокуратуры|государственн(?:ого|ой)\s+(?:комитета|службы|агентства))(?!\p{L}).{0,140}$/iu,
    'agency-order',
  ],
  [/^order\s+of\s+the\s+(?:ministry|minister|state)(?!\p{L}).{0,120}$/iu, 'agency-order'],
  // The register has no type for it.
  [
    /^(?:(?:министерство|.{0,60}(?:служба|комитет|агентство|прокуратура|банк))(?!\p{L}).{0,120}\s)?распоряжение$/iu,
    null,
  ],
];
const constitution =
  /^(?:конституция\s+кыргызской\s+республики|кыргыз\s+республикасынын\s+конституциясы|constitution\s+of\s+the\s+kyrgyz\s+republic)$/iu;
/** What a line goes on with that has said what the act is, and not whose. */
export const stateBelow =
  /^(?:президента\s+)?кыргызской\s+республики\.?$|^of\s+the\s+kyrgyz\s+republic\.?$|^(?:министерства|генеральной\s+прокуратуры|государственн(?:ого|ой)\s+(?:комитета|службы|агентства))(?!\p{L})[^.;:]{0,140}$/iu;

/** What kind of act a line says that it heads; a code's line is its title too. */
export function typeOf(text: string): { readonly type: ActType | null; readonly isTitle: boolean } | undefined {
  if (text.length > 250) return undefined;
  const plain = text.replace(/[.\s]+$/u, '');
  const type = types.find(([pattern]) => pattern.test(plain))?.[1];
  if (type) return { type, isTitle: false };
  if (codes.some((pattern) => pattern.test(plain))) return { type: 'code', isTitle: true };
  if (constitution.test(plain)) return { type: 'constitution', isTitle: true };
  const body = ofBodies.find(([pattern]) => pattern.test(plain));
  return body && { type: body[1], isTitle: false };
}
