--- For `vim.lsp.enable('codeforge')` in Neovim 0.11 and newer, with or without `require('codeforge').setup()`.
local config = require('codeforge.config')

return {
  cmd = config.server_command(),
  root_markers = config.options.root_markers,
  handlers = require('codeforge.jobs').handlers,
}
