--- What becomes of a person's own files when agents write in their folder, by keys; each returns what they see.
local driver = require('driver')
local typist = require('typist')

local M = {}

local function text_of(path)
  local file = io.open(path)
  if not file then
    return ''
  end
  local text = file:read('*a')
  file:close()
  return text
end

--- The texts of files, by path; empty where there is none.
local function texts(paths)
  local found = {}
  for _, path in ipairs(paths) do
    found[path] = text_of(path)
  end
  return found
end

local function git(...)
  local output = vim.fn.system({ 'git', '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ... })
  assert(vim.v.shell_error == 0, output)
end

--- Runs a command of the program in the folder.
local function codeforge(...)
  local command = { vim.env.CODEFORGE_BIN, ... }
  vim.list_extend(command, { '--database', vim.env.CODEFORGE_DATABASE })
  return vim.fn.system(command)
end

--- Starts a pipeline by keys and takes the first option of its question; waits until what came of it is told.
local function run_pipeline(editor)
  editor:type(':CodeForgePipeline A CRM for dog walkers\r')
  driver.wait_for('the question', function()
    return text_of('.codeforge/questions.md'):find('\nAnswer:', 1, true) ~= nil
  end)
  editor:pick(':CodeForge answer\r', '1\r')
  return editor:wait_for_message('Brought in ')
end

--- Waits until the server has looked at the folder and offered what there is to offer.
local function wait_until_mirrored(editor)
  driver.wait_for('the mirror', function()
    local status = editor:request('codeforge/debug/status')
    return status.mirrors[1] ~= nil and status.mirrors[1].state == 'mirrored'
  end)
  editor:request('codeforge/job/list')
end

--- Own files in the way of a pipeline stay; the agent's text that was discarded with its buffer stays away, and so does
--- what was taken back with git.
function M.own_files()
  vim.fn.writefile({ '# Mine', '', 'By hand.' }, 'README.md')
  vim.fn.writefile({ '{ "name": "mine" }' }, 'package.json')
  vim.fn.mkdir('src/lib', 'p')
  vim.fn.writefile({ 'export type Mine = 1' }, 'src/lib/types.ts')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Mine')
  vim.fn.writefile({ '{ "name": "mine", "private": true }' }, 'package.json')
  local paths = { 'README.md', 'package.json', 'src/lib/types.ts', 'api/shop/suppliers.py' }
  local own = texts(paths)

  local editor = typist.start('plugin', 'README.md')
  local told = run_pipeline(editor)
  local seen = { stays = vim.deep_equal(texts(paths), own), is_modified = editor:lua('return vim.bo.modified') }
  local waiting = told:match('Not brought in: (.*)') or ''
  seen.names = waiting:find('README.md', 1, true) ~= nil and waiting:find('package.json', 1, true) ~= nil
  -- The second button brings in all; what the buffer shows is not saved.
  editor:pick(':CodeForge apply\r', '2\r')
  driver.wait_for("the agent's text in the buffer", function()
    return editor:lines()[1] ~= '# Mine'
  end)
  seen.is_on_disk = text_of('README.md') ~= own['README.md']
  editor:quit(':qa!\r')

  local later = typist.start('plugin', 'README.md')
  wait_until_mirrored(later)
  seen.discarded = { later:lines()[1], text_of('README.md') == own['README.md'] }
  later:quit(':qa!\r')

  git('checkout', '--quiet', '.')
  git('clean', '--quiet', '--force', '-d', 'src', 'db')
  local last = typist.start('plugin', 'README.md')
  wait_until_mirrored(last)
  seen.page = vim.fn.filereadable('src/app/page.tsx')
  seen.package = text_of('package.json')
  last:quit(':qa!\r')
  return seen
end

--- A new file that was not saved when a pipeline wrote one of its name: what was typed stays, saved or not.
function M.new_unsaved_file()
  vim.fn.delete('README.md')
  local editor = typist.start('plugin', 'README.md')
  editor:type('iTyped and not saved.')
  editor:leave_insert_mode()
  run_pipeline(editor)
  local seen = { typed = editor:lines(), is_there = vim.fn.filereadable('README.md') }
  editor:type(':w\r')
  driver.wait_for('the save', function()
    return text_of('README.md') ~= ''
  end)
  wait_until_mirrored(editor)
  local job = editor:request('codeforge/job/list').items[1].job_id
  seen.told = codeforge('jobs', 'apply', job):match('Not brought in: [^\n]*README%.md') ~= nil
  seen.saved = text_of('README.md')
  -- Whoever agrees to have it replaced can take that back.
  codeforge('jobs', 'apply', job, '--yes')
  seen.replaced = text_of('README.md'):find('## What it does', 1, true) ~= nil
  codeforge('jobs', 'undo', job)
  seen.undone = text_of('README.md')
  editor:quit(':qa!\r')
  return seen
end

--- One of six ticked steps of the roadmap is unticked by keys: the others stay, and the buffer is not left modified.
function M.untick_a_step()
  local editor = typist.start('plugin', 'README.md')
  editor:type(':CodeForge run research A CRM for dog walkers\r')
  driver.wait_for('the question', function()
    return text_of('.codeforge/questions.md'):find('\nAnswer:', 1, true) ~= nil
  end)
  editor:pick(':CodeForge answer\r', '1\r')
  editor:wait_for_message('has ended')
  editor:type(':CodeForge run roadmap\r')
  driver.wait_for('the roadmap', function()
    return text_of('.codeforge/roadmap.md'):find('- [ ]', 1, true) ~= nil
  end)
  local function done()
    local count = 0
    for _, module in ipairs(editor:request('codeforge/roadmap/get').modules or {}) do
      count = count + #(module.done_steps or {})
    end
    return count
  end
  editor:type(':e .codeforge/roadmap.md\r')
  -- Ticks the first six boxes, as six times `n` and a change would.
  editor:type('gg/\\[ \\]\rlrx')
  for _ = 2, 6 do
    editor:type('nlrx')
  end
  editor:type(':w\r')
  driver.wait_for('six steps', function()
    return done() == 6
  end)
  editor:type('gg/\\[x\\]\rnlr :w\r')
  driver.wait_for('five steps', function()
    return done() == 5
  end)
  wait_until_mirrored(editor)
  local _, boxes = text_of('.codeforge/roadmap.md'):gsub('%- %[x%]', '')
  local seen = { boxes = boxes, is_modified = editor:lua('return vim.bo.modified'), done = done() }
  editor:quit(':qa!\r')
  return seen
end

return M
