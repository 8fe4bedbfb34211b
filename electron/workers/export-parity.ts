import { invariant, unreachable } from '../../core/base/invariant.ts';
import type { ParityOptions } from '../../core/bridge/exports.ts';
import { formsOf } from '../../core/draft/form-rules.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import { indexActs } from '../../core/law/acts.ts';
import { billFacts, matrixWith } from '../../core/law/own-facts.ts';
import { parityTable } from '../../core/law/parity.ts';
import { type ParityText, parityCsv } from '../../core/law/parity-csv.ts';
import { linksOf } from '../../core/law/parity-links.ts';
import { parityDocument, tableText } from '../../core/word/parity-document.ts';
import { parityNotices } from '../../core/word/parity-notices.ts';
import type { ExportJob, ExportResult } from './contract.ts';
import { parityWords } from './parity-words.ts';
import { writeTable } from './word/write-table.ts';

/** The matrix of guarantees beside the draft, for the justification note or for a spreadsheet. */
export async function exportParity(
  job: ExportJob,
  { language, format, profile }: ParityOptions,
  progress: (done: number, total: number) => void,
): Promise<ExportResult> {
  const { units, meta } = job.draft;
  const { parity, facts = [] } = job;
  invariant(parity, 'the matrix is made from the matrix');
  const links = (meta.template !== undefined && parity.links[meta.template]) || {};
  const text: ParityText = {
    table: parityTable(matrixWith(parity.matrix, facts), {
      units,
      links: linksOf(units, links),
      facts: billFacts(facts, meta.id),
    }),
    bill: { units, labels: labelsOf(units, formsOf(job.forms, job.draft.meta.document)) },
    words: parityWords[language],
    acts: indexActs(job.register),
    language,
    isMarked: profile === 'internal',
  };
  progress(1, 2);
  const bytes = await bytesOf(text, format);
  progress(2, 2);
  return { bytes, notices: parityNotices(text.table, facts, language) };
}

async function bytesOf(text: ParityText, format: ParityOptions['format']): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return writeTable(parityDocument(text));
    case 'text':
      return new TextEncoder().encode(tableText(parityDocument(text)));
    case 'csv':
      return new TextEncoder().encode(parityCsv(text));
    default:
      return unreachable(format);
  }
}
