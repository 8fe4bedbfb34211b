import { type ReactNode, useSyncExternalStore } from 'react';
import type { RenderLeafProps } from 'slate-react';
import type { TextRun } from '../../core/draft/types.ts';
import { commentIdsOf } from './comments.ts';
import { useParts } from './view-context.ts';

interface RunProps {
  readonly run: TextRun;
  /** Slate's, in the live column. */
  readonly attributes?: RenderLeafProps['attributes'] | undefined;
  readonly children: ReactNode;
}

/** A run with its marks. Only what is commented listens to the comments: there may be ten thousand runs, and few of those. */
export function Run({ run, attributes, children }: RunProps) {
  const comments = commentIdsOf(run);
  if (comments.length > 0) return <CommentedRun {...{ run, attributes, comments }}>{children}</CommentedRun>;
  const className = classesOf(run);
  return (
    <span {...attributes} {...(className && { className })}>
      {children}
    </span>
  );
}

/** `data-comments` lists the open threads that lie on it; a resolved one leaves no trace in the text. */
function CommentedRun({ run, attributes, comments, children }: RunProps & { readonly comments: readonly string[] }) {
  const { editor } = useParts();
  const open = useSyncExternalStore(editor.subscribe, () => {
    const threads = editor.state().comments;
    return comments.filter((id) => !threads.some((thread) => thread.id === id && thread.resolved)).join(' ');
  });
  const className = `${classesOf(run)}${open ? ' commented' : ''}`.trim();
  return (
    <span {...attributes} {...(className && { className })} {...(open && { 'data-comments': open })}>
      {children}
    </span>
  );
}

function classesOf(run: TextRun): string {
  const { bold, italic, superscript, blank } = run;
  return [bold && 'bold', italic && 'italic', superscript && 'superscript', blank && 'blank'].filter(Boolean).join(' ');
}

export function renderLeaf({ attributes, children, leaf }: RenderLeafProps) {
  return (
    <Run run={leaf} attributes={attributes}>
      {children}
    </Run>
  );
}
