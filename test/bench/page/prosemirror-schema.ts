import { Schema } from 'prosemirror-model';
import type { Language } from '../../../core/base/language.ts';

export type BillSchema = Schema<'doc' | 'article' | 'row' | 'cell' | 'text', 'remark'>;

/**
 * Rows of cells, grouped by articles: an article is the box that the browser skips while it is out of sight. One box for every row
 * costs ProseMirror three times as much.
 */
export function billSchema(languages: readonly Language[], live: Language): BillSchema {
  return new Schema({
    nodes: {
      doc: { content: 'article+' },
      article: { content: 'row+', toDOM: () => ['div', { class: 'peer-article' }, 0] },
      row: {
        content: languages.map(() => 'cell').join(' '),
        attrs: { id: { default: '' }, kind: { default: 'part' }, number: { default: '' } },
        toDOM: ({ attrs }) => {
          const { id, kind, number } = attrs as Record<'id' | 'kind' | 'number', string>;
          return ['div', { class: `peer-unit peer-${kind}`, 'data-unit': id, 'data-number': number }, 0];
        },
      },
      cell: {
        content: 'text*',
        isolating: true,
        attrs: { lang: { default: live } },
        toDOM: ({ attrs }) => {
          const { lang } = attrs as Record<'lang', string>;
          return ['div', { class: 'peer-cell', lang, ...(lang !== live && { contenteditable: 'false' }) }, 0];
        },
      },
      text: {},
    },
    marks: {
      remark: { attrs: { id: {} }, excludes: '', toDOM: () => ['span', { class: 'peer-remark' }, 0] },
    },
  });
}
