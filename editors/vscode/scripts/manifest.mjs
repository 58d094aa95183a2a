// Makes what the extension and the Neovim plugin say of the server from the server's own catalogue:
//
//     node scripts/manifest.mjs ../../.build/release/codeforge           writes the files
//     node scripts/manifest.mjs ../../.build/release/codeforge --check   names those that differ, and ends with 1
//
// Written are `catalogue.json`, `schemas/settings.json`, `schemas/review.json`, `codeforge/catalogue.lua` of the Neovim plugin, the last two
// sections of its help and the help's tags, and in `package.json` and `package.nls.json` the commands, the menus that
// show them, and the settings. All else in these is written by hand.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The extension's own commands; the server knows none of them. */
const ownCommands = [
  { name: 'codeforge.restartServer', title: 'Restart the Server' },
  { name: 'codeforge.showOutput', title: 'Show Output' },
  { name: 'codeforge.openWalkthrough', title: 'Get Started' },
  { name: 'codeforge.chooseProgram', title: 'Choose the Program…' },
  { name: 'codeforge.openDocument', title: 'Open a Document…', when: 'workspaceFolderCount != 0' },
  // Only in the menu of a job, which says whose result is meant.
  { name: 'codeforge.openResult', title: 'Open the Result', when: 'false' },
];

const ownSettings = {
  'server.path': {
    type: 'string', default: '', scope: 'machine-overridable',
    description: 'The codeforge program: an absolute path, one that begins with ~/, or a name on PATH. Empty: the one '
      + 'beside the extension, on PATH or in ~/.local/bin.',
  },
  'server.database': {
    type: 'string', default: '', scope: 'machine-overridable',
    description: 'The file that projects and jobs are kept in: an absolute path, or one that begins with ~/. Empty: the '
      + 'one in your data folder.',
  },
  'trace.server': {
    type: 'string', enum: ['messages', 'verbose'], default: 'messages', scope: 'window',
    description: "How much of the talk with the server the output shows while its log level is Trace; 'verbose' has "
      + "documents' texts in it.",
  },
};

/** Settings of the server that no editor may set: it reads them from a person's own file alone. */
const fileSettings = ['team.tokenCommand'];

const icons = {
  'codeforge.answerQuestion': '$(reply)', 'codeforge.applyResult': '$(cloud-download)',
  'codeforge.askMentor': '$(mortar-board)', 'codeforge.cancelJob': '$(debug-stop)',
  'codeforge.chooseOption': '$(check)', 'codeforge.completeStep': '$(check)', 'codeforge.nextStep': '$(arrow-right)',
  'codeforge.openDocument': '$(book)', 'codeforge.openResult': '$(go-to-file)',
  'codeforge.reviewWorkspace': '$(refresh)', 'codeforge.runPipeline': '$(add)', 'codeforge.runRoadmap': '$(add)',
  'codeforge.runPedagogy': '$(add)', 'codeforge.showChanges': '$(diff)', 'codeforge.undoJob': '$(discard)',
};

/** What the views' titles and lines offer; a command that the server does not have is left out. */
const viewMenus = {
  'view/title': [
    ['jobs', 'codeforge.runPipeline', 'workspaceFolderCount != 0', 'navigation@1'],
    ['jobs', 'codeforge.openDocument', 'workspaceFolderCount != 0', 'navigation@2'],
    ['findings', 'codeforge.reviewWorkspace', '', 'navigation@1'],
    ['roadmap', 'codeforge.nextStep', 'codeforge.hasRoadmap', 'navigation@1'],
    ['roadmap', 'codeforge.runRoadmap', 'workspaceFolderCount != 0', 'navigation@2'],
    ['choices', 'codeforge.runPedagogy', 'workspaceFolderCount != 0', 'navigation@1'],
  ],
  'view/item/context': [
    ['jobs', 'codeforge.answerQuestion', 'viewItem == job-waiting', 'inline@1'],
    ['jobs', 'codeforge.cancelJob', 'viewItem =~ /^job-(waiting|running)$/', 'inline@2'],
    ['jobs', 'codeforge.openResult', 'viewItem == job-completed', 'inline@1'],
    ['jobs', 'codeforge.showChanges', 'viewItem == job-completed', 'inline@2'],
    ['jobs', 'codeforge.applyResult', 'viewItem == job-completed', 'files@2'],
    ['jobs', 'codeforge.undoJob', 'viewItem == job-completed', 'files@3'],
    ['findings', 'codeforge.explainRule', 'viewItem == finding', 'finding@1'],
    ['roadmap', 'codeforge.completeStep', 'viewItem == step-open', 'inline@1'],
    ['choices', 'codeforge.chooseOption', 'viewItem == option-open', 'inline@1'],
  ],
};

