--- The server's code lenses: what can be done with a place, shown beside it.
local config = require('codeforge.config')
local ui = require('codeforge.ui')

local M = {}

--- Whether the server knows the buffer, and no other: theirs are shown only where the user wants that.
local function is_ours(buffer)
  local client = require('codeforge.client').of_buffer(buffer)
  local get = vim.lsp.get_clients or function(filter)
    return vim.tbl_values(vim.lsp.buf_get_clients(filter.bufnr))
  end
  return client ~= nil and client.initialized ~= false and #get({ bufnr = buffer }) == 1
end

--- Shows the lenses of a buffer, which may be gone by now.
local function show(buffer)
  if not vim.api.nvim_buf_is_loaded(buffer) or not is_ours(buffer) then
    return
  end
  -- From Neovim 0.12 on it keeps them up to date by itself.
  if vim.lsp.codelens.enable then
    return pcall(vim.lsp.codelens.enable, true, { bufnr = buffer })
  end
  -- The oldest Neovim asks for those of the current buffer alone, and so is everybody asked.
  vim.api.nvim_buf_call(buffer, function()
    pcall(vim.lsp.codelens.refresh)
  end)
end

--- Shows the lenses of a buffer soon: where it is told of, the buffer may be on its way in or out.
local function refresh(buffer)
  ui.later(function()
    show(buffer)
  end)
end

--- Keeps the lenses of all buffers as they are.
function M.enable()
  local group = vim.api.nvim_create_augroup('codeforge_lenses', { clear = true })
  if not config.options.code_lenses then
    return
  end
  vim.api.nvim_create_autocmd({ 'BufEnter', 'BufWritePost', 'InsertLeave' }, {
    group = group,
    callback = function(event)
      refresh(event.buf)
    end,
  })
  -- The count of findings is theirs to say; who types sees it at the end.
  vim.api.nvim_create_autocmd('DiagnosticChanged', {
    group = group,
    callback = function(event)
      if vim.api.nvim_get_mode().mode == 'n' then
        refresh(event.buf)
      end
    end,
  })
  vim.api.nvim_create_autocmd('User', {
    group = group,
    pattern = 'CodeForgeJobEvent',
    callback = function()
      refresh(vim.api.nvim_get_current_buf())
    end,
  })
end

return M
