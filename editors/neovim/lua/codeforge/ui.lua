--- Talking with the user: messages that never stop somebody who types, prompts that they called for, windows.
local M = {}

--- What was said, the newest last, in full.
M.log = {}
local longest_log = 200

local highlights = { [vim.log.levels.ERROR] = 'ErrorMsg', [vim.log.levels.WARN] = 'WarningMsg' }

--- Whether |vim.notify()| is Neovim's own, which asks for a key when a message does not fit.
local function is_own_notify()
  return debug.getinfo(vim.notify, 'S').source:match('_editor%.lua$') ~= nil
end

--- The text in one line that is shown without a prompt to go on; a line that ends without a stop gets one.
local function in_one_line(text)
  local line = text:gsub('([%w%)\'"])%s*\n%s*', '%1. '):gsub('%s*\n%s*', ' ')
  local width = math.max(vim.v.echospace, 20)
  if vim.fn.strdisplaywidth(line) <= width then
    return line
  end
  local more = '… (:CodeForge messages)'
  while vim.fn.strdisplaywidth(line .. more) > width and line ~= '' do
    line = vim.fn.strcharpart(line, 0, vim.fn.strchars(line) - 1)
  end
  return line .. more
end

--- Keeps a text for who looks at what was said.
local function keep(text)
  table.insert(M.log, text)
  if #M.log > longest_log then
    table.remove(M.log, 1)
  end
end

--- Tells the user something; whoever types goes on typing.
---@param text string
---@param level integer|nil one of |vim.log.levels|
function M.say(text, level)
  level = level or vim.log.levels.INFO
  keep(text)
  if not is_own_notify() then
    return vim.notify(text, level)
  end
  -- What is on the screen is taken away first: two messages one after the other would ask for a key.
  vim.cmd('redraw')
  vim.api.nvim_echo({ { in_one_line(text), highlights[level] } }, true, {})
end

--- Does something that nobody called for, once Neovim has time: by then buffers and servers may be gone. What goes
--- wrong is kept for who looks at what was said, and stops nobody.
---@param work fun()
function M.later(work)
  vim.schedule(function()
    local succeeded, failure = pcall(work)
    if not succeeded then
      keep('CodeForge could not update what it shows: ' .. tostring(failure))
    end
  end)
end

--- Shows an answer to read, as a whole, in a window that takes no keys and goes with the next move.
---@param text string Markdown
function M.read(text)
  vim.lsp.util.open_floating_preview(vim.split(text, '\n'), 'markdown', {
    border = 'rounded',
    focus = false,
    focusable = true,
    focus_id = 'codeforge_answer',
    max_width = math.max(math.min(vim.o.columns - 4, 80), 20),
    wrap = true,
  })
end

--- Says why something is not done.
function M.refuse(text)
  M.say('codeforge: ' .. text, vim.log.levels.ERROR)
end

--- Asks for words.
---@param prompt string
---@param on_words fun(words: string) called unless nothing was written
function M.ask(prompt, on_words)
  vim.ui.input({ prompt = prompt .. ' ' }, function(words)
    if words and words:match('%S') then
      on_words(words)
    else
      M.say('CodeForge: nothing was started')
    end
  end)
end

--- Lets the user choose; one thing alone is taken without asking.
---@param items table[]
---@param prompt string
---@param describe fun(item: any): string
---@param on_choice fun(item: any)
---@param nothing string what is said where there is nothing to choose
function M.pick(items, prompt, describe, on_choice, nothing)
  if #items == 0 then
    M.say('CodeForge: ' .. nothing)
  elseif #items == 1 then
    on_choice(items[1])
  else
    vim.ui.select(items, { prompt = prompt, format_item = describe }, function(item)
      if item then
        on_choice(item)
      end
    end)
  end
end

--- Fills the scratch buffer of a name, which need not be shown.
local function fill(buffer, lines)
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  vim.bo[buffer].modifiable = false
end

--- The scratch buffer of a name; nil where there is none.
local function buffer_of(name)
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_get_name(buffer) == name then
      return buffer
    end
  end
end

--- Shows lines in a scratch window; `q` closes it.
---@param name string the buffer's name
---@param lines string[]
---@return integer buffer
function M.show(name, lines)
  local buffer = buffer_of(name)
  local window = buffer and vim.fn.bufwinid(buffer) or -1
  if window ~= -1 then
    vim.api.nvim_set_current_win(window)
  else
    vim.cmd('botright new')
    buffer = buffer or vim.api.nvim_get_current_buf()
    vim.api.nvim_win_set_buf(0, buffer)
    vim.api.nvim_buf_set_name(buffer, name)
    vim.bo[buffer].buftype = 'nofile'
    vim.bo[buffer].bufhidden = 'wipe'
    vim.bo[buffer].swapfile = false
    vim.api.nvim_buf_set_keymap(buffer, 'n', 'q', '<Cmd>close<CR>', { noremap = true, silent = true })
  end
  fill(buffer, lines)
  return buffer
end

--- Changes the lines of a scratch buffer that is shown somewhere.
---@return boolean is_shown
function M.update(name, lines)
  local buffer = buffer_of(name)
  if not buffer then
    return false
  end
  fill(buffer, lines)
  return true
end

return M
