// Makes test/fixtures/traceable-facts.json from a facts file:
// `node .ci/make-traceable.mjs FACTS.json YYYY-MM-DD > test/fixtures/traceable-facts.json`, the day being the register's.
// Sums stand for the words of a fact: they cannot be mended by hand, so that what is changed in resources/ is changed in the facts first.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [factsPath, compiled] = process.argv.slice(2);
if (!factsPath || !compiled) {
  console.error('usage: node .ci/make-traceable.mjs FACTS.json YYYY-MM-DD');
  process.exit(2);
}

const services = {
  'police (internal affairs)': ['police'],
  military: ['military'],
  'military and police': ['military', 'police'],
  'fire service': ['fire'],
  'penal system': ['penal'],
  "prosecutor's office (extra comparator)": ['prosecution'],
};
const confidences = { 'verified by excerpt': 'verified', 'partly verified (see note)': 'partly' };

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const sumOf = (value) => sha256(JSON.stringify(value)).slice(0, 16);

/** Every date and numeral of some facts, without their addresses. */
function figuresOf(facts) {
  const words = JSON.stringify(facts, (key, value) => (key === 'id' || key === 'source_url' ? undefined : value));
  const numbers = [...new Set(words.match(/\d+(?:-[IVX]+)?/g))];
  return {
    dates: [...new Set(words.match(/\d{4}-\d\d-\d\d/g))].sort(),
    numbers: numbers.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)),
  };
}

/** What the facts say of each guarantee in each service, as sums; an empty list where it was looked for and not found. */
function cellsOf(guarantees) {
  const cells = {};
  for (const fact of guarantees) {
    const row = fact.category_en.replace(/ \(state of emergency\)$/, '');
    for (const service of services[fact.service]) {
      cells[row] ??= {};
      cells[row][service] ??= [];
      const confidence = confidences[fact.confidence];
      const { guarantee, act, article, what_the_excerpt_showed: shown, note } = fact;
      const sources = fact.source_url.map((source) => source.replace(/^source article .*/, 'source-article'));
      if (confidence) cells[row][service].push(sumOf([guarantee, act, article, shown, note, sources, confidence]));
    }
  }
  return cells;
}

const text = readFileSync(factsPath, 'utf8');
const facts = JSON.parse(text);
const register = spawnSync(process.execPath, [join(import.meta.dirname, 'make-register.mjs'), factsPath, compiled]);
const made = new Map(JSON.parse(String(register.stdout)).acts.map((act) => [act.id, sumOf(act)]));
const { statutes, guarantees } = facts;
const addresses = text.match(/https?:\/\/[^"\s\\]+/g);
const traceable = {
  _source:
    'Every date and numeral that the file of facts gives for each act and each guarantee, and sums of their words. Made from that file by .ci/make-traceable.mjs, not from resources/; a fact that is added to resources/ is added there first.',
  sha256: sha256(text),
  compiled,
  acts: Object.fromEntries(statutes.map((act) => [act.id, { sum: made.get(act.id), ...figuresOf(act) }])),
  guarantees: { ...figuresOf(guarantees), cells: cellsOf(guarantees) },
  sources: [...new Set(addresses)].map((address) => sumOf(address)).sort(),
};
console.log(JSON.stringify(traceable, null, 1));
