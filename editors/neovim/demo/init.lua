--- Neovim as the demo shows it: the plugin, and findings that are easy to see.
local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
vim.opt.runtimepath:prepend(vim.fn.fnamemodify(here, ':h'))

vim.o.number = true
vim.o.signcolumn = 'yes'
vim.o.swapfile = false
vim.o.termguicolors = true
vim.o.mouse = 'a'
vim.o.laststatus = 2
vim.cmd('syntax on')

vim.o.background = 'dark'
local colours = {
  Normal = { fg = '#d0d4da', bg = '#1b1f26' },
  SignColumn = { bg = '#1b1f26' },
  LineNr = { fg = '#59626f' },
  StatusLine = { fg = '#d0d4da', bg = '#323a46' },
  NormalFloat = { fg = '#d0d4da', bg = '#262c36' },
  FloatBorder = { fg = '#59626f', bg = '#262c36' },
  Comment = { fg = '#7d8795' },
  String = { fg = '#a5c98b' },
  Constant = { fg = '#d9a6e0' },
  Statement = { fg = '#7fb2e5' },
  PreProc = { fg = '#7fb2e5' },
  Type = { fg = '#7cc5c0' },
  Identifier = { fg = '#d0d4da' },
  Function = { fg = '#e3cf9c' },
  Special = { fg = '#e3cf9c' },
  DiagnosticError = { fg = '#ff6b68' },
  DiagnosticWarn = { fg = '#e5b567' },
  DiagnosticInfo = { fg = '#6ca8d6' },
}
for group, colour in pairs(colours) do
  vim.api.nvim_set_hl(0, group, colour)
end
vim.lsp.handlers['textDocument/hover'] =
  vim.lsp.with(vim.lsp.handlers.hover, { border = 'rounded', max_width = 92 })

vim.diagnostic.config({ virtual_text = { prefix = '■' }, severity_sort = true, update_in_insert = true })

require('codeforge').setup({
  command = { vim.env.CODEFORGE_BIN or 'codeforge', 'lsp' },
  database = vim.env.CODEFORGE_DATABASE,
  on_attach = function(_, buffer)
    local function map(keys, action)
      vim.keymap.set('n', keys, action, { buffer = buffer })
    end
    map('K', vim.lsp.buf.hover)
    map('ga', vim.lsp.buf.code_action)
    map(']d', vim.diagnostic.goto_next)
    map('[d', vim.diagnostic.goto_prev)
  end,
})