/** When the palette shows a command: where there is what it is about. */
function when(command) {
  const kinds = new Set(command.arguments.filter((argument) => argument.required).map((argument) => argument.kind));
  const all = new Set(command.arguments.map((argument) => argument.kind));
  const clauses = [];
  if (kinds.has('document')) clauses.push('editorIsOpen');
  if (kinds.has('answers')) clauses.push('codeforge.hasWaitingJobs');
  else if (command.name === 'codeforge.cancelJob') clauses.push('codeforge.hasOpenJobs');
  else if (kinds.has('job')) clauses.push('codeforge.hasJobs');
  if (kinds.has('choice')) clauses.push('codeforge.hasChoices');
  if (/Step$/.test(command.name)) clauses.push('codeforge.hasRoadmap');
  if (all.has('project')) clauses.push('workspaceFolderCount != 0');
  return clauses.join(' && ');
}

/** The server's commands as a Lua module, each with what it cannot do without. */
function lua(commands, documents) {
  const quoted = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const need = ({ name, kind, sentence, choices }) => [
    '      {', `        name = ${quoted(name)},`, `        kind = ${quoted(kind)},`, `        sentence = ${quoted(sentence)},`,
    ...(choices ? [`        choices = { ${choices.map(quoted).join(', ')} },`] : []), '      },',
  ];
  const entry = ({ name, sentence, arguments: all }) => {
    // The buffer and what is selected in it nobody types.
    const isHere = ({ name: member, kind }) => kind === 'document' || member === 'range';
    const range = all.find(({ name: member }) => member === 'range');
    const typed = all.filter((argument) => !(argument.required && isHere(argument)) && argument !== range);
    const needs = all.filter((argument) => argument.required && argument !== range).flatMap(need);
    // What words behind a command mean that needs none.
    const isWord = ({ kind }) => kind === 'text' || kind === 'number';
    const first = typed.some((argument) => argument.required) ? undefined
      : needs.length === 0 && !range ? typed.slice(0, 1).find(isWord) : typed.find(isWord);
    return [
      '  {', `    name = ${quoted(name)},`, `    sentence = ${quoted(sentence)},`,
      ...(needs.length > 0 ? ['    needs = {', ...needs, '    },'] : ['    needs = {},']),
      ...(range ? [`    range = ${quoted(range.required ? 'needed' : 'taken')},`] : []),
      ...(first ? ['    takes = {', ...need(first).slice(1, -1).map((line) => line.slice(2)), '    },'] : []),
      '  },',
    ];
  };
  return [
    "--- The server's commands. Made by `editors/vscode/scripts/manifest.mjs`; a test compares.", 'return {',
    ...commands.flatMap(entry), `  documents = { ${documents.map(({ name }) => quoted(name)).join(', ')} },`, '}', '',
  ].join('\n');
}

/** Words in lines of at most 78 characters, each behind `indent`. */
function wrapped(text, indent) {
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && `${indent}${last} ${word}`.length <= 78) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => indent + line);
}

/** A help file's entry: its name with a tag at the right, and what it is about below. */
function helpEntry(name, tag, ...texts) {
  return [name + ' '.repeat(Math.max(1, 78 - name.length - tag.length - 2)) + `*${tag}*`,
    ...texts.filter(Boolean).flatMap((text) => wrapped(text, ' '.repeat(8))), ''];
}

