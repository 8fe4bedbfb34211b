import { Button, ProgressBar } from 'react-aria-components';
import { useStore } from '../../state/store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import type { ViewParts } from '../view-context.ts';
import { longPasteOf } from './long-paste.ts';

/** How far a long paste is. It keeps the keys to itself, so that nothing is typed into a draft that is about to change; it can be stopped. */
export function PasteProgress({ parts }: { readonly parts: ViewParts }) {
  const { t, slate } = parts;
  const paste = useStore(longPasteOf(slate));
  if (!paste) return null;
  const percent = Math.floor(paste.done * 100);
  const isReading = paste.step === 'reading';
  // Every percent would talk without a pause; quarters are enough to hear that it goes on.
  const heard = Math.floor(percent / 25) * 25;
  const words = t(isReading ? 'paste.reading' : 'paste.inserting');
  return (
    <DialogFrame
      title={t('paste.title')}
      size="small"
      role="alertdialog"
      onClose={paste.stop}
      footer={
        <Button className="button" autoFocus isDisabled={!isReading} onPress={paste.stop}>
          {t('paste.stop')}
        </Button>
      }
    >
      <ProgressBar className="progress" aria-label={words} value={percent} valueLabel={`${percent} %`}>
        <p>{`${words} ${percent} %`}</p>
        <div className="progress-track">
          <div className="progress-fill" style={{ width: `${percent}%` }} />
        </div>
      </ProgressBar>
      <p className="told" role="status">
        {`${words} ${heard} %`}
      </p>
    </DialogFrame>
  );
}
