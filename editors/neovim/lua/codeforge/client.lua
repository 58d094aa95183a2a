--- Starts the server and tells it of buffers: with `vim.lsp.enable` from Neovim 0.11 on, by hand before.
local config = require('codeforge.config')

local M = {}

local name = 'codeforge'
--- Clients by workspace; for Neovim before 0.11.
local clients = {}

--- The folder at or above a file that holds one of the root markers, else the current folder if the file is in it.
---@param path string absolute path of a file
---@return string|nil
function M.root_of(path)
  local folder = vim.fn.fnamemodify(path, ':h')
  while true do
    for _, marker in ipairs(config.options.root_markers) do
      if vim.loop.fs_stat(folder .. '/' .. marker) then
        return folder
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

--- What is the same in every version of Neovim.
function M.settings()
  return {
    name = name,
    cmd = config.server_command(),
    init_options = config.options.settings,
    settings = { codeforge = config.options.settings },
    handlers = require('codeforge.jobs').handlers,
  }
end

local function wants(buffer)
  local filetypes = config.options.filetypes
  return vim.api.nvim_buf_is_loaded(buffer)
    and vim.bo[buffer].buftype == ''
    and vim.api.nvim_buf_get_name(buffer) ~= ''
    and (not filetypes or vim.tbl_contains(filetypes, vim.bo[buffer].filetype))
end

local function start(root)
  local settings = M.settings()
  settings.root_dir = root
  settings.on_attach = config.options.on_attach
  settings.on_exit = function()
    clients[root or ''] = nil
  end
  return vim.lsp.start_client(settings)
end

--- Tells the workspace's server of a buffer, and starts that server where it does not run.
---@param buffer integer
function M.attach(buffer)
  if not wants(buffer) then
    return
  end
  local root = M.root_of(vim.api.nvim_buf_get_name(buffer))
  local key = root or ''
  clients[key] = clients[key] or start(root)
  if clients[key] and not vim.lsp.buf_is_attached(buffer, clients[key]) then
    vim.lsp.buf_attach_client(buffer, clients[key])
  end
end

local function enable_by_hand()
  if vim.fn.executable(config.options.command[1]) ~= 1 then
    local message = "codeforge: '%s' is not on PATH; install it, or set the option 'command'"
    vim.notify(message:format(config.options.command[1]), vim.log.levels.ERROR)
    return
  end
  local group = vim.api.nvim_create_augroup('codeforge', { clear = true })
  vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile', 'FileType' }, {
    group = group,
    callback = function(event)
      M.attach(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    M.attach(buffer)
  end
end

local function enable_natively()
  local settings = M.settings()
  settings.name = nil
  settings.filetypes = config.options.filetypes
  settings.root_markers = config.options.root_markers
  settings.on_attach = config.options.on_attach
  vim.lsp.config(name, settings)
  vim.lsp.enable(name)
end

--- Begins to review the files that are open and those that are opened from now on.
function M.enable()
  if vim.lsp.config and vim.lsp.enable then
    enable_natively()
  else
    enable_by_hand()
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

--- The client that serves the current folder, started where none does: for buffers without a file.
---@return table|nil
local function of_folder()
  local root = M.root_of(vim.loop.cwd() .. '/.') or vim.loop.cwd()
  if vim.lsp.get_clients then
    for _, client in ipairs(vim.lsp.get_clients({ name = name })) do
      if client.config.root_dir == root then
        return client
      end
    end
  end
  if vim.fn.executable(config.options.command[1]) ~= 1 then
    return nil
  end
  clients[root] = clients[root] or start(root)
  local client = clients[root] and vim.lsp.get_client_by_id(clients[root])
  if not client then
    return nil
  end
  vim.wait(10000, function()
    return client.initialized
  end, 5)
  return client
end

--- Sends a request of the current buffer's client, else of the folder's; what goes wrong is told to the user.
---@param method string
---@param params table
---@param on_result fun(result: any, client: table)
function M.request(method, params, on_result)
  local buffer = vim.api.nvim_get_current_buf()
  local client = M.of_buffer(buffer) or of_folder()
  if not client then
    vim.notify('codeforge: not running for this buffer; see :checkhealth codeforge', vim.log.levels.WARN)
    return
  end
  local function answer(failure, result)
    if failure then
      vim.notify('codeforge: ' .. failure.message, vim.log.levels.ERROR)
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

return M
