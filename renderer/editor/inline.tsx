import type { ReactNode } from 'react';
import type { RenderElementProps } from 'slate-react';
import type { Language } from '../../core/base/language.ts';
import type { CitationInline, ReferenceInline, UnitId } from '../../core/draft/types.ts';
import { brokenMark } from '../../core/law/missing-words.ts';
import { commentIdsOf } from './comments.ts';
import { useCitationMark, useInlineWords, useOpenComments, useParts } from './view-context.ts';

interface InlineProps {
  readonly inline: CitationInline | ReferenceInline;
  readonly language: Language;
  readonly unit: UnitId;
  /** Slate's attributes and children, in the live column. */
  readonly attributes?: RenderElementProps['attributes'];
  readonly children?: ReactNode;
}

type CitationProps = InlineProps & { readonly inline: CitationInline };

/** A citation or a reference: words that are computed, in the language of the cell. */
export function InlineWords({ inline, ...props }: InlineProps) {
  return inline.type === 'reference' ? (
    <ReferenceWords inline={inline} {...props} />
  ) : (
    <CitationWords inline={inline} {...props} />
  );
}

function ReferenceWords({ inline, language, unit, attributes, children }: InlineProps) {
  const words = useInlineWords(inline, language, unit);
  const commented = useCommented(inline);
  const isBroken = words.includes(brokenMark[language]);
  const className = `${isBroken ? 'reference reference-broken' : 'reference'}${commented.className}`;
  return (
    <span {...attributes} {...commented} className={className} contentEditable={false}>
      {unbroken(words)}
      {children}
    </span>
  );
}

/** Marked when the act is dead or unverified. */
function CitationWords({ inline, language, unit, attributes, children }: CitationProps) {
  const parts = useParts();
  const words = useInlineWords(inline, language, unit);
  const mark = useCitationMark(inline);
  const commented = useCommented(inline);
  const className = `citation citation-${mark}${commented.className}`;
  return (
    // No aria-label: it would hide the words of the law. What there is to tell stands behind them for the screen reader.
    <span {...attributes} {...commented} className={className} contentEditable={false} data-act={inline.act}>
      {unbroken(words)}
      {mark !== 'living' && <span className="told">{` (${parts.t(`citation.${mark}`)})`}</span>}
      {children}
    </span>
  );
}

/** What shows that an open comment lies on it, as on a run. */
function useCommented(inline: CitationInline | ReferenceInline): { className: string; 'data-comments'?: string } {
  const open = useOpenComments(commentIdsOf(inline));
  return open ? { className: ' commented', 'data-comments': open } : { className: '' };
}

/**
 * Keeps `2-бөлүгүндө` on one line. A no-break hyphen in the words would do so too, and would be found by no search and copied into
 * Word.
 */
function unbroken(words: string): ReactNode {
  return words.split(/(\d[\d-]*-\p{L}+)/u).map((piece, i) =>
    i % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change place
      <span key={i} className="unbroken">
        {piece}
      </span>
    ),
  );
}
