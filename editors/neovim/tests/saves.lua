--- Edits and saves two files for ever, and keeps a journal, for a test that kills this Neovim and its server.
---
--- Usage: nvim --headless -u NONE -n -c "luafile .../tests/saves.lua", with NAME and JOURNAL in the environment; the
--- current folder is the workspace. NAME.txt is this editor's own file, shared.txt every editor's.
---
--- Lines of the journal: `server PID` when one answers, `saved PATH TOKEN` once a file is written, and
--- `kept PATH VERSION TOKEN` once the server says that the project has it.
local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
vim.opt.runtimepath:prepend(vim.fn.fnamemodify(here, ':h'))
-- Another editor's save must not stop this one with a question.
vim.opt.autoread = true
vim.notify = function() end

local function note(...)
  vim.fn.writefile({ table.concat({ ... }, ' ') }, vim.env.JOURNAL, 'a')
end

require('codeforge').setup({
  command = { vim.env.CODEFORGE_BIN, 'lsp' },
  database = vim.env.CODEFORGE_DATABASE,
})

--- The result of a request; nil when there is no server, no answer in time, or an error.
local function ask(method, params)
  local client = require('codeforge.client').of_buffer(0)
  local answer = client and client.initialized ~= false and client.request_sync(method, params, 2000, 0)
  return answer and answer.result
end

local server
local function note_server()
  local status = ask('codeforge/debug/status', vim.empty_dict())
  if status and status.process_id ~= server then
    server = status.process_id
    note('server', server)
  end
end

--- Opens a file as it is on the disk; this also starts the server where it was killed.
local function open(path)
  vim.cmd('silent! edit! ' .. path)
  vim.wait(2000, function()
    local client = require('codeforge.client').of_buffer(0)
    return client ~= nil and client.initialized ~= false
  end, 5)
  note_server()
end

local function save(path, token)
  vim.api.nvim_buf_set_lines(0, 0, 0, true, { token })
  vim.api.nvim_buf_set_lines(0, 20, -1, false, {})
  vim.cmd('silent! write!')
  note('saved', path, token)
  vim.wait(1000, function()
    local file = ask('codeforge/file/get', { path = path })
    if file and vim.startswith(file.content, token .. '\n') then
      note('kept', path, file.version, token)
      return true
    end
    return false
  end, 2)
end

local count = 0
while true do
  for _, path in ipairs({ vim.env.NAME .. '.txt', 'shared.txt' }) do
    open(path)
    for _ = 1, 3 do
      count = count + 1
      save(path, ('%s-%d-%d'):format(vim.env.NAME, vim.loop.os_getpid(), count))
    end
  end
end
