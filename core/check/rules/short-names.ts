import { type Language, languages } from '../../base/language.ts';
import { changeLinks, linksOf } from '../../draft/inline-edits.ts';
import { indexOfUnit } from '../../draft/outline.ts';
import type { ActId, CitationInline, Unit, UnitId } from '../../draft/types.ts';
import type { CheckContext, Finding, Reading, Repair, Rule } from '../problem.ts';
import { citationsIn, type PlacedCitation, placeIn } from '../reading.ts';

interface Mention {
  readonly reading: Reading;
  readonly citation: PlacedCitation;
  /** The short name that is given or used here. */
  readonly name: string;
}

function mentionsOf({ law }: CheckContext, language: Language, use: 'gives' | 'short'): readonly Mention[] {
  return law.flatMap(({ readings }) => {
    const reading = readings[languages.indexOf(language)];
    if (!reading) return [];
    return citationsIn(reading).flatMap((citation) => {
      const name = citation.inline[use]?.[language];
      return name === undefined ? [] : [{ reading, citation, name }];
    });
  });
}

function isBefore(a: Mention, b: Mention): boolean {
  return (
    a.reading.index < b.reading.index || (a.reading.index === b.reading.index && a.citation.start < b.citation.start)
  );
}

/**
 * An act named by a short name that no citation before it gives: the first one went, was moved behind, or gives another name. The
 * repair writes the act out in full, or takes the name that is given.
 */
export const shortName: Rule = {
  name: 'short-name',
  group: 'law',
  severity: 'error',
  find: (context) =>
    languages.flatMap((language) => {
      const given = firstOfEach(mentionsOf(context, language, 'gives'));
      return mentionsOf(context, language, 'short').flatMap((mention): readonly Finding[] => {
        const first = given.get(mention.citation.inline.act);
        const fault = faultOf(mention, first);
        return fault === undefined ? [] : [findingOf(mention, first, fault)];
      });
    }),
};

type Fault = 'none' | 'after' | 'differs';

function faultOf(mention: Mention, first: Mention | undefined): Fault | undefined {
  if (!first) return 'none';
  if (!isBefore(first, mention)) return 'after';
  return first.name === mention.name ? undefined : 'differs';
}

function findingOf(mention: Mention, first: Mention | undefined, fault: Fault): Finding {
  const { reading, citation, name } = mention;
  const gives = fault === 'differs' ? first?.citation.inline.gives : undefined;
  const next = (link: CitationInline): CitationInline => {
    const { short: _short, ...rest } = link;
    return gives ? { ...rest, short: gives } : rest;
  };
  return {
    place: placeIn(reading, citation.start, citation.end),
    params: { words: name, given: first?.name ?? '', context: fault },
    repair: changeMention(reading.unit.id, reading.language, citation, next),
  };
}

function firstOfEach(mentions: readonly Mention[]): ReadonlyMap<ActId, Mention> {
  const first = new Map<ActId, Mention>();
  for (const mention of mentions) {
    const { act } = mention.citation.inline;
    if (!first.has(act)) first.set(act, mention);
  }
  return first;
}

/** One citation of one text: the other languages have problems of their own. */
function changeMention(
  unit: UnitId,
  language: Language,
  { at, inline }: PlacedCitation,
  next: (link: CitationInline) => CitationInline,
): Repair {
  return (units: readonly Unit[]) => {
    const found = units[indexOfUnit(units, unit)];
    const placed = found && linksOf(found, language).find((one) => one.at === at);
    if (placed?.link.type !== 'citation' || JSON.stringify(placed.link) !== JSON.stringify(inline)) return undefined;
    return changeLinks(units, [{ placed, next: next(placed.link) }]);
  };
}

/** One short name that two acts bear, or that one act is given twice: the reader cannot tell, or need not be told again. */
export const repeatedShortName: Rule = {
  name: 'repeated-short-name',
  group: 'law',
  severity: 'warning',
  find: (context) =>
    languages.flatMap((language) => {
      const bearers = new Map<string, ActId>();
      const named = new Set<ActId>();
      return mentionsOf(context, language, 'gives').flatMap(({ reading, citation, name }): readonly Finding[] => {
        const { act } = citation.inline;
        const bearer = bearers.get(name.toLowerCase());
        const isAgain = named.has(act);
        named.add(act);
        if (bearer === undefined) bearers.set(name.toLowerCase(), act);
        if (!isAgain && (bearer === undefined || bearer === act)) return [];
        const place = placeIn(reading, citation.start, citation.end);
        return [{ place, params: { words: name, context: isAgain ? 'again' : 'two-acts' } }];
      });
    }),
};
