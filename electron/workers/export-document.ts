import { unreachable } from '../../core/base/invariant.ts';
import type { Language } from '../../core/base/language.ts';
import type { BillOptions } from '../../core/bridge/exports.ts';
import { formsOf } from '../../core/draft/form-rules.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import { actsOn, indexActs } from '../../core/law/acts.ts';
import { createInlineText } from '../../core/law/inline-text.ts';
import { indexTexts } from '../../core/law/official-text/texts.ts';
import type { WordDocument, WordWords } from '../../core/word/document.ts';
import { makeWordDocument } from '../../core/word/make-document.ts';
import { plainText } from '../../core/word/plain-text.ts';
import type { ExportJob, ExportResult } from './contract.ts';
import { exportParity } from './export-parity.ts';
import { docxSteps, writeDocx } from './word/write-docx.ts';

/** Makes one document from a snapshot of a draft. Steps are told as they are done; the first is what the document says. */
export async function exportDocument(
  job: ExportJob,
  words: WordWords,
  progress: (done: number, total: number) => void,
): Promise<ExportResult> {
  const { options } = job;
  return options.document === 'parity'
    ? exportParity(job, options, progress)
    : exportBill(job, options, words, progress);
}

async function exportBill(
  job: ExportJob,
  options: BillOptions,
  words: WordWords,
  progress: (done: number, total: number) => void,
): Promise<ExportResult> {
  const { format, language, profile } = options;
  const total = format === 'docx' ? docxSteps + 1 : 2;
  let done = 0;
  const step = (): void => {
    done += 1;
    progress(done, total);
  };
  const document = documentOf(job, words, language, profile);
  step();
  switch (format) {
    case 'docx':
      return { bytes: await writeDocx(document, step), notices: document.notices };
    case 'text': {
      const bytes = new TextEncoder().encode(plainText(document));
      step();
      return { bytes, notices: document.notices };
    }
    default:
      return unreachable(format);
  }
}

function documentOf(
  { draft, forms: all, register, day, texts: stored = [] }: ExportJob,
  words: WordWords,
  language: Language | 'parallel',
  profile: BillOptions['profile'],
): WordDocument {
  const forms = formsOf(all, draft.meta.document);
  const labels = labelsOf(draft.units, forms);
  const acts = actsOn(indexActs(register), day === undefined ? undefined : { day, compiled: register.compiled });
  const textOf = createInlineText({ units: draft.units, labels, acts, document: forms.document });
  const texts = stored.length > 0 && { texts: indexTexts(stored) };
  return makeWordDocument({ draft, language, profile, forms, words, labels, acts, textOf, ...texts });
}
