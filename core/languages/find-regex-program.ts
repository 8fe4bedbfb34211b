import type { CharacterTest, Edge, RegexNode } from './find-regex-parse.ts';

/** A step of the program that a regular expression becomes; see `find-regex.ts`. */
export type Instruction =
  | { readonly does: 'take'; readonly test: CharacterTest }
  | { readonly does: 'fork'; readonly first: number; readonly second: number }
  | { readonly does: 'jump'; readonly to: number }
  | { readonly does: 'note'; readonly slot: number }
  | { readonly does: 'check'; readonly edge: Edge }
  | { readonly does: 'end' };

/** The program of a tree; it always stands at `end` when the whole expression is met. */
export function writeProgram(tree: RegexNode): readonly Instruction[] {
  const program: Instruction[] = [];
  write(program, tree);
  program.push({ does: 'end' });
  return program;
}

/** How many instructions a tree becomes; counted first, since {1000} within {1000} is soon written and never carried out. */
export function sizeOf(node: RegexNode): number {
  switch (node.type) {
    case 'sequence':
      return node.items.reduce((sum, item) => sum + sizeOf(item), 0);
    case 'choice':
      return node.options.reduce((sum, item) => sum + sizeOf(item) + 2, 0);
    case 'repeat': {
      const times = Number.isFinite(node.max) ? node.max : node.min + 1;
      return (sizeOf(node.item) + 2) * Math.max(times, 1);
    }
    case 'group':
      return sizeOf(node.item) + 2;
    case 'character':
    case 'edge':
      return 1;
  }
}

function write(program: Instruction[], node: RegexNode): void {
  switch (node.type) {
    case 'character':
      program.push({ does: 'take', test: node.test });
      return;
    case 'edge':
      program.push({ does: 'check', edge: node.edge });
      return;
    case 'sequence':
      for (const item of node.items) write(program, item);
      return;
    case 'group':
      if (node.index !== undefined) program.push({ does: 'note', slot: node.index * 2 - 2 });
      write(program, node.item);
      if (node.index !== undefined) program.push({ does: 'note', slot: node.index * 2 - 1 });
      return;
    case 'choice':
      writeChoice(program, node.options);
      return;
    case 'repeat':
      writeRepeat(program, node);
  }
}

function writeChoice(program: Instruction[], options: readonly RegexNode[]): void {
  const jumps: number[] = [];
  options.forEach((option, i) => {
    const isLast = i === options.length - 1;
    const fork = isLast ? -1 : program.push({ does: 'jump', to: 0 }) - 1;
    write(program, option);
    if (isLast) return;
    jumps.push(program.push({ does: 'jump', to: 0 }) - 1);
    program[fork] = { does: 'fork', first: fork + 1, second: program.length };
  });
  for (const jump of jumps) program[jump] = { does: 'jump', to: program.length };
}

function writeRepeat(program: Instruction[], { item, min, max, isLazy }: RegexNode & { type: 'repeat' }): void {
  for (let time = 0; time < min; time += 1) write(program, item);
  const forks: number[] = [];
  const optional = Number.isFinite(max) ? max - min : 1;
  for (let time = 0; time < optional; time += 1) {
    forks.push(program.push({ does: 'jump', to: 0 }) - 1);
    write(program, item);
  }
  const [loop] = forks;
  if (!Number.isFinite(max) && loop !== undefined) program.push({ does: 'jump', to: loop });
  const after = program.length;
  for (const fork of forks) {
    const [first, second] = isLazy ? [after, fork + 1] : [fork + 1, after];
    program[fork] = { does: 'fork', first, second };
  }
}
