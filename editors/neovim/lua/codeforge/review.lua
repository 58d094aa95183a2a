--- Findings: listing, fixing and dismissing them.
local client = require('codeforge.client')
local config = require('codeforge.config')

local M = {}

local types = { critical = 'E', warning = 'W', info = 'I' }

--- Shows entries in the quickfix list.
---@param title string
---@param items table[] as |setqflist()| takes them
local function show(title, items)
  vim.fn.setqflist({}, ' ', { title = title, items = items })
  if #items == 0 then
    vim.cmd('cclose')
    vim.notify('CodeForge: no findings')
  else
    vim.cmd('botright copen')
  end
end

--- The findings of the current buffer, in the quickfix list.
function M.file()
  local uri = vim.uri_from_bufnr(0)
  client.request('codeforge/review/run', { uri = uri }, function()
    client.request('codeforge/review/list', { uri = uri }, function(result, lsp)
      local locations = vim.tbl_map(function(item)
        return { uri = item.uri, range = item.range }
      end, result.items)
      local places = vim.lsp.util.locations_to_items(locations, lsp.offset_encoding)
      -- Both lists are in the order of the places.
      for index, place in ipairs(places) do
        place.text = ('%s: %s'):format(result.items[index].rule, result.items[index].message)
        place.type = types[result.items[index].severity]
      end
      show('CodeForge: this file', places)
    end)
  end)
end

local function quickfix_item(root, finding)
  return {
    filename = root .. '/' .. finding.path,
    lnum = finding.line,
    end_lnum = finding.end_line,
    -- The program counts code points, the list bytes; they differ on lines that are not ASCII.
    col = vim.fn.byteidxcomp(finding.source, finding.column - 1) + 1,
    text = ('%s: %s'):format(finding.rule, finding.message),
    type = types[finding.severity],
  }
end

--- The findings of every file of the workspace, opened or not, in the quickfix list.
function M.workspace()
  local path = vim.api.nvim_buf_get_name(0)
  local root = path ~= '' and client.root_of(path) or vim.loop.cwd()
  local output, problems = {}, {}
  local job = vim.fn.jobstart(config.program({ 'review', '--format', 'json' }), {
    cwd = root,
    stdout_buffered = true,
    stderr_buffered = true,
    on_stdout = function(_, lines)
      output = lines
    end,
    on_stderr = function(_, lines)
      problems = lines
    end,
    on_exit = function(_, code)
      local decoded, report = pcall(vim.json.decode, table.concat(output, '\n'))
      if not decoded then
        vim.notify(('codeforge review ended with %d: %s'):format(code, table.concat(problems, '\n')), vim.log.levels.ERROR)
        return
      end
      local items = vim.tbl_map(function(finding)
        return quickfix_item(root, finding)
      end, report.findings)
      show('CodeForge: ' .. root, items)
    end,
  })
  if job <= 0 then
    vim.notify('codeforge: the program cannot be started', vim.log.levels.ERROR)
  end
end

--- Asks for the code actions at the cursor and passes on those for which `filter` is true.
local function actions_at_cursor(filter, on_actions)
  local params = vim.lsp.util.make_range_params(0, 'utf-16')
  params.context = { diagnostics = {}, only = { 'quickfix' } }
  client.request('textDocument/codeAction', params, function(actions, lsp)
    on_actions(vim.tbl_filter(filter, actions or {}), lsp)
  end)
end

--- Lets the user choose where there is a choice.
local function pick(actions, nothing, on_choice)
  if #actions == 0 then
    vim.notify('CodeForge: ' .. nothing)
  elseif #actions == 1 then
    on_choice(actions[1])
  else
    local format = {
      format_item = function(action)
        return action.title
      end,
    }
    vim.ui.select(actions, format, function(action)
      if action then
        on_choice(action)
      end
    end)
  end
end

local function apply(action, lsp)
  if action.edit then
    vim.lsp.util.apply_workspace_edit(action.edit, lsp.offset_encoding)
  elseif action.data then
    client.request('codeAction/resolve', action, function(resolved)
      vim.lsp.util.apply_workspace_edit(resolved.edit, lsp.offset_encoding)
    end)
  end
end

--- Applies the quick fix of a finding at the cursor.
function M.fix()
  local function is_fix(action)
    return (action.edit or action.data) and not action.command
  end
  actions_at_cursor(is_fix, function(actions, lsp)
    pick(actions, 'no quick fix here', function(action)
      apply(action, lsp)
    end)
  end)
end

--- Hides a finding at the cursor for good.
function M.dismiss()
  local function is_dismissal(action)
    return action.command and action.command.command == 'codeforge.dismissIssue'
  end
  actions_at_cursor(is_dismissal, function(actions)
    pick(actions, 'no finding here', function(action)
      client.request('workspace/executeCommand', {
        command = action.command.command,
        arguments = action.command.arguments,
      }, function() end)
    end)
  end)
end

return M
