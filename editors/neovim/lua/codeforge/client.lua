--- Starts the server and tells it of buffers, in the same way in every version of Neovim.
---
--- `vim.lsp.enable` (0.11) is not used: it knows only buffers with a file type, and starts no server anew that ended.
local config = require('codeforge.config')
local ui = require('codeforge.ui')

local M = {}

local name = 'codeforge'
--- Clients by workspace.
local clients = {}
--- How often the server of a workspace ended by itself.
local crashes = {}
--- A server that ends as often is not started again by itself; `:edit` starts it.
local patience = 3

--- The folder at or above a file that holds one of the root markers, else the current folder if the file is in it.
---@param path string absolute path of a file
---@return string|nil
---@return boolean|nil whether a marker says so
function M.root_of(path)
  local folder = vim.fn.fnamemodify(path, ':h')
  while true do
    for _, marker in ipairs(config.options.root_markers) do
      if vim.loop.fs_stat(folder .. '/' .. marker) then
        return folder, true
      end
    end
    local parent = vim.fn.fnamemodify(folder, ':h')
    if parent == folder then
      break
    end
    folder = parent
  end
  local current = vim.loop.cwd()
  return vim.startswith(path, current .. '/') and current or nil
end

--- What the server has to know of this editor besides its capabilities: who types is never stopped by a prompt.
local habits = {
  promptsTakeKeys = true,
  showsQuestions = true,
  showsJobEnds = true,
  fitsMessages = true,
  keepsCompletion = true,
}

--- What Neovim can do; before 0.9 it shows no document for a server by itself, and the plugin does.
local function capabilities()
  local found = vim.lsp.protocol.make_client_capabilities()
  found.window = found.window or {}
  found.window.showDocument = { support = true }
  return found
end

--- What starts a server, but for its workspace.
function M.settings()
  return {
    capabilities = capabilities(),
    name = name,
    cmd = config.server_command(),
    init_options = vim.tbl_extend('force', config.options.settings, { client = habits }),
    settings = { codeforge = config.options.settings },
    handlers = require('codeforge.jobs').handlers,
    on_attach = function(client, buffer)
      require('codeforge.documents').keep_completion(buffer)
      if config.options.on_attach then
        config.options.on_attach(client, buffer)
      end
    end,
  }
end

local function wants(buffer)
  local filetypes = config.options.filetypes
  return vim.api.nvim_buf_is_loaded(buffer)
    and vim.bo[buffer].buftype == ''
    and vim.api.nvim_buf_get_name(buffer) ~= ''
    and (not filetypes or vim.tbl_contains(filetypes, vim.bo[buffer].filetype))
end

--- Whether the user was told that the program is not there.
local is_missing_told = false

--- Whether there is a program to start; that there is none any more is told once.
local function has_program()
  local program = config.options.command[1]
  if vim.fn.executable(program) == 1 then
    is_missing_told = false
    return true
  end
  if not is_missing_told then
    is_missing_told = true
    ui.refuse(("'%s' is not there any more; once it is back, :edit starts it"):format(program))
  end
  return false
end

local function start(root)
  -- From 0.11 on: `lsp/codeforge.lua`, changed by what the user gave `vim.lsp.config`.
  local settings = vim.lsp.config and vim.deepcopy(vim.lsp.config[name]) or M.settings()
  settings.root_dir = root
  settings.on_exit = function(code, signal)
    clients[root or ''] = nil
    if code ~= 0 or signal ~= 0 then
      crashes[root or ''] = (crashes[root or ''] or 0) + 1
      local way = crashes[root or ''] < patience and 'entering a buffer or :edit' or ':edit'
      vim.schedule(function()
        if vim.v.exiting == vim.NIL then
          ui.say(('CodeForge: the server ended; %s starts it again'):format(way), vim.log.levels.WARN)
        end
      end)
    end
  end
  if vim.lsp.config then
    return vim.lsp.start(settings, { attach = false })
  end
  return vim.lsp.start_client(settings)
end

--- Tells the workspace's server of a buffer, and starts that server where it does not run.
---@param buffer integer
---@param is_wanted boolean|nil whether the user asks for it, however often the server ended
function M.attach(buffer, is_wanted)
  if not wants(buffer) then
    return
  end
  local root = M.root_of(vim.api.nvim_buf_get_name(buffer))
  local key = root or ''
  if is_wanted then
    crashes[key] = nil
  elseif (crashes[key] or 0) >= patience then
    return
  end
  if not clients[key] and not has_program() then
    return
  end
  clients[key] = clients[key] or start(root)
  if clients[key] and not vim.lsp.buf_is_attached(buffer, clients[key]) then
    vim.lsp.buf_attach_client(buffer, clients[key])
  end
