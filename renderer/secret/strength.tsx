import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** From how many characters on a password is hard to guess; length is all that is asked of it. */
const steps = [8, 14] as const;

/** How hard a password is to guess, by its length alone: bars, and the same in words. */
export function Strength({ password }: { readonly password: string }): ReactNode {
  const { t } = useTranslation();
  const length = [...password].length;
  const level = length === 0 ? 0 : 1 + steps.filter((step) => length >= step).length;
  return (
    <div className="strength">
      <span className="strength-bars" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <span key={bar} className={bar <= level ? 'on' : ''} />
        ))}
      </span>
      <span role="status">{level === 0 ? '' : t(`secret:strength.${level}`)}</span>
    </div>
  );
}
