import { type ReactNode, useContext } from 'react';
import type { RenderElementProps } from 'slate-react';
import { isBlankCell } from '../../core/draft/state.ts';
import { isRun } from '../../core/draft/text.ts';
import type { Cell } from '../../core/draft/types.ts';
import { enterColumn } from './enter-column.ts';
import { InlineWords } from './inline.tsx';
import { Run } from './leaf.tsx';
import { ColumnsContext, useLabel, useParts } from './view-context.ts';

interface CellViewProps {
  readonly attributes: RenderElementProps['attributes'];
  readonly children: ReactNode;
  readonly cell: Cell;
}

/**
 * A text in one language. In the live column it is Slate's; in the others the same nodes as plain elements, which cost half and
 * become live at the press of the mouse, before the browser places the caret.
 */
export function CellView({ attributes, children, cell }: CellViewProps) {
  const parts = useParts();
  const { t } = parts;
  const { live, shown } = useContext(ColumnsContext);
  const isLive = cell.lang === live;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a part of the one text box; the keyboard reaches it by Alt+1 to Alt+3.
    <div
      {...attributes}
      lang={cell.lang}
      className={isLive ? 'cell' : 'cell cell-off'}
      style={{ gridColumn: shown.indexOf(cell.lang) + 2 }}
      contentEditable={isLive ? undefined : false}
      suppressContentEditableWarning
      onMouseDown={isLive ? undefined : (event) => enterColumn(event, parts, cell)}
    >
      <CellLabel cell={cell} />
      {isBlankCell(cell) && (
        <span className="placeholder" contentEditable={false} lang="">
          {t(`placeholder.${cell.lang}`)}
        </span>
      )}
      {isLive ? children : <StillText cell={cell} />}
    </div>
  );
}

/** The number as the law prints it. It stands outside Slate's text: nobody types or deletes it. */
function CellLabel({ cell }: { readonly cell: Cell }) {
  const label = useLabel(cell.unit);
  if (!label) return null;
  return (
    <span className="label" contentEditable={false}>
      {label.label[cell.lang]}{' '}
    </span>
  );
}

function StillText({ cell }: { readonly cell: Cell }) {
  return cell.children.map((inline, i) => {
    // Runs have no identity of their own, and nothing is kept in them.
    const key = `${i}`;
    if (!isRun(inline)) return <InlineWords key={key} inline={inline} language={cell.lang} unit={cell.unit} />;
    if (Object.keys(inline).length === 1) return inline.text;
    return (
      <Run key={key} run={inline}>
        {inline.text}
      </Run>
    );
  });
}
