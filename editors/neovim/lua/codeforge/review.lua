--- Findings: listing, fixing and dismissing them.
local client = require('codeforge.client')
local config = require('codeforge.config')
local ui = require('codeforge.ui')

local M = {}

local types = { critical = 'E', warning = 'W', info = 'I' }

--- Shows entries in the quickfix list.
---@param title string
---@param items table[] as |setqflist()| takes them
local function show(title, items)
  vim.fn.setqflist({}, ' ', { title = title, items = items })
  if #items == 0 then
    vim.cmd('cclose')
    ui.say('CodeForge: no findings')
  else
    vim.cmd('botright copen')
  end
end

--- Findings as quickfix entries, by file and place.
local function entries(items, lsp)
  local found = {}
  for _, item in ipairs(items) do
    local place = vim.lsp.util.locations_to_items({ { uri = item.uri, range = item.range } }, lsp.offset_encoding)[1]
    place.text = ('%s: %s'):format(item.rule, item.message)
    place.type = types[item.severity]
    table.insert(found, place)
  end
  table.sort(found, function(left, right)
    if left.filename ~= right.filename then
      return left.filename < right.filename
    end
    return left.lnum < right.lnum or (left.lnum == right.lnum and left.col < right.col)
  end)
  return found
end

--- The findings of the current buffer, in the quickfix list.
function M.file()
  client.request('codeforge/review/run', { uri = vim.uri_from_bufnr(0) }, function(result, lsp)
    show('CodeForge: this file', entries(result.items, lsp))
  end)
end

--- The findings of every file of the workspace, opened or not, in the quickfix list.
function M.workspace()
  local params = { command = 'codeforge.reviewWorkspace' }
  client.request_of_workspace('workspace/executeCommand', params, function(result, lsp)
    show('CodeForge: this workspace', entries(result.items, lsp))
  end)
end

--- Whether the cursor stands on what an action is about.
local function is_under(cursor, action)
  for _, diagnostic in ipairs(action.diagnostics or {}) do
    local first, last = diagnostic.range.start, diagnostic.range['end']
    local starts = first.line < cursor.line or (first.line == cursor.line and first.character <= cursor.character)
    local ends = cursor.line < last.line or (cursor.line == last.line and cursor.character <= last.character)
    if starts and ends then
      return true
    end
  end
  return false
end

--- Asks for the code actions of a kind on the cursor's line and passes on those for which `filter` is true: of what the
--- cursor stands on, else of the whole line.
local function actions_at_cursor(kind, filter, on_actions)
  local lsp = client.of_buffer(vim.api.nvim_get_current_buf())
  local params = vim.lsp.util.make_range_params(0, lsp and lsp.offset_encoding or 'utf-16')
  params.context = { diagnostics = {}, only = { kind } }
  client.request('textDocument/codeAction', params, function(actions)
    local meant = vim.tbl_filter(filter, actions or {})
    local under = vim.tbl_filter(function(action)
      return is_under(params.range.start, action)
    end, meant)
    on_actions(#under > 0 and under or meant, lsp)
  end)
end

--- Lets the user choose where there is a choice.
local function pick(actions, nothing, on_choice)
  ui.pick(actions, 'Which one?', function(action)
    return action.title
  end, on_choice, nothing)
end

--- Passes on the identity of a finding: of the cursor's line, else of the file; where there are several, one is picked.
---@param on_identity fun(identity: string)
function M.pick_finding(on_identity)
  local line = vim.api.nvim_win_get_cursor(0)[1] - 1
  client.request('codeforge/review/run', { uri = vim.uri_from_bufnr(0) }, function(result)
    local here = vim.tbl_filter(function(item)
      return item.range.start.line <= line and line <= item.range['end'].line
    end, result.items)
    ui.pick(#here > 0 and here or result.items, 'Which finding?', function(item)
      return ('line %d: %s'):format(item.range.start.line + 1, item.message)
    end, function(item)
      on_identity(item.identity)
    end, 'no finding in this file')
  end)
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

--- Why there is no quick fix: in student mode the solution stays the student's.
local function without_fix()
  local project = client.request_sync('codeforge/project/get', vim.empty_dict())
  return project and project.mode == 'student'
      and 'quick fixes are withheld in student mode; :CodeForge mentor helps on, :CodeForge set-mode changes the mode'
    or 'no quick fix here'
end

--- Applies the quick fix of a finding at the cursor.
function M.fix()
  local function is_fix(action)
    return (action.edit or action.data) and not action.command
  end
  actions_at_cursor('quickfix', is_fix, function(actions, lsp)
    pick(actions, #actions == 0 and without_fix() or '', function(action)
      apply(action, lsp)
    end)
  end)
end

--- Runs a command's action at the cursor; `nothing` is told where there is none.
local function run_command(kind, command, nothing)
  local function is_meant(action)
    return action.command and action.command.command == command
  end
  actions_at_cursor(kind, is_meant, function(actions)
    pick(actions, nothing, function(action)
      client.request('workspace/executeCommand', {
        command = action.command.command,
        arguments = action.command.arguments,
      }, function() end)
    end)
  end)
end

local known_rules

--- The identifiers of all rules.
---@return string[]
function M.rules()
  if not known_rules then
    local decoded, rules = pcall(vim.json.decode, vim.fn.system(config.program({ 'rules', '--json' })))
    known_rules = decoded and vim.tbl_map(function(rule)
      return rule.id
    end, rules) or {}
  end
  return known_rules
end

--- The rules of the findings on the cursor's line.
local function rules_here()
  local line = vim.api.nvim_win_get_cursor(0)[1] - 1
  local rules = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0, { lnum = line })) do
    local rule = diagnostic.source == 'codeforge' and (diagnostic.code or vim.tbl_get(diagnostic, 'user_data', 'lsp', 'code'))
    if rule and not vim.tbl_contains(rules, rule) then
      table.insert(rules, rule)
    end
  end
  return rules
end

--- Says what a rule looks for.
---@param rule string the finding's at the cursor where it is empty, else one that is picked
function M.explain(rule)
  local function explain(id)
    local params = { command = 'codeforge.explainRule', arguments = { { rule = id } } }
    client.request_of_workspace('workspace/executeCommand', params, function() end)
  end
  if rule ~= '' then
    return explain(rule)
  end
  local here = rules_here()
  ui.pick(#here > 0 and here or M.rules(), 'Which rule?', tostring, explain, 'there are no rules')
end

--- Hides a finding at the cursor for good.
function M.dismiss()
  run_command('codeforge.dismiss', 'codeforge.dismissIssue', 'no finding here')
end

--- Shows a finding at the cursor again that was dismissed.
function M.restore()
  run_command('codeforge.restore', 'codeforge.restoreIssue', 'no dismissed finding here')
end

return M
