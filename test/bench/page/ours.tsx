import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { languages } from '../../../core/base/language.ts';
import type { ActRegister } from '../../../core/law/types.ts';
import { createDraftEditor } from '../../../renderer/editor/draft-editor.ts';
import { DraftEditorView } from '../../../renderer/editor/view.tsx';
import { createI18n } from '../../../renderer/i18n.ts';
import register from '../../../resources/acts/register.json' with { type: 'json' };
import { fixedPorts } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';
import { liveLanguage, plainText } from './bill.ts';
import type { MountEditor } from './contract.ts';

const i18n = createI18n(liveLanguage);

/** The desk's own editor as it ships: three columns, the view with its rules and listeners. */
export const mountOurs: MountEditor = (place, draft) => {
  const ports = fixedPorts();
  const editor = createDraftEditor({ draft, register: register as unknown as ActRegister, forms, ports });
  editor.setActiveLanguage(liveLanguage);
  createRoot(place).render(
    <I18nextProvider i18n={i18n}>
      <DraftEditorView
        editor={editor}
        columns={languages}
        zoom={100}
        onCite={() => {}}
        onCitation={() => {}}
        onComment={() => {}}
      />
    </I18nextProvider>,
  );
  const unitAt = (index: number) => {
    const unit = editor.state().units[index];
    if (!unit) throw new Error(`no unit ${index}`);
    return unit;
  };
  return {
    get scroller() {
      return place.querySelector<HTMLElement>('.draft-view') ?? place;
    },
    count: () => editor.state().units.length,
    text: (index) => plainText(unitAt(index), editor.state().activeLanguage),
    put: (index, offset) => editor.goTo({ unit: unitAt(index).id, start: offset }),
    undo: editor.undo,
    switchTo: editor.setActiveLanguage,
    isWhole: () => !place.querySelector('.draft-waiting'),
  };
};
