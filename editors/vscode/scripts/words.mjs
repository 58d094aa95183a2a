// Writes `l10n/bundle.l10n.json`, the texts that the code shows, from the code: node scripts/words.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = new Set();

for (const name of readdirSync(join(root, 'src'), { recursive: true })) {
  if (!name.endsWith('.ts')) continue;
  const source = readFileSync(join(root, 'src', name), 'utf8');
  for (const [, quote] of source.matchAll(/l10n\.t\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g)) {
    words.add(quote.slice(1, -1).replace(/\\(.)/g, '$1'));
  }
}
const bundle = Object.fromEntries([...words].sort().map((text) => [text, text]));
writeFileSync(join(root, 'l10n/bundle.l10n.json'), `${JSON.stringify(bundle, null, 2)}\n`);
