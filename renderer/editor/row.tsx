import { type MouseEvent, type ReactNode, useContext } from 'react';
import { Transforms } from 'slate';
import { ReactEditor, type RenderElementProps } from 'slate-react';
import { type Language, languages } from '../../core/base/language.ts';
import type { UnitLabel } from '../../core/draft/numbering.ts';
import { stateOf } from '../../core/draft/state.ts';
import type { Unit } from '../../core/draft/types.ts';
import { Icon } from '../ui/icon.tsx';
import { CellFrame } from './cell.tsx';
import type { Columns } from './columns.ts';
import { isBlankUnit } from './join-units.ts';
import { indexOf, startOfCell } from './places.ts';
import { ColumnsContext, useLabel, useParts, type ViewParts } from './view-context.ts';

interface RowProps {
  readonly attributes: RenderElementProps['attributes'];
  readonly children: readonly ReactNode[];
  readonly unit: Unit;
}

/** A unit: its number in the margin, its text in each shown language, and at each text's edge how far it has come. */
export function Row({ attributes, children, unit }: RowProps) {
  const columns = useContext(ColumnsContext);
  const label = useLabel(unit.id);
  const isBlank = isBlankUnit(unit);
  const parts = useParts();
  const { slate, session, spoken, t } = parts;
  const placeCaret = (event: MouseEvent<HTMLElement>) => {
    // The number is no text: without this a click on it would leave the caret where it was.
    if (!(event.target instanceof Element) || !event.target.closest('.unit-number, .cell:not(.cell-off) > .label'))
      return;
    event.preventDefault();
    ReactEditor.focus(slate);
    Transforms.select(slate, startOfCell(indexOf(ReactEditor.findPath(slate, unit)), session.language));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of the one text box, no field set.
    <div
      onMouseDown={placeCaret}
      {...attributes}
      role="group"
      aria-label={spoken.row(unit, label, columns.live, columns.shown)}
      className={`unit unit-${unit.kind}${isBlank ? ' unit-blank' : ''}`}
      data-unit={unit.id}
    >
      <span className="unit-number" contentEditable={false} aria-hidden="true">
        {unit.kind === 'note' ? t('noteMark') : label && marginNumber(unit, label, columns.live)}
      </span>
      {unit.number !== undefined && label && <LockMark words={t('numberLocked')} />}
      {columns.shown.map((language, i) => {
        const at = languages.indexOf(language);
        const cell = unit.children[at];
        if (!cell) return null;
        const props = { cell, column: i + 2, label: label?.label[language], parts };
        return <CellFrame key={language} {...props} live={language === columns.live ? children[at] : undefined} />;
      })}
      {!isBlank && edgesOf(unit, columns, parts)}
    </div>
  );
}

/** A number that stays as adopted; see core/draft/locking.ts. */
function LockMark({ words }: { readonly words: string }) {
  return (
    <span className="unit-lock" contentEditable={false} role="img" aria-label={words} title={words}>
      <Icon name="lock" size={10} />
    </span>
  );
}

/** The margin is narrow: an article's number stands bare, a point's as it is called. A chapter's stands over its heading alone. */
function marginNumber({ kind }: Unit, { label, written }: UnitLabel, language: Language): string {
  if (kind === 'section' || kind === 'chapter') return '';
  return kind === 'point' || kind === 'subpoint' ? label[language] : written[language];
}

function edgesOf(unit: Unit, columns: Columns, { spoken }: ViewParts): ReactNode {
  return columns.shown.map((language, i) => {
    const state = stateOf(unit, language);
    if (state === 'drafted') return null;
    const told = spoken.state(language, state);
    return (
      <span
        key={language}
        className={`edge edge-${state} column-${i + 2}`}
        contentEditable={false}
        role="img"
        title={told}
        aria-label={told}
      />
    );
  });
}
