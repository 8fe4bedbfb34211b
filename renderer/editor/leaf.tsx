import type { RenderLeafProps } from 'slate-react';
import type { TextRun } from '../../core/draft/types.ts';
import { commentIdsOf } from './comments.ts';

/** The look of a run; `data-comments` lists the threads that lie on it. */
export function runAttributes(run: TextRun): { readonly className?: string; readonly 'data-comments'?: string } {
  const comments = commentIdsOf(run);
  const className = [
    run.bold && 'bold',
    run.italic && 'italic',
    run.superscript && 'superscript',
    run.blank && 'blank',
    comments.length > 0 && 'commented',
  ]
    .filter(Boolean)
    .join(' ');
  return { ...(className && { className }), ...(comments.length > 0 && { 'data-comments': comments.join(' ') }) };
}

export function renderLeaf({ attributes, children, leaf }: RenderLeafProps) {
  return (
    <span {...attributes} {...runAttributes(leaf)}>
      {children}
    </span>
  );
}
