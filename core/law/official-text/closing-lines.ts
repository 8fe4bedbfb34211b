import { amendmentList, repeal } from './header-lines.ts';

/** Утратила силу; күчүн жоготкон: all that is left of an article. */
const ended =
  /^(?:утратил[аои]?\s+силу|күчүн\s+жого|исключен[аоы]?(?!\p{L})|алынып\s+салын|(?:repealed|excluded)(?!\p{L}))/iu;

/** (КР 2013-жылдын … редакциясына ылайык), (утратила силу …): what the database says of a provision, not the provision. */
export function isNote(text: string, isAlone = false): boolean {
  return (
    (isAlone && text.length < 200 && ended.test(text)) ||
    (text.length < 1_000 &&
      (isPublication(text) ||
        (/^\(.*\)\.?$/u.test(text) &&
          (amendmentList.test(text) ||
            repeal.test(text) ||
            /киргизил|вводится|исключ[её]н|алынып\s+салын|excluded|repealed/iu.test(text)))))
  );
}

/** Опубликован в газете «Эркин Тоо» от …: where the text came out, under the last provision or the signature. */
function isPublication(text: string): boolean {
  return /^\(?(?:Опубликован[аоы]?(?:\s+в\s|\s*:)|[«"“]Эркин[- ]?Тоо[»"”].{0,120}жарыялан|Published\s+in\s+the)/iu.test(
    text,
  );
}

/** Кыргызской Республики К.Бакиев; Ж. Ж. Оторбаев: the rest of a signature in two lines. */
export function endsWithName(text: string): boolean {
  return text.length < 120 && /(?:^|\s)(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{Ll}-]+$/u.test(text);
}

/** А. Карандашов: nothing but a name. */
export function isName(text: string): boolean {
  return /^(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{Ll}-]+$/u.test(text);
}

/** Министр Ч. Чернилов: an office and a name on one line. */
export const officer =
  /^(?:Министри?|Төрага(?:сы)?|Директору?|Председатель|Начальник|Генеральный\s+прокурор|Башкы\s+прокурор|Chairman|Minister|Prime\s+Minister)(?!\p{L})/iu;

export function isSignature(text: string): boolean {
  if (officer.test(text) && endsWithName(text)) return true;
  return /^(?:Кыргыз\s+Республикасынын\s+(?:Президенти|Премьер)|Президент(?:\s+Кыргызской|\t\p{Lu}\.)|(?:Жогорку\s+Кеңештин\s+)?Т[оө]рага(?:сы)?(?:$|\s+Жогорку)|Премьер-министр|President\s+of\s+the\s+Kyrgyz|Президент\s+(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{Ll}+$|Министрлер\s+Кабинетинин\s+Төрагасы|Председатель\s+Кабинета)/iu.test(
    text,
  );
}

/** Whether a line stands below the last provision. */
export function endsArticle(text: string): boolean {
  return isSignature(text) || isPublication(text) || /^(?:Президент|President|Кыргыз\s+Республикасынын)$/iu.test(text);
}
