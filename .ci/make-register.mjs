// Makes resources/acts/register.json from a facts file: `node .ci/make-register.mjs FACTS.json YYYY-MM-DD > resources/acts/register.json`.
// The rules by which a fact is taken, or left out as not seen, are told in resources/acts/README.md.
import { readFileSync } from 'node:fs';

const [factsPath, compiled] = process.argv.slice(2);
if (!factsPath || !/^\d{4}-\d{2}-\d{2}$/.test(compiled ?? '')) {
  console.error('usage: node .ci/make-register.mjs FACTS.json YYYY-MM-DD');
  process.exit(2);
}

const confidences = {
  'verified by excerpt': 'verified',
  'partly verified (see note)': 'partly',
  'from general knowledge, unverified': 'unverified',
  'not verified (gap)': 'gap',
};

const types = {
  law: 'law',
  'constitutional law': 'constitutional-law',
  code: 'code',
  'resolution of the Jogorku Kenesh': 'parliament-resolution',
  'government resolution': 'government-resolution',
  'Cabinet of Ministers resolution': 'cabinet-resolution',
  'USSR act': 'ussr-act',
};

/** Read in order; the first that fits. */
const statuses = [
  [/^REPEALED|^ended /, 'repealed'],
  [/^superseded by|^replaced by/, 'replaced'],
  [/^historic/, 'historic'],
  [/^in force|^appears still in force|^seen as current/, 'in-force'],
  [/not checked/, 'unknown'],
];

/** Which act took an act's place, where the facts name it and it governs the same matter. */
const successors = {
  'penal-service-2006': 'law-enforcement-service-2019',
  'fire-safety-1996': 'fire-safety-2022',
  'fire-ensuring-2016': 'fire-safety-2022',
  'criminal-code-1997': 'criminal-code-2017',
  'criminal-code-2017': 'criminal-code-2021',
  'criminal-procedure-code-2017': 'criminal-procedure-code-2021',
  'violations-code-2017': 'offences-code-2021',
  'npa-1996': 'npa-2009',
  'jk-rules-2005': 'jk-rules-2011',
  'jk-rules-2011': 'jk-rules-2022',
};

/** Wordings that stand in a note of the facts, outside the title fields. */
const wordingsInNotes = {
  'fire-safety-2022': { ky: ['Өрт коопсуздугу жөнүндө'], ru: ['О пожарной безопасности'] },
};

/** Since when the status holds, where the facts give a day: the day of the act that ends another is not that day. */
function sinceOf(words) {
  return /^(?:REPEALED from|ended|in force from) (\d{4}-\d{2}-\d{2})/.exec(words)?.[1];
}

const enders = {
  Law: 'law',
  'Government resolution': 'government-resolution',
  'Cabinet resolution': 'cabinet-resolution',
};

/** The act that ended another, as the facts name it: type, date, number, the article where they say it, and its id when they hold it. */
function endedBy(statute, all) {
  const [, article, type, date, number] =
    /^REPEALED.*? by (?:art\. (\d+) of )?(Law|Government resolution|Cabinet resolution) (\d{4}-\d{2}-\d{2}) No\.(\S+)/.exec(
      statute.status,
    ) ?? [];
  if (!type) return undefined;
  const act = all.find((one) => one.date === date && one.number === number)?.id;
  return {
    type: mapped(enders, type, 'type', statute.id),
    date,
    number,
    ...(article && { article }),
    ...(act && { act }),
  };
}

function mapped(table, key, what, id) {
  const value = table[key];
  if (!value) throw new Error(`${id}: unknown ${what} «${key}»`);
  return value;
}

/** A title field may hold several wordings, each with a remark in brackets: `A (2016 usage); B (2008 usage)`. */
function wordings(field) {
  return (field ?? '').split(/;\s*(?=\p{Lu})/u).map((part) => {
    const remark = /\s*\(((?:[^()]*\b(?:usage|unverified|title|wording)\b[^()]*)|Жөнүндө мыйзам)\)\s*$/u.exec(part);
    return { text: remark ? part.slice(0, remark.index) : part, remark: remark?.[1] };
  });
}

