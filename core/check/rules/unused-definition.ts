import { termPattern } from '../../languages/kyrgyz/terms.ts';
import type { CheckContext, Finding, Rule, UnitReading } from '../problem.ts';
import { placeIn } from '../reading.ts';

/** Headings of the article that says what words mean: «Түшүнүктөр», «Терминдер жана аныктамалар». */
const aboutTerms = /түшүнүк|термин|аныктама/iu;

/** The short name that the rest of the bill uses: (мындан ары – кызматкер). */
const shortName = /\(\s*мындан\s+ары\s*[–—-]\s*([^)]{2,120}?)\s*\)/iu;

/** What is defined stands before the dash. */
const definition = /^\s*[«"“]?([^«"“»”(]{2,120}?)[»"”]?\s*(?:\([^)]*\)\s*)?\s[–—-]\s/u;

/** The article of terms with everything that it encloses, as a stretch of the law. */
function termArticles({ law }: CheckContext): readonly (readonly UnitReading[])[] {
  return law.flatMap((article, at) => {
    if (article.unit.kind !== 'article' || !aboutTerms.test(article.readings[0].text)) return [];
    const rest = law.slice(at + 1);
    const end = rest.findIndex(({ unit }) => ['article', 'chapter', 'section', 'signature'].includes(unit.kind));
    return [end < 0 ? rest : rest.slice(0, end)];
  });
}

/** A defined term that the rest of the bill never uses, in the Kyrgyz text: it is the one that is adopted. */
export const unusedDefinition: Rule = {
  name: 'unused-definition',
  group: 'wording',
  severity: 'warning',
  find: (context) =>
    termArticles(context).flatMap((stretch) =>
      stretch.flatMap((defining): readonly Finding[] => {
        const [kyrgyz] = defining.readings;
        const name = (shortName.exec(kyrgyz.text) ?? definition.exec(kyrgyz.text))?.[1];
        const pattern = name && termPattern(name);
        if (!name || !pattern) return [];
        const isUsed = context.law.some((other) => other !== defining && pattern.test(other.readings[0].text));
        if (isUsed) return [];
        const start = kyrgyz.text.indexOf(name);
        return [{ place: placeIn(kyrgyz, start, start + name.length), params: { words: name } }];
      }),
    ),
};
