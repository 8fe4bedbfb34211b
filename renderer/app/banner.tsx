import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import type { Banner } from '../state/dialogs.ts';
import { saveDraft, saveDraftAs } from '../state/files.ts';
import { openConflict } from '../state/outside.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { useSaidAgain } from '../ui/use-said-again.ts';
import { usePlacedNotice } from './use-placed-notice.ts';

/** Only what may need a repair is amber: that a draft was recovered is good news. */
function toneOf(banner: Banner): 'error' | 'warning' | 'note' {
  if (banner.severity === 'error') return 'error';
  if (banner.severity === 'question') return 'warning';
  return banner.notices?.some((notice) => notice.severity !== 'note') ? 'warning' : 'note';
}

/** What a person can do about it. */
function WaysOn({ banner, onDone }: { readonly banner: Banner; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  // What comes with its own answers, even none, has no other way on.
  if (!desk.session.get() || banner.answers) return null;
  const { compare } = banner;
  return (
    <>
      {compare ? (
        <Button className="link" onPress={() => openConflict(desk, compare.copy)}>
          {t('conflict:compare')}
        </Button>
      ) : null}
      {banner.retry ? (
        <Button className="link" onPress={() => void saveDraft(desk).then(onDone)}>
          {t('conflict:retry')}
        </Button>
      ) : null}
      {banner.severity === 'error' ? (
        <Button className="link" onPress={() => void saveDraftAs(desk).then(onDone)}>
          {t('desk:saveElsewhere')}
        </Button>
      ) : null}
      {banner.inPlace ? (
        <Button className="link" onPress={() => desk.dialog.set({ kind: 'in-place' })}>
          {t('conflict:inPlace.offer')}
        </Button>
      ) : null}
    </>
  );
}

/** A calm line over the foot of the work, which does not move for it: what went wrong or should be known. */
export function BannerLine(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const banner = useStore(desk.banner);
  const textOf = usePlacedNotice();
  // The button that was pressed goes with the line: the text takes the focus, or nothing would have it.
  const backToText = (): void => desk.session.get()?.editor.focus();
  const sentences = banner
    ? [
        banner.failure ? t(`failures:${banner.failure.code}`, { ...banner.failure.params }) : '',
        banner.message ? t(banner.message.key, { ...banner.message.params }) : '',
        ...(banner.notices ?? []).map(textOf),
      ].filter(Boolean)
    : [];
  const [first, ...more] = sentences;
  const heard = useSaidAgain(banner, first ?? '');
  return (
    <div className="banner-place" data-pane="banner" role={banner && banner.severity !== 'note' ? 'alert' : 'status'}>
      {banner ? (
        <div className={`banner ${toneOf(banner)}`}>
          <div className="banner-text">
            <p>{heard}</p>
            {more.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          {(banner.answers ?? []).map(({ key, act }, i) => (
            <Button
              key={key}
              className={`button${i === 0 ? ' primary' : ''}`}
              onPress={() => {
                desk.banner.set(undefined);
                act();
                backToText();
              }}
            >
              {t(key)}
            </Button>
          ))}
          <WaysOn banner={banner} onDone={backToText} />
          {banner.answers ? null : (
            <Button
              className="icon-button"
              aria-label={t('dismiss')}
              onPress={() => {
                desk.banner.set(undefined);
                backToText();
              }}
            >
              <Icon name="cross" />
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}
