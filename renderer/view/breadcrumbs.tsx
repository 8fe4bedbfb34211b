import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { Toolbar as AriaToolbar, Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import { ancestry, indexOfUnit } from '../../core/draft/outline.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import type { Overview } from '../state/overview.ts';
import { useStore } from '../state/store.ts';
import { type OverviewStore, useEditorState } from '../state/use-editor.ts';
import { Icon } from '../ui/icon.tsx';

interface Crumb {
  readonly id: UnitId;
  /** «Глава 3. Денежное довольствие», «1-бөлүк». */
  readonly words: string;
}

/** What encloses the unit, outermost first, itself last; in the language. `nameOf` gives «статья 12». */
function crumbsOf(
  units: readonly Unit[],
  unit: UnitId | undefined,
  language: Language,
  { labels, rows }: Overview,
  nameOf: (kind: Unit['kind'], number: string) => string,
): readonly Crumb[] {
  const index = unit === undefined ? -1 : indexOfUnit(units, unit);
  if (index < 0) return [];
  const headings = new Map(rows.map((row) => [row.id, row.heading[language]]));
  return ancestry(units, index).flatMap((at) => {
    const one = units[at];
    if (!one) return [];
    const name = nameOf(one.kind, labels.get(one.id)?.written[language] ?? '').trim();
    const heading = headings.get(one.id);
    const words = heading ? `${name}. ${heading}` : name;
    return [{ id: one.id, words: words.charAt(0).toUpperCase() + words.slice(1) }];
  });
}

interface BreadcrumbsProps {
  readonly editor: DraftEditor;
  readonly overview: OverviewStore;
}

/** Chapter, article, part: where one is, in the language that is written, each a way to go there. */
export function Breadcrumbs({ editor, overview }: BreadcrumbsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const seen = useStore(overview);
  const language = useEditorState(editor, (state) => state.activeLanguage);
  const unit = useDeferredValue(useEditorState(editor, (state) => state.whereabouts?.unit));
  const crumbs = useMemo(() => {
    const inLanguage = i18n.getFixedT(language, 'desk');
    return crumbsOf(editor.state().units, unit, language, seen, (kind, n) => inLanguage(`place.${kind}`, { n }));
  }, [editor, unit, language, seen, i18n]);
  const go = (id: UnitId): void => {
    editor.goTo({ unit: id });
    editor.focus();
  };
  return (
    <nav className="crumbs" aria-label={t('view:crumbs')} data-pane="crumbs">
      <AriaToolbar className="crumbs-row" aria-label={t('view:crumbs')}>
        {crumbs.map(({ id, words }, i) => (
          <span key={id} className="crumb-place">
            {i > 0 ? <Icon name="chevron" size={10} /> : null}
            <Button
              className="crumb"
              lang={language}
              {...(i === crumbs.length - 1 && { 'aria-current': 'location' })}
              onPress={() => go(id)}
            >
              {words}
            </Button>
          </span>
        ))}
      </AriaToolbar>
    </nav>
  );
}
