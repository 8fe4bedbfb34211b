import type { ReactNode } from 'react';
import type { Language } from '../../core/base/language.ts';
import { isRun } from '../../core/draft/text.ts';
import type { Inline, UnitId } from '../../core/draft/types.ts';
import type { DraftWords } from './draft-words.ts';

interface InlineRunProps {
  readonly inlines: readonly Inline[];
  readonly words: DraftWords;
  readonly language: Language;
  readonly unit: UnitId;
}

const looks = ['bold', 'italic', 'superscript', 'blank'] as const;

/** Text as it is read, with its look; citations and references in the words that they had in their own draft. */
export function InlineRun({ inlines, words, language, unit }: InlineRunProps): ReactNode {
  return inlines.map((inline, index) => {
    const className = isRun(inline) ? looks.filter((look) => inline[look]).join(' ') : 'read-inline';
    const text = isRun(inline) ? inline.text : words.textOf(inline, language, unit);
    if (text === '') return null;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text of a version never changes
      <span key={index} {...(className && { className })}>
        {text}
      </span>
    );
  });
}
