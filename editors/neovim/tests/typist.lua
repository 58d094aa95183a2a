--- A second Neovim in a terminal of 80 columns: it gets keys as a person types them, and is looked at over its socket.
local driver = require('driver')

local M = {}
M.__index = M

local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')

--- Starts it with `editor.lua` in this folder as its configuration.
---@param how string `plugin`, or `bare` for Neovim's own client alone
---@param file string what it edits
function M.start(how, file)
  local self = setmetatable({ screen = '' }, M)
  local socket = vim.fn.tempname()
  local command = { vim.v.progpath, '-u', here .. '/editor.lua', '-i', 'NONE', '-n', '--listen', socket, file }
  self.job = vim.fn.jobstart(command, {
    pty = true,
    width = 80,
    height = 24,
    env = { TERM = 'xterm', HOW = how, NVIM = '' },
    -- Nobody could type into a terminal that is never read.
    on_stdout = function(_, output)
      self.screen = (self.screen .. table.concat(output, '\n')):sub(-4000)
    end,
  })
  driver.wait_for('the second Neovim', function()
    local connected, channel = pcall(vim.fn.sockconnect, 'pipe', socket, { rpc = true })
    self.channel = connected and channel or nil
    return connected and channel > 0
  end)
  driver.wait_for('the server in the second Neovim', function()
    return self:lua('return is_ready ~= nil and is_ready()')
  end)
  return self
end

--- Whether a prompt waits for a key.
function M:is_stopped()
  return vim.rpcrequest(self.channel, 'nvim_get_mode').blocking
end

--- Runs code there; a prompt that waits for a key is an error, for nothing would come back.
---
--- Between the two keys of `gg` or `rx` it waits as well, and goes on by itself.
function M:lua(code, ...)
  local goes_on = vim.wait(5000, function()
    return not self:is_stopped()
  end, 10)
  if not goes_on then
    error('the second Neovim waits for a key: ' .. self.screen:sub(-600), 0)
  end
  return vim.rpcrequest(self.channel, 'nvim_exec_lua', code, { ... })
end

function M:type(keys)
  vim.fn.chansend(self.job, keys)
end

--- Types words, one after the other, until a condition holds and `more` words after that.
---
--- A hand is slow: what comes while it types meets it between two keys.
---@return string what was typed
function M:type_words_until(condition, more)
  local words = { 'the', '2', 'dogs', 'of', '17', 'owners', 'walk', '3', 'times,', 'not', '1' }
  local typed, rest, patience = {}, more, 400
  while rest > 0 do
    local word = words[#typed % #words + 1]
    table.insert(typed, word)
    for letter in (word .. ' '):gmatch('.') do
      self:type(letter)
      vim.wait(10)
      if self:is_stopped() then
        error('a prompt takes the keys: ' .. self.screen:sub(-600), 0)
      end
    end
    vim.wait(30)
    if rest < more or condition() then
      rest = rest - 1
    end
    patience = patience - 1
    assert(patience > 0, 'typed in vain')
  end
  return table.concat(typed, ' ') .. ' '
end

--- The escape key alone: together with the next key it would be a chord.
function M:leave_insert_mode()
  self:type('\27')
  driver.wait_for('normal mode', function()
    return self:lua('return vim.api.nvim_get_mode().mode') == 'n'
  end)
end

--- Types a command, and an answer once its list to choose from is shown.
function M:pick(command, answer)
  self.screen = ''
  self:type(command)
  driver.wait_for('a list to choose from', function()
    return self.screen:find('Type', 1, true) ~= nil and self.screen:find('cancels', 1, true) ~= nil
  end)
  self:type(answer)
  driver.wait_for('normal mode', function()
    local mode = vim.rpcrequest(self.channel, 'nvim_get_mode')
    return mode.mode == 'n' and not mode.blocking
  end)
end

--- The result of a request to its server.
function M:request(method)
  local code = [[
    local answers = vim.lsp.buf_request_sync(0, ..., vim.empty_dict(), 20000)
    for _, answer in pairs(answers or {}) do
      return answer.result
    end
  ]]
  return self:lua(code, method) or error(method .. ' got no answer', 0)
end

--- Waits for a message of the plugin that holds a text.
---@return string the message
function M:wait_for_message(text)
  local found
  driver.wait_for('the message ' .. text, function()
    for _, said in ipairs(self:lua("return require('codeforge.ui').log")) do
      if said:find(text, 1, true) then
        found = said
      end
    end
    return found ~= nil
  end)
  return found
end

--- Leaves it by its own command.
function M:quit(command)
  self:type(command)
  assert(vim.fn.jobwait({ self.job }, 20000)[1] ~= -1, 'the second Neovim did not end')
end

function M:lines()
  return self:lua('return vim.api.nvim_buf_get_lines(0, 0, -1, true)')
end

--- Waits until a line of its buffer is the given one.
function M:wait_for_line(number, text)
  local last
  local found = vim.wait(20000, function()
    last = self:lines()[number]
    return last == text
  end, 20)
  if not found then
    error(('line %d is %s\n%s'):format(number, vim.inspect(last), self:state()), 0)
  end
end

--- What it shows and has said, for whoever reads of a failure.
function M:state()
  local seen = self:lua([[
    return { messages = vim.fn.execute('messages'), mode = vim.api.nvim_get_mode(), cursor = vim.fn.getpos('.') }
  ]])
  return vim.inspect(seen) .. '\n' .. self.screen
end

function M:stop()
  vim.fn.jobstop(self.job)
end

return M
