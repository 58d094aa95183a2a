--- What a user of the plugin does, one function a scenario; each returns what the user sees.
local driver = require('driver')

local M = {}

local function set_up(options)
  require('codeforge').setup(vim.tbl_extend('force', {
    command = { vim.env.CODEFORGE_BIN, 'lsp' },
    database = vim.env.CODEFORGE_DATABASE,
  }, options or {}))
end

--- `line:column-column severity code`, counted from one as the status line does.
local function described(diagnostic)
  local severities = { 'Error', 'Warning', 'Information', 'Hint' }
  return ('%d:%d-%d %s %s (%s)'):format(
    diagnostic.lnum + 1,
    diagnostic.col + 1,
    diagnostic.end_col + 1,
    severities[diagnostic.severity],
    diagnostic.code or diagnostic.user_data.lsp.code,
    diagnostic.source
  )
end

local function has_count(count)
  return function(found)
    return #found == count
  end
end

local function line(number)
  return vim.api.nvim_buf_get_lines(0, number - 1, number, true)[1]
end

--- Opens a file, reads the first finding's hover, applies its fix and sees it gone.
function M.fix_a_finding()
  set_up()
  local buffer = driver.open('api/shop/orders.py')
  local diagnostics = driver.diagnostics(buffer)
  local first = diagnostics[1]
  local actions = driver.actions(buffer, first)
  local seen = {
    diagnostics = vim.tbl_map(described, diagnostics),
    hover = driver.hover(buffer, first),
    actions = vim.tbl_map(function(action)
      return action.title
    end, actions),
    before = line(first.lnum + 1),
  }
  driver.apply(buffer, actions[1])
  seen.left = vim.tbl_map(described, driver.diagnostics(buffer, has_count(#diagnostics - 1)))
  seen.after = line(first.lnum + 1)
  return seen
end

--- Types a mistake, sees the finding while the file is not saved, and undoes it.
function M.type_and_undo()
  set_up()
  local buffer = driver.open('web/src/main.tsx')
  vim.api.nvim_buf_set_lines(buffer, 0, 0, true, { 'debugger;' })
  local found = vim.tbl_map(described, driver.diagnostics(buffer))
  vim.cmd('undo')
  driver.diagnostics(buffer, has_count(0))
  return { found = found }
end

local function quickfix()
  return vim.tbl_map(function(item)
    local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(item.bufnr), ':.')
    return ('%s:%d:%d %s %s'):format(name, item.lnum, item.col, item.type, item.text:match('^[^:]+'))
  end, vim.fn.getqflist())
end

local function wait_for_quickfix()
  assert(vim.wait(240000, function()
    return #vim.fn.getqflist() > 0
  end, 10), 'the quickfix list stayed empty')
  return quickfix()
end

function M.review_the_file()
  set_up()
  driver.diagnostics(driver.open('api/shop/orders.py'))
  vim.cmd('CodeForgeReviewFile')
  return wait_for_quickfix()
end

function M.review_the_workspace()
  set_up()
  driver.open('README.md')
  vim.cmd('CodeForgeReviewWorkspace')
  return wait_for_quickfix()
end

--- Fixes by command what the cursor stands on, then dismisses the next finding from its line's start and takes that back.
function M.fix_and_dismiss()
  set_up()
  local buffer = driver.open('api/shop/orders.py')
  local diagnostics = driver.diagnostics(buffer)
  vim.api.nvim_win_set_cursor(0, { diagnostics[1].lnum + 1, diagnostics[1].col })
  vim.cmd('CodeForgeFix')
  local fixed = driver.diagnostics(buffer, has_count(#diagnostics - 1))
  vim.api.nvim_win_set_cursor(0, { fixed[1].lnum + 1, 0 })
  vim.cmd('CodeForgeDismiss')
  driver.diagnostics(buffer, has_count(#diagnostics - 2))
  vim.cmd('CodeForgeRestore')
  return { line = line(diagnostics[1].lnum + 1), left = #driver.diagnostics(buffer, has_count(#diagnostics - 1)) }
end

--- A file of a home folder: it is reviewed, and one message says that nothing is mirrored.
function M.home_folder()
  local messages = {}
  require('codeforge.ui').say = function(text)
    table.insert(messages, (text:gsub('^CodeForge: ', '')))
  end
  set_up()
  local buffer = driver.open('notes.py')
  local diagnostics = driver.diagnostics(buffer)
  driver.wait_for('the message', function()
    return #messages > 0
  end)
  vim.api.nvim_buf_set_lines(buffer, -1, -1, true, { 'y = 2' })
  vim.cmd('write')
  local total = driver.request(buffer, 'codeforge/file/list', vim.empty_dict()).total
  return { found = #diagnostics, messages = messages, files = total }
end

--- The server's commands that subcommands run, and the subcommands that the help does not name.
function M.catalogue()
  set_up()
  local commands = require('codeforge.commands')
  local help = table.concat(vim.fn.readfile(vim.api.nvim_get_runtime_file('doc/codeforge.txt', false)[1]), '\n')
  local run, unnamed = {}, {}
  for _, name in ipairs(commands.names()) do
    local command = commands.server_commands()[name]
    if command then
      table.insert(run, command)
    end
    -- Those with a hyphen are told of together.
    if not name:find('-', 1, true) and not help:find('\n:CodeForge ' .. name .. '[ \n]') then
      table.insert(unnamed, name)
    end
  end
  table.sort(run)
  return { run = run, unnamed = #unnamed > 0 and unnamed or vim.NIL }
end

--- The status window names what runs.
function M.status()
  set_up()
  driver.open('README.md')
  vim.cmd('CodeForgeStatus')
  assert(vim.wait(240000, function()
    return vim.api.nvim_buf_get_name(0):match('codeforge://status') ~= nil
  end, 10), 'no status window')
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
  -- Sentences, and no table.
  return { version = text:match('^CodeForge (%S+) runs as process %d+ and uses %d+ MiB%.\n'), braces = text:find('[{}]') or 0 }
end

local function is_written(path, text)
  return function()
    return vim.fn.filereadable(path) == 1 and table.concat(vim.fn.readfile(path), '\n'):find(text, 1, true) ~= nil
  end
end

--- Answers an agent's question where it stands: in the document that asks it.
function M.answer_a_question()
  set_up({ notify_jobs = false })
  driver.open('README.md')
  vim.cmd('CodeForgeRun research A CRM for dog walkers')
  local path = '.codeforge/questions.md'
  assert(vim.wait(240000, is_written(path, '\nAnswer:'), 10), 'no question')
  local buffer = driver.open(path)
  -- The document may be open a moment before the server has heard of its question.
  local asked = vim.tbl_map(described, driver.diagnostics(buffer, function(found)
    return #found == 1 and described(found[1]):find('unanswered-question', 1, true) ~= nil
  end))
  vim.cmd([[%s/- \[ \] Just scheduling/- [x] Just scheduling/]])
  driver.diagnostics(buffer, has_count(0))
  vim.cmd('write')
  assert(vim.wait(240000, is_written('.codeforge/requirements.md', '## Features'), 10), 'no requirements')
  return asked
end

--- What an agent is told of the file, from a folder below the workspace's.
function M.path_in_workspace()
  set_up()
  vim.cmd('cd api/shop')
  driver.open('orders.py')
  return require('codeforge.client').path_in_workspace(0)
end

--- A server that was killed starts again when a buffer is entered.
function M.killed_server()
  set_up()
  local first = driver.open('api/shop/orders.py')
  driver.diagnostics(first)
  local status = driver.request(first, 'codeforge/debug/status', vim.empty_dict())
  vim.loop.kill(status.process_id, 'sigkill')
  assert(vim.wait(240000, function()
    return #vim.diagnostic.get(first) == 0
  end, 10), 'the end of the server was not seen')
  vim.cmd('hide edit web/src/main.tsx')
  vim.cmd('hide buffer api/shop/orders.py')
  return #driver.diagnostics(first)
end

--- Wrong options, agents and buffers are told, not thrown.
function M.mistakes()
  set_up({ comand = 'x', settings = 3 })
  vim.cmd('CodeForgeRun reserch x')
  return vim.fn.exists(':CodeForgePipeline')
end

local function text_of(path)
  local file = io.open(path)
  if not file then
    return ''
  end
  local text = file:read('*a')
  file:close()
  return text
end

--- An empty folder and no file: runs the pipeline, answers its question in `questions.md`, and lists what came.
function M.idea_to_files()
  vim.cmd('cd ' .. vim.fn.fnameescape(vim.env.FOLDER))
  -- Somebody who answers no prompt.
  vim.fn.inputlist = function()
    return 0
  end
  set_up()
  vim.cmd('CodeForgePipeline A CRM for dog walkers')
  driver.wait_for('a question', function()
    return text_of('.codeforge/questions.md'):match('Answer') ~= nil
  end)
  local questions = driver.open('.codeforge/questions.md')
  local lines = vim.api.nvim_buf_get_lines(questions, 0, -1, true)
  for number, text in ipairs(lines) do
    if text:match('^%- %[ %] Just scheduling') then
      vim.api.nvim_buf_set_lines(questions, number - 1, number, true, { (text:gsub('%[ %]', '[x]', 1)) })
    end
  end
  vim.cmd('write')
  driver.wait_for('the review', function()
    return text_of('.codeforge/review.md'):match('Passed') ~= nil
  end)
  -- The review is written before the files are in the folder, and the project takes note of them after that.
  driver.wait_for('the files', function()
    local listed = driver.request(questions, 'codeforge/file/list', { limit = 100 }).items
    return #listed >= 12
      and #vim.fn.glob('src/**/*.tsx', true, true) >= 12
      and vim.fn.filereadable('.codeforge/roadmap.md') == 1
  end)
  vim.cmd('CodeForgeJobs')
  driver.wait_for('the list of jobs', function()
    return vim.api.nvim_buf_get_name(0):match('codeforge://jobs') ~= nil
  end)
  local function names(pattern)
    local found = vim.fn.glob(pattern, true, true)
    table.sort(found)
    return found
  end
  return {
    question = table.concat(lines, '\n'):match('What should the first version[^\n]*'),
    job = vim.api.nvim_buf_get_lines(0, 0, 1, true)[1]:match('completed'),
    documents = names('.codeforge/*.md'),
    sources = vim.list_extend(names('src/**/*.ts'), names('src/**/*.tsx')),
  }
end

--- A file without a file type, and a line on which bytes and UTF-16 units are not the same.
function M.any_text()
  set_up()
  local buffer = driver.open('notes')
  vim.api.nvim_buf_set_lines(buffer, 0, -1, true, { "let é = '😀😀'; debugger;" })
  vim.bo[buffer].filetype = 'javascript'
  vim.cmd('write')
  vim.cmd('edit')
  local found = driver.diagnostics(buffer)
  vim.api.nvim_win_set_cursor(0, { 1, found[1].col })
  vim.cmd('CodeForgeFix')
  driver.diagnostics(buffer, has_count(0))
  return { found = vim.tbl_map(described, found), line = line(1) }
end

--- Settings count from the first file on, and when they change; those of the start stay below the others.
function M.settings()
  set_up({ settings = { ['review.minimumSeverity'] = 'warning' } })
  local buffer = driver.open('api/shop/orders.py')
  local seen = { vim.tbl_map(described, driver.diagnostics(buffer, has_count(1))) }
  local client = require('codeforge.client').of_buffer(buffer)
  for _, settings in ipairs({ { codeforge = { review = { enabled = false } } }, { codeforge = vim.empty_dict() } }) do
    client.config.settings, client.settings = settings, settings
    driver.notify(client, 'workspace/didChangeConfiguration', { settings = settings })
    local count = settings.codeforge.review and 0 or 1
    table.insert(seen, #driver.diagnostics(buffer, has_count(count)))
  end
  return seen
end

--- Neovim 0.11 alone, without `setup()`: it finds the plugin's `lsp/codeforge.lua`.
function M.natively()
  vim.cmd('filetype on')
  vim.lsp.config('codeforge', {
    cmd = { vim.env.CODEFORGE_BIN, 'lsp', '--database', vim.env.CODEFORGE_DATABASE },
    settings = { codeforge = { ['review.minimumSeverity'] = 'warning' } },
  })
  vim.lsp.enable('codeforge')
  return vim.tbl_map(described, driver.diagnostics(driver.open('api/shop/orders.py'), has_count(1)))
end

--- Neovim 0.11 without the plugin, by its own keys: it pulls diagnostics, and does not pull again when asked to.
function M.bare()
  vim.cmd('edit api/shop/suppliers.py')
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.start({
    name = 'bare',
    cmd = { vim.env.CODEFORGE_BIN, 'lsp', '--database', vim.env.CODEFORGE_DATABASE },
    root_dir = vim.fn.getcwd(),
  })
  local before = driver.diagnostics(buffer, has_count(3))
  -- What the user picks from the list; nothing else is typed.
  vim.ui.select = function(actions, _, on_choice)
    for index, item in ipairs(actions) do
      if item.action.title:match('^Dismiss') then
        return on_choice(item, index)
      end
    end
    error('no finding can be dismissed here')
  end
  vim.api.nvim_win_set_cursor(0, { before[2].lnum + 1, 0 })
  vim.api.nvim_feedkeys('gra', 'x', false)
  return vim.tbl_map(described, driver.diagnostics(buffer, has_count(2)))
end

--- A program that is not there.
function M.missing_program()
  set_up({ command = { '/nowhere/codeforge', 'lsp' } })
  vim.cmd('CodeForgeStatus')
  return vim.api.nvim_buf_get_name(0)
end

--- What `:checkhealth codeforge` finds well; versions of Neovim write it in different ways.
function M.health()
  set_up()
  driver.open('README.md')
  vim.cmd('checkhealth codeforge')
  local found = {}
  for _, text in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    if text:match('^%s*%- ') then
      table.insert(found, text:match(' OK:? (.*)') or text)
    end
  end
  return found
end

return M
