import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { trilingual } from '../../core/base/language.ts';
import { fail, succeed } from '../../core/base/result.ts';
import type {
  Bridge,
  EventName,
  Events,
  ReplyOf,
  RequestName,
  RequestOf,
  Requests,
} from '../../core/bridge/contract.ts';
import type { Settings } from '../../core/bridge/settings.ts';
import { emptyLibrary } from '../../core/law/library.ts';

const root = path.join(import.meta.dirname, '..', '..', 'resources');

function readJson<T>(...parts: string[]): T {
  return JSON.parse(readFileSync(path.join(root, ...parts), 'utf8')) as T;
}

type Answers = { readonly [N in RequestName]?: (request: RequestOf<N>) => ReplyOf<N> | Promise<ReplyOf<N>> };

export interface FakeBridge extends Bridge {
  /** Every request made, in order. */
  readonly requests: readonly { readonly name: RequestName; readonly request: unknown }[];
  readonly emit: <N extends EventName>(name: N, event: Events[N]) => void;
}

export const fakeSettings: Settings = {
  language: 'ru',
  theme: 'light',
  author: '',
  columns: ['ky', 'ru'],
  outlineLanguage: 'writing',
  outlineWidth: 230,
  inspectorWidth: 300,
  shares: { ky: 1, ru: 1, en: 1 },
  zoom: 100,
  marks: false,
};

interface TemplateFile {
  readonly id: string;
  readonly title: Requests['templates.list']['reply'][number]['title'];
  readonly description: Requests['templates.list']['reply'][number]['description'];
  readonly leansOn: readonly string[];
}

function templates(): Requests['templates.list']['reply'] {
  return readdirSync(path.join(root, 'templates'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readJson<TemplateFile>('templates', entry.name, 'template.json'))
    .map(({ id, title, description, leansOn }) => ({
      id,
      title,
      description,
      leansOn,
      counts: { units: leansOn.length, chapters: 2, articles: 5, points: 0 },
      chapters: [trilingual((language) => `${language} 1`), trilingual((language) => `${language} 2`)],
    }));
}

/** The bridge without a host, for tests of the page: real register, forms and templates; nothing is written anywhere. */
export function createFakeBridge(answers: Answers = {}, settings: Settings = fakeSettings): FakeBridge {
  let kept = settings;
  const requests: { name: RequestName; request: unknown }[] = [];
  const listeners = new Map<EventName, Set<(event: never) => void>>();
  const usual: Answers = {
    'app.info': () => succeed({ version: '0.0.0', shell: 'loopback', platform: 'linux' }),
    'settings.read': () => succeed(kept),
    'settings.write': (change) => {
      kept = { ...kept, ...change };
      return succeed(kept);
    },
    'resources.read': () =>
      succeed({
        register: readJson('acts', 'register.json'),
        forms: readJson('forms', 'bill.json'),
        library: emptyLibrary,
      }),
    'templates.list': () => succeed(templates()),
    'recents.list': () => succeed([]),
    'recovery.list': () => succeed([]),
  };
  return {
    requests,
    request: async <N extends RequestName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> => {
      requests.push({ name, request });
      const answer = answers[name] ?? usual[name];
      return answer ? answer(request as never) : (fail({ code: 'internal' }) as ReplyOf<N>);
    },
    on: (name, listen) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listen as (event: never) => void));
      return () => set.delete(listen as (event: never) => void);
    },
    emit: (name, event) => {
      for (const listen of listeners.get(name) ?? []) listen(event as never);
    },
  };
}
