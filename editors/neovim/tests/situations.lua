--- What a person does with files, windows and programs, one function a situation; each returns what they see.
local driver = require('driver')
local typist = require('typist')

local M = {}

local text = { 'def f(x=[]):', '    return x' }

local function set_up(options)
  require('codeforge').setup(vim.tbl_extend('force', {
    command = { vim.env.CODEFORGE_BIN, 'lsp' },
    database = vim.env.CODEFORGE_DATABASE,
  }, options or {}))
end

local function rules(buffer)
  return vim.tbl_map(function(diagnostic)
    return diagnostic.code or diagnostic.user_data.lsp.code
  end, vim.diagnostic.get(buffer))
end

local function wait_for_rules(buffer, count)
  driver.wait_for(count .. ' findings', function()
    return #rules(buffer) == count
  end)
  return rules(buffer)
end

--- Saves a file under another name: the findings are those of the buffer, and its old name has none.
function M.save_as()
  vim.fn.writefile(text, 'first.py')
  set_up()
  local buffer = driver.open('first.py')
  local before = wait_for_rules(buffer, 1)
  vim.cmd('saveas! ' .. vim.fn.fnameescape('second #1.py'))
  vim.cmd('edit')
  local after = wait_for_rules(0, 1)
  vim.api.nvim_buf_set_lines(0, 0, 1, true, { 'def f(x=None):' })
  wait_for_rules(0, 0)
  return { before = before, after = after, name = vim.fn.fnamemodify(vim.fn.expand('%'), ':t') }
end

