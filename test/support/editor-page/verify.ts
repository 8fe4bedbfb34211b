/**
 * What is wrong on the page, at most a few lines of it. Runs in the page, so it uses nothing from here.
 */
export function problemsOnPage(): readonly string[] {
  const { editor, parts } = window.editorPage;
  const { units, activeLanguage } = editor.state();
  const problems: string[] = [];
  const rows = [...document.querySelectorAll<HTMLElement>('.unit')];
  const wordsOf = (element: Element): string => {
    const copy = element.cloneNode(true) as Element;
    for (const extra of copy.querySelectorAll('.label, .placeholder, .told')) extra.remove();
    return (copy.textContent ?? '').replaceAll('\uFEFF', '');
  };
  if (new Set(units.map((unit) => unit.id)).size !== units.length) problems.push('an id occurs twice');
  if (parts.session.repairs > 0) problems.push('the safety net had to act');
  if (rows.length !== units.length) problems.push(`${rows.length} rows for ${units.length} units`);
  rows.forEach((row, i) => {
    const unit = units[i];
    if (!unit || row.dataset.unit !== unit.id) {
      problems.push(`row ${i} is ${row.dataset.unit}, unit ${unit?.id}`);
      return;
    }
    if (unit.children.map((cell) => cell.lang).join() !== 'ky,ru,en') problems.push(`${unit.id} has other cells`);
    for (const element of row.querySelectorAll<HTMLElement>(':scope > .cell')) {
      const cell = unit.children.find((each) => each.lang === element.lang);
      const text = (cell?.children ?? [])
        .map((inline) => ('text' in inline ? inline.text : parts.derived.textOf(inline, element.lang as 'ky', unit.id)))
        .join('');
      if (wordsOf(element) !== text) problems.push(`${unit.id} ${element.lang}: «${wordsOf(element)}» for «${text}»`);
      if (element.isContentEditable !== (element.lang === activeLanguage))
        problems.push(`${unit.id} ${element.lang}: live or not`);
    }
  });
  for (const point of parts.slate.selection ? [parts.slate.selection.anchor, parts.slate.selection.focus] : []) {
    const cell = units[point.path[0] ?? -1]?.children[point.path[1] ?? -1];
    if (cell?.lang !== activeLanguage) problems.push(`the selection is in ${cell?.lang}`);
  }
  return problems.slice(0, 5);
}
