--- Brings Neovim into the states that the pictures of the lesson in .github/docs/agents.md show, one after the other.
---
--- For each it makes the file READY and waits until it is gone.
local client = require('codeforge.client')

local function text_of(name)
  local file = io.open('.codeforge/' .. name)
  if not file then
    return ''
  end
  local text = file:read('*a')
  file:close()
  return text
end

--- Goes on with the lesson once a condition holds.
local function wait(condition)
  local lesson = coroutine.running()
  local function look()
    if condition() then
      return coroutine.resume(lesson)
    end
    vim.defer_fn(look, 50)
  end
  vim.defer_fn(look, 50)
  coroutine.yield()
end

local function wait_for(name, text)
  wait(function()
    return text_of(name):find(text, 1, true) ~= nil
  end)
end

local function take_picture()
  local is_drawn = false
  vim.defer_fn(function()
    vim.cmd('redraw!')
    vim.fn.writefile({}, vim.env.READY)
    is_drawn = true
  end, 1000)
  wait(function()
    return is_drawn and vim.fn.filereadable(vim.env.READY) == 0
  end)
end

local function run(agent, context)
  client.request_of_workspace('codeforge/agent/run', { agent_type = agent, input_context = context }, function() end)
end

local lesson = coroutine.create(function()
  vim.cmd('CodeForge set-mode student')
  wait_for('student.md', 'Student mode is on.')
  run('research', { user_idea = 'a Trello clone', skip_clarification = true })
  wait_for('requirements.md', '# ')
  run('roadmap', vim.empty_dict())
  wait_for('roadmap.md', '- [ ]')

  vim.cmd('edit board.py')
  local lines = { 'import yaml', '', '# DECIDE: where cards are kept', 'cards = []', '', '' }
  vim.list_extend(lines, { 'def load(text):', '    return yaml.load(text)' })
  vim.api.nvim_buf_set_lines(0, 0, -1, true, lines)
  vim.cmd('write')
  wait(function()
    return #vim.diagnostic.get(0) > 0
  end)
  vim.api.nvim_win_set_cursor(0, { 8, 13 })
  vim.lsp.buf.hover()
  take_picture()

  vim.api.nvim_win_set_cursor(0, { 3, 0 })
  run('pedagogy', { decision_context = 'where cards are kept' })
  wait_for('choices.md', '<!-- option:')
  vim.cmd('edit .codeforge/choices.md')
  take_picture()

  vim.cmd('CodeForge complete-step')
  wait_for('roadmap.md', '- [x]')
  vim.cmd('edit .codeforge/roadmap.md')
  vim.fn.search('- \\[ \\]')
  take_picture()
end)

vim.defer_fn(function()
  coroutine.resume(lesson)
end, 100)
