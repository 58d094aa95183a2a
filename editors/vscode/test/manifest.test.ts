import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { after, before, test } from 'node:test';
import { catalogue, resultDocument } from '../src/catalogue';
import { ownCommands } from '../src/ownCommands';
import { ownSettings } from '../src/settings';
import { extensionFolder, Window } from './support/window';

const read = (name: string) => readFileSync(path.join(extensionFolder, name), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;
const contributed: string[] = contributes.commands.map(({ command }: { command: string }) => command);
const window = new Window();

before(async () => { await window.open(); });
after(() => window.close());

/** Files below a folder of the extension. */
function filesIn(folder: string): string[] {
  return readdirSync(path.join(extensionFolder, folder)).flatMap((name) =>
    name.includes('.') ? [`${folder}/${name}`] : filesIn(`${folder}/${name}`));
}

test('every command of the server is contributed and registered, and so is each of the extension', () => {
  const server = window.active.server.commands;
  assert(server.length > 20);
  assert.deepEqual([...server].sort(), catalogue.commands.map(({ name }) => name).sort());
  assert.deepEqual([...contributed].sort(), [...server, ...Object.keys(ownCommands)].sort());
  assert.deepEqual([...window.editor.registered.keys()].sort(), [...contributed].sort());
});

test('the extension and the server have no command of the same name', () => {
  assert.deepEqual(Object.keys(ownCommands).filter((name) => window.active.server.commands.includes(name)), []);
});

test('menus, walkthrough and welcomes run commands that are contributed, in views that are', () => {
  const views: string[] = contributes.views.codeforge.map(({ id }: { id: string }) => id);
  assert.deepEqual([...window.editor.views.keys()].sort(), [...views].sort());
  for (const [menu, entries] of Object.entries<any[]>(contributes.menus)) {
    for (const { command, when } of entries) {
      assert(contributed.includes(command), `${menu}: ${command}`);
      const view = /view == ([\w.]+)/.exec(when)?.[1];
      if (menu.startsWith('view/')) assert(views.includes(view ?? ''), `${menu}: ${when}`);
    }
  }
  for (const { view } of contributes.viewsWelcome) assert(views.includes(view));
  const words = Object.values<string>(JSON.parse(read('package.nls.json'))).join('\n');
  for (const [, command] of words.matchAll(/\(command:([\w.]+)\)/g)) {
    assert(contributed.includes(command ?? '') || command === 'vscode.openFolder', command);
  }
  const events = contributes.walkthroughs.flatMap(({ steps }: any) => steps).flatMap((step: any) => step.completionEvents);
  for (const event of events) {
    const command = /^onCommand:(.*)$/.exec(event)?.[1];
    if (command) assert(contributed.includes(command), event);
  }
});

test('what menus and the palette ask for is what the extension sets', () => {
  const source = filesIn('src').map(read).join('\n');
  const clauses = [...Object.values<any[]>(contributes.menus).flat(), ...contributes.viewsWelcome]
    .map(({ when }) => when as string);
  const steps = contributes.walkthroughs.flatMap((walkthrough: any) => walkthrough.steps);
  clauses.push(...steps.flatMap(({ completionEvents }: any) => completionEvents));
  for (const [name] of clauses.join(' ').matchAll(/codeforge\.(?:has|is)\w+/g)) assert(source.includes(`'${name}'`), name);
  for (const [, kinds] of clauses.join(' ').matchAll(/viewItem (?:==|=~) (\S+)/g)) {
    const names = /^\/\^job-\((.*)\)\$\/$/.exec(kinds ?? '')?.[1]?.split('|').map((name) => `job-${name}`) ?? [kinds];
    for (const name of names) assert(source.includes(`'${name}'`) || name === 'job-completed', name);
  }
});

test('settings are those of the server and the three of the extension, and paths are restricted', () => {
  const names = Object.keys(contributes.configuration.properties);
  const server = Object.entries<any>(JSON.parse(read('schemas/settings.json')).properties)
    // One that the server does not take from an editor would be shown, and do nothing.
    .filter(([, { description }]) => !/read from your own config\.json alone/.test(description)).map(([name]) => name);
  assert.deepEqual([...names].sort(), [...server, ...ownSettings].map((name) => `codeforge.${name}`).sort());
  assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations,
    ['codeforge.server.path', 'codeforge.server.database']);
  for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) {
    assert.equal(contributes.configuration.properties[name].scope, 'machine-overridable');
  }
  for (const name of names.filter((key) => /^codeforge\.(model|team)\./.test(key))) {
    assert.equal(contributes.configuration.properties[name].scope, 'machine', name);
  }
});

test('nobody is asked to write down what only a program can: of such values the selection alone is required', () => {
  const objects = catalogue.commands.flatMap(({ arguments: all }) => all)
    .filter(({ kind, required }) => required && kind === 'object').map(({ name }) => name);
  assert.deepEqual([...new Set(objects)], ['range']);
});

test('every agent that can be started has a document that shows its result', () => {
  const agents = catalogue.commands.find(({ name }) => name === 'codeforge.runAgent')?.arguments[0]?.choices ?? [];
  for (const agent of [...agents, 'pipeline']) {
    assert(catalogue.documents.some(({ name }) => name === resultDocument[agent]), agent);
  }
});

test('every text that is shown can be translated', () => {
  const base = JSON.parse(read('package.nls.json'));
  for (const [, key] of read('package.json').matchAll(/"%([\w.]+)%"/g)) assert(base[key ?? ''], key);
  const used = new Set<string>();
  for (const file of filesIn('src')) {
    const text = read(file);
    for (const [, quote] of text.matchAll(/l10n\.t\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g)) {
      used.add((quote ?? '').slice(1, -1).replace(/\\(.)/g, '$1'));
    }
    assert.equal([...text.matchAll(/l10n\.t\(/g)].length, [...text.matchAll(/l10n\.t\(\s*['"]/g)].length, file);
  }
  const bundle = JSON.parse(read('l10n/bundle.l10n.json'));
  assert.deepEqual(Object.keys(bundle).sort(), [...used].sort());
});

test('files that the manifest names exist, and the icon is large enough', () => {
  const named = [...read('package.json').matchAll(/"\.?\/?((?:media|schemas|l10n)[\w./-]*)"/g)].map(([, file]) => file ?? '');
  assert(named.length > 8);
  for (const file of named) assert(existsSync(path.join(extensionFolder, file)), file);
  // A PNG's width in pixels.
  const icon = readFileSync(path.join(extensionFolder, manifest.icon));
  assert((icon[18] ?? 0) * 256 + (icon[19] ?? 0) >= 128);
  assert.equal(manifest.version, window.client.initializeResult?.serverInfo?.version);
});
