import { newDraftFile } from '../../../electron/files/documents.ts';
import { packDraft } from '../../../electron/files/package-file.ts';
import { fixedPorts, generateBill } from '../builder.ts';

// Run as a process of its own, under another time zone: prints a package for its parent to compare.
process.stdout.write(Buffer.from(packDraft(newDraftFile(generateBill({ articles: 3 }), fixedPorts()))).toString('hex'));
