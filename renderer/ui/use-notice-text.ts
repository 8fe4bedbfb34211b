import { useTranslation } from 'react-i18next';
import type { Notice } from '../../core/base/notice.ts';

/** The sentence of a notice: `<area>.<name>` is `notices.<name>` of the area's words. */
export function useNoticeText(): (notice: Notice) => string {
  const { t } = useTranslation();
  return ({ code, params }) => {
    const [area, name] = code.split('.');
    return t(`${area}:notices.${name}`, { ...params });
  };
}
