import type { ReactElement, ReactNode } from 'react';
import type { RenderLeafProps } from 'slate-react';
import type { TextRun } from '../../core/draft/types.ts';
import { commentIdsOf } from './comments.ts';
import { useOpenComments } from './view-context.ts';

interface RunProps {
  readonly run: TextRun;
  /** Slate's, in the live column. */
  readonly attributes?: Partial<RenderLeafProps['attributes']> & { readonly key?: string };
  readonly children: ReactNode;
}

/**
 * A run with its marks, by a function and not a component: there may be ten thousand, and few of them are commented. Only those listen to the
 * comments.
 */
export function runOf({ run, attributes, children }: RunProps): ReactElement {
  const comments = commentIdsOf(run);
  const { key, ...rest } = attributes ?? {};
  if (comments.length > 0) {
    return (
      <CommentedRun key={key} {...{ run, comments }} attributes={rest}>
        {children}
      </CommentedRun>
    );
  }
  const className = classesOf(run);
  return (
    <span key={key} {...rest} {...(className && { className })}>
      {children}
    </span>
  );
}

/** `data-comments` lists the open threads that lie on it; a resolved one leaves no trace in the text. */
function CommentedRun({ run, attributes, comments, children }: RunProps & { readonly comments: readonly string[] }) {
  const open = useOpenComments(comments);
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

export function renderLeaf({ attributes, children, leaf }: RenderLeafProps): ReactElement {
  return runOf({ run: leaf, attributes, children });
}
