import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/bridge/failure.ts';

interface FailureLineProps {
  readonly failure: Failure | undefined;
  /** What can be done about it, behind the sentence. */
  readonly children?: ReactNode;
}

/** Says within a dialog what the services could not do. */
export function FailureLine({ failure, children }: FailureLineProps): ReactNode {
  const { t } = useTranslation();
  if (!failure) return null;
  return (
    <p className="failure" role="alert">
      {t(`failures:${failure.code}`, { ...failure.params })} {children}
    </p>
  );
}
