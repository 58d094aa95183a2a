--- A second Neovim in a terminal of 80 columns: it gets keys as a person types them, and is looked at over its socket.
local driver = require('driver')

local M = {}
M.__index = M

local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')

--- What starts it, with `editor.lua` in this folder as its configuration.
---@param socket string where it listens
---@param file string|nil what it edits
function M.command(socket, file)
  return { vim.v.progpath, '-u', here .. '/editor.lua', '-i', 'NONE', '-n', '--listen', socket, file }
end

--- What it finds in its environment besides what this Neovim has in its own.
---@param how string `plugin`, or `bare` for Neovim's own client alone
function M.environment(how)
  return { TERM = 'xterm', HOW = how, NVIM = '' }
end

--- Connects with it once it listens.
function M:connect(socket)
  driver.wait_for('the second Neovim', function()
    local connected, channel = pcall(vim.fn.sockconnect, 'pipe', socket, { rpc = true })
    self.channel = connected and channel or nil
    return connected and channel > 0
  end)
  -- By what the second one knows this connection; unlike most requests this one comes back while a prompt waits.
  self.back = vim.rpcrequest(self.channel, 'nvim_get_api_info')[1]
end

--- Starts it, and waits until the server has its file.
---@param how string as in `environment`
---@param file string what it edits
function M.start(how, file)
  local self = setmetatable({ screen = '' }, M)
  local socket = vim.fn.tempname()
  self.job = vim.fn.jobstart(M.command(socket, file), {
    pty = true,
    width = 80,
    height = 24,
    env = M.environment(how),
    -- Nobody could type into a terminal that is never read.
    on_stdout = function(_, output)
      self.screen = (self.screen .. table.concat(output, '\n')):sub(-4000)
    end,
  })
  self:connect(socket)
  driver.wait_for('the server in the second Neovim', function()
    return self:lua('return is_ready ~= nil and is_ready()')
  end)
  return self
end

--- Whether a prompt waits for a key.
function M:is_stopped()
  return vim.rpcrequest(self.channel, 'nvim_get_mode').blocking
end

--- What came back from the second Neovim, by the number that the code was sent with.
local answers = {}

function M.take_answer(number, answer)
  answers[number] = answer
end

local sent = 0

--- Runs code there and waits for what it returns.
---
--- A prompt that waits for a key holds it up, which fails in the end with what the screen shows: a request instead of
--- this pair of messages would wait for ever.
function M:lua(code, ...)
  sent = sent + 1
  local number = sent
  local there = [[
    local back, number, code, arguments = ...
    local answer = { pcall(loadstring(code), unpack(arguments)) }
    answer = { succeeded = answer[1], value = answer[2] }
    vim.rpcnotify(back, 'nvim_exec_lua', "require('typist').take_answer(...)", { number, answer })
  ]]
  vim.rpcnotify(self.channel, 'nvim_exec_lua', there, { self.back, number, code, { ... } })
  local came = vim.wait(60000, function()
    return answers[number] ~= nil
  end, 10)
  if not came then
    local waits = self:is_stopped() and 'waits for a key: ' or 'does not answer: '
    error('the second Neovim ' .. waits .. self.screen:sub(-4000), 0)
  end
  local answer = answers[number]
  answers[number] = nil
  if not answer.succeeded then
    error(answer.value, 0)
  end
  return answer.value
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
        error('a prompt takes the keys: ' .. self.screen:sub(-4000), 0)
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
