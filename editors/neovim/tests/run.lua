--- Runs one of the scenarios in this folder and writes what it saw as JSON.
---
--- Usage: nvim --headless -u NONE -n -c "luafile .../tests/run.lua", with SCENARIO and RESULT in the environment.
local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
local plugin = vim.fn.fnamemodify(here, ':h')
vim.opt.runtimepath:prepend(plugin)
package.path = plugin .. '/demo/?.lua;' .. here .. '/?.lua;' .. package.path

-- Messages are part of what is seen; a headless Neovim would lose them.
local notifications = {}
vim.notify = function(message)
  table.insert(notifications, message)
end

local succeeded, seen = xpcall(function()
  for _, module in ipairs({ 'scenarios', 'keys', 'asking', 'files', 'situations', 'student' }) do
    local scenario = require(module)[vim.env.SCENARIO]
    if scenario then
      return scenario()
    end
  end
  error('there is no scenario ' .. vim.env.SCENARIO, 0)
end, debug.traceback)

local result = succeeded and { seen = seen, notifications = notifications }
  or { failure = tostring(seen), notifications = notifications }
if #notifications == 0 then
  result.notifications = nil
end
vim.fn.writefile({ vim.json.encode(result) }, vim.env.RESULT)
vim.cmd('qall!')
