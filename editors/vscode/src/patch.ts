/**
 * Applies a unified diff, as `diff -u` writes it for one file, to the text that it was made on.
 *
 * Format: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 *
 * @returns The new text; undefined where the text is another one than that.
 */
export function patched(text: string, diff: string): string | undefined {
  // Each line with its end: the last may have none.
  const old = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let place = 0;
  for (const hunk of hunks(diff)) {
    if (hunk.start < place || hunk.start > old.length) return undefined;
    result.push(...old.slice(place, hunk.start));
    place = hunk.start;
    for (const [mark, line] of hunk.lines) {
      if (mark !== '+' && old[place++] !== line) return undefined;
      if (mark !== '-') result.push(line);
    }
  }
  return [...result, ...old.slice(place)].join('');
}

interface Hunk {
  /** The first line of the old text that it is about, counted from 0. */
  readonly start: number;
  readonly lines: [mark: string, line: string][];
}

function hunks(diff: string): Hunk[] {
  const found: Hunk[] = [];
  for (const line of diff.split('\n')) {
    const head = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@/.exec(line);
    const lines = found[found.length - 1]?.lines;
    const last = lines?.[lines.length - 1];
    if (head) {
      // A hunk without old lines names the line that it follows.
      found.push({ start: Number(head[1]) - (head[2] === '0' ? 0 : 1), lines: [] });
    } else if (/^[ +-]/.test(line) && lines) {
      lines.push([line.charAt(0), `${line.slice(1)}\n`]);
    } else if (line.startsWith('\\') && last) {
      last[1] = last[1].slice(0, -1);
    }
  }
  return found;
}
