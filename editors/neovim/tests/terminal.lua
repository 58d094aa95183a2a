--- A second Neovim in a terminal of the first: what it shows is read as a person reads it, line by line.
---
--- `typist.lua` keeps the bytes that go to the terminal, which tell what was drawn and not what is still there.
local driver = require('driver')
local typist = require('typist')

local M = setmetatable({}, { __index = typist })
M.__index = M

--- Starts it with `editor.lua` in this folder as its configuration, in the current folder.
---@param columns integer
---@param lines integer
function M.start(columns, lines)
  -- The window is as large as the terminal is to be.
  vim.o.laststatus, vim.o.columns, vim.o.lines = 0, columns, lines + vim.o.cmdheight
  vim.cmd('enew')
  local self = setmetatable({ buffer = vim.api.nvim_get_current_buf(), screen = '' }, M)
  local socket = vim.fn.tempname()
  self.job = vim.fn.termopen(typist.command(socket), { env = typist.environment('plugin') })
  self:connect(socket)
  return self
end

--- The lines that are shown.
function M:shown()
  return vim.api.nvim_buf_get_lines(self.buffer, 0, -1, true)
end

local function without_blanks(text)
  return (text:gsub('[%s│]+', ''))
end

--- Whether a text is shown, wherever its lines end.
function M:shows(text)
  return without_blanks(table.concat(self:shown())):find(without_blanks(text), 1, true) ~= nil
end

function M:wait_to_see(text)
  local came = vim.wait(60000, function()
    return self:shows(text)
  end, 20)
  if not came then
    error(('waited in vain for “%s”; it shows:\n%s'):format(text, self:state()), 0)
  end
end

--- Whether a list to choose from is shown whole: it asks below a text, which is its title or one of its options.
function M:asks_below(text)
  local shown = without_blanks(table.concat(self:shown()))
  local _, last = shown:find('.*' .. vim.pesc(without_blanks(text)))
  return last ~= nil and shown:find('qoremptycancels', last, true) ~= nil
end

--- The number that the list gives a text; nil where it has none of that text.
function M:number_of(text)
  local found
  for _, line in ipairs(self:shown()) do
    local number, option = line:match('^(%d+)[:.] (.*)')
    if number and option:find(text, 1, true) then
      found = number
    end
  end
  return found
end

--- Picks what has a text in it, once the list is shown.
function M:choose(text)
  local came = vim.wait(60000, function()
    return self:number_of(text) ~= nil and self:asks_below(text)
  end, 20)
  if not came then
    error(('there is no “%s” to choose:\n%s'):format(text, self:state()), 0)
  end
  self:type(self:number_of(text) .. '\r')
end

--- Waits until no prompt takes the keys.
function M:wait_for_normal_mode()
  driver.wait_for('normal mode', function()
    local mode = vim.rpcrequest(self.channel, 'nvim_get_mode')
    return mode.mode == 'n' and not mode.blocking
  end)
end

function M:leave_insert_mode()
  self:type('\27')
  self:wait_for_normal_mode()
end

--- What it shows, for whoever reads of a failure.
function M:state()
  return (table.concat(self:shown(), "\n"):gsub("\n\n+", "\n"))
end

return M
