--- The documents in the workspace's `.codeforge` folder.
local client = require('codeforge.client')
local ui = require('codeforge.ui')

local M = {}

M.names = { 'architecture', 'choices', 'jobs', 'questions', 'requirements', 'review', 'roadmap' }

local function path_of(name)
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
