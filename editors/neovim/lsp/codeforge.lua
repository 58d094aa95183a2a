--- For `vim.lsp.enable('codeforge')` in Neovim 0.11 and newer, without `require('codeforge').setup()`.
local config = require('codeforge.config')

return vim.tbl_extend('error', require('codeforge.client').settings(), { root_markers = config.options.root_markers })
