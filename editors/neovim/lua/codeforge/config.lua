--- What the user set up.
local M = {}

local defaults = {
  --- The program and its arguments.
  command = { 'codeforge', 'lsp' },
  --- The database file; nil is the one in the user's data folder.
  database = nil,
  --- File types to review; nil is every file.
  filetypes = nil,
  --- The folder that holds one of these, at or above a file, is its workspace.
  root_markers = { '.codeforge', '.git' },
  --- The server's settings, as README.md lists them, without `codeforge.` before their names.
  settings = {},
  --- Say how agents' jobs end; what they ask is said in any case.
  notify_jobs = true,
  --- Show the server's code lenses.
  code_lenses = true,
  --- Called with the client and the buffer once the server knows a buffer.
  on_attach = nil,
}

local function problem_with(name, value)
  local default_types = { database = 'string', filetypes = 'table', on_attach = 'function' }
  local expected = default_types[name] or type(defaults[name])
  if defaults[name] == nil and not default_types[name] then
    return ("codeforge: there is no option '%s'; :help codeforge-options lists them"):format(name)
  end
  if type(value) ~= expected then
    return ("codeforge: option '%s' must be a %s, not a %s"):format(name, expected, type(value))
  end
end

M.options = vim.deepcopy(defaults)

--- Takes the user's options; a wrong one is told and left at its default.
---@param options table|nil
function M.set(options)
  M.options = vim.deepcopy(defaults)
  local names = vim.tbl_keys(options or {})
  table.sort(names)
  for _, name in ipairs(names) do
    local value = options[name]
    local problem = problem_with(name, value)
    if problem then
      vim.notify(problem, vim.log.levels.ERROR)
    else
      M.options[name] = value
    end
  end
end

--- The command line of the server.
---@return string[]
function M.server_command()
  local command = vim.deepcopy(M.options.command)
  if M.options.database then
    vim.list_extend(command, { '--database', M.options.database })
  end
  return command
end

--- The command line of another command of the same program.
---@param arguments string[]
---@return string[]
function M.program(arguments)
  return vim.list_extend({ M.options.command[1] }, arguments)
end

return M
