import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { TextChange, UnitChange } from '../../core/review/diff.ts';
import type { Segment } from '../../core/review/word-diff.ts';
import { usePlaces } from '../ui/use-places.ts';
import type { DraftWords } from './draft-words.ts';
import { Stretch } from './stretch.tsx';

/** The two drafts of a comparison, ready to be read. */
export interface Sides {
  readonly before: DraftWords;
  readonly after: DraftWords;
}

interface TextProps {
  readonly change: TextChange;
  readonly sides: Sides;
  readonly unit: UnitChange;
}

/** Words that went are struck out, words that came are underlined; a screen reader is told in words. */
function ChangedText({ change, sides, unit }: TextProps): ReactNode {
  const { t } = useTranslation();
  const { language, segments } = change;
  return (
    <div className="change-text">
      <span className="change-lang">{t(`language.${language}`)}</span>
      <p lang={language}>
        {segments.map((segment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one comparison never change place
          <Stretch key={index} segment={segment} language={language} {...sideOf(segment, unit, sides)} />
        ))}
        {change.isLook ? <small className="change-look"> {t('compare:look')}</small> : null}
      </p>
    </div>
  );
}

/** Words that went are read as they were, all others as they are. */
function sideOf({ type }: Segment, { before, after }: UnitChange, sides: Sides) {
  const isOld = type === 'deleted' || !after;
  return isOld ? { words: sides.before, unit: before?.id ?? '' } : { words: sides.after, unit: after.id };
}

/** What happened to a provision besides its words, each in a few words of its own. */
function useMarks(change: UnitChange): readonly string[] {
  const { t } = useTranslation();
  const { type, isMoved, before, after } = change;
  if (type !== 'changed' || !before || !after) return [t(`compare:type.${type}`)];
  return [
    ...(change.texts.length > 0 ? [t('compare:type.changed')] : []),
    ...(isMoved ? [t('compare:type.moved')] : []),
    ...(before.kind === after.kind
      ? []
      : [t('compare:kind', { before: t(`compare:kinds.${before.kind}`), after: t(`compare:kinds.${after.kind}`) })]),
    ...(before.number === after.number
      ? []
      : [
          t('compare:number', {
            before: before.number ?? t('compare:computed'),
            after: after.number ?? t('compare:computed'),
          }),
        ]),
    ...(JSON.stringify(before.guarantees) === JSON.stringify(after.guarantees) ? [] : [t('compare:guarantees')]),
  ];
}

interface ChangeCardProps {
  readonly change: UnitChange;
  readonly sides: Sides;
  readonly isCurrent: boolean;
  /** The languages whose texts are shown. */
  readonly languages: readonly Language[];
  readonly language: Language;
  /** Puts this provision back as it was; absent where nothing can be put back. */
  readonly onRestore?: (change: UnitChange) => void;
}

/** One provision that differs: where it is, what happened to it, its words. */
export function ChangeCard(props: ChangeCardProps): ReactNode {
  const { change, sides, isCurrent, languages, language, onRestore } = props;
  const { t } = useTranslation();
  const placeOf = usePlaces();
  const marks = useMarks(change);
  const words = change.after ? sides.after : sides.before;
  const id = (change.after ?? change.before)?.id ?? '';
  const index = words.draft.units.findIndex((unit) => unit.id === id);
  const place = placeOf(words.draft.units, words.labels, index, language);
  return (
    <article
      className={`change change-${change.type}${isCurrent ? ' on' : ''}`}
      aria-label={`${place}: ${marks.join(', ')}`}
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={-1}
    >
      <header className="change-head">
        <b>{place}</b>
        <span className="change-marks">{marks.join(' · ')}</span>
        {onRestore ? (
          <Button className="link" onPress={() => onRestore(change)}>
            {t('compare:restore')}
          </Button>
        ) : null}
      </header>
      {change.texts
        .filter((text) => languages.includes(text.language))
        .map((text) => (
          <ChangedText key={text.language} change={text} sides={sides} unit={change} />
        ))}
    </article>
  );
}
