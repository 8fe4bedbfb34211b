import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Severity } from '../../core/base/notice.ts';

/** An octagon, a triangle, a circle: told apart without colour. */
const shapes: Readonly<Record<Severity, string>> = {
  error: 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.5M8 11.7v.1',
  note: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M8 7.5v3.5M8 5.2v.1',
};

/** The shape alone, beside words that say the same. */
export function SeverityShape({ severity }: { readonly severity: Severity }): ReactNode {
  return (
    <svg
      className={`severity ${severity}`}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d={shapes[severity]} />
    </svg>
  );
}

/** How grave a problem is, as a shape with a name. */
export function SeverityMark({ severity }: { readonly severity: Severity }): ReactNode {
  const { t } = useTranslation();
  const name = t(`check:severity.${severity}`);
  return (
    <span role="img" aria-label={name} title={name} className="severity-mark">
      <SeverityShape severity={severity} />
    </span>
  );
}