/** The help file with the two sections that the server's own lists make. */
function help(text, commands, settings) {
  const about = ({ name, sentence, arguments: all }) => {
    const members = all.map(({ name: member, required, sentence: what }) =>
      `${member}${required ? '' : ' (optional)'}: ${what.replace(/\.$/, '')}`);
    return helpEntry(name, name, sentence, members.length > 0 && `Takes ${members.join('; ')}.`);
  };
  const setting = ([name, { description, enum: choices, default: value }]) =>
    helpEntry(name, `codeforge-setting-${name}`, description,
      `${choices ? `One of ${choices.join(', ')}. ` : ''}Default: ${JSON.stringify(value)}.`);
  const sections = {
    'codeforge-server-commands': commands.flatMap(about), 'codeforge-server-settings': settings.flatMap(setting),
  };
  return Object.entries(sections).reduce((all, [tag, lines]) => {
    const start = all.indexOf(`*${tag}*\n`) + tag.length + 3;
    const end = start + all.slice(start).search(/={78}\n| vim:tw/);
    return `${all.slice(0, start)}\n${lines.join('\n')}\n${all.slice(end)}`;
  }, text);
}

/** What `:helptags` makes of a help file. */
function tags(text) {
  const names = [...text.matchAll(/(?:^|\s)\*([^*\s|]+)\*(?=\s|$)/gm)].map(([, name]) => name);
  const line = (name) => `${name}\tcodeforge.txt\t/*${name.replace(/[\\/]/g, '\\$&')}*\n`;
  return names.map(line).sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right))).join('');
}

/** The generated files' texts, by their names. */
export function files(catalogue, schema, decisions, read) {
  const manifest = JSON.parse(read('package.json'));
  const words = Object.entries(JSON.parse(read('package.nls.json')))
    .filter(([key]) => !/^(command|setting)\./.test(key));
  const commands = [...catalogue.commands.map((command) => ({ ...command, when: when(command) })), ...ownCommands];

  manifest.contributes.commands = commands.map(({ name, title }) => {
    const key = `command.${name.replace('codeforge.', '')}`;
    words.push([key, title]);
    return {
      command: name, title: `%${key}%`, category: 'CodeForge', ...(icons[name] ? { icon: icons[name] } : {}),
    };
  });
  manifest.contributes.menus.commandPalette = commands.filter((command) => command.when)
    .map((command) => ({ command: command.name, when: command.when }));

  for (const [menu, entries] of Object.entries(viewMenus)) {
    manifest.contributes.menus[menu] = entries
      .filter(([, command]) => commands.some(({ name }) => name === command))
      .map(([view, command, condition, group]) =>
        ({ command, when: [`view == codeforge.${view}`, condition].filter(Boolean).join(' && '), group }));
  }

  const settings = Object.entries({ ...ownSettings, ...schema.properties })
    .filter(([name]) => !fileSettings.includes(name));
  manifest.contributes.configuration.properties = Object.fromEntries(
    settings.map(([name, { description, ...about }]) => {
      words.push([`setting.${name}`, description]);
      // What says where texts, keys and jobs go is a person's own; no folder can set it.
      const scope = /^(model|team)\./.test(name) ? { scope: 'machine' } : {};
      return [`codeforge.${name}`, { ...about, ...scope, description: `%setting.${name}%` }];
    }));
  const text = (value) => `${JSON.stringify(value, null, 2)}\n`;
  const manual = help(read('../neovim/doc/codeforge.txt'), catalogue.commands, Object.entries(schema.properties));
  return {
    'catalogue.json': text(catalogue), 'schemas/settings.json': text(schema),
    'schemas/review.json': text(decisions),
    '../neovim/lua/codeforge/catalogue.lua': lua(catalogue.commands, catalogue.documents),
    '../neovim/doc/codeforge.txt': manual, '../neovim/doc/tags': tags(manual),
    'package.json': text(manifest), 'package.nls.json': text(Object.fromEntries(words)),
  };
}

const [program, option] = process.argv.slice(2);
const ask = (...words) => JSON.parse(execFileSync(program, words, { encoding: 'utf8' }));
const read = (name) => readFileSync(join(root, name), 'utf8');
const made = files(ask('commands', '--json'), ask('settings', '--json'), ask('schema', 'review.json'), read);
for (const [name, text] of Object.entries(made)) {
  if (option !== '--check') {
    writeFileSync(join(root, name), text);
  } else if (read(name) !== text) {
    console.error(`${name} is not what the server says. Run: node scripts/manifest.mjs ${program}`);
    process.exitCode = 1;
  }
}
