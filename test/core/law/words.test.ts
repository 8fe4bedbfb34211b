import { describe, expect, test } from 'vitest';
import { actStatusMark } from '../../../core/law/status.ts';
import { actTypes, confidences } from '../../../core/law/types.ts';
import en from '../../../locales/en/law.json' with { type: 'json' };
import ky from '../../../locales/ky/law.json' with { type: 'json' };
import ru from '../../../locales/ru/law.json' with { type: 'json' };
import { index } from './register.ts';

function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}/${key}`));
}

describe('the words for statutes', () => {
  test('are the same keys in the three languages, none of them empty', () => {
    expect(keysOf(ky)).toEqual(keysOf(ru));
    expect(keysOf(en)).toEqual(keysOf(ru));
    expect(JSON.stringify([ky, ru, en])).not.toContain('""');
  });

  test('name every status, confidence and type that an act can have', () => {
    const codes = [...new Set(index.acts.map((act) => actStatusMark(act).code))];
    expect(codes.filter((code) => !(code in ru.status && code in ru.statusDetail))).toEqual([]);
    expect(confidences.filter((name) => !(name in ru.confidence && name in ru.confidenceDetail))).toEqual([]);
    expect(actTypes.filter((name) => !(name in ru.type))).toEqual([]);
  });
});
