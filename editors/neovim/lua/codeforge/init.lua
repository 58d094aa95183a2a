--- CodeForge in Neovim, from 0.7.2 on. All that is needed:
---
---     require('codeforge').setup()
---
--- `:help codeforge` describes options and commands.
local M = {}

--- Starts CodeForge for the files that are edited, and defines the `:CodeForge…` commands.
---@param options table|nil see `:help codeforge-options`
function M.setup(options)
  require('codeforge.config').set(options)
  require('codeforge.commands').define()
  require('codeforge.client').enable()
  require('codeforge.lenses').enable()
  require('codeforge.agents').enable()
end

--- How agents are doing, for 'statusline'; empty while none runs.
---@return string
function M.statusline()
  return require('codeforge.jobs').statusline()
end

return M
