import { expect, test } from 'vitest';
import { createEntrance } from '../../../electron/web-host/entrance.ts';

const sessionOf = (cookie: string): string => cookie.split(';')[0] ?? '';

test('a token holds 256 bits and is new each time', () => {
  const tokens = [createEntrance(1).token, createEntrance(1).token];
  expect(tokens.map((token) => Buffer.from(token, 'base64url').length)).toEqual([32, 32]);
  expect(tokens[0]).not.toBe(tokens[1]);
});

test('the token works once, and a wrong one does not spend it', () => {
  const entrance = createEntrance(1);
  expect(entrance.exchange('wrong')).toBe('wrong');
  expect(entrance.exchange('')).toBe('wrong');
  expect(entrance.exchange(entrance.token)).toBe('welcome');
  expect(entrance.exchange(entrance.token)).toBe('spent');
});

test('the cookie is for this port alone and out of reach of scripts and other sites', () => {
  const { cookie } = createEntrance(4321);
  expect(cookie).toMatch(/^dolboor-4321=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
});

test('only the whole cookie is known', () => {
  const entrance = createEntrance(1);
  const session = sessionOf(entrance.cookie);
  expect(entrance.isKnown(`other=1; ${session}`)).toBe(true);
  expect(entrance.isKnown(session.slice(0, -1))).toBe(false);
  expect(entrance.isKnown(`x${session}`)).toBe(false);
  expect(entrance.isKnown(entrance.token)).toBe(false);
  expect(entrance.isKnown(undefined)).toBe(false);
});