/** The title that may be written into a bill: seen, or at least not called unverified, a paraphrase or another act's. */
function titleOf(statute, language) {
  const field = statute[`title_${language}`];
  const none = { title: null, others: [] };
  if (!field) return none;
  const [first, ...rest] = wordings(field);
  const unconfirmed =
    (first.remark && !/usage/.test(first.remark)) ||
    (language !== 'en' &&
      !statute.title_languages_seen.includes(language) &&
      (statute.confidence.includes('unverified') || /titles are general knowledge/.test(statute.notes ?? ''))) ||
    (language === 'en' && /^Law bringing/.test(first.text));
  const others = rest.map((wording) => wording.text);
  return unconfirmed ? { title: null, others: [first.text, ...others] } : { title: first.text, others };
}

function leftOut(statute, date, number) {
  const kept = [];
  if (statute.date && date === null) kept.push(`Date in the facts: ${statute.date}.`);
  if (statute.number && number === null) kept.push(`Number in the facts: ${statute.number}.`);
  for (const language of ['ky', 'ru', 'en']) {
    const field = statute[`title_${language}`];
    if (field && titleOf(statute, language).title !== field) kept.push(`Title (${language}) in the facts: ${field}.`);
  }
  return kept;
}

function livingSuccessor(id, byId) {
  let successor = successors[id] ?? null;
  while (successor && successors[successor]) successor = successors[successor];
  if (successor && !byId.has(successor)) throw new Error(`${id}: successor ${successor} is not in the facts`);
  return successor;
}

function actOf(statute, byId) {
  const { id } = statute;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(statute.date ?? '') ? statute.date : null;
  const number = /unverified|not seen/.test(statute.number ?? '') ? null : (statute.number ?? null);
  const titles = { ky: titleOf(statute, 'ky'), ru: titleOf(statute, 'ru'), en: titleOf(statute, 'en') };
  const otherTitles = {};
  for (const language of ['ky', 'ru', 'en']) {
    const all = [...titles[language].others, ...(wordingsInNotes[id]?.[language] ?? [])];
    if (all.length) otherTitles[language] = all;
  }
  const status = statuses.find(([pattern]) => pattern.test(statute.status))?.[1];
  if (!status) throw new Error(`${id}: unknown status «${statute.status}»`);
  const ownArticleWord = statute.structure_seen.some((line) => /(?:^|\s)\d+-статья/.test(line));
  return {
    id,
    type: mapped(types, statute.type, 'type', id),
    date,
    number,
    ...(statute.adopted_by_jogorku_kenesh ? { adopted: statute.adopted_by_jogorku_kenesh } : {}),
    title: { ky: titles.ky.title, ru: titles.ru.title, en: titles.en.title },
    titleSeen: statute.title_languages_seen.filter((language) => titles[language].title !== null),
    ...(Object.keys(otherTitles).length ? { otherTitles } : {}),
    status,
    statusDetail: statute.status,
    ...(sinceOf(statute.status) ? { since: sinceOf(statute.status) } : {}),
    ...(endedBy(statute, [...byId.values()]) ? { endedBy: endedBy(statute, [...byId.values()]) } : {}),
    statusConfidence: mapped(confidences, statute.status_confidence, 'confidence', id),
    successor: livingSuccessor(id, byId),
    databaseId: statute.cbd_id,
    amendments: statute.amendments_seen,
    structure: statute.structure_seen,
    ...(ownArticleWord ? { articleWord: 'статья' } : {}),
    note: [statute.notes, ...leftOut(statute, date, number)].filter(Boolean).join(' '),
    sources: statute.source_url,
    confidence: mapped(confidences, statute.confidence, 'confidence', id),
  };
}

const { statutes } = JSON.parse(readFileSync(factsPath, 'utf8'));
const byId = new Map(statutes.map((statute) => [statute.id, statute]));
const register = { compiled, acts: statutes.map((statute) => actOf(statute, byId)) };
process.stdout.write(`${JSON.stringify(register, null, 2)}\n`);
