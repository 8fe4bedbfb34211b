import { useStore } from '../../state/store.ts';
import { ProgressDialog } from '../../ui/progress-dialog.tsx';
import type { ViewParts } from '../view-context.ts';
import { longPasteOf } from './long-paste.ts';

/** How far a long paste is. It keeps the keys to itself, so that nothing is typed into a draft that is about to change; it can be stopped. */
export function PasteProgress({ parts }: { readonly parts: ViewParts }) {
  const { t, slate } = parts;
  const paste = useStore(longPasteOf(slate));
  if (!paste) return null;
  const isReading = paste.step === 'reading';
  return (
    <ProgressDialog
      title={t('paste.title')}
      running={t(isReading ? 'paste.reading' : 'paste.inserting')}
      percent={Math.floor(paste.done * 100)}
      stop={t('paste.stop')}
      isStoppable={isReading}
      onStop={paste.stop}
    />
  );
}
