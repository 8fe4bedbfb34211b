import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { UnitId } from '../../core/draft/types.ts';
import type { Segment } from '../../core/review/word-diff.ts';
import type { DraftWords } from './draft-words.ts';
import { InlineRun } from './inline-run.tsx';

interface StretchProps {
  readonly segment: Segment;
  readonly language: Language;
  readonly unit: UnitId;
  readonly words: DraftWords;
}

/** A stretch of a comparison: words that went are struck out, words that came underlined; a screen reader is told in words. */
export function Stretch({ segment, language, unit, words }: StretchProps): ReactNode {
  const { t } = useTranslation();
  const text = <InlineRun inlines={segment.inlines} words={words} language={language} unit={unit} />;
  if (segment.type === 'same') return text;
  const told = <span className="told"> {t(`compare:told.${segment.type}`)} </span>;
  return segment.type === 'inserted' ? (
    <ins>
      {told}
      {text}
    </ins>
  ) : (
    <del>
      {told}
      {text}
    </del>
  );
}
