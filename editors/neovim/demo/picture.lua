--- Brings Neovim into the state that the README's picture shows, and says so by making the file READY.
local function show()
  local diagnostics = vim.diagnostic.get(0)
  if #diagnostics == 0 then
    return vim.defer_fn(show, 50)
  end
  vim.api.nvim_win_set_cursor(0, { diagnostics[1].lnum + 1, diagnostics[1].col })
  vim.lsp.buf.hover()
  vim.defer_fn(function()
    vim.cmd('redraw!')
    vim.fn.writefile({}, vim.env.READY)
  end, 1000)
end

vim.defer_fn(show, 100)