--- A student asks for a quick fix: they are told why there is none.
function M.fix_of_a_student()
  vim.fn.writefile(text, 'first.py')
  set_up()
  local buffer = driver.open('first.py')
  wait_for_rules(buffer, 1)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  vim.cmd('CodeForge set-mode student')
  driver.wait_for('student mode', function()
    return driver.request(buffer, 'codeforge/project/get', vim.empty_dict()).mode == 'student'
  end)
  local log = require('codeforge.ui').log
  vim.cmd('CodeForge fix')
  driver.wait_for('an answer', function()
    return #log > 0 and log[#log]:match('quick fix') ~= nil
  end)
  return log[#log]
end

--- Somebody who has a single file of a folder open that no marker makes a project runs an agent: they are asked first.
function M.lone_file()
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder, 'p')
  for _, name in ipairs({ 'lone.py', 'other.py' }) do
    vim.fn.writefile(text, folder .. '/' .. name)
  end
  vim.cmd('cd ' .. vim.fn.fnameescape(folder))
  set_up()
  local buffer = driver.open('lone.py')
  wait_for_rules(buffer, 1)
  local asked, wanted = {}, 'No'
  vim.ui.select = function(items, options, on_choice)
    table.insert(asked, (options.prompt:gsub('^.*/', '')))
    on_choice(vim.tbl_filter(function(item)
      return vim.startswith(item, wanted)
    end, items)[1])
  end
  local function jobs()
    return driver.request(buffer, 'codeforge/job/list', { limit = 10, offset = 0 }).total
  end
  vim.cmd('CodeForge run qa')
  local refused = jobs()
  wanted = 'Yes'
  vim.cmd('CodeForge run qa')
  driver.wait_for('a job', function()
    return jobs() == 1
  end)
  return { asked = #asked, question = asked[1]:match('holds no .*'), refused = refused }
end

--- One buffer in two windows, of which one is closed, is one document; reading it again is no second one.
function M.two_windows()
  vim.fn.writefile(text, 'first.py')
  set_up()
  local buffer = driver.open('first.py')
  wait_for_rules(buffer, 1)
  vim.cmd('split')
  vim.cmd('edit!')
  vim.cmd('close')
  local found = wait_for_rules(buffer, 1)
  return { found = found, clients = #(vim.lsp.get_clients or vim.lsp.get_active_clients)() }
end

--- The program goes away and its server ends: that is told once, and typing goes on; once it is back, reading the file
--- again starts it.
function M.program_vanishes()
  vim.fn.writefile(text, 'first.py')
  local program = vim.fn.tempname()
  assert(vim.loop.fs_symlink(vim.env.CODEFORGE_BIN, program))
  set_up({ command = { program, 'lsp' } })
  local buffer = driver.open('first.py')
  wait_for_rules(buffer, 1)
  local client = require('codeforge.client').of_buffer(buffer)
  assert(vim.loop.fs_unlink(program))
  vim.lsp.stop_client(client.id, true)
  driver.wait_for('the end of the server', function()
    return vim.lsp.get_client_by_id(client.id) == nil and #require('codeforge.ui').log > 0
  end)
  vim.cmd('silent! doautocmd BufEnter')
  vim.cmd('silent! edit!')
  vim.api.nvim_buf_set_lines(buffer, 0, 0, true, { '# typed' })
  vim.cmd('silent! CodeForge fix')
  local said = vim.deepcopy(require('codeforge.ui').log)
  assert(vim.loop.fs_symlink(vim.env.CODEFORGE_BIN, program))
  vim.cmd('edit!')
  local found = wait_for_rules(buffer, 1)
  for index, message in ipairs(said) do
    said[index] = message:gsub(vim.pesc(program), 'PROGRAM')
  end
  return { found = found, said = said }
end

--- What was said opens at its end, however much that is, and however often it is opened.
function M.newest_message()
  set_up()
  for number = 1, 80 do
    require('codeforge.ui').say('message ' .. number)
  end
  local shown = {}
  for number = 81, 82 do
    vim.cmd('CodeForge messages')
    table.insert(shown, vim.api.nvim_get_current_line())
    vim.cmd('normal! gg')
    require('codeforge.ui').say('message ' .. number)
  end
  return shown
end

--- Completion is the server's in its own documents, and stays what it was elsewhere.
function M.completion_of_own_documents()
  vim.fn.mkdir('.codeforge', 'p')
  vim.fn.writefile({ '{"review": {"minimumSeverity": ""}}' }, '.codeforge/config.json')
  set_up()
  vim.fn.writefile({ '<p>' }, 'page.html')
  vim.cmd('filetype plugin on')
  vim.cmd('edit page.html')
  local page = vim.bo.omnifunc
  driver.wait_for('the server', function()
    local client = require('codeforge.client').of_buffer(0)
    return client ~= nil and client.initialized ~= false
  end)
  local seen = { page = vim.bo.omnifunc == page }
  vim.cmd('edit .codeforge/config.json')
  driver.wait_for('the completion', function()
    return vim.bo.omnifunc == 'v:lua.vim.lsp.omnifunc'
  end)
  local params = { textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = 0, character = 32 } }
  seen.offered = vim.tbl_map(function(item)
    return item.label
  end, driver.request(0, 'textDocument/completion', params))
  return seen
end

--- What the editor's own outline of a document shows, and the progress that Neovim keeps of a job.
function M.outline_and_progress()
  vim.fn.mkdir('.codeforge', 'p')
  set_up()
  driver.open('README.md')
  local progress
  -- Each report is told by an event; what it is called depends on the version.
  vim.api.nvim_create_autocmd(vim.fn.exists('##LspProgress') == 1 and 'LspProgress' or 'User', {
    pattern = vim.fn.exists('##LspProgress') == 1 and '*' or 'LspProgressUpdate',
    callback = function()
      progress = vim.lsp.status and vim.lsp.status() or vim.lsp.util.get_progress_messages()[1].title
    end,
  })
  vim.cmd('CodeForge run qa')
  driver.wait_for('progress', function()
    return progress ~= nil and progress ~= ''
  end)
  driver.wait_for('the list of jobs', function()
    return vim.fn.filereadable('.codeforge/jobs.md') == 1
  end)
  vim.cmd('edit .codeforge/jobs.md')
  driver.wait_for('the server', function()
    local client = require('codeforge.client').of_buffer(0)
    return client ~= nil and client.initialized ~= false
  end)
  local symbols = driver.request(0, 'textDocument/documentSymbol', { textDocument = { uri = vim.uri_from_bufnr(0) } })
  return { first = symbols[1].name, is_told = progress:find('CodeForge', 1, true) ~= nil }
end

--- Runs a pipeline without questions in an empty folder that holds a page of the person's own, and waits for its files.
local function run_pipeline(page)
  vim.cmd('cd ' .. vim.fn.fnameescape(vim.env.FOLDER))
  vim.fn.writefile(page, 'README.md', 'b')
  set_up()
  driver.open('README.md')
  local idea = { user_idea = 'A CRM for dog walkers', skip_clarification = true }
  require('codeforge.agents').execute('codeforge.runPipeline', idea)
  driver.wait_for('the files', function()
    for _, said in ipairs(require('codeforge.ui').log) do
      if said:find('Not brought in: README.md', 1, true) then
        return true
      end
    end
  end)
  return driver.request(0, 'codeforge/job/list', vim.empty_dict()).items[1].job_id
end

--- Refuses what waits, and returns what is told of it.
local function refuse(job)
  local log = require('codeforge.ui').log
  local said = #log
  require('codeforge.agents').execute('codeforge.applyResult', { job_id = job, which = 'none' })
  driver.wait_for('what became of the files', function()
    return #log > said
  end)
  return log[#log]
end

--- Whoever looks at a file that waits sees the difference; what they refuse then, they left out: whether they only looked
--- at their own file, whose last line has no end, or changed it meanwhile.
function M.look_and_refuse()
  local job = run_pipeline({ '# Mine', 'By hand.' })
  vim.cmd('CodeForge show-changes')
  driver.wait_for('the changes', function()
    return vim.fn.bufname('%'):match('changes%.md$') ~= nil
  end)
  local seen = { shown = vim.fn.search('exists and was not written by an agent') > 0 }
  vim.cmd('edit README.md')
  vim.cmd('write')
  vim.cmd('CodeForge show-changes')
  driver.wait_for('the changes once more', function()
    return vim.fn.bufname('%'):match('changes%.md$') ~= nil
  end)
  seen.shown_again = vim.fn.search('exists and was not written by an agent') > 0
  vim.cmd('edit README.md')
  vim.api.nvim_buf_set_lines(0, 0, 1, true, { '# Mine, and changed' })
  vim.cmd('write')
  seen.told = refuse(job)
  return seen
end

--- A buffer that goes before its lenses are looked for, and an editor that cannot say which servers there are: neither
--- throws at somebody who types; the second is kept among what was said.
function M.lenses_of_what_is_gone()
  vim.fn.writefile(text, 'first.py')
  set_up()
  local buffer = driver.open('first.py')
  wait_for_rules(buffer, 1)
  vim.v.errmsg = ''
  vim.cmd('split second.txt')
  vim.cmd('bwipeout!')
  local name = vim.lsp.get_clients and 'get_clients' or 'buf_get_clients'
  local get = vim.lsp[name]
  vim.lsp[name] = function()
    error('nobody knows')
  end
  local thrown = {}
  for _, event in ipairs({ 'BufEnter', 'InsertLeave', 'DiagnosticChanged', 'User CodeForgeJobEvent' }) do
    local succeeded, failure = pcall(vim.cmd, 'doautocmd <nomodeline> codeforge_lenses ' .. event)
    if not succeeded or vim.v.errmsg ~= '' then
      table.insert(thrown, event .. ': ' .. tostring(failure or vim.v.errmsg))
    end
  end
  vim.wait(50)
  vim.lsp[name] = get
  local log = require('codeforge.ui').log
  return { thrown = #thrown > 0 and thrown or vim.NIL, is_kept = (log[#log] or ''):find('nobody knows', 1, true) ~= nil }
end

--- A message of two lines is shown as one, of two sentences.
function M.lines_in_one()
  vim.fn.writefile(text, 'first.py')
  local editor = typist.start('plugin', 'first.py')
  local shown = editor:lua([[
    require('codeforge.ui').say('The first is wrong\nThe second is, too.\nSo is this')
    return vim.fn.execute('messages')
  ]])
  editor:quit(':qa!\r')
  return shown:match('The first[^\n]*')
end

--- The windows besides those of the layout, with their lines.
local function floats()
  local found = {}
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      table.insert(found, table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n'))
    end
  end
  return found
end

--- The mentor's answer is shown whole, takes no keys, and goes with the next move.
function M.mentor_answer()
  vim.fn.writefile(text, 'first.py')
  set_up()
  local buffer = driver.open('first.py')
  wait_for_rules(buffer, 1)
  local window = vim.api.nvim_get_current_win()
  vim.cmd('CodeForge mentor Why does the list keep what earlier calls put into it?')
  driver.wait_for('the answer', function()
    return #floats() > 0
  end)
  local shown = floats()[1]
  local log = require('codeforge.ui').log
  local function words(words_of)
    return (words_of:gsub('CodeForge: ', ''):gsub('[%s%p]+', ''))
  end
  driver.wait_for('the message', function()
    return #log > 0
  end)
  return {
    is_whole = words(shown) == words(log[#log]),
    is_focused = vim.api.nvim_get_current_win() ~= window,
    is_long = #shown > 80,
  }
end

--- `:CodeForge fix-with-agent` takes the only finding of the file wherever the cursor is, lets one of several be picked,
--- and says where there is none.
function M.fix_with_agent_anywhere()
  vim.fn.writefile({ 'def f(x=[]):', '    return x', '', '', '# The end' }, 'one.py')
  vim.fn.writefile({ 'def f(x=[]):', '    return x', '', 'def g(y={}):', '    return y', '# The end' }, 'two.py')
  vim.fn.writefile({ 'def f(x=None):', '    return x' }, 'none.py')
  set_up()
  local asked, chosen = {}, {}
  vim.ui.input = function(options)
    table.insert(asked, options.prompt)
  end
  vim.ui.select = function(items, options, on_choice)
    table.insert(asked, ('%s %d'):format(options.prompt, #items))
    on_choice(nil)
  end
  require('codeforge.agents').execute = function(command, arguments)
    table.insert(chosen, command .. (#arguments.identity > 0 and '' or ' of nothing'))
  end
  local function run(path, count)
    local buffer = driver.open(path)
    driver.diagnostics(buffer, function(found)
      return #found == count
    end)
    vim.cmd('normal! G')
    local before = #asked + #chosen + #require('codeforge.ui').log
    vim.cmd('CodeForge fix-with-agent')
    driver.wait_for('something of it', function()
      return #asked + #chosen + #require('codeforge.ui').log > before
    end)
  end
  run('one.py', 1)
  run('two.py', 2)
  run('none.py', 0)
  return { asked = asked, chosen = chosen, said = require('codeforge.ui').log }
end

return M
