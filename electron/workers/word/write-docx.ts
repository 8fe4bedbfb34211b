import { Packer } from 'docx';
import type { WordDocument } from '../../../core/word/document.ts';
import { buildDocument } from './build-document.ts';
import { finishPackage } from './finish-package.ts';

/** The steps that `onStep` is told of, for whoever shows progress. */
export const docxSteps = 3;

/** The bytes of a `.docx`. Works for seconds on a large bill without a pause: call it in a worker. */
export async function writeDocx(document: WordDocument, onStep: () => void = () => undefined): Promise<Uint8Array> {
  const built = buildDocument(document);
  onStep();
  const written = await Packer.pack(built, 'uint8array');
  onStep();
  const bytes = finishPackage(written, document);
  onStep();
  return bytes;
}
