import { formatMoment } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';

/** Writes a moment as lists and comments show it, in the interface language and this machine's hour. */
export function useMoment(): (iso: string) => string {
  const { ports, settings } = useDesk();
  const { language } = useStore(settings);
  return (iso) => formatMoment(language, iso, ports.now(), -new Date(iso).getTimezoneOffset());
}
