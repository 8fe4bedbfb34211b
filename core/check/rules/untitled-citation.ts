import { type CitationGap, citationGaps } from '../../law/citation.ts';
import type { CheckContext, Reading, Rule } from '../problem.ts';
import { type PlacedCitation, placeIn } from '../reading.ts';
import { oncePerAct } from './citations.ts';

/** What a citation may lack in a language that this rule tells of, gravest first; the other gaps are rules of their own. */
const told: readonly CitationGap[] = ['title-missing', 'title-unseen', 'date-missing', 'number-missing'];

function gapOf(reading: Reading, { inline }: PlacedCitation, { acts }: CheckContext): CitationGap | undefined {
  const gaps = citationGaps(inline, acts, reading.language);
  return told.find((gap) => gaps.includes(gap));
}

/** A citation whose official title (or date, or number) in the language was seen in no source. Told once for each act and language. */
export const untitledCitation: Rule = {
  name: 'untitled-citation',
  group: 'law',
  severity: 'warning',
  find: (context) =>
    oncePerAct(
      context,
      ({ reading, citation }) => {
        const gap = gapOf(reading, citation, context);
        return gap && `${reading.language} ${citation.inline.act} ${gap}`;
      },
      ({ reading, citation }, count) => ({
        place: placeIn(reading, citation.start, citation.end),
        // English is a convenience translation: no title of it is official.
        ...(reading.language === 'en' && { severity: 'note' as const }),
        params: {
          words: reading.text.slice(citation.start, citation.end),
          count,
          context: gapOf(reading, citation, context) ?? '',
        },
      }),
    ),
};
