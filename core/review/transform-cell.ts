import { diffArrays } from 'diff';
import { isSameJson } from '../base/same-json.ts';
import type { Operation, Path, Properties } from '../draft/operation.ts';
import { isRun } from '../draft/text.ts';
import type { Inline, TextRun } from '../draft/types.ts';
import { haveSameMarks } from './tokens.ts';

/*
 * The smallest change of the text of a cell. Citations and references that stand in both texts are posts. Between two posts the words that
 * differ are exchanged in the runs that are there, then the runs are cut, joined and marked as they are wanted, and what is new is put
 * between them. So a caret and comments stay on their words, and of a paragraph that got one word nothing else is touched.
 */

/** Properties that no change of a node sets: they make it the node that it is, or are changed as text. */
const fixed = new Set(['children', 'text', 'type', 'id', 'lang', 'unit']);

/** The change of a node's properties, if any; its text and children are not among them. */
export function setting(path: Path, before: object, after: object): readonly Operation[] {
  const [own, theirs] = [before as Properties, after as Properties];
  const names = new Set([...Object.keys(own), ...Object.keys(theirs)].filter((name) => !fixed.has(name)));
  const changed = [...names].filter((name) => !isSameJson(own[name], theirs[name]));
  if (changed.length === 0) return [];
  const side = (from: Properties): Properties => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
  return [{ type: 'set_node', path, properties: side(own), newProperties: side(theirs) }];
}

/** What makes the children of a cell those of another; `cell` is its path. */
export function childrenChange(cell: Path, before: readonly Inline[], after: readonly Inline[]): readonly Operation[] {
  const operations: Operation[] = [];
  let [own, theirs] = [0, 0];
  for (const [ownPost, theirPost] of [...sharedLinks(before, after), [before.length, after.length] as const]) {
    const wanted = after.slice(theirs, theirPost);
    const stretch = new Stretch(cell, theirs, before.slice(own, ownPost), operations);
    stretch.become(wanted);
    const [link, next] = [before[ownPost], after[theirPost]];
    if (link && next) operations.push(...setting([...cell, theirPost], link, next));
    [own, theirs] = [ownPost + 1, theirPost + 1];
  }
  return operations;
}

