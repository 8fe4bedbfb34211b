import { type ReactNode, useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import { BannerLine } from '../app/banner.tsx';
import { insertFromFile } from '../insert-file/deeds.ts';
import { LawDayFold } from '../register/law-day-field.tsx';
import { changeSettings, useDesk } from '../state/desk.ts';
import { openByDialog } from '../state/files.ts';
import { useStore } from '../state/store.ts';
import { readTemplates } from '../templates/deeds.ts';
import { OwnTemplates } from '../templates/own-templates.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { Segments } from '../ui/segments.tsx';
import { RecentDrafts } from './recent-drafts.tsx';
import { RecoverableDrafts } from './recoverable-drafts.tsx';
import { TemplateCard } from './template-card.tsx';

/** Those that ship. */
function useShipped(): readonly TemplateSummary[] {
  const desk = useDesk();
  const templates = useStore(desk.templates);
  useEffect(() => void readTemplates(desk), [desk]);
  // Bills before what goes with them, and the fullest first: the empty ones need no showing.
  return templates
    .filter(({ own }) => own === undefined)
    .sort((a, b) => Number(Boolean(a.document)) - Number(Boolean(b.document)) || b.counts.units - a.counts.units);
}

/** Language and colours, at hand before anything is opened. */
function StartSettings(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language, theme } = useStore(desk.settings);
  return (
    <div className="start-settings">
      <Segments
        label={t('settings:language')}
        options={languages.map((id) => ({ id, name: t(`ownName.${id}`), lang: id }))}
        selected={[language]}
        onChange={([chosen]) => chosen && void changeSettings(desk, { language: chosen })}
      />
      <Segments
        label={t('settings:theme')}
        options={(['system', 'light', 'dark'] as const).map((id) => ({ id, name: t(`settings:themes.${id}`) }))}
        selected={[theme]}
        onChange={([chosen]) => chosen && void changeSettings(desk, { theme: chosen })}
      />
    </div>
  );
}

/** The first window: begin from a template, open, go on with a recent draft, take back what a crash left. */
export function StartWindow(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [first, ...others] = useShipped();
  const hasOwn = useStore(desk.templates).some(({ own }) => own === 'kept');
  return (
    <div className="start">
      <BannerLine />
      <header className="start-head">
        <div>
          <h1>{t('appName')}</h1>
          <p>{t('start:tagline')}</p>
        </div>
        <StartSettings />
      </header>
      <div className="start-columns">
        <main className="start-new" aria-labelledby="start-new">
          {/* What an office made for itself is what it works with. */}
          {hasOwn ? <OwnTemplates /> : null}
          <div className="start-new-head">
            <h2 id="start-new">{t('start:new')}</h2>
            <LawDayFold />
          </div>
          {first ? <TemplateCard template={first} isChief /> : null}
          {hasOwn ? null : <OwnTemplates />}
        </main>
        <aside className="start-side" aria-label={t('start:existing')}>
          <RecoverableDrafts />
          <section>
            <h2>{t('start:open')}</h2>
            <Button className="button start-open" onPress={() => void openByDialog(desk)}>
              {t('start:openFile')} <KeyCaps keys="Mod+KeyO" />
            </Button>
            <Button className="button start-open" onPress={() => void insertFromFile(desk, 'new')}>
              {t('start:fromFile')}
            </Button>
          </section>
          <RecentDrafts />
          <section>
            <h2>{t('start:others')}</h2>
            <div className="start-others">
              {others.map((template) => (
                <TemplateCard key={template.id} template={template} />
              ))}
            </div>
          </section>
        </aside>
      </div>
    </div>
  );
}
