import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { saveDraftAs } from '../state/files.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { useNoticeText } from '../ui/use-notice-text.ts';

/** A calm line over the work: what went wrong or should be known. It stays until it is put away. */
export function BannerLine(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const banner = useStore(desk.banner);
  const textOf = useNoticeText();
  const sentences = banner
    ? [
        banner.failure ? t(`failures:${banner.failure.code}`, { ...banner.failure.params }) : '',
        banner.message ? t(banner.message.key, { ...banner.message.params }) : '',
        ...(banner.notices ?? []).map(textOf),
      ].filter(Boolean)
    : [];
  return (
    <div role={banner?.severity === 'error' ? 'alert' : 'status'}>
      {banner ? (
        <div className={`banner ${banner.severity}`}>
          <div className="banner-text">
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          {banner.severity === 'error' && desk.session.get() ? (
            <Button className="link" onPress={() => void saveDraftAs(desk)}>
              {t('desk:saveElsewhere')}
            </Button>
          ) : null}
          <Button className="icon-button" aria-label={t('dismiss')} onPress={() => desk.banner.set(undefined)}>
            <Icon name="cross" />
          </Button>
        </div>
      ) : null}
    </div>
  );
}