/** The citations and references that both texts have, in order: their places before and after. */
function sharedLinks(before: readonly Inline[], after: readonly Inline[]): readonly (readonly [number, number])[] {
  const [own, theirs] = [linksOf(before), linksOf(after)];
  const shared: [number, number][] = [];
  let [i, j] = [0, 0];
  const keys = (links: readonly Link[]): string[] => links.map(({ key }) => key);
  for (const { added, removed, count } of diffArrays(keys(own), keys(theirs))) {
    for (let n = 0; !added && !removed && n < count; n += 1) shared.push([own[i + n]?.at ?? 0, theirs[j + n]?.at ?? 0]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return shared;
}

interface Link {
  readonly at: number;
  /** Equal for two that differ in nothing that cannot be set. */
  readonly key: string;
}

function linksOf(inlines: readonly Inline[]): readonly Link[] {
  return inlines.flatMap((inline, at): readonly Link[] => {
    if (isRun(inline)) return [];
    return [{ at, key: inline.type === 'citation' ? `c ${inline.act}` : `r ${inline.target}` }];
  });
}

/** What stands between two posts, while it is made what is wanted there. */
class Stretch {
  readonly #cell: Path;
  readonly #from: number;
  readonly #inlines: Inline[];
  readonly #operations: Operation[];

  constructor(cell: Path, from: number, inlines: readonly Inline[], operations: Operation[]) {
    this.#cell = cell;
    this.#from = from;
    this.#inlines = [...inlines];
    this.#operations = operations;
  }

  become(wanted: readonly Inline[]): void {
    if (isSameJson(this.#inlines, wanted)) return;
    for (let at = this.#inlines.length - 1; at >= 0; at -= 1) if (!this.#run(at)) this.#takeOut(at);
    this.#exchangeWords(wanted.filter(isRun));
    for (const [at, inline] of wanted.entries()) {
      if (isRun(inline)) this.#shape(at, inline);
      else this.#put(at, inline);
    }
    // Nothing but empty runs is left over: the words are those that were wanted.
    while (this.#inlines.length > wanted.length) this.#takeOut(wanted.length);
  }

  #run(at: number): TextRun | undefined {
    const inline = this.#inlines[at];
    return inline && isRun(inline) ? inline : undefined;
  }

  #path(at: number): Path {
    return [...this.#cell, this.#from + at];
  }

  /** Gives the runs, whatever their marks, the words that are wanted: the beginning and the end that are the same stay. */
  #exchangeWords(wanted: readonly TextRun[]): void {
    const runs = this.#inlines.filter(isRun);
    if (runs.length === 0) return;
    const [own, theirs] = [textOf(runs), textOf(wanted)];
    const [start, end] = sharedEdges(own, theirs);
    this.#removeWords(start, own.length - end);
    const come = theirs.slice(start, theirs.length - end);
    if (come) this.#insertWords(start, come, runAt(wanted, start));
  }

  #removeWords(from: number, to: number): void {
    for (const { at, begin, run } of [...this.#places()]) {
      const [offset, end] = [Math.max(from - begin, 0), Math.min(to - begin, run.text.length)];
      if (offset >= end) continue;
      const text = run.text.slice(offset, end);
      this.#operations.push({ type: 'remove_text', path: this.#path(at), offset, text });
      this.#inlines[at] = { ...run, text: run.text.slice(0, offset) + run.text.slice(end) };
    }
  }

  /** Into a run with the marks that the words are to have, if one begins or ends there. */
  #insertWords(place: number, text: string, like: TextRun | undefined): void {
    const ends = [...this.#places()].filter(({ begin, run }) => begin <= place && place <= begin + run.text.length);
    const into = ends.find(({ run }) => like && haveSameMarks(run, like)) ?? ends[0];
    if (!into) return;
    const { at, begin, run } = into;
    const offset = place - begin;
    this.#operations.push({ type: 'insert_text', path: this.#path(at), offset, text });
    this.#inlines[at] = { ...run, text: run.text.slice(0, offset) + text + run.text.slice(offset) };
  }

  *#places(): Generator<{ readonly at: number; readonly begin: number; readonly run: TextRun }> {
    let begin = 0;
    for (const [at, inline] of this.#inlines.entries()) {
      const run = inline as TextRun;
      yield { at, begin, run };
      begin += run.text.length;
    }
  }

  /** Cuts what follows at the end of the run that is wanted here, or joins it up to there, and marks it. */
  #shape(at: number, wanted: TextRun): void {
    const length = wanted.text.length;
    while (length > 0 && this.#run(at)?.text === '' && this.#run(at + 1)) this.#takeOut(at);
    while ((this.#run(at)?.text.length ?? length) < length && this.#run(at + 1)) this.#join(at);
    const run = this.#run(at);
    if (!run) {
      this.#put(at, wanted);
      return;
    }
    if (run.text.length > length) this.#cut(at, run, length);
    this.#operations.push(...setting(this.#path(at), run, wanted));
    this.#inlines[at] = wanted;
  }

  #cut(at: number, run: TextRun, position: number): void {
    const { text, ...properties } = run;
    this.#operations.push({ type: 'split_node', path: this.#path(at), position, properties });
    this.#inlines.splice(at, 1, { ...run, text: text.slice(0, position) }, { ...run, text: text.slice(position) });
  }

  #join(at: number): void {
    const [run, next] = [this.#run(at), this.#run(at + 1)];
    if (!run || !next) return;
    const { text, ...properties } = next;
    this.#operations.push({ type: 'merge_node', path: this.#path(at + 1), position: run.text.length, properties });
    this.#inlines.splice(at, 2, { ...run, text: run.text + text });
  }

  #put(at: number, node: Inline): void {
    this.#operations.push({ type: 'insert_node', path: this.#path(at), node });
    this.#inlines.splice(at, 0, node);
  }

  #takeOut(at: number): void {
    const [node] = this.#inlines.splice(at, 1);
    if (node) this.#operations.push({ type: 'remove_node', path: this.#path(at), node });
  }
}

function textOf(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The run that holds a place. */
function runAt(runs: readonly TextRun[], place: number): TextRun | undefined {
  let begin = 0;
  return runs.find(({ text }) => {
    begin += text.length;
    return place < begin;
  });
}

/** How many code units two texts share at the beginning and, behind those, at the end. Never half a letter. */
function sharedEdges(one: string, other: string): readonly [number, number] {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  if (isHigh(one, start - 1)) start -= 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  if (isHigh(one, one.length - end - 1) && end > 0) end -= 1;
  return [start, end];
}

/** Whether the first half of a letter beyond the basic plane stands there. */
function isHigh(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at));
}
