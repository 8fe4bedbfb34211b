import { createInstance } from 'i18next';
import type { Language } from '../../core/base/language.ts';
import type { Notice } from '../../core/base/notice.ts';
import type { SayTrail } from '../../core/file/trail-words.ts';
import enAudit from '../../locales/en/audit.json' with { type: 'json' };
import enCheck from '../../locales/en/check.json' with { type: 'json' };
import enCli from '../../locales/en/cli.json' with { type: 'json' };
import enDamage from '../../locales/en/damage.json' with { type: 'json' };
import enFile from '../../locales/en/file.json' with { type: 'json' };
import enImport from '../../locales/en/import.json' with { type: 'json' };
import enParity from '../../locales/en/parity.json' with { type: 'json' };
import enWord from '../../locales/en/word.json' with { type: 'json' };
import kyAudit from '../../locales/ky/audit.json' with { type: 'json' };
import kyCheck from '../../locales/ky/check.json' with { type: 'json' };
import kyCli from '../../locales/ky/cli.json' with { type: 'json' };
import kyDamage from '../../locales/ky/damage.json' with { type: 'json' };
import kyFile from '../../locales/ky/file.json' with { type: 'json' };
import kyImport from '../../locales/ky/import.json' with { type: 'json' };
import kyParity from '../../locales/ky/parity.json' with { type: 'json' };
import kyWord from '../../locales/ky/word.json' with { type: 'json' };
import ruAudit from '../../locales/ru/audit.json' with { type: 'json' };
import ruCheck from '../../locales/ru/check.json' with { type: 'json' };
import ruCli from '../../locales/ru/cli.json' with { type: 'json' };
import ruDamage from '../../locales/ru/damage.json' with { type: 'json' };
import ruFile from '../../locales/ru/file.json' with { type: 'json' };
import ruImport from '../../locales/ru/import.json' with { type: 'json' };
import ruParity from '../../locales/ru/parity.json' with { type: 'json' };
import ruWord from '../../locales/ru/word.json' with { type: 'json' };
import type { Refusal } from './outcome.ts';

/** The sentences of the command in one language. */
export interface CliMessages {
  readonly language: Language;
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  /** Why something was refused; a code with an area (`import.pdf`) has its sentence there. */
  readonly refusal: (refusal: Pick<Refusal, 'code' | 'params'>) => string;
  /** The sentence of a notice; its code alone where the command does not know the area. */
  readonly notice: (notice: Notice) => string;
  /** What an entry of the audit trail says. */
  readonly trail: SayTrail;
}

const translator = createInstance();
// All words are at hand, so this is done when it returns.
void translator.init({
  initAsync: false,
  lng: 'ru',
  fallbackLng: false,
  interpolation: { escapeValue: false },
  resources: {
    ky: {
      translation: {
        audit: kyAudit,
        check: kyCheck,
        cli: kyCli,
        damage: kyDamage,
        word: kyWord,
        file: kyFile,
        import: kyImport,
        parity: kyParity,
      },
    },
    ru: {
      translation: {
        audit: ruAudit,
        check: ruCheck,
        cli: ruCli,
        damage: ruDamage,
        word: ruWord,
        file: ruFile,
        import: ruImport,
        parity: ruParity,
      },
    },
    en: {
      translation: {
        audit: enAudit,
        check: enCheck,
        cli: enCli,
        damage: enDamage,
        word: enWord,
        file: enFile,
        import: enImport,
        parity: enParity,
      },
    },
  },
});

export function cliMessages(language: Language): CliMessages {
  const translate = translator.getFixedT(language);
  return {
    language,
    say: (key, params) => translate(`cli.${key}`, params ?? {}),
    refusal: ({ code, params }) => {
      const [area, name] = code.includes('.') ? code.split('.', 2) : ['cli', code];
      return translate(`${area}.refusals.${name}`, params ?? {});
    },
    trail: (key, params, otherwise) => translate(`audit.${key}`, { ...params, defaultValue: otherwise }),
    notice: ({ code, params, place }) => {
      const [area, name] = code.split('.', 2);
      return translate(`${area}.notices.${name}`, { place: place?.unit, ...params, defaultValue: code });
    },
  };
}
