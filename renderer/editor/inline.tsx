import type { ReactNode } from 'react';
import type { RenderElementProps } from 'slate-react';
import type { Language } from '../../core/base/language.ts';
import type { CitationInline, ReferenceInline, UnitId } from '../../core/draft/types.ts';
import type { citationMark } from './citation-mark.ts';
import { useCitationMark, useInlineWords, useParts, type ViewParts } from './view-context.ts';

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
  const { t } = useParts();
  const words = useInlineWords(inline, language, unit);
  return (
    <span {...attributes} className="reference" contentEditable={false} title={t('reference')}>
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
  const told = toldOf(inline, mark, language, parts);
  return (
    // No aria-label: it would hide the words of the law. What there is to tell stands behind them for the screen reader.
    <span
      {...attributes}
      className={`citation citation-${mark}`}
      contentEditable={false}
      data-act={inline.act}
      title={told}
    >
      {unbroken(words)}
      {mark !== 'living' && <span className="told">{` (${parts.t(`citation.${mark}`)})`}</span>}
      {children}
    </span>
  );
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

function toldOf(
  inline: CitationInline,
  mark: ReturnType<typeof citationMark>,
  language: Language,
  { derived, t }: ViewParts,
): string {
  const act = derived.acts().byId.get(inline.act);
  const title = act?.title[language] ?? act?.title.ru ?? act?.title.en ?? inline.act;
  return `${title}\n${t(`citation.${mark}`)}`;
}
