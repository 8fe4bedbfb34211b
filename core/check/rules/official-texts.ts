import { languages } from '../../base/language.ts';
import { findPlace } from '../../law/official-text/place.ts';
import { compareQuotation, quotationsIn } from '../../law/official-text/quotation.ts';
import { saysRepealed } from '../../law/official-text/said-status.ts';
import { isDeadAct } from '../../law/status-day.ts';
import type { CheckContext, Finding, Reading, Rule } from '../problem.ts';
import { citationsIn, placeIn, untyped } from '../reading.ts';
import { oncePerAct, oncePerProvision } from './citations.ts';

/** A citation of a provision that the act's imported text has not got. It may have been put in since: the text says when it was imported. */
export const placeNotInText: Rule = {
  name: 'place-not-in-text',
  group: 'law',
  severity: 'warning',
  blocks: true,
  byProvision: true,
  find: (context) =>
    oncePerProvision(context, ({ reading, citation }): Finding | undefined => {
      const { act, pinpoint } = citation.inline;
      const text = context.texts.any(act, reading.language);
      const place = text && findPlace(text.tree, pinpoint);
      if (!place || 'found' in place) return undefined;
      const { level, number } = place.missing;
      return {
        place: placeIn(reading, citation.start, citation.end),
        params: { words: reading.text.slice(citation.start, citation.end), number, context: level },
      };
    }),
};

/** The register knows the act by another title than its imported text has in that language. Told once for each act and language. */
export const titleNotInText: Rule = {
  name: 'title-not-in-text',
  group: 'law',
  severity: 'warning',
  find: (context) =>
    oncePerAct(
      context,
      ({ reading, citation }) => {
        const { act } = citation.inline;
        const known = context.acts.byId.get(act)?.title[reading.language];
        const printed = context.texts.in(act, reading.language)?.text.title;
        return known && printed && foldTitle(known) !== foldTitle(printed) ? `${act} ${reading.language}` : undefined;
      },
      ({ reading, citation }, count) => ({
        place: placeIn(reading, citation.start, citation.end),
        params: { words: context.texts.in(citation.inline.act, reading.language)?.text.title ?? '', count },
      }),
    ),
};

function foldTitle(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}

/** The imported text says above its first provision that the act lost force, and nobody has entered that in the register. */
export const repealedInText: Rule = {
  name: 'repealed-in-text',
  group: 'law',
  severity: 'error',
  find: (context) =>
    oncePerAct(
      context,
      ({ citation }) => {
        const act = context.acts.byId.get(citation.inline.act);
        if (!act || isDeadAct(context.acts, act.id)) return undefined;
        return bannerOf(context, act.id) === undefined ? undefined : act.id;
      },
      ({ reading, citation }, count) => ({
        place: placeIn(reading, citation.start, citation.end),
        params: { words: bannerOf(context, citation.inline.act) ?? '', count },
      }),
    ),
};

function bannerOf({ texts }: CheckContext, act: string): string | undefined {
  return languages.flatMap((language) => texts.in(act, language)?.text.banners ?? []).find(saysRepealed);
}

/** Quoted words that are nearly, and not quite, those of an act that the same text cites. */
export const differingQuotation: Rule = {
  name: 'differing-quotation',
  group: 'law',
  severity: 'warning',
  byProvision: true,
  find: ({ law, texts }) =>
    law.flatMap(({ written }) =>
      written.flatMap((reading) => {
        const sources = citedIn(reading).flatMap((act) => texts.in(act, reading.language) ?? []);
        if (sources.length === 0) return [];
        return quotationsIn(reading.text).flatMap(({ words, start, end }): readonly Finding[] => {
          // The title of a cited act stands in quotes and is nobody's quotation.
          if (reading.typed.slice(start, end).includes(untyped)) return [];
          const answers = sources.map((source) => compareQuotation(words, source));
          if (answers.includes('same') || !answers.includes('near')) return [];
          return [{ place: placeIn(reading, start, end), params: { words } }];
        });
      }),
    ),
};

/** The rules that find nothing without imported texts. */
export const textRules: readonly Rule[] = [placeNotInText, titleNotInText, repealedInText, differingQuotation];

function citedIn(reading: Reading): readonly string[] {
  return [...new Set(citationsIn(reading).map(({ inline }) => inline.act))];
}
