import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../core/base/notice.ts';
import type { ExportedFile } from '../../core/bridge/exports.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { FailureLine } from '../ui/failure-line.tsx';
import { Icon } from '../ui/icon.tsx';
import { useNoticeText } from '../ui/use-notice-text.ts';

interface ExportResultProps {
  readonly file: ExportedFile;
  /** A notice names its place: whoever shows the result puts it away and goes there. */
  readonly onGoTo?: (place: Place) => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** What was written and where, what could not be carried over, and the way to open it. */
export function ExportResult({ file, onGoTo, onAgain, onClose }: ExportResultProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const textOf = useNoticeText();
  const { language } = useStore(desk.settings);
  const [failure, setFailure] = useState<Failure>();
  const reveal = async (open: 'file' | 'folder'): Promise<void> => {
    const reply = await desk.bridge.request('files.reveal', { id: file.id, open });
    setFailure(reply.ok ? undefined : reply.error);
  };
  const kilobytes = formatNumber(language, Math.max(1, Math.round(file.bytes / 1024)));
  return (
    <DialogFrame
      title={t('export:done')}
      isTold
      onClose={onClose}
      footer={
        <>
          <Button className="button" onPress={onAgain}>
            {t('export:again')}
          </Button>
          <span className="stretch" />
          <Button className="button" onPress={() => void reveal('folder')}>
            {t('export:openFolder')}
          </Button>
          <Button className="button" onPress={() => void reveal('file')}>
            {t('export:openFile')}
          </Button>
          <Button className="button primary" autoFocus onPress={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <div className="written" role="status">
        <Icon name="file" size={22} />
        <div>
          <b>{file.name}</b>
          <p>{file.folder}</p>
          <p className="hint">{t('export:size', { size: kilobytes })}</p>
        </div>
      </div>
      <FailureLine failure={failure} />
      {file.notices.length > 0 ? (
        <>
          <h3>{t('export:notices')}</h3>
          <ul className="notices">
            {file.notices.map((notice, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a finished report does not change
              <li key={index} className={notice.severity}>
                {notice.place?.unit === undefined || !onGoTo ? (
                  textOf(notice)
                ) : (
                  <Button className="link" onPress={() => onGoTo(notice.place ?? {})}>
                    {textOf(notice)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </DialogFrame>
  );
}
