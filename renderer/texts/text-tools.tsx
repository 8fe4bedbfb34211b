import { type ReactNode, type RefObject, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToPlace, namesPlace } from '../../core/law/official-text/go-to.ts';
import { highlightWords } from './highlight.ts';
import { TextOutline } from './text-outline.tsx';
import { rowAt, rowsWith, type TextRows, unitOfRow } from './text-rows.ts';

interface TextToolsProps {
  readonly text: TextRows;
  readonly active: number;
  readonly onGo: (row: number) => void;
  readonly isOutline: boolean;
  readonly onOutline: (isOpen: boolean) => void;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** The field for a place or words, the way from article to article, and the contents. */
export function TextTools({ text, active, onGo, isOutline, onOutline, list }: TextToolsProps): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [said, setSaid] = useState<string>();
  const isPlace = namesPlace(query);
  const found = useMemo(() => (isPlace ? [] : rowsWith(text, query)), [text, query, isPlace]);
  const differing = useMemo(() => text.rows.flatMap(({ difference }, index) => (difference ? [index] : [])), [text]);
  useEffect(() => (list.current ? highlightWords(list.current, found, query) : undefined), [list, found, query]);
  const articles = useMemo(
    () => text.rows.flatMap((row, i) => (unitOfRow(row)?.kind === 'article' ? [i] : [])),
    [text],
  );
  const step = (rows: readonly number[], way: 1 | -1): void => {
    const next = way > 0 ? rows.find((at) => at > active) : rows.findLast((at) => at < active);
    const wrapped = next ?? (way > 0 ? rows[0] : rows.at(-1));
    if (wrapped !== undefined) onGo(wrapped);
  };
  const go = (way: 1 | -1): void => {
    const side = text.sides.findIndex(({ tree }) => goToPlace(tree, query) !== undefined);
    const tree = text.sides[side]?.tree;
    const place = tree && goToPlace(tree, query);
    if (place) {
      onGo(Math.max(0, rowAt(text, side, place.at)));
      setSaid(place.exact ? undefined : t('texts:panel.nearest'));
      list.current?.focus();
    } else if (isPlace) setSaid(t('texts:panel.noPlace'));
    else step(found, way);
  };
  const status =
    query.trim() === '' || isPlace
      ? said
      : found.length === 0
        ? t('texts:panel.nothing')
        : found.includes(active)
          ? t('texts:panel.foundAt', { count: found.length, at: found.indexOf(active) + 1 })
          : t('texts:panel.found', { count: found.length });
  return (
    <div className="text-tools">
      <input
        className="input text-field"
        type="search"
        aria-label={t('texts:panel.find')}
        placeholder={t('texts:panel.placeholder')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setSaid(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') list.current?.focus();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          go(event.shiftKey ? -1 : 1);
        }}
      />
      <div className="text-steps">
        <button type="button" className="button" onClick={() => step(articles, -1)}>
          ↑ <span className="visually-hidden">{t('texts:panel.previous')}</span>
        </button>
        <button type="button" className="button" onClick={() => step(articles, 1)}>
          ↓ <span className="visually-hidden">{t('texts:panel.next')}</span>
        </button>
        <button type="button" className="button" aria-pressed={isOutline} onClick={() => onOutline(!isOutline)}>
          {t('texts:panel.outline')}
        </button>
        {differing.length > 0 ? (
          <button type="button" className="button" onClick={() => step(differing, 1)}>
            ≠ {t('texts:panel.differences', { count: differing.length })}
          </button>
        ) : null}
      </div>
      <p className="text-said" role="status">
        {status}
      </p>
      {isOutline ? <TextOutline text={text} active={active} onGo={onGo} /> : null}
    </div>
  );
}
