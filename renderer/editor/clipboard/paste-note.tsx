import { useEffect, useState } from 'react';
import type { Notice } from '../../../core/base/notice.ts';
import { offersIn } from '../../../core/law/recognise/offers.ts';
import { offerSources, takeOffers } from '../../inline/offering.ts';
import type { DraftEditor } from '../contract.ts';
import type { ViewParts } from '../view-context.ts';
import { citingUnits, pasteOtherWay, tellNotices } from './notices.ts';
import './paste-note.css';

interface PasteNoteProps {
  readonly editor: DraftEditor;
  readonly parts: ViewParts;
}

interface Told {
  readonly notices: readonly Notice[];
  /** What stood after the paste: once more was written, Undo would take back something else. */
  readonly version: number;
}

/** A quiet line under the sheet: what a paste repaired or left out, with its undo. It goes with the next change. */
export function PasteNote({ editor, parts }: PasteNoteProps) {
  const [told, setTold] = useState<Told>();
  const { t } = parts;
  useEffect(
    () =>
      editor.onNotices((notices) =>
        setTold(notices.length > 0 ? { notices, version: editor.state().version } : undefined),
      ),
    [editor],
  );
  useEffect(
    () =>
      editor.subscribe(() =>
        setTold((before) => (before && editor.state().version > before.version ? undefined : before)),
      ),
    [editor],
  );
  const codes = told?.notices.map(({ code }) => code) ?? [];
  const isRefusal = told?.notices.some(({ severity }) => severity !== 'note');
  const other = otherWay(told?.notices ?? []);
  return (
    <div role="status" className="paste-note-place">
      {told && (
        <div className="paste-note" data-pane="note">
          <div>
            {told.notices.map((notice) => (
              <p key={notice.code}>{t(`notices.${nameOf(notice)}` as never, { ...notice.params })}</p>
            ))}
          </div>
          {other && (
            <button
              type="button"
              onClick={() => {
                editor.undo();
                pasteOtherWay(parts.slate);
                editor.focus();
              }}
            >
              {t(other)}
            </button>
          )}
          {codes.includes('editor.citations-found') && (
            <button type="button" onClick={() => makeLive(editor, parts)}>
              {t('paste.makeLive')}
            </button>
          )}
          {!isRefusal && !codes.includes('editor.citations-live') && (
            <button
              type="button"
              onClick={() => {
                editor.undo();
                editor.focus();
              }}
            >
              {t('paste.undo')}
            </button>
          )}
          <button
            type="button"
            aria-label={t('paste.dismiss')}
            onClick={() => {
              setTold(undefined);
              editor.focus();
            }}
          >
            ×
          </button>
        </div>
      )}
    </div>
  );
}

/** The citations that a paste brought, all in one step; those that would lose words stay for Recognise citations. */
function makeLive(editor: DraftEditor, { slate }: ViewParts): void {
  const wanted = citingUnits(slate);
  const sources = offerSources(editor);
  const { units, activeLanguage } = editor.state();
  const offers = units.flatMap((unit, index) =>
    wanted.has(unit.id) ? offersIn(unit, index, activeLanguage, sources) : [],
  );
  const count = takeOffers(
    editor,
    offers.filter(({ losesWords }) => !losesWords),
  );
  tellNotices(slate, [{ code: 'editor.citations-live', severity: 'note', params: { count } }]);
  editor.focus();
}

/** The name of the other way to paste, where there was a choice. */
function otherWay(notices: readonly Notice[]): 'paste.asRows' | 'paste.asCells' | undefined {
  const codes = notices.map(({ code }) => code);
  if (codes.includes('editor.pasted-as-cells')) return 'paste.asRows';
  return codes.includes('editor.pasted-as-rows') ? 'paste.asCells' : undefined;
}

function nameOf({ code }: Notice): string {
  return code.slice(code.indexOf('.') + 1);
}
