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
