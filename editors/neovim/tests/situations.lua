--- What a person does with files, windows and programs, one function a situation; each returns what they see.
local driver = require('driver')

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

return M
