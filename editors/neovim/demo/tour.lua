--- The demo without a terminal: the same session as in a window, written down.
---
--- Run by `editors/neovim/demo/run` with the sample workspace as the current folder.
local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
package.path = here .. '/?.lua;' .. package.path
local driver = require('driver')

local severities = { 'critical', 'warning', 'info', 'hint' }

local function say(text)
  io.stdout:write(text, '\n')
end

local function indented(lines)
  for _, line in ipairs(lines) do
    say(line == '' and '' or '    ' .. line)
  end
end

--- A diagnostic with its line of source, the place underlined.
local function show(buffer, diagnostic)
  local line = vim.api.nvim_buf_get_lines(buffer, diagnostic.lnum, diagnostic.lnum + 1, true)[1]
  local number = tostring(diagnostic.lnum + 1)
  local margin = (' '):rep(#number)
  local stop = diagnostic.end_lnum == diagnostic.lnum and diagnostic.end_col or #line
  say(('  %s %s: %s'):format(severities[diagnostic.severity], diagnostic.code, diagnostic.message))
  say(('  %s | %s'):format(number, line))
  local indent = line:sub(1, diagnostic.col):gsub('[^\t]', ' ')
  say(('  %s | %s%s\n'):format(margin, indent, ('^'):rep(math.max(stop - diagnostic.col, 1))))
end

local function tour_of_files()
  local files = vim.fn.systemlist({ 'git', 'ls-files', '--cached', '--others', '--exclude-standard' })
  local total = 0
  for _, path in ipairs(files) do
    local buffer = driver.open(path)
    -- The server has reviewed a document before it answers a request about it.
    local uri = vim.uri_from_bufnr(buffer)
    local expected = #driver.request(buffer, 'codeforge/review/list', { uri = uri }).items
    local diagnostics = driver.diagnostics(buffer, function(found)
      return #found == expected
    end)
    if expected > 0 then
      say(('%s: %d'):format(path, expected))
      for _, diagnostic in ipairs(diagnostics) do
        show(buffer, diagnostic)
      end
    end
    total = total + expected
  end
  say(('%d findings in %d files.\n'):format(total, #files))
end

--- Finds the first diagnostic for which the server offers an edit.
local function first_fixable(buffer)
  for _, diagnostic in ipairs(driver.diagnostics(buffer)) do
    for _, action in ipairs(driver.actions(buffer, diagnostic)) do
      if (action.edit or action.data) and action.kind == 'quickfix' then
        return diagnostic, action
      end
    end
  end
  error('no finding here has a quick fix', 0)
end

local function tour_of_one_finding(path)
  local buffer = driver.open(path)
  local diagnostic, fix = first_fixable(buffer)
  local count = #vim.diagnostic.get(buffer)
  say(('In %s, line %d, the hover says:\n'):format(path, diagnostic.lnum + 1))
  indented(driver.hover(buffer, diagnostic))
  say('\nThe code actions there:\n')
  for _, action in ipairs(driver.actions(buffer, diagnostic)) do
    say('    - ' .. action.title)
  end
  local function source()
    return vim.trim(vim.api.nvim_buf_get_lines(buffer, diagnostic.lnum, diagnostic.lnum + 1, true)[1])
  end
  local before = source()
  driver.apply(buffer, fix)
  driver.diagnostics(buffer, function(found)
    return #found < count
  end)
  say(("\nAfter '%s':\n\n    before  %s\n    after   %s\n"):format(fix.title, before, source()))
  say(('%s now has %d findings instead of %d.'):format(path, #vim.diagnostic.get(buffer), count))
end

local succeeded, failure = pcall(function()
  tour_of_files()
  tour_of_one_finding('api/shop/orders.py')
end)
if not succeeded then
  io.stderr:write('The demo stopped: ', tostring(failure), '\n')
  vim.cmd('cquit')
end
vim.cmd('qall!')
