import { memo, type ReactElement, type ReactNode } from 'react';
import type { RenderElementProps } from 'slate-react';
import { isBlankCell } from '../../core/draft/state.ts';
import { isRun } from '../../core/draft/text.ts';
import type { Cell } from '../../core/draft/types.ts';
import { enterColumn } from './enter-column.ts';
import { InlineWords } from './inline.tsx';
import { runOf } from './leaf.tsx';
import type { ViewParts } from './view-context.ts';

interface CellFrameProps {
  readonly cell: Cell;
  /** Of the grid; by a class, which costs less than a style of its own. */
  readonly column: number;
  /** The number as the law prints it. */
  readonly label: string | undefined;
  readonly parts: ViewParts;
  /** Slate's text, in the live column alone. */
  readonly live?: ReactNode;
}

/**
 * A text in one language. In the live column it is Slate's; in the others the same as plain elements of ours, which cost a third and
 * become live at the press of the mouse, before the browser places the caret: for that the element that is pressed has to stay. There are
 * twelve thousand of them in a large bill: what stands in each is made by functions and not by components.
 */
export const CellFrame = memo(function CellFrame({ cell, column, label, parts, live }: CellFrameProps) {
  const { spoken } = parts;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a part of the one text box; the keyboard reaches it by Alt+1 to Alt+3.
    <div
      lang={cell.lang}
      className={`cell column-${column}${live ? '' : ' cell-off'}`}
      contentEditable={live ? undefined : false}
      suppressContentEditableWarning
      onMouseDown={live ? undefined : (event) => enterColumn(event, parts, cell)}
    >
      {label !== undefined && (
        // Outside Slate's text: nobody types or deletes it.
        <span className="label" contentEditable={false}>
          {`${label} `}
        </span>
      )}
      {isBlankCell(cell) && (
        <span className="placeholder" contentEditable={false} lang="">
          {spoken.placeholder[cell.lang]}
        </span>
      )}
      {live ?? stillText(cell)}
    </div>
  );
});

/** What Slate draws of the live text, inside of the frame. */
export function renderCell({
  attributes,
  children,
}: Pick<RenderElementProps, 'attributes' | 'children'>): ReactElement {
  return <span {...attributes}>{children}</span>;
}

function stillText(cell: Cell): ReactNode {
  return cell.children.map((inline, i) => {
    // Runs have no identity of their own, and nothing is kept in them.
    const key = `${i}`;
    if (!isRun(inline)) return <InlineWords key={key} inline={inline} language={cell.lang} unit={cell.unit} />;
    if (Object.keys(inline).length === 1) return inline.text;
    return runOf({ run: inline, children: inline.text, attributes: { key } });
  });
}
