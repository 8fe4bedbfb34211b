import {
  BookmarkEnd,
  BookmarkStart,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  HighlightColor,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import type { Language } from '../../../core/base/language.ts';
import type { WordDocument, WordParagraph, WordRun } from '../../../core/word/document.ts';
import { blankStyle, languageTags, styleId } from './styles.ts';

/** Makes the paragraphs of one document; keeps count of the bookmarks, whose numbers must not repeat. */
export type ParagraphMaker = (paragraph: WordParagraph) => Paragraph;

export function createParagraphMaker(document: WordDocument): ParagraphMaker {
  const names = new Set<string>();
  return (paragraph) => {
    const children = paragraph.runs.flatMap((run) => runChildren(run, paragraph.language, document.marksBlanks));
    const name = bookmarkName(paragraph);
    const isNamed = name !== undefined && children.length > 0 && !names.has(name.toLowerCase());
    if (isNamed) names.add(name.toLowerCase());
    const bookmark = names.size;
    const made = new Paragraph({
      style: styleId(paragraph.style, document.hasSections),
      // An empty cell still has a paragraph mark, which has a language.
      ...(children.length === 0 && { run: { language: { value: languageTags[paragraph.language] } } }),
    });
    // The library's own bookmark numbers itself from a counter that outlives the document; two exports would differ.
    if (isNamed) made.addChildElement(new BookmarkStart(name, bookmark));
    for (const child of children) made.addChildElement(child);
    if (isNamed) made.addChildElement(new BookmarkEnd(bookmark));
    return made;
  };
}

/**
 * A provision's bookmark: the language and the unit's id, so that a returned document can be laid beside the draft. A bookmark's
 * name has no hyphen, at most 40 characters and ignores case; an id that does not fit goes without one.
 */
function bookmarkName({ unit, language }: WordParagraph): string | undefined {
  const name = unit && `${language}_${unit.replaceAll('-', '_')}`;
  return name && name.length <= 40 ? name : undefined;
}

function runChildren(
  run: WordRun,
  language: Language,
  marksBlanks: boolean,
): readonly (TextRun | CommentRangeStart | CommentRangeEnd)[] {
  return [
    ...(run.opens ?? []).map((comment) => new CommentRangeStart(comment)),
    ...textRuns(run, language, marksBlanks),
    ...(run.closes ?? []).flatMap((comment) => [
      new CommentRangeEnd(comment),
      new TextRun({ children: [new CommentReference(comment)] }),
    ]),
  ];
}

/** One run for each line of the text: a line break is an element of its own, which a run has before its text. */
function textRuns(run: WordRun, language: Language, marksBlanks: boolean): readonly TextRun[] {
  return run.text.split('\n').map(
    (line, i) =>
      new TextRun({
        ...(run.blank && { style: blankStyle }),
        ...(run.blank && marksBlanks && { highlight: HighlightColor.YELLOW }),
        ...(run.bold && { bold: true }),
        ...(run.italic && { italics: true }),
        ...(run.superscript && { superScript: true }),
        language: { value: languageTags[language] },
        ...(i > 0 && { break: 1 }),
        children: line.split(/(\t)/).map((piece) => (piece === '\t' ? new Tab() : piece)),
      }),
  );
}
