import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findTrespasses, type SourceFile } from './support/layers.ts';

const root = path.join(import.meta.dirname, '..');

function sources(folder: string): SourceFile[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));
}

const files = ['core', 'electron', 'renderer'].flatMap(sources);

test('every file is looked at', () => expect(files.length).toBeGreaterThan(50));

test('nothing imports across the layers', () => expect(findTrespasses(files)).toEqual([]));

describe('a file that reaches where it must not is found:', () => {
  test.each([
    ['core/draft/x.ts', "import { a } from '../law/acts.ts';"],
    ['core/law/x.ts', "export { a } from '../review/x.ts';"],
    ['core/base/x.ts', "import type { A } from '../draft/types.ts';"],
    ['core/word/x.ts', "const a = await import('../file/x.ts');"],
    ['core/check/x.ts', "import { a } from '../package/x.ts';"],
    ['core/law/x.ts', "import { app } from 'electron';"],
    ['core/law/x.ts', "import fs from 'node:fs';"],
    ['core/law/x.ts', "import data from '../../resources/acts/register.json';"],
    ['core/law/x.ts', "import words from '../../locales/ky/law.json';"],
    ['core/law/x.ts', "import { x } from '../../renderer/x.ts';"],
    ['renderer/x.ts', "import { x } from '../electron/ipc.ts';"],
    ['renderer/panels/x.tsx', "import {\n  x,\n  y,\n} from '../../electron/ipc.ts';"],
    ['renderer/x.ts', "import path from 'node:path';"],
    ['electron/files/x.ts', "import { x } from '../../renderer/x.ts';"],
    ['electron/services/x.ts', "import { app } from 'electron';"],
    ['electron/services/x.ts', "import React from 'react';"],
    ['electron/preload.ts', "import { x } from '../core/base/result.ts';"],
    ['electron/preload.ts', "import { x } from './messages.ts';"],
    ['electron/preload.ts', "import { z } from 'zod';"],
    ['electron/x.ts', "import { x } from '../test/support/x.ts';"],
  ])('%s: %s', (name, text) => {
    expect(findTrespasses([{ name, text }])).toHaveLength(1);
  });

  test('and what is allowed is let through', () => {
    const allowed: SourceFile[] = [
      { name: 'core/law/x.ts', text: "import { a } from '../draft/types.ts';\nimport { b } from './acts.ts';" },
      { name: 'core/word/x.ts', text: "import { a } from '../package/x.ts';" },
      { name: 'electron/windows/x.ts', text: "import { app } from 'electron';\nimport path from 'node:path';" },
      { name: 'electron/preload.ts', text: "import { r } from '../core/bridge/channels.ts';" },
      {
        name: 'renderer/x.tsx',
        text: "import { useState } from 'react';\nimport { a } from '../core/draft/types.ts';",
      },
      { name: 'renderer/vite.config.ts', text: "import { fileURLToPath } from 'node:url';" },
    ];
    expect(findTrespasses(allowed)).toEqual([]);
  });
});
