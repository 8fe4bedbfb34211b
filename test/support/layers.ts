import path from 'node:path';

/** A file of the application, by its path from the top, with `/`. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** What each folder of core may reach besides itself: what lies below it. */
const below: Readonly<Record<string, readonly string[]>> = {
  base: [],
  draft: ['base'],
  languages: ['base', 'draft'],
  law: ['base', 'draft', 'languages'],
  review: ['base', 'draft', 'languages', 'law'],
  check: ['base', 'draft', 'languages', 'law', 'review'],
  package: ['base', 'draft', 'languages', 'law', 'review'],
  file: ['base', 'draft', 'languages', 'law', 'review', 'check', 'package'],
  word: ['base', 'draft', 'languages', 'law', 'review', 'check', 'package'],
  akn: ['base', 'draft', 'languages', 'law', 'review', 'check', 'package'],
  commands: ['base', 'draft', 'languages', 'law', 'review', 'check', 'package', 'file', 'word', 'akn'],
  bridge: ['base', 'draft', 'languages', 'law', 'review', 'check', 'package', 'file', 'word', 'akn'],
};

const electronFiles = /^electron\/((main|ipc|lifecycle|preload)\.ts|windows\/|menu\/)/;
const buildFiles = /\/vite[\w.]*\.config\.ts$/;
const userInterface = /^(react|slate)(-|\/|$)/;

/** `from '…'`, `import '…'` and `import('…')`: types count too, for a type ties two layers as firmly as a value. */
const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g;

/** Every import that a layer does not allow, as `file -> what`. */
export function findTrespasses(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ name, text }) =>
    buildFiles.test(name)
      ? []
      : [...text.matchAll(importPattern)]
          .map(([, , asked = '']) => resolve(name, asked))
          .filter((target) => !isAllowed(name, target))
          .map((target) => `${name} -> ${target}`),
  );
}

/** A file by its path from the top, a package by its name. */
function resolve(from: string, asked: string): string {
  return asked.startsWith('.') ? path.posix.join(path.posix.dirname(from), asked) : asked;
}

function isAllowed(from: string, target: string): boolean {
  const [layer = '', folder = ''] = from.split('/');
  const [targetLayer = '', targetFolder = ''] = target.split('/');
  const isPackage =
    !['core', 'electron', 'renderer', 'locales', 'resources', 'test'].includes(targetLayer) || target === 'electron';
  if (from === 'electron/preload.ts')
    return ['electron', 'core/bridge/channels.ts', 'core/bridge/contract.ts'].includes(target);
  if (target === 'electron') return electronFiles.test(from);
  if (target.startsWith('node:')) return layer === 'electron';
  if (isPackage) return layer === 'renderer' || !userInterface.test(target);
  if (targetLayer === 'test') return false;
  switch (layer) {
    case 'core':
      return targetLayer === 'core' && (folder === targetFolder || (below[folder] ?? []).includes(targetFolder));
    case 'electron':
      return ['core', 'electron', 'locales'].includes(targetLayer);
    case 'renderer':
      return ['core', 'renderer', 'locales'].includes(targetLayer);
    default:
      return false;
  }
}
