--- The documents in the workspace's `.codeforge` folder.
local ui = require('codeforge.ui')

local M = {}

M.names = vim.list_extend({ 'changes' }, require('codeforge.catalogue').documents)
table.sort(M.names)

--- Whether a buffer is one of the documents, or of the settings.
local function is_own(buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  return path:match('/%.codeforge/[^/]+$') ~= nil or path:match('/codeforge/config%.json$') ~= nil
end

local of_servers = 'v:lua.vim.lsp.omnifunc'

--- Leaves the completion of every buffer but the documents as it was: the server has nothing to say there.
---@param buffer integer to which Neovim has just attached the server
function M.keep_completion(buffer)
  if is_own(buffer) then
    -- Neovim 0.7 does not do it by itself.
    vim.bo[buffer].omnifunc = of_servers
  elseif vim.bo[buffer].omnifunc == of_servers then
    local get = vim.lsp.get_clients or vim.lsp.get_active_clients
    local others = vim.tbl_filter(function(other)
      return other.name ~= 'codeforge' and (other.server_capabilities or {}).completionProvider ~= nil
    end, get({ bufnr = buffer }))
    if #others == 0 then
      local filetype = vim.bo[buffer].filetype
      local found, default = pcall(function()
        return vim.filetype.get_option(filetype, 'omnifunc')
      end)
      vim.bo[buffer].omnifunc = found and default ~= of_servers and default or ''
    end
  end
end

local function path_of(name)
  local client = require('codeforge.client')
  local path = vim.api.nvim_buf_get_name(0)
  local root = path ~= '' and client.root_of(path) or client.root_of(vim.loop.cwd() .. '/.')
  return (root or vim.loop.cwd()) .. '/.codeforge/' .. name .. '.md'
end

--- The documents that there are.
---@return string[]
function M.existing()
  return vim.tbl_filter(function(name)
    return vim.fn.filereadable(path_of(name)) == 1
  end, M.names)
end

--- Opens a document; asks which where none is named.
---@param name string
function M.open(name)
  if name == '' then
    return ui.pick(M.existing(), 'Which document?', tostring, M.open, 'there is no document yet')
  end
  if not vim.tbl_contains(M.names, name) then
    return ui.refuse(("there is no document '%s'; there are %s"):format(name, table.concat(M.names, ', ')))
  end
  if vim.fn.filereadable(path_of(name)) ~= 1 then
    return ui.say(('CodeForge: no agent has written %s.md yet'):format(name))
  end
  vim.cmd('edit ' .. vim.fn.fnameescape(path_of(name)))
end

return M
