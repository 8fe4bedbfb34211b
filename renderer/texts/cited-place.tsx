import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../core/base/language.ts';
import type { CitationInline } from '../../core/draft/types.ts';
import { findPlace, linesOf } from '../../core/law/official-text/place.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import './texts.css';

/** What the official text says at the cited place, where it is on this machine; a mark where the text has no such place. */
export function CitedPlace({
  citation,
  language,
}: {
  readonly citation: CitationInline;
  readonly language: Language;
}): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { official } = useStore(desk.shelf);
  const { act, pinpoint } = citation;
  useEffect(() => void desk.shelf.load([act]), [desk, act]);
  const shown = [language, ...languages].find((one) => official.in(act, one) !== undefined);
  const indexed = shown && official.in(act, shown);
  if (!indexed) return null;
  const place = findPlace(indexed.tree, pinpoint);
  if ('missing' in place) {
    return (
      <p className="cited-missing">
        <Icon name="question" size={12} /> {t('texts:panel.noPlace')}
      </p>
    );
  }
  const words = place.found.flatMap((at) => linesOf(indexed.tree, at)).join(' ');
  return words === '' ? null : (
    <p className="cited-words" lang={shown}>
      {words}
    </p>
  );
}
