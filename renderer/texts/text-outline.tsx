import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowList } from './row-list.tsx';
import { type TextRow, type TextRows, unitOfRow } from './text-rows.ts';

const headings: ReadonlySet<string> = new Set(['section', 'chapter', 'article', 'annex']);

interface OutlineLine {
  readonly row: TextRow;
  readonly index: number;
}

const keyOfLine = ({ row }: OutlineLine): string => `o${row.key}`;

/** The contents of the act in place of its text: sections, chapters, articles. Enter or a click goes there. */
export function TextOutline(props: {
  readonly text: TextRows;
  readonly active: number;
  readonly onGo: (row: number) => void;
}): ReactNode {
  const { text, active, onGo } = props;
  const { t } = useTranslation();
  const lines = useMemo(
    () => text.rows.flatMap((row, index) => (headings.has(unitOfRow(row)?.kind ?? '') ? [{ row, index }] : [])),
    [text],
  );
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      lines.findLastIndex(({ index }) => index <= active),
    ),
  );
  const onKey = (event: KeyboardEvent): boolean => {
    const line = event.key === 'Enter' ? lines[at] : undefined;
    if (line) onGo(line.index);
    return line !== undefined;
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the list does the same
    // biome-ignore lint/a11y/noStaticElementInteractions: the list inside has the role
    <div
      className="text-outline"
      onClick={(event) => {
        const row = (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset.row;
        const line = lines[Number(row ?? -1)];
        if (line) onGo(line.index);
      }}
    >
      <RowList
        label={t('texts:panel.outline')}
        className="text-outline-list"
        rows={lines}
        keyOf={keyOfLine}
        render={renderLine}
        active={at}
        onActive={setAt}
        onKey={onKey}
      />
    </div>
  );
}

function renderLine({ row }: OutlineLine): ReactNode {
  const unit = unitOfRow(row);
  return (
    <span className={`outline-line ${unit?.kind ?? ''}`}>
      <b>{unit?.label}</b> {unit?.heading ?? ''}
    </span>
  );
}