end

--- Begins to review the files that are open and those that are opened from now on.
function M.enable()
  if vim.fn.executable(config.options.command[1]) ~= 1 then
    local message = "'%s' is not on PATH; install it, or set the option 'command'"
    return ui.refuse(message:format(config.options.command[1]))
  end
  local group = vim.api.nvim_create_augroup('codeforge', { clear = true })
  -- Entering a buffer starts a server anew that ended.
  vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile', 'FileType', 'BufEnter' }, {
    group = group,
    callback = function(event)
      M.attach(event.buf, event.event == 'BufReadPost')
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    M.attach(buffer)
  end
end

--- The client of a buffer.
---@param buffer integer
---@return table|nil
function M.of_buffer(buffer)
  if vim.lsp.get_clients then
    return vim.lsp.get_clients({ name = name, bufnr = buffer })[1]
  end
  for _, client in pairs(vim.lsp.buf_get_clients(buffer)) do
    if client.name == name then
      return client
    end
  end
end

--- The path of a buffer's file in its workspace, which need not be the current folder.
---@param buffer integer
---@return string
function M.path_in_workspace(buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  local root = path ~= '' and M.root_of(path)
  return root and path:sub(#root + 2) or path
end

--- The client of the current folder, started where there is none: an empty folder has no file to open first.
local function of_folder()
  local root = M.root_of(vim.loop.cwd() .. '/.')
  local key = root or ''
  if not clients[key] and vim.fn.executable(config.options.command[1]) == 1 then
    clients[key] = start(root)
  end
  local client = clients[key] and vim.lsp.get_client_by_id(clients[key])
  -- Requests before that are lost.
  return client and vim.wait(5000, function()
    return client.initialized ~= nil and client.initialized
  end, 5) and client or nil
end

--- Folders without a marker that the user agreed to have as projects.
local agreed = {}

--- Does something about all files of the workspace; where no marker says that its folder is a project, and it holds
--- more than the file, the user is asked first.
---@param work fun()
function M.in_project(work)
  local path = vim.api.nvim_buf_get_name(0)
  local root, is_marked = M.root_of(path ~= '' and path or vim.loop.cwd() .. '/.')
  local others = root and not is_marked and not agreed[root] and vim.fn.readdir(root, function(entry)
    return root .. '/' .. entry ~= path and 1 or 0
  end) or {}
  if #others == 0 then
    return work()
  end
  local markers = table.concat(config.options.root_markers, ' or ')
  local question = ('%s holds no %s. Work on all of it?'):format(vim.fn.fnamemodify(root, ':~'), markers)
  ui.pick({ 'Yes, it is one project', 'No' }, question, tostring, function(answer)
    if answer ~= 'No' then
      agreed[root] = true
      work()
    end
  end, '')
end

--- Sends a request of a client; what goes wrong is told to the user, or to `on_failure`.
local function send(client, method, params, on_result, on_failure)
  local buffer = vim.api.nvim_get_current_buf()
  if not client then
    ui.say('codeforge: not running for this buffer; see :checkhealth codeforge', vim.log.levels.WARN)
    return
  end
  local function answer(failure, result)
    if failure and on_failure then
      on_failure(failure)
    elseif failure then
      ui.refuse(failure.message)
    else
      on_result(result, client)
    end
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request(method, params, answer, buffer)
  else
    client.request(method, params, answer, buffer)
  end
end

--- Sends a request of the current buffer's client.
---@param method string
---@param params table
---@param on_result fun(result: any, client: table)
function M.request(method, params, on_result)
  send(M.of_buffer(vim.api.nvim_get_current_buf()), method, params, on_result)
end

--- Sends a request that is about the workspace: of the current buffer, else of the current folder.
---@param method string
---@param params table
---@param on_result fun(result: any, client: table)
---@param on_failure nil|fun(failure: table) else the failure is told
function M.request_of_workspace(method, params, on_result, on_failure)
  send(M.of_buffer(vim.api.nvim_get_current_buf()) or of_folder(), method, params, on_result, on_failure)
end

--- Longest wait for what is completed, in milliseconds.
local completion_patience = 500

--- The result of a request about the workspace; nil where there is no server that answers soon.
---@param method string
---@param params table
function M.request_sync(method, params)
  local client = M.of_buffer(vim.api.nvim_get_current_buf()) or of_folder()
  if not client then
    return nil
  end
  local buffer, answer = vim.api.nvim_get_current_buf(), nil
  if vim.fn.has('nvim-0.11') == 1 then
    answer = client:request_sync(method, params, completion_patience, buffer)
  else
    answer = client.request_sync(method, params, completion_patience, buffer)
  end
  return answer and answer.result
end

return M
