import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../core/base/language.ts';
import type { Draft } from '../../core/draft/types.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { type Comparison, compareInSteps, type UnitChange } from '../../core/review/diff.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Segments } from '../ui/segments.tsx';
import { useInSlices } from '../ui/use-in-slices.ts';
import { ChangeCard, type Sides } from './change-card.tsx';
import { useDraftWords } from './draft-words.ts';

interface CompareViewProps {
  readonly before: Draft;
  readonly after: Draft;
  /** Names of the two sides, to say which way the comparison reads. */
  readonly names: { readonly before: string; readonly after: string };
  readonly onRestore?: (change: UnitChange) => void;
}

/** So many changes are drawn at once; nobody reads more before pressing for the next. */
const page = 200;

/** Whether a change shows in the languages that the person chose; what touches no words shows in all. */
function isShown(change: UnitChange, chosen: readonly Language[]): boolean {
  return change.texts.length === 0 || change.texts.some(({ language }) => chosen.includes(language));
}

/** Walks through the changes and keeps the one at hand in sight. */
function useWalk(count: number) {
  const list = useRef<HTMLElement>(null);
  const [at, setAt] = useState(-1);
  const step = (by: 1 | -1): void => {
    if (count === 0) return;
    const next = at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count;
    setAt(next);
    requestAnimationFrame(() => {
      const card = list.current?.querySelectorAll<HTMLElement>('.change')[next];
      card?.scrollIntoView({ block: 'nearest' });
      card?.focus({ preventScroll: true });
    });
  };
  const stepping = useRef(step);
  stepping.current = step;
  useEffect(() => {
    // Wherever in the dialog the focus is: in the list of versions, in a field, on a button.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'F7' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      stepping.current(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
  return { list, at, step };
}

/** Two drafts side by side as a list of what differs, place by place and word by word. F7 goes to the next change. */
export function CompareView({ before, after, names, onRestore }: CompareViewProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const [chosen, setChosen] = useState<readonly Language[]>(languages);
  const [shown, setShown] = useState(page);
  const comparison = useInSlices(useCallback(() => compareInSteps(before, after), [before, after]));
  const sides: Sides = { before: useDraftWords(before), after: useDraftWords(after) };
  const changes = comparison?.changes.filter((change) => isShown(change, chosen)) ?? [];
  const walk = useWalk(Math.min(changes.length, shown));
  return (
    <section className="compare" aria-label={t('compare:title', names)}>
      <div className="compare-bar">
        <p className="compare-names">{t('compare:title', names)}</p>
        <Segments
          label={t('compare:languages')}
          several
          options={languages.map((id) => ({ id, name: t(`ownName.${id}`), lang: id }))}
          selected={chosen}
          onChange={setChosen}
        />
        <span className="stretch" />
        {comparison ? (
          <Summary comparison={comparison} count={changes.length} at={walk.at} />
        ) : (
          <span className="compare-count">{t('compare:working')}</span>
        )}
        <Button className="button" isDisabled={changes.length === 0} onPress={() => walk.step(-1)}>
          {t('compare:previous')} <kbd>Shift+F7</kbd>
        </Button>
        <Button className="button" isDisabled={changes.length === 0} onPress={() => walk.step(1)}>
          {t('compare:next')} <kbd>F7</kbd>
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="changes" ref={walk.list} tabIndex={0} aria-label={t('compare:list')} aria-busy={!comparison}>
        {comparison && changes.length === 0 ? <p className="empty">{t('compare:none')}</p> : null}
        {changes.slice(0, shown).map((change, index) => (
          <ChangeCard
            key={`${change.before?.id ?? ''} ${change.after?.id ?? ''}`}
            change={change}
            sides={sides}
            isCurrent={index === walk.at}
            languages={chosen}
            language={language}
            {...(onRestore && { onRestore })}
          />
        ))}
        {changes.length > shown ? (
          <Button className="button" onPress={() => setShown(shown + page)}>
            {t('compare:more', { n: formatNumber(language, changes.length - shown) })}
          </Button>
        ) : null}
      </section>
    </section>
  );
}

interface SummaryProps {
  readonly comparison: Comparison;
  readonly count: number;
  readonly at: number;
}

function Summary({ comparison, count, at }: SummaryProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const { added, removed, changed } = comparison.comments;
  const comments = added + removed + changed;
  const n = (value: number): string => formatNumber(language, value);
  return (
    <span className="compare-count" role="status">
      {at < 0 ? t('compare:changes', { count, n: n(count) }) : t('compare:at', { at: n(at + 1), n: n(count) })}
      {comments > 0 ? ` · ${t('compare:comments', { count: comments, n: n(comments) })}` : ''}
    </span>
  );
}
