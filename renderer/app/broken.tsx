import { Component, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface GuardProps {
  readonly children: ReactNode;
  /** Called once when something below has thrown: the moment to bring what waits to the disk. */
  readonly onBroken: () => void;
}

/**
 * Stands between a bug of ours and a blank window. It shows no message of the error and logs none: Slate puts the whole draft into
 * its messages.
 */
export class Guard extends Component<GuardProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(): void {
    this.props.onBroken();
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

/** Says that the window broke, that the words are on the disk, and gives the way back. */
function Broken(): ReactNode {
  const { t } = useTranslation();
  return (
    <main className="unreachable" role="alert">
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.text')}</p>
      <Button className="button primary" autoFocus onPress={() => window.location.reload()}>
        {t('broken.again')}
      </Button>
    </main>
  );
}
