--- Drives Neovim the way a person does, and waits for what the server answers; the demo and the tests share it.
local M = {}

--- Longest wait for an answer, in milliseconds; a loaded machine is slow.
local patience = 60000

--- Waits until a condition holds.
function M.wait_for(what, condition)
  if not vim.wait(patience, condition, 10) then
    error('waited in vain for ' .. what, 0)
  end
end

local wait_for = M.wait_for

--- Opens a file and waits until the server has it.
function M.open(path)
  vim.cmd('edit ' .. vim.fn.fnameescape(path))
  local buffer = vim.api.nvim_get_current_buf()
  wait_for('the server to take ' .. path, function()
    local client = require('codeforge.client').of_buffer(buffer)
    return client ~= nil and client.initialized ~= false
  end)
  return buffer
end

--- The buffer's diagnostics by place, once there are any for which `condition` holds.
---@param condition nil|fun(diagnostics: table[]): boolean default: there is at least one
function M.diagnostics(buffer, condition)
  local found
  wait_for('diagnostics', function()
    found = vim.diagnostic.get(buffer)
    if condition then
      return condition(found)
    end
    return #found > 0
  end)
  table.sort(found, function(left, right)
    return left.lnum < right.lnum or (left.lnum == right.lnum and left.col < right.col)
  end)
  return found
end

--- Sends a request and waits for its result.
function M.request(buffer, method, params)
  local answers, failure = vim.lsp.buf_request_sync(buffer, method, params, patience)
  for _, answer in pairs(answers or {}) do
    if answer.error then
      error(('%s: %s'):format(method, answer.error.message), 0)
    end
    return answer.result
  end
  error(('%s got no answer: %s'):format(method, failure or 'no server'), 0)
end

--- Tells the server something.
function M.notify(client, method, params)
  if vim.fn.has('nvim-0.11') == 1 then
    client:notify(method, params)
  else
    client.notify(method, params)
  end
end

local function go_to(diagnostic)
  vim.api.nvim_win_set_cursor(0, { diagnostic.lnum + 1, diagnostic.col })
end

local function encoding(buffer)
  return require('codeforge.client').of_buffer(buffer).offset_encoding
end

--- What the editor shows when the cursor rests on a diagnostic, as lines of Markdown.
function M.hover(buffer, diagnostic)
  go_to(diagnostic)
  local result = M.request(buffer, 'textDocument/hover', vim.lsp.util.make_position_params(0, encoding(buffer)))
  if not result then
    return {}
  end
  return vim.split(vim.trim(table.concat(vim.lsp.util.convert_input_to_markdown_lines(result.contents), '\n')), '\n')
end

--- The code actions at a diagnostic.
function M.actions(buffer, diagnostic)
  go_to(diagnostic)
  local params = vim.lsp.util.make_range_params(0, encoding(buffer))
  params.context = { diagnostics = {} }
  return M.request(buffer, 'textDocument/codeAction', params) or {}
end

--- Applies a code action as the editor does when the user picks it.
function M.apply(buffer, action)
  if not action.edit and action.data then
    action = M.request(buffer, 'codeAction/resolve', action)
  end
  if action.edit then
    vim.lsp.util.apply_workspace_edit(action.edit, encoding(buffer))
  end
  if action.command then
    local command = type(action.command) == 'table' and action.command or action
    M.request(buffer, 'workspace/executeCommand', { command = command.command, arguments = command.arguments })
  end
end

return M
