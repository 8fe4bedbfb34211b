import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import { cellOf } from '../../core/draft/state.ts';
import type { Draft } from '../../core/draft/types.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { useDraftWords } from './draft-words.ts';
import { InlineRun } from './inline-run.tsx';

/** A version to read, in the columns that the desk shows. */
export function VersionView({ draft, name }: { readonly draft: Draft; readonly name: string }): ReactNode {
  const { t } = useTranslation();
  const { columns } = useStore(useDesk().settings);
  const words = useDraftWords(draft);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="read-draft" tabIndex={0} aria-label={t('history:reading', { name })}>
      {draft.units.map((unit) => (
        <div key={unit.id} className={`read-row read-${unit.kind}`}>
          {columns.map((language: Language) => (
            <p key={language} lang={language}>
              {words.labels.has(unit.id) ? <b>{words.labels.get(unit.id)?.label[language]} </b> : null}
              <InlineRun inlines={cellOf(unit, language).children} words={words} language={language} unit={unit.id} />
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}
