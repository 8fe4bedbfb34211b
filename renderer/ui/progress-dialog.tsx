import type { ReactNode } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { DialogFrame } from './dialog-frame.tsx';

interface ProgressDialogProps {
  readonly title: string;
  /** What is going on. */
  readonly running: string;
  /** 0 to 100; not known when absent. */
  readonly percent?: number | undefined;
  /** The words of the button that ends it. */
  readonly stop: string;
  /** Too late when false. */
  readonly isStoppable?: boolean;
  readonly onStop: () => void;
}

/** How far something long is. It keeps the keys to itself; leaving it stops what it shows. */
export function ProgressDialog(props: ProgressDialogProps): ReactNode {
  const { title, running, percent, stop, isStoppable = true, onStop } = props;
  const isUnknown = percent === undefined;
  // Every percent would talk without a pause; quarters are enough to hear that it goes on.
  const heard = isUnknown ? running : `${running} ${Math.floor(percent / 25) * 25} %`;
  return (
    <DialogFrame
      title={title}
      size="small"
      role="alertdialog"
      onClose={onStop}
      footer={
        <Button className="button" autoFocus isDisabled={!isStoppable} onPress={onStop}>
          {stop}
        </Button>
      }
    >
      <ProgressBar
        className="progress"
        aria-label={running}
        isIndeterminate={isUnknown}
        {...(isUnknown ? {} : { value: percent, valueLabel: `${percent} %` })}
      >
        <p>{isUnknown ? running : `${running} ${percent} %`}</p>
        <div className="progress-track">
          <div className="progress-fill" style={{ width: `${percent ?? 30}%` }} />
        </div>
      </ProgressBar>
      <p className="told" role="status">
        {heard}
      </p>
    </DialogFrame>
  );
}
