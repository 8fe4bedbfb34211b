import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TrailEntry } from '../../core/file/trail.ts';
import { trailWords } from '../../core/file/trail-words.ts';
import { formatNumber, formatShortDate } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { localClock, localDay } from '../ui/local-time.ts';

/** So many entries are drawn at once. */
const page = 100;

/** What somebody else's machine said of the time may be no time at all. */
function useWhen(): (at: string) => string {
  const { language } = useStore(useDesk().settings);
  return (at) => (Number.isNaN(Date.parse(at)) ? at : `${formatShortDate(language, localDay(at))}, ${localClock(at)}`);
}

/** The entries of a trail, newest first. */
export function TrailTable({ entries }: { readonly entries: readonly TrailEntry[] }): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const when = useWhen();
  const [shown, setShown] = useState(page);
  const words = (entry: TrailEntry): string =>
    trailWords(entry, (key, params, otherwise) => t(`audit:${key}`, { ...params, defaultValue: otherwise }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="trail-scroll" tabIndex={0} aria-label={t('audit:table')}>
      <table className="trail" aria-label={t('audit:table')}>
        <thead>
          <tr>
            {(['number', 'at', 'by', 'what'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`audit:columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries
            .toReversed()
            .slice(0, shown)
            .map((entry) => (
              <tr key={`${entry.number} ${entry.before}`}>
                <td>{formatNumber(language, entry.number)}</td>
                <td>{when(entry.at)}</td>
                <td>{entry.by === '' ? <i>{t('audit:nobody')}</i> : <bdi>{entry.by}</bdi>}</td>
                <td>{words(entry)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {entries.length > shown ? (
        <Button className="button" onPress={() => setShown(shown + page)}>
          {t('audit:more', { n: formatNumber(language, entries.length - shown) })}
        </Button>
      ) : null}
    </section>
  );
}
