import { type CDPSession, expect, type Page } from '@playwright/test';
import type { Language } from '../../../core/base/language.ts';
import { problemsOnPage } from './verify.ts';

/** A unit as a test compares it. */
export interface SheetUnit {
  readonly id: string;
  readonly kind: string;
  readonly ky: string;
  readonly ru: string;
  readonly en: string;
}

export interface Spot {
  readonly unit: string;
  readonly language: Language;
  readonly offset: number;
}

/** The bill on the screen, and hands at keyboard and mouse. Everything goes through the browser's own input. */
export class Sheet {
  readonly page: Page;
  readonly #url: string;
  #session: CDPSession | undefined;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.goto(`${this.#url}?${new URLSearchParams(query)}`);
    await this.page.locator('html[data-ready]').waitFor();
    await this.settled();
  }

  /**
   * Every chunk drawn, every column live or not as it should be, every frame painted, and the browser's selection taken over (Slate
   * looks at it ten times a second at most).
   */
  async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      const { parts, editor, ReactEditor } = window.editorPage;
      const { slate } = parts;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const isTakenOver = () => {
        const shown = getSelection();
        if (!shown?.rangeCount || !slate.selection || !ReactEditor.isFocused(slate)) return true;
        const range = ReactEditor.toSlateRange(slate, shown, { exactMatch: false, suppressThrow: true });
        return !range || JSON.stringify(range) === JSON.stringify(slate.selection);
      };
      const isQuiet = () =>
        slate.operations.length === 0 &&
        !document.querySelector('.draft-waiting') &&
        !document.querySelector(`.cell-off[lang="${editor.state().activeLanguage}"]`);
      let frames = 0;
      do {
        await frame();
        await frame();
        frames += 2;
        // A selection that no place of the text stands for (beside the text) is never taken over as it is.
      } while (!isQuiet() || (!isTakenOver() && frames < 20));
    });
  }

  units(): Promise<readonly SheetUnit[]> {
    return this.#read(() => {
      const { editor } = window.editorPage;
      const text = (cell: (typeof units)[number]['children'][0]) =>
        cell.children.map((inline) => ('text' in inline ? inline.text : `{${inline.type}}`)).join('');
      const { units } = editor.state();
      return units.map(({ id, kind, children: [ky, ru, en] }) => ({
        id,
        kind,
        ky: text(ky),
        ru: text(ru),
        en: text(en),
      }));
    });
  }

  async unit(id: string): Promise<SheetUnit> {
    const found = (await this.units()).find((unit) => unit.id === id);
    if (!found) throw new Error(`no unit ${id}`);
    return found;
  }

  draft(): Promise<unknown> {
    return this.#read(() => window.editorPage.editor.draft());
  }

  /** A large value comes as one string: Playwright's own way, node by node, takes a hundred times as long. */
  async #read<Value>(make: () => Value): Promise<Value> {
    const text = await this.page.evaluate(`JSON.stringify((${make})())`);
    return JSON.parse(String(text));
  }

  calls(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.editorPage.calls);
  }

  /** Both ends of the selection, first where it began. */
  selection(): Promise<readonly Spot[]> {
    return this.page.evaluate(() => {
      const { slate } = window.editorPage.parts;
      if (!slate.selection) return [];
      const units = window.editorPage.editor.state().units;
      return [slate.selection.anchor, slate.selection.focus].map(({ path, offset }) => {
        const unit = units[path[0] ?? 0];
        const cell = unit?.children[path[1] ?? 0];
        const before = cell?.children.slice(0, path[2]) ?? [];
        const length = before.reduce((sum, inline) => sum + ('text' in inline ? inline.text.length : 0), offset);
        return { unit: unit?.id ?? '', language: cell?.lang ?? 'ky', offset: length };
      });
    });
  }

  async caret(): Promise<Spot> {
    const [, focus] = await this.selection();
    if (!focus) throw new Error('no caret');
    return focus;
  }

  /** Where a character is on the screen: `offset` counts the typed letters of the cell. */
  async point(unit: string, language: Language, offset: number): Promise<{ readonly x: number; readonly y: number }> {
    const cell = this.cell(unit, language);
    await cell.scrollIntoViewIfNeeded();
    return cell.evaluate((element, wanted) => {
      const skipped = '.label, .placeholder, .citation, .reference, [data-slate-zero-width]';
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest(skipped) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      let rest = wanted;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (rest <= length) {
          const range = document.createRange();
          range.setStart(node, Math.max(0, rest - 1));
          range.setEnd(node, Math.max(1, rest));
          const box =
            rest === 0
              ? range.getBoundingClientRect()
              : (range.getClientRects()[range.getClientRects().length - 1] ?? range.getBoundingClientRect());
          return { x: rest === 0 ? box.left + 1 : box.right - 0.5, y: box.top + box.height / 2 };
        }
        rest -= length;
      }
      const box = element.getBoundingClientRect();
      return { x: box.left + 20, y: box.top + 14 };
    }, offset);
  }

  cell(unit: string, language: Language) {
    return this.page.locator(`[data-unit="${unit}"] > .cell[lang="${language}"]`);
  }

  async click(
    unit: string,
    language: Language,
    offset: number,
    options: { clickCount?: number; shift?: boolean } = {},
  ): Promise<void> {
    const { x, y } = await this.point(unit, language, offset);
    if (options.shift) await this.page.keyboard.down('Shift');
    await this.page.mouse.click(x, y, { clickCount: options.clickCount ?? 1 });
    if (options.shift) await this.page.keyboard.up('Shift');
    await this.settled();
  }

  async drag(from: Spot, to: Spot): Promise<void> {
    await this.cell(to.unit, to.language).scrollIntoViewIfNeeded();
    const a = await this.point(from.unit, from.language, from.offset);
    const b = await this.point(to.unit, to.language, to.offset);
    await this.page.mouse.move(a.x, a.y);
    await this.page.mouse.down();
    await this.page.mouse.move(b.x, b.y, { steps: 12 });
    await this.page.mouse.up();
    await this.settled();
  }

  /** The caret exactly there, by a click and the arrow keys' own start. */
  async put(unit: string, language: Language, offset: number): Promise<void> {
    await this.page.evaluate(
      ([id, column, start]) => window.editorPage.editor.goTo({ unit: id, language: column, start }),
      [unit, language, offset] as const,
    );
    await this.settled();
  }

  async select(from: Spot, to: Spot): Promise<void> {
    await this.put(from.unit, from.language, from.offset);
    await this.page.evaluate(
      ([a, b]) => {
        const { editor, parts } = window.editorPage;
        const spot = (unit: string, start: number) => {
          editor.goTo({ unit, language: a.language, start });
          return parts.slate.selection?.anchor;
        };
        const focus = spot(b.unit, b.offset);
        const anchor = spot(a.unit, a.offset);
        if (anchor && focus) parts.slate.select({ anchor, focus });
      },
      [from, to] as const,
    );
    await this.settled();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.settled();
    }
  }

  /** Types with keys of a Cyrillic layout: key presses with their letters, not inserted text. */
  async type(text: string): Promise<void> {
    const session = await this.session();
    for (const letter of text) {
      const key = { key: letter, code: codes[letter] ?? 'KeyF', text: letter, unmodifiedText: letter };
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter, code: key.code });
    }
    await this.settled();
  }

  async session(): Promise<CDPSession> {
    this.#session ??= await this.page.context().newCDPSession(this.page);
    return this.#session;
  }

  /** The laws that hold after whatever was done: rows are whole, ids are unique, and the screen shows what the draft says. */
  async expectSound(): Promise<void> {
    await this.settled();
    expect(await this.page.evaluate(problemsOnPage)).toEqual([]);
  }
}

const codes: Readonly<Record<string, string>> = { а: 'KeyF', о: 'KeyJ', т: 'KeyN', н: 'KeyY', ' ': 'Space' };
