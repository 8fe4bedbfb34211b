import { type MouseEvent, memo, type RefObject, type SyntheticEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { Editable, ReactEditor, type RenderElementProps, Slate } from 'slate-react';
import { Announcer } from './announcer.tsx';
import { rememberSelection, selectClickedBlank } from './blank-click.ts';
import { renderCell } from './cell.tsx';
import { ColumnsRoot, renderChunk } from './chunk.tsx';
import { PasteNote } from './clipboard/paste-note.tsx';
import { PasteProgress } from './clipboard/paste-progress.tsx';
import type { DraftEditor, DraftEditorViewProps } from './contract.ts';
import { beginDrag, dropWords } from './drag-words.ts';
import { followStrayPointer } from './dragging.ts';
import { Heads } from './heads.tsx';
import { InlineWords } from './inline.tsx';
import { handleKey, type KeyHandlers } from './keys.ts';
import { renderLeaf } from './leaf.tsx';
import { partsOf } from './parts.ts';
import { indexOf } from './places.ts';
import { Row } from './row.tsx';
import { attachScreen, keepCaretInSight, switchOffSelectionWalk } from './screen.ts';
import { asksForCitation } from './typing.ts';
import { PartsContext, useParts, type ViewParts } from './view-context.ts';
import { useLatest, useShownColumns, useViewParts } from './view-parts.ts';
import { endsOutOfSight } from './wide-selection.ts';
import './editor.css';
import './words.css';

/** The sheet with the bill. Scrolls by itself; draws again only when its properties change, never for a key. */
export const DraftEditorView = memo(function DraftEditorView(props: DraftEditorViewProps) {
  const { editor, columns, zoom } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const handlers = useLatest(props);
  const parts = useViewParts(editor, columns);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    switchOffSelectionWalk(ReactEditor.toDOMNode(parts.slate, parts.slate));
    const release = attachScreen(parts, element);
    const unobserve = parts.scheduler.observe(element);
    return () => {
      unobserve();
      release();
    };
  }, [parts]);
  useShownColumns(parts, columns);
  return (
    <div
      ref={scroller}
      className="draft-view"
      style={{ '--columns': columns.length, '--zoom': zoom / 100 } as React.CSSProperties}
    >
      <div className="draft-sheet">
        <PartsContext.Provider value={parts}>
          <Heads editor={editor} columns={columns} />
          <ColumnsRoot>
            <Sheet editor={editor} parts={parts} handlers={handlers} scroller={scroller} />
          </ColumnsRoot>
        </PartsContext.Provider>
      </div>
      <Announcer editor={editor} parts={parts} />
      <PasteNote editor={editor} parts={parts} />
      <PasteProgress parts={parts} />
    </div>
  );
});

interface SheetProps {
  readonly editor: DraftEditor;
  readonly parts: ViewParts;
  readonly handlers: RefObject<DraftEditorViewProps>;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

const Sheet = memo(function Sheet({ editor, parts, handlers, scroller }: SheetProps) {
  const { slate, t } = parts;
  const keyHandlers = useMemo(
    (): KeyHandlers => ({
      onCite: () => handlers.current.onCite(),
      onCitation: (act) => handlers.current.onCitation(act),
    }),
    [handlers],
  );
  const scrollIntoView = useMemo(
    () => (_: ReactEditor, range: Range) => {
      if (scroller.current && !endsOutOfSight(slate)) keepCaretInSight(scroller.current, range);
    },
    [scroller, slate],
  );
  return (
    // Without an initial value Slate takes the editor's own as it is; of one that it is given it marks each node, fifty thousand of them.
    <Slate editor={slate}>
      <Editable
        className="draft-text"
        role="textbox"
        aria-multiline
        aria-readonly={editor.state().isReadOnly}
        aria-label={t('label')}
        spellCheck={false}
        disableDefaultStyles
        renderElement={renderElement}
        renderLeaf={renderLeaf}
        renderChunk={renderChunk}
        scrollSelectionIntoView={scrollIntoView}
        onMouseDown={() => rememberSelection(parts)}
        onClick={(event) => {
          selectClickedBlank(event, parts);
          openClicked(event, handlers.current);
        }}
        onMouseMove={followStrayPointer}
        onDragStart={(event) => beginDrag(event, partsOf(editor), editor.state().isReadOnly || editor.isPasting())}
        onDrop={(event) => dropWords(event, partsOf(editor))}
        {...(editor.state().isReadOnly && refusing)}
        onDOMBeforeInput={(event) => {
          if (editor.state().isReadOnly) {
            event.preventDefault();
            return true;
          }
          if (event.inputType === 'historyUndo') editor.undo();
          else if (event.inputType === 'historyRedo') editor.redo();
          else if (asksForCitation(parts, event.inputType, event.data)) handlers.current.onCite();
          else return parts.typing.begin(event);
          event.preventDefault();
          return true;
        }}
        onInput={() => parts.typing.end()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || !handleKey(event, editor, parts, keyHandlers)) return;
          event.preventDefault();
          // Otherwise a shortcut of the desk with the same keys would do it once more.
          event.stopPropagation();
        }}
      />
    </Slate>
  );
});

/** Slate does nothing by itself where a handler says that it is done. */
const refuse = (event: SyntheticEvent): boolean => {
  event.preventDefault();
  return true;
};

/** Of a draft that is only read; the caret is there all the same, to read and to copy by. */
const refusing = { onPaste: refuse, onCut: refuse, onDrop: refuse };

function renderElement({ attributes, children, element }: RenderElementProps) {
  switch (element.type) {
    case 'unit':
      return (
        <Row attributes={attributes} unit={element}>
          {children}
        </Row>
      );
    case 'cell':
      return renderCell({ attributes, children });
    default:
      return (
        <LiveInline attributes={attributes} inline={element}>
          {children}
        </LiveInline>
      );
  }
}

interface LiveInlineProps extends Pick<RenderElementProps, 'attributes' | 'children'> {
  readonly inline: Exclude<RenderElementProps['element'], { type: 'unit' | 'cell' }>;
}

/** In the live column only the path tells in which unit an inline stands. */
function LiveInline({ attributes, children, inline }: LiveInlineProps) {
  const { slate, session } = useParts();
  const index = indexOf(ReactEditor.findPath(slate, inline));
  const unit = slate.children[index];
  return (
    <InlineWords
      attributes={attributes}
      inline={inline}
      language={session.language}
      unit={unit && 'id' in unit ? unit.id : ''}
    >
      {children}
    </InlineWords>
  );
}

function openClicked(event: MouseEvent<HTMLElement>, handlers: DraftEditorViewProps): void {
  // By the place, not the target: that is the whole cell where the press made its column live.
  const target = document.elementFromPoint(event.clientX, event.clientY);
  const act = target?.closest<HTMLElement>('[data-act]')?.dataset.act;
  const comment = target?.closest<HTMLElement>('[data-comments]')?.dataset.comments?.split(' ')[0];
  if (act) handlers.onCitation(act);
  if (comment) handlers.onComment(comment);
}
