import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { Draft } from '../../core/draft/types.ts';
import { conflictKey, type Decisions, type MergeConflict } from '../../core/review/merge.ts';
import type { Preference } from '../../core/review/merge-text.ts';
import { compareCells } from '../../core/review/word-diff.ts';
import { type DraftWords, useDraftWords } from '../history/draft-words.ts';
import { Stretch } from '../history/stretch.tsx';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Segments } from '../ui/segments.tsx';
import { usePlaces } from '../ui/use-places.ts';

interface DecideProps {
  readonly conflicts: readonly MergeConflict[];
  /** The three drafts, to read the words of each in its own numbering. */
  readonly mine: Draft;
  readonly theirs: Draft;
  readonly merged: Draft;
  readonly decisions: Decisions;
  readonly onDecide: (key: string, preference: Preference) => void;
}

type TextConflict = Extract<MergeConflict, { type: 'text' }>;

interface VersionProps {
  readonly name: string;
  readonly base: TextConflict['base'];
  readonly cell: TextConflict['mine'];
  readonly words: DraftWords;
}

/** One side's text with what that side changed in it. */
function Version({ name, base, cell, words }: VersionProps): ReactNode {
  return (
    <div className="decide-version">
      <small>{name}</small>
      <p lang={cell.lang}>
        {compareCells(base, cell).map((segment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one comparison never change place
          <Stretch key={index} segment={segment} language={cell.lang} unit={cell.unit} words={words} />
        ))}
      </p>
    </div>
  );
}

/** What both sides changed: each text with both versions and a choice; what stays for the other's sake, to be known. */
export function Decide({ conflicts, mine, theirs, merged, decisions, onDecide }: DecideProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const placeOf = usePlaces();
  const [own, other, all] = [useDraftWords(mine), useDraftWords(theirs), useDraftWords(merged)];
  const place = (unit: string): string =>
    placeOf(
      merged.units,
      all.labels,
      merged.units.findIndex(({ id }) => id === unit),
      language,
    );
  const options = (['mine', 'theirs', 'both'] as const).map((id) => ({ id, name: t(`conflict:take.${id}`) }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="changes" tabIndex={0} aria-label={t('conflict:decide')}>
      {conflicts.map((conflict) =>
        conflict.type === 'text' ? (
          <article
            key={conflictKey(conflict.unit, conflict.language)}
            className="change"
            aria-label={place(conflict.unit)}
          >
            <header className="change-head">
              <b>{place(conflict.unit)}</b>
              <span className="change-marks">{t(`language.${conflict.language as Language}`)}</span>
              <Segments
                label={t('conflict:takeFor', { place: place(conflict.unit) })}
                options={options}
                selected={[decisions[conflictKey(conflict.unit, conflict.language)] ?? 'both']}
                onChange={([next]) => next && onDecide(conflictKey(conflict.unit, conflict.language), next)}
              />
            </header>
            <div className="decide-versions">
              <Version name={t('conflict:mine')} base={conflict.base} cell={conflict.mine} words={own} />
              <Version name={t('conflict:theirs')} base={conflict.base} cell={conflict.theirs} words={other} />
            </div>
          </article>
        ) : (
          <article key={`${conflict.type} ${conflict.unit}`} className="change" aria-label={place(conflict.unit)}>
            <header className="change-head">
              <b>{place(conflict.unit)}</b>
              <span className="change-marks">
                {conflict.type === 'kept'
                  ? t(`conflict:kept_by.${conflict.removedBy}`)
                  : t(`conflict:both.${conflict.type}`)}
              </span>
            </header>
          </article>
        ),
      )}
    </section>
  );
}
